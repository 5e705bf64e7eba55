"""The picture files that documents name → what they hold (`image` of Hinh), and what is printed of them.

PNG and JPEG of a clerk's size: what Word shows everywhere. Pillow reads them: it tells a file without a density from
one of 72 pixels to the inch, decodes what a header only promises, and refuses what would inflate without end. A photo
that was taken with the camera on its side is turned upright; what cameras write about a photo is left out.
"""

import hashlib
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path, PurePosixPath, PureWindowsPath
from posixpath import normpath
from typing import Any, Literal

from PIL import Image as Pillow

from vanban.errors import system_words
from vanban.findings import Finding, finding
from vanban.model.document import VanBan
from vanban.model.picture import Hinh, Image
from vanban.model.places import Places
from vanban.model.walk import map_pictures
from vanban.picture_bytes import bare
from vanban.readers.named_files import NamedFiles
from vanban.slips import Names
from vanban.text import nfc

MAX_BYTES, MAX_PIXELS = 8_000_000, 40_000_000
_ENDINGS = (".png", ".jpg", ".jpeg")
# Of a file that says nothing of it, or what no camera and no screen has: 1 to 10,000 pixels to the inch are believed.
_USUAL_DENSITY, _DENSEST = 96.0, 10_000.0
_ORIENTATION = 0x0112
# What makes a picture upright that was taken with the camera held so: EXIF 2.32, 4.6.4 A.
_TURNS = {2: Pillow.Transpose.FLIP_LEFT_RIGHT, 3: Pillow.Transpose.ROTATE_180, 4: Pillow.Transpose.FLIP_TOP_BOTTOM,
          5: Pillow.Transpose.TRANSPOSE, 6: Pillow.Transpose.ROTATE_270, 7: Pillow.Transpose.TRANSVERSE,
          8: Pillow.Transpose.ROTATE_90}
_ON_ITS_SIDE = (5, 6, 7, 8)
# What Pillow raises for bytes that are no picture, or stop being one on the way.
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error)


@dataclass(frozen=True, slots=True)
class _Refused(Exception):
    """What is wrong with a picture: the rest of a finding at the line that names it."""

    code: str
    message: str
    hint: str


@dataclass(slots=True)
class PictureFiles:
    """The pictures below one content folder, each read once.

    instead  what files are to be read as, as `Library` has it
    """

    root: Path
    places: Places
    instead: Mapping[Path, bytes] = field(default_factory=dict)
    _seen: dict[str, Image] = field(default_factory=dict)
    _upright: dict[str, bytes] = field(default_factory=dict)
    _lying: dict[tuple[str, tuple[int, int]], bytes] = field(default_factory=dict)
    _names: dict[Path, Names] = field(default_factory=dict)
    _named: NamedFiles = field(init=False)

    def __post_init__(self) -> None:
        self._named = NamedFiles(self.root)

    def printed(self, image: Image) -> bytes:
        """What is printed of a picture that was looked at. One that was issued lying on its side still lies so."""
        return self._lying.get((image.fingerprint, image.pixels)) or self._upright[image.fingerprint]

    def look(self, van_ban: VanBan, file: str) -> tuple[VanBan, list[Finding]]:
        """`van_ban`, read from `file`, with what its picture files hold, and a finding for each that does not serve."""
        findings: list[Finding] = []

        def looked(hinh: Hinh) -> Hinh:
            if not hinh.tep or "\\" in hinh.tep:  # the schema has told
                return hinh
            try:
                return replace(hinh, image=self._image(hinh.tep, PurePosixPath(file).parent.as_posix()))
            except _Refused as fault:
                place = self.places[hinh.origin_of("tep")]
                findings.append(finding(fault.code, place, fault.message, fault.hint))
                return hinh

        return map_pictures(van_ban, looked), findings

    def _image(self, tep: str, folder: str) -> Image:
        """What `tep` holds, seen from `folder` of a document. Raises _Refused."""
        name = normpath(f"{folder}/{tep}")
        if PureWindowsPath(tep).anchor or not name.startswith(f"{self.root.name}/"):
            raise _outside(tep)
        if name not in self._seen:
            path = self.root.parent / name
            data = self.instead[path] if path in self.instead else self._bytes(path, tep, folder)
            _check_size(tep, len(data))
            decoded = _decoded(tep, data)
            image = Image(hashlib.sha256(data).hexdigest(), decoded.form, decoded.pixels, decoded.density, name)
            self._upright[image.fingerprint] = decoded.data
            if decoded.is_turned:
                self._lying[image.fingerprint, image.pixels[::-1]] = bare(data)
            self._seen[name] = image
        return self._seen[name]

    def _bytes(self, path: Path, tep: str, folder: str) -> bytes:
        try:
            there = self._named.at(path)
            if there is None:
                raise self._missing(tep, self.root.parent / folder)
            if not there.resolve().is_relative_to(self.root.resolve()):
                raise _outside(tep)
            if not there.is_file():  # a pipe would never end
                raise self._missing(tep, self.root.parent / folder)
            _check_size(tep, there.stat().st_size)
            return there.read_bytes()
        except OSError as error:
            raise _Refused("C110", f"Không đọc được tệp hình “{tep}”: {system_words(error)}.",
                           "Mở quyền đọc cho tệp, hoặc chép lại tệp.") from error

    def _missing(self, tep: str, folder: Path) -> _Refused:
        if (there := folder / tep).is_dir():
            return _Refused("C110", f"“{tep}” là thư mục, không phải tệp hình.",
                            f"Ghi cả tên tệp ở trong đó (tep: {tep}/<tên tệp>), hoặc đổi tên thư mục.")
        if there.exists() and not there.is_file():
            return _Refused("C110", f"“{tep}” không phải là tệp thường nên không đọc được.",
                            "Xóa đi, rồi chép tệp hình vào đúng chỗ ấy.")
        close = self._names.setdefault(folder, Names(_pictures_below(folder))).nearest(tep)
        return _Refused(
            "C110", f"Không có tệp hình “{tep}”.",
            f"Có phải “{close}”?" if close else
            "Chép tệp vào thư mục “hinh” bên cạnh văn bản; “tep” ghi đường dẫn tính từ thư mục của văn bản.",
        )


