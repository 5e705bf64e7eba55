"""Photos as cameras write them: upright on paper, without what they tell about where, when and by whom."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow
from PIL import PngImagePlugin

from tests.support.content import DECISION, PLAN, project
from tests.support.office import DOCUMENT, OfficeFrame
from tests.support.wordml import read_parts
from vanban.files import write_whole
from vanban.model.walk import pictures
from vanban.picture_bytes import bare
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.issuing import issue
from vanban.pipeline.reporting import docx
from vanban.readers.picture_files import PictureFiles

SECRET = b"Bi mat o nha"
_HINH = "    hinh:\n      - {ma: anh, tep: anh.jpg, mo_ta: Ảnh}\n"


def corner_colours(data: bytes) -> list[str]:
    """Of a picture, from the upper left one clockwise."""
    with Pillow.open(BytesIO(data)) as picture:
        shown, (across, down) = picture.convert("RGB"), picture.size
    points = [(8, 8), (across - 8, 8), (across - 8, down - 8), (8, down - 8)]
    return [max("rgb", key=lambda each, at=at: shown.getpixel(at)["rgb".index(each)])  # type: ignore[index]
            for at in points]


def scene(width: int = 120, height: int = 80) -> Pillow.Image:
    """Red, green, blue, and red again at the corners, clockwise from the upper left."""
    made = Pillow.new("RGB", (width, height), (255, 0, 0))
    made.paste((0, 255, 0), (width // 2, 0, width, height // 2))
    made.paste((0, 0, 255), (width // 2, height // 2, width, height))
    return made


# How the pixels lie in the file of a camera that was held so; the viewer turns them back.
_LYING = {2: Pillow.Transpose.FLIP_LEFT_RIGHT, 3: Pillow.Transpose.ROTATE_180, 4: Pillow.Transpose.FLIP_TOP_BOTTOM,
          5: Pillow.Transpose.TRANSPOSE, 6: Pillow.Transpose.ROTATE_90, 7: Pillow.Transpose.TRANSVERSE,
          8: Pillow.Transpose.ROTATE_270}


def photo(held: int = 1, form: str = "JPEG", picture: Pillow.Image | None = None, **saved: object) -> bytes:
    """A photo of `scene` that a camera held so has taken, with all that it tells."""
    lying = picture or (scene().transpose(_LYING[held]) if held in _LYING else scene())
    told = Pillow.Exif()
    told[0x0112], told[0x010F], told[0x9286] = held, SECRET.decode(), SECRET
    told.get_ifd(0x8825)[1] = SECRET.decode()
    out = BytesIO()
    if form == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Author", SECRET.decode())
        words.add_itxt("XML:com.adobe.xmp", SECRET.decode())
        lying.save(out, form, exif=told, pnginfo=words, **saved)
    else:
        lying.save(out, form, exif=told, comment=SECRET, xmp=SECRET, **saved)
    return out.getvalue()


Read = Callable[[bytes], Checked]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Checks a decision whose plan has a picture of these bytes."""
    def of_picture(data: bytes) -> Checked:
        home = project(tmp_path, qd=DECISION, kh=PLAN + _HINH)
        write_whole(home.content / "nghe_an" / "2025" / "anh.jpg", data)
        return check(home)
    return of_picture


def printed(checked: Checked, folder: Path) -> bytes:
    """The picture in the DOCX."""
    assert not checked.findings, checked.findings
    (bo,) = checked.sound
    path = folder / "thu.docx"
    path.write_bytes(docx(project(folder), checked, bo))
    (media,) = (data for name, data in read_parts(path).items() if name.startswith("word/media/"))
    return media


@pytest.mark.parametrize("held", range(1, 9))
def it_turns_a_photo_upright(held: int, read: Read, tmp_path: Path) -> None:
    checked = read(photo(held, quality=95))
    data = printed(checked, tmp_path)
    assert corner_colours(data) == ["r", "g", "b", "r"]
    (hinh,) = (hinh for bo in checked.sound for van_ban in bo for hinh in pictures(van_ban))
    assert hinh.image
    assert hinh.drawn
    assert hinh.image.pixels == (120, 80)
    assert hinh.drawn.width / hinh.drawn.height == pytest.approx(1.5, rel=0.01)


@pytest.mark.parametrize("held", [1, 6])
def it_tells_nobody_where_and_when_a_photo_was_taken(held: int, read: Read, tmp_path: Path) -> None:
    data = printed(read(photo(held) + SECRET), tmp_path)
    assert SECRET not in data
    with Pillow.open(BytesIO(data)) as picture:
        assert not dict(picture.getexif())
        assert not {"xmp", "comment", "exif"} & {*picture.info}


def it_leaves_out_what_is_told_in_a_png(read: Read, tmp_path: Path) -> None:
    data = printed(read(photo(form="PNG", dpi=(150, 150)) + SECRET), tmp_path)
    assert SECRET not in data
    with Pillow.open(BytesIO(data)) as picture:
        assert picture.info["dpi"] == pytest.approx((150, 150), abs=0.1)


def it_gives_the_same_bytes_each_time(tmp_path: Path, read: Read) -> None:
    data = photo(6)
    assert printed(read(data), tmp_path) == printed(read(data), tmp_path)


