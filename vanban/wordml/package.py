"""The bytes of a .docx → its parts. Limits are checked in the directory of the zip, before anything is inflated.

A frame of ours has 13 parts and 30 KB; a picture, and what Word adds, leave much room below the limits.
"""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from vanban.errors import VanBanError

_MEGABYTE = 1_000_000
MAX_FILE, MAX_PARTS, MAX_XML, MAX_PART, MAX_TOTAL = 10 * _MEGABYTE, 300, 2 * _MEGABYTE, 8 * _MEGABYTE, 30 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a package may be, how many parts it may have, how large a part of XML, another part, and all that are
    read may be when inflated; in bytes."""

    file: int
    parts: int
    xml: int
    part: int
    total: int


OF_FRAMES = Limits(MAX_FILE, MAX_PARTS, MAX_XML, MAX_PART, MAX_TOTAL)
# Of documents that we have written: as long as a page is long enough to say, and no longer than memory.
OF_DOCUMENTS = Limits(1000 * _MEGABYTE, 100_000, 1000 * _MEGABYTE, 1000 * _MEGABYTE, 4000 * _MEGABYTE)
# Of any Word file, whose XML alone is read: a thousand pages with photographs, and no more than memory.
OF_FOREIGN = Limits(500 * _MEGABYTE, 20_000, 60 * _MEGABYTE, 500 * _MEGABYTE, 100 * _MEGABYTE)
# What zipfile and what inflates for it say of bytes that are no zip.
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, NotImplementedError, OSError, EOFError,
           RuntimeError, ValueError, OverflowError)


class NotAPackage(VanBanError):
    """The bytes cannot be read as a zip."""


class RefusedPackage(VanBanError):
    """A zip that no Word has written: too much of something, or names that lead elsewhere."""


def read_parts(package: bytes, limits: Limits = OF_FRAMES, wanted: Callable[[str], bool] = lambda name: True
               ) -> dict[str, bytes]:
    """The parts by name, in the order of the zip; only those that are wanted are inflated. Raises NotAPackage,
    RefusedPackage."""
    with _archive(package, limits) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        _check_directory(entries, limits, wanted)
        return {entry.filename: _inflated(archive, entry) for entry in entries if wanted(entry.filename)}


def read_directory(package: bytes, limits: Limits) -> list[zipfile.ZipInfo]:
    """What the zip says of its members; nothing is inflated. Raises NotAPackage, RefusedPackage."""
    with _archive(package, limits) as archive:
        return [entry for entry in archive.infolist() if not entry.is_dir()]


@contextmanager
def _archive(package: bytes, limits: Limits) -> Iterator[zipfile.ZipFile]:
    if len(package) > limits.file:
        raise RefusedPackage(f"Tệp nặng {_megabytes(len(package))}; nhiều nhất {_megabytes(limits.file)}.")
    try:
        with zipfile.ZipFile(BytesIO(package)) as archive:
            yield archive
    except _BROKEN as error:
        raise NotAPackage("Tệp không phải là tệp Word (.docx) đọc được.") from error


def _check_directory(entries: list[zipfile.ZipInfo], limits: Limits, wanted: Callable[[str], bool]) -> None:
    if len(entries) > limits.parts:
        raise RefusedPackage(f"Tệp gồm {len(entries)} phần; nhiều nhất {limits.parts}.")
    if (total := sum(entry.file_size for entry in entries if wanted(entry.filename))) > limits.total:
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