@dataclass(frozen=True, slots=True)
class _Decoded:
    """What is printed of a picture: its bytes, and as `Image` has it its form, pixels and density; whether it lay on
    its side in its file."""

    data: bytes
    form: Literal["png", "jpeg"]
    pixels: tuple[int, int]
    density: tuple[float, float]
    is_turned: bool = False


def _decoded(tep: str, data: bytes) -> _Decoded:
    """The picture of these bytes, decoded to the end, upright, without what is told about it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            with Pillow.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                return _upright(picture, data, tep)
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as error:
        raise _too_large(tep, "quá nhiều điểm ảnh") from error
    except _BROKEN as error:
        raise _Refused(
            "C111", f"Tệp hình “{tep}” không phải là ảnh PNG hay JPEG, hoặc đã hỏng.",
            "Mở tệp xem thử, rồi lưu lại thành PNG (sơ đồ, biểu đồ) hoặc JPEG (ảnh chụp); đổi đuôi tệp thì không đủ.",
        ) from error


def _upright(picture: Pillow.Image, data: bytes, tep: str) -> _Decoded:
    form: Literal["png", "jpeg"] = "png" if picture.format == "PNG" else "jpeg"
    pixels, density = picture.size, _density(picture.info.get("dpi"))
    if pixels[0] * pixels[1] > MAX_PIXELS:
        raise _too_large(tep, f"{pixels[0]} × {pixels[1]} điểm ảnh")
    _check_printable(picture, form, tep)
    picture.load()
    held = _orientation(picture)
    if held not in _TURNS:
        return _Decoded(bare(data), form, pixels, density)
    if form == "png":
        raise _Refused("C111", f"Tệp hình “{tep}” nằm nghiêng, chỉ kèm lời dặn xoay mà máy in không theo.",
                       "Mở bằng phần mềm xem ảnh, xoay cho đứng rồi lưu lại.")
    turned = picture.transpose(_TURNS[held])
    lay = held in _ON_ITS_SIDE
    return _Decoded(_as_jpeg(turned, picture), form, turned.size, density[::-1] if lay else density, lay)


def _check_printable(picture: Pillow.Image, form: str, tep: str) -> None:
    """Raises _Refused for pictures that paper cannot show as a screen does."""
    if form == "png" and getattr(picture, "is_animated", False):
        raise _Refused("C111", f"Tệp hình “{tep}” là ảnh động, trên giấy chỉ còn một hình.",
                       "Lưu hình cần in thành một tệp PNG thường.")
    if picture.mode == "CMYK":
        raise _Refused("C111", f"Tệp hình “{tep}” dùng hệ màu CMYK của nhà in; Word và PDF có thể in sai màu.",
                       "Mở bằng phần mềm ảnh, lưu lại ở hệ màu RGB.")


def _orientation(picture: Pillow.Image) -> int:
    """How the camera was held, as EXIF counts; 1 for upright, or where it does not say so that it can be read."""
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except (*_BROKEN, TypeError, KeyError, IndexError, OverflowError):
        return 1


def _as_jpeg(turned: Pillow.Image, picture: Pillow.Image) -> bytes:
    """`turned`, coded as finely as the `picture` that it was made of."""
    out = BytesIO()
    tables = getattr(picture, "quantization", None)
    turned.info = {}
    turned.save(out, "JPEG", qtables=tables, subsampling=0, icc_profile=picture.info.get("icc_profile"))
    return bare(out.getvalue())


def _density(stated: Any) -> tuple[float, float]:
    """Pixels to the inch, across and down; the usual one where the file states none that can be."""
    across, down = map(float, stated or (0, 0))
    if 1 <= across <= _DENSEST and 1 <= down <= _DENSEST:
        # PNG counts whole pixels to the metre: 96 to the inch come back as 95.9866.
        return round(across, 1), round(down, 1)
    return _USUAL_DENSITY, _USUAL_DENSITY


def _check_size(tep: str, size: int) -> None:
    if size > MAX_BYTES:
        raise _too_large(tep, f"{size / 1_000_000:.1f} MB".replace(".", ","))


def _too_large(tep: str, how: str) -> _Refused:
    return _Refused(
        "C112", f"Hình “{tep}” quá lớn: {how}; nhiều nhất 8 MB và 40 triệu điểm ảnh.",
        "Thu nhỏ ảnh bằng phần mềm xem ảnh rồi lưu lại; bản in A4 chỉ cần ảnh ngang 2000 điểm ảnh.",
    )


def _outside(tep: str) -> _Refused:
    return _Refused(
        "C113", f"Đường dẫn “{tep}” ra ngoài thư mục content/.",
        "Chép tệp vào thư mục “hinh” bên cạnh văn bản, rồi ghi “tep: hinh/<tên tệp>”.",
    )


def _pictures_below(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _ENDINGS:
            yield nfc(path.relative_to(folder).as_posix())
