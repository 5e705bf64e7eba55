"""One walk over content/ → what is there: unit, year, kind, path and size of every file. Nothing is read.

What cannot be read, or would be another file on another machine, is a finding here and is left out: links, pipes and
devices, files of a size that no text has, folders without end, names that are not text or that Windows does not take,
names that differ only by the size of letters.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vanban import datatypes
from vanban.findings import Finding, Place, finding
from vanban.invisible import first_forbidden
from vanban.invisible import name_of as name_of_character
from vanban.text import nfc

SHARED = datatypes.SHARED
FIGURES = "so_lieu"
# A document or a register as YAML, figures of a unit, what was kept of an issued set, a picture, a page frame.
Kind = Literal["van_ban", "so_sach", "so_lieu", "ban_hanh", "hinh", "mau"]
YEAR = re.compile("(19|20)[0-9]{2}")
YAML = (".yaml", ".yml")
# How the name of what is kept of an issued set ends.
RECORD = ".ban_hanh.json"
_KINDS: dict[str, Kind] = {".docx": "mau", ".png": "hinh", ".jpg": "hinh", ".jpeg": "hinh"}
# What an editor or Windows puts behind the name that was meant.
_HIDDEN_YAML = re.compile(r"\.ya?ml\.(txt|text|docx?|rtf)$", re.IGNORECASE)
# Of what is read as text: a thousand times what officers write. A book of a thousand pages has 3 MB.
MAX_TEXT = 20_000_000
_TEXTS: tuple[Kind, ...] = ("van_ban", "so_sach", "so_lieu", "ban_hanh")
# Folders inside each other, below the content folder.
_DEEPEST = 20
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_NOT_FOR_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ]$|^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file. `name` is its name in findings; `don_vi` and `nam` are "" where it lies outside of such folders."""

    path: Path
    name: str
    kind: Kind
    don_vi: str
    nam: str
    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The files below the folders that were asked for, registers first, each folder in alphabetical order."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]

    def of(self, *kinds: Kind) -> Iterator[Entry]:
        """The entries of these kinds."""
        return (entry for entry in self.entries if entry.kind in kinds)


def catalogue(root: Path, folders: Sequence[Path] | None = None) -> Catalogue:
    """What lies below dung_chung/ and the `folders` (default: all of `root`). Hidden files are a system's own."""
    walk = _Walk(root)
    asked = [root] if folders is None else [root / SHARED, *folders]
    for folder in asked:
        if folder.is_symlink() and folder != root:
            walk.told(folder, *_LINK)
        elif folder.is_dir() and not any(above in asked for above in folder.parents) \
                and all(walk.is_named_well(folder, name) for name in folder.relative_to(root).parts):
            walk.folder(folder)
    entries = sorted(set(walk.entries), key=lambda entry: (entry.kind != "so_sach", entry.path))
    return Catalogue(tuple(entries), tuple(dict.fromkeys(walk.findings)))


def figures_entry(path: Path, root: Path) -> Entry:
    """The entry of a file of figures that was found without a walk."""
    return _entry(path, root, "so_lieu", path.stat())


def _entry(path: Path, root: Path, kind: Kind, info: os.stat_result) -> Entry:
    folders = path.relative_to(root).parts[:-1]
    years = [part for part in folders if YEAR.fullmatch(part)]
    return Entry(path, name_of(path, root), kind, folders[0] if folders else "", years[-1] if years else "",
                 info.st_size, info.st_mtime_ns)