def kinds_of() -> Iterator[object]:
    for saved in ({}, {"progressive": True}, {"subsampling": 0, "optimize": True}, {"restart_marker_blocks": 1},
                  {"icc_profile": b"mau " * 20_000}):
        yield pytest.param(photo(picture=scene(97, 61), **saved), id=f"JPEG-{'-'.join(saved) or 'plain'}")
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        yield pytest.param(photo(form="PNG", picture=scene(97, 61).convert("L" if mode == "I;16" else mode).convert(mode)),
                           id=f"PNG-{mode}")


@pytest.mark.parametrize("data", list(kinds_of()))
def it_changes_no_pixel_of_a_picture_that_lies_right(data: bytes) -> None:
    out = bare(data)
    assert SECRET not in out
    assert bare(out) == out
    with Pillow.open(BytesIO(data)) as before, Pillow.open(BytesIO(out)) as after:
        assert (before.mode, before.size, before.tobytes()) == (after.mode, after.size, after.tobytes())
        assert before.info.get("icc_profile") == after.info.get("icc_profile")
        assert before.info.get("transparency") == after.info.get("transparency")


@given(st.binary(max_size=400), st.integers(0, 5), st.booleans())
def it_ends_whatever_stands_in_a_file(noise: bytes, at: int, is_png: bool) -> None:
    data = photo(form="PNG" if is_png else "JPEG")
    place = len(data) * at // 5
    out = bare(data[:max(place, 8)] + noise + data[place:])
    assert len(out) <= len(data) + len(noise) + 20


def it_takes_a_photo_whose_notes_are_damaged(read: Read, tmp_path: Path) -> None:
    data = photo(6)
    exif = data.index(b"Exif\0\0")
    assert printed(read(data[:exif + 6] + b"\xff" * 60 + data[exif + 66:]), tmp_path)


def _animated() -> bytes:
    out = BytesIO()
    scene().save(out, "PNG", save_all=True, append_images=[scene().rotate(90)])
    return out.getvalue()


@pytest.mark.parametrize(("data", "words"), [
    (photo(picture=scene().convert("CMYK")), "CMYK"), (_animated(), "ảnh động"), (photo(6, "PNG"), "nằm nghiêng"),
], ids=["for_printers", "animated", "png_on_its_side"])
def it_tells_of_what_paper_does_not_show(data: bytes, words: str, read: Read) -> None:
    (found,) = read(data).findings
    assert found.code == "C111"
    assert words in found.message
    assert found.hint


def it_prints_the_first_of_several_pictures_in_one_file(read: Read, tmp_path: Path) -> None:
    """Telephones put a map of light or of depth behind the photo."""
    out = BytesIO()
    scene().save(out, "MPO", save_all=True, append_images=[Pillow.new("RGB", (9, 9))], exif=Pillow.Exif())
    data = printed(read(out.getvalue()), tmp_path)
    assert corner_colours(data) == ["r", "g", "b", "r"]
    assert len(data) < len(out.getvalue())


def it_prints_a_photo_that_was_issued_lying_on_its_side_as_it_was_issued(tmp_path: Path) -> None:
    """Records name the file by its fingerprint, and say how large it was printed."""
    draft = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "")
    home = project(tmp_path, qd=draft, kh=PLAN + _HINH)
    folder = home.content / "nghe_an" / "2025"
    write_whole(folder / "anh.jpg", photo(6))
    assert not issue(home, folder / "qd.yaml", "2228", date(2025, 7, 15)).findings
    checked = check(home)
    (bo,) = checked.sound
    (hinh,) = (part.picture for each in checked.printed(bo).documents for part in each.body
               if getattr(part, "picture", None))  # type: ignore[union-attr]
    image = hinh.image  # type: ignore[union-attr]
    assert image
    looked: PictureFiles = checked.content.looked
    lying = type(image)(image.fingerprint, image.form, image.pixels[::-1], image.density, image.file)
    with Pillow.open(BytesIO(looked.printed(image))) as now, Pillow.open(BytesIO(looked.printed(lying))) as then:
        assert (now.size, then.size) == ((120, 80), (80, 120))
    forged = type(image)(image.fingerprint, image.form, (1, 2), image.density, image.file)
    assert looked.printed(forged) == looked.printed(image)


def it_takes_notes_out_of_the_pictures_of_a_frame(tmp_path: Path) -> None:
    frame = OfficeFrame("quyet_dinh")
    frame.parts["word/media/image1.jpeg"] = photo()
    frame.replace("</Relationships>", '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/'
                  '2006/relationships/image" Target="media/image1.jpeg"/></Relationships>',
                  "word/_rels/document.xml.rels")
    frame.replace("<Override", '<Default Extension="jpeg" ContentType="image/jpeg"/><Override', "[Content_Types].xml")
    home = project(tmp_path, qd=DECISION, kh=PLAN)
    frame.put(home)
    checked = check(home)
    assert not checked.findings
    (bo,) = checked.sound
    path = tmp_path / "thu.docx"
    path.write_bytes(docx(home, checked, bo))
    parts = read_parts(path)
    assert SECRET not in parts["word/media/image1.jpeg"]
    assert DOCUMENT in parts
