"""An issued document without words kept beside it → the record that was once written of it: beside its old name, or in
git. Files and git's objects are read, nothing is written.

The record of a document is known by its name, else by what it was printed with: its number, its day, its symbol.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

from vanban.errors import MachineError, WrongUse
from vanban.findings import Finding, Place, finding
from vanban.model.document import BoVanBan
from vanban.model.frozen import Frozen, fingerprint
from vanban.model.zones import Zones
from vanban.pipeline.checking import Checked
from vanban.pipeline.git import Repository, lies_in_git, repository
from vanban.pipeline.project import Project
from vanban.readers.catalogue import RECORD
from vanban.readers.from_frozen import read_frozen
from vanban.readers.kept_records import without_its_document
from vanban.text import upper_first

# A repository of ten thousand commits answers within three.
_SECONDS = 30.0
# So many versions are held at a time; so many letters name a commit.
_AT_ONCE = 32
_SHORT = 12
_DIGITS = re.compile("[0-9]+")
_KEPT = "Văn bản này đã ban hành và lời văn đã lưu khi ấy còn {}; máy không lưu lời văn hôm nay thay vào."
_TAKEN_BACK = "Lần ban hành ấy đã hủy thì xóa số, ngày trong tệp rồi ban hành lại bằng lệnh issue."
_NOT_ASKED = (
    "Chưa tìm được trong git xem văn bản này có tệp lưu khi ban hành từ trước hay không: {} Tự tìm: git log --all -- {}"
)


class Searched(NamedTuple):
    """What forbids that today's words are kept; a sentence where git could not be asked."""

    findings: tuple[Finding, ...]
    told: str = ""


class _Found(NamedTuple):
    """A record, from content/; the commit that has it, "" where it is staged, None where it lies there as a file."""

    path: str
    commit: str | None


@dataclass(frozen=True, slots=True)
class _Sought:
    """The document whose record is looked for.

    path    of its own record, from content/
    text    the fingerprint of its file
    zones   with which it would be printed today
    needs_words  whether a record without words is of no use: it has one
    """

    path: str
    text: str
    zones: Zones
    needs_words: bool

    def is_kept_in(self, path: str, raw: bytes) -> bool:
        """Whether that is its record, or was."""
        kept = read_frozen(path, raw)[0]
        if kept is None or self.needs_words and kept.loi_van is None:
            return False
        if kept.loi_van is None:
            return path == self.path or self.text in kept.tep.values()
        return self._is_issued_as(path, kept, kept.loi_van.issuing.zones)

    def _is_issued_as(self, path: str, kept: Frozen, zones: Zones) -> bool:
        if _act(zones) != _act(self.zones):
            return False
        of_office = path.partition("/")[0] == self.path.partition("/")[0]
        has_symbol = zones.so_ky_hieu.text == self.zones.so_ky_hieu.text
        return path == self.path or of_office and has_symbol or self.text in kept.tep.values()


def lost_record(project: Project, checked: Checked, bo: BoVanBan, record: str) -> Searched:
    """Tells where the record of `bo` is, one of the sound sets, whose own at `record` is missing or has no words."""
    content = checked.content
    file = content.file_of(bo.van_ban)
    home = f"{content.root.name}/"
    sought = _Sought(record.removeprefix(home), fingerprint(content.sources[file].text),
                     checked.printed(bo).issuing.zones, file in content.frozen)
    told = ""
    found = next(_beside_old_name(checked, sought), None)
    if found is None and lies_in_git(project.root):
        try:
            found = _in_git(repository(project.root, _SECONDS), sought)
        except (MachineError, WrongUse) as error:
            told = _NOT_ASKED.format(error, quoted(record))
    if found is None:
        return Searched((), told)
    place = content.places[bo.van_ban.origin_of("so_van_ban")]
    return Searched((_finding(place, found, record, home),))


def _beside_old_name(checked: Checked, sought: _Sought) -> Iterator[_Found]:
    home = f"{checked.content.root.name}/"
    for entry in without_its_document(checked.content.there.of("ban_hanh")):
        path = entry.name.removeprefix(home)
        if sought.is_kept_in(path, entry.path.read_bytes()):
            yield _Found(path, None)


def _in_git(git: Repository, sought: _Sought) -> _Found | None:
    versions = sorted(git.every_version(RECORD), key=lambda blob: blob.path != sought.path)
    waiting = iter(versions)
    while some := list(islice(waiting, _AT_ONCE)):
        for blob, raw in git.read(some):
            if sought.is_kept_in(blob.path, raw):
                return _Found(blob.path, git.commit_of(blob))
    return None


def _act(zones: Zones) -> tuple[list[str], list[str]]:
    """The number and the day of a document as it is printed."""
    return _DIGITS.findall(zones.so_ky_hieu.text)[:1], _DIGITS.findall(zones.ngay_thang.text)


def _finding(place: Place, found: _Found, record: str, home: str) -> Finding:
    kept = f"{home}{found.path}"
    steps = [] if kept == record else [f"đổi tên tệp này lại thành {_document(kept, place.file)}"]
    if found.commit is not None:
        words = ["git", "checkout", found.commit[:_SHORT], "--", quoted(kept)]
        steps.append(f"chạy “{' '.join(filter(None, words))}” để lấy lại tệp lưu")
    where = f"ở tệp {kept}" if found.commit is None else f"trong git (tệp {kept})"
    return finding("S195", place, _KEPT.format(where), f"{upper_first(', rồi '.join(steps))}. {_TAKEN_BACK}")


def _document(record: str, today: str) -> str:
    return f"{record.removesuffix(RECORD)}{PurePosixPath(today).suffix}"


def quoted(path: str) -> str:
    """A path as a shell takes it for one word."""
    return f'"{path}"' if " " in path else path
