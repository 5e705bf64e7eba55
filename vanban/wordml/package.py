"""The bytes of a .docx → its parts. Limits are checked in the directory of the zip, before anything is inflated.

A frame of ours has 13 parts and 30 KB; a picture, and what Word adds, leave much room below the limits.
"""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from vanban.errors import VanBanError

_MEGABYTE = 1_000_000
MAX_FILE, MAX_PARTS, MAX_XML, MAX_PART, MAX_TOTAL = 10 * _MEGABYTE, 300, 2 * _MEGABYTE, 8 * _MEGABYTE, 30 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a package may be, how many parts it may have, how large a part of XML, another part, and all may be
    when inflated; in bytes."""

    file: int
    parts: int
    xml: int
    part: int
    total: int


OF_FRAMES = Limits(MAX_FILE, MAX_PARTS, MAX_XML, MAX_PART, MAX_TOTAL)
# Of documents that we have written: as long as a page is long enough to say, and no longer than memory.
OF_DOCUMENTS = Limits(1000 * _MEGABYTE, 100_000, 1000 * _MEGABYTE, 1000 * _MEGABYTE, 4000 * _MEGABYTE)


class NotAPackage(VanBanError):
    """The bytes cannot be read as a zip."""


class RefusedPackage(VanBanError):
    """A zip that no Word has written: too much of something, or names that lead elsewhere."""


def read_parts(package: bytes, limits: Limits = OF_FRAMES) -> dict[str, bytes]:
    """The parts by name, in the order of the zip. Raises NotAPackage, RefusedPackage."""
    if len(package) > limits.file:
        raise RefusedPackage(f"Tệp nặng {_megabytes(len(package))}; nhiều nhất {_megabytes(limits.file)}.")
    try:
        with zipfile.ZipFile(BytesIO(package)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_directory(entries, limits)
            return {entry.filename: _inflated(archive, entry) for entry in entries}
    except RefusedPackage:
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        raise NotAPackage("Tệp không phải là tệp Word (.docx) đọc được.") from error


def _check_directory(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.parts:
        raise RefusedPackage(f"Tệp gồm {len(entries)} phần; nhiều nhất {limits.parts}.")
    if (total := sum(entry.file_size for entry in entries)) > limits.total:
        raise RefusedPackage(f"Tệp mở ra thành {_megabytes(total)}; nhiều nhất {_megabytes(limits.total)}.")
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        limit = limits.xml if name.lower().endswith((".xml", ".rels")) else limits.part
        if entry.file_size > limit:
            raise RefusedPackage(
                f"Phần “{name[:80]}” mở ra thành {_megabytes(entry.file_size)}; nhiều nhất {_megabytes(limit)}."
            )
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            raise RefusedPackage(f"Phần “{name[:80]}” trỏ ra ngoài tệp.")
        if name.lower() in seen:
            raise RefusedPackage(f"Phần “{name[:80]}” có hai lần.")
        if entry.flag_bits & 1:
            raise RefusedPackage("Tệp đặt mật khẩu nên không đọc được.")
        seen.add(name.lower())


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One part; a size that the directory understates is never inflated beyond what it states."""
    with archive.open(entry) as part:
        return part.read(entry.file_size + 1)


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:.1f} MB".replace(".", ",")
