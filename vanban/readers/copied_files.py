"""The PDF files that copies are made of (`tep_sao`) → their bytes, and what these say at first sight (`pdf_bytes`)."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from posixpath import normpath

from vanban.errors import system_words
from vanban.pdf_bytes import is_signed, pdf_fault
from vanban.readers.named_files import NamedFiles
from vanban.slips import Names
from vanban.text import nfc

MAX_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """A PDF: its name below content/, its bytes and their fingerprint, whether somebody signed it digitally."""

    name: str
    data: bytes
    fingerprint: str
    is_signed: bool


@dataclass(frozen=True, slots=True)
class Unfit(Exception):
    """Why a file does not serve: the rest of a finding at the line that names it."""

    message: str
    hint: str


@dataclass(slots=True)
class CopiedFiles:
    """Those below one content folder, each read once."""

    root: Path
    _named: NamedFiles = field(init=False)
    _seen: dict[str, CopiedFile | Unfit] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._named = NamedFiles(self.root)

    def open(self, tep: str, folder: str) -> CopiedFile | Unfit:
        """The file that `tep` names from the `folder` of a document (“content/…”), or why it does not serve."""
        name = normpath(f"{folder}/{tep}")
        if name not in self._seen:
            try:
                self._seen[name] = _read(name, self._bytes(name, tep, self.root.parent / folder), tep)
            except Unfit as fault:
                self._seen[name] = fault
        return self._seen[name]

    def _bytes(self, name: str, tep: str, folder: Path) -> bytes:
        if PureWindowsPath(tep).anchor or not name.startswith(f"{self.root.name}/"):
            raise Unfit(f"Đường dẫn “{tep}” ra ngoài thư mục content/.",
                        "Chép tệp PDF vào thư mục cạnh văn bản, ví dụ van_ban_den/, rồi ghi đường dẫn từ thư mục ấy.")
        try:
            path = self.root.parent / name
            there = self._named.at(path)
            if os.path.lexists(path) if there is None else not there.resolve().is_relative_to(self.root.resolve()):
                raise _no_file(tep)
            if there is None:
                raise _missing(tep, folder)
            if there.stat().st_size > MAX_BYTES:
                raise Unfit(f"Tệp “{tep}” quá lớn: trên 100 MB.", "Quét lại ở 200 - 300 dpi.")
            return there.read_bytes()
        except OSError as error:
            raise Unfit(f"Không đọc được tệp “{tep}”: {system_words(error)}.",
                        "Mở quyền đọc cho tệp, hoặc chép lại tệp.") from error


def _missing(tep: str, folder: Path) -> Unfit:
    close = Names(_pdfs_below(folder)).nearest(tep)
    return Unfit(f"Không có tệp PDF “{tep}”.", f"Có phải “{close}”?" if close else
                 "Chép tệp vào thư mục cạnh văn bản; “tep_sao” ghi đường dẫn tính từ thư mục của văn bản.")


def _no_file(tep: str) -> Unfit:
    return Unfit(f"“{tep}” không phải là tệp thường trong content/ (thư mục, liên kết ra ngoài hay hỏng).",
                 "Xóa thư mục hay liên kết ấy, chép hẳn tệp PDF vào chỗ đó.")


def _pdfs_below(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() == ".pdf" and path.is_file():
            yield nfc(path.relative_to(folder).as_posix())


def _read(name: str, data: bytes, tep: str) -> CopiedFile:
    if fault := pdf_fault(data):
        raise Unfit(f"Tệp “{tep}” {fault.words}, không sao được.", fault.way_out)
    return CopiedFile(name, data, hashlib.sha256(data).hexdigest(), is_signed(data))