class _Walk:
    def __init__(self, root: Path) -> None:
        self._root = root
        self.entries: list[Entry] = []
        self.findings: list[Finding] = []

    def folder(self, folder: Path) -> None:
        if len(folder.relative_to(self._root).parts) > _DEEPEST:
            self.told(folder, f"Thư mục lồng nhau quá {_DEEPEST} bậc nên không được đọc.", "Chuyển tệp ra ngoài.")
            return
        try:
            with os.scandir(folder) as found:
                inside = sorted((each for each in found if not each.name.startswith(".")), key=lambda each: each.name)
        except OSError as error:
            self.told(folder, f"Không đọc được thư mục: {error.strerror}.", "Mở quyền đọc cho thư mục.")
            return
        self._same_elsewhere(inside)
        for each in inside:
            if self.is_named_well(Path(each.path), each.name):
                self._take(each)

    def _take(self, each: os.DirEntry[str]) -> None:
        path, info = Path(each.path), each.stat(follow_symlinks=False)
        if stat.S_ISDIR(info.st_mode):
            if _is_yaml(path):
                self.told(path, "Đây là thư mục mang tên như một tệp.", "Bỏ đuôi “.yaml” ở tên thư mục.")
            self.folder(path)
        elif stat.S_ISREG(info.st_mode):
            self._file(path, info)
        elif self._kind(path) not in (None, "hinh") or path.is_dir():
            self.told(path, *_WORDS.get(stat.S_IFMT(info.st_mode), _OTHER))

    def _file(self, path: Path, info: os.stat_result) -> None:
        if _HIDDEN_YAML.search(path.name):
            meant = path.name[: path.name.rindex(".")]
            self.told(path, f"Tệp có đuôi “{path.suffix}” nên không được đọc.", f"Đổi tên tệp thành “{meant}”.")
        elif (kind := self._kind(path)) in _TEXTS and info.st_size > MAX_TEXT:
            self.told(path, f"Tệp nặng {info.st_size // 1_000_000} MB, không phải là tệp chữ, nên không được đọc.",
                       "Xem tệp có phải là tệp khác bị đổi tên không; văn bản dài thì chia thành nhiều tệp.")
        elif kind:
            self.entries.append(_entry(path, self._root, kind, info))

    def _kind(self, path: Path) -> Kind | None:
        folders = path.relative_to(self._root).parts[:-1]
        if _is_yaml(path):
            return "so_sach" if SHARED in folders[:1] else "so_lieu" if FIGURES in folders else "van_ban"
        return "ban_hanh" if path.name.endswith(RECORD) else _KINDS.get(path.suffix.lower())

    def is_named_well(self, path: Path, name: str) -> bool:
        """Whether a name on the way to `path` can be read and printed; what is at fault in it is told at `path`. One
        that only Windows would not take is told and taken."""
        if _CONTROL.search(name) or not _is_text(name):
            self.told(path, "Tên có ký tự không in được, nên không được đọc.", "Đặt lại tên, không dùng ký tự lạ.")
            return False
        if unseen := first_forbidden(name):
            self.told(path, f"Tên có ký tự không nhìn thấy ({name_of_character(unseen)}), nên không được đọc.",
                      "Đặt lại tên: xóa hẳn tên cũ rồi gõ lại, không dán.")
            return False
        if _NOT_FOR_WINDOWS.search(name):
            self.told(path, "Máy Windows không nhận tên này, nên ở đó sẽ thiếu tệp.",
                       "Đặt lại tên; tên gồm chữ thường không dấu, chữ số và dấu gạch dưới.")
        return True

    def _same_elsewhere(self, inside: Iterable[os.DirEntry[str]]) -> None:
        """Tells of names that are one on Windows and macOS: there one of the files would be lost."""
        first: dict[str, str] = {}
        for each in inside:
            other = first.setdefault(nfc(each.name).casefold(), each.name)
            if other != each.name:
                self.told(
                    Path(each.path), f"Tên này và “{_shown(other)}” chỉ khác chữ hoa, chữ thường hoặc cách ghi dấu; "
                    "máy Windows và macOS coi là một tệp.", "Đổi tên một trong hai.",
                )

    def told(self, path: Path, message: str, hint: str) -> None:
        self.findings.append(finding("S107", Place(self._name(path)), message, hint))

    def _name(self, path: Path) -> str:
        return name_of(path, self._root)


_LINK = ("Đây là liên kết đến nơi khác nên không được đọc.", "Chép hẳn tệp hoặc thư mục vào đây, xóa liên kết.")
_OTHER = ("Đây không phải là tệp thường nên không được đọc.", "Xóa đi, tạo lại tệp.")
_WORDS = {stat.S_IFLNK: _LINK}


def name_of(path: Path, root: Path) -> str:
    """`path` as findings show it: from the folder that holds the content folder, every character one that prints."""
    return _shown(f"{root.name}/{path.relative_to(root).as_posix()}")


def _shown(name: str) -> str:
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    text = _CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
    return "".join(f"\\u{ord(each):04x}" if first_forbidden(each) else each for each in text) \
        if first_forbidden(text) else text


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in YAML
