"""Two sides as they were read → the files of documents that are not compared, each with why: of what is not seen nobody
may say that it did not change, nor that it is new."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from vanban.compare.outline import documents, sheet
from vanban.guard import Crashed
from vanban.pipeline.checking import Checked
from vanban.pipeline.sides import reading_of
from vanban.pipeline.versions import Side
from vanban.readers.content import Content

# What a file says that it is, which is no document.
_REGISTER = "loai_du_lieu"
_UNREADABLE = "không đọc được"
_AT_FAULT = "tệp còn lỗi nên chưa đọc hết được"
_IN_NO_SET = "không nằm trong bộ văn bản nào"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """why      by the path of a file, or of a folder that cannot be entered, from content/: each reason with the names
             of the sides that it is true of
    files    of both sides
    """

    why: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    files: frozenset[str] = frozenset()

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self.why))

    def documents(self) -> frozenset[str]:
        """The files that are left out, those in folders among them."""
        inside = (file for file in self.files if any(file.startswith(f"{path}/") for path in self.why))
        return frozenset((*self.why, *inside))

    def told(self) -> Iterator[str]:
        """A sentence for each."""
        for path in self.paths:
            reasons = (f"{reason} ở {' và '.join(names)}" for reason, names in self.why[path].items())
            yield f"Chưa so sánh {path}: {'; '.join(reasons)}."


def left_out(sides: Iterable[tuple[Side, Checked | None]]) -> LeftOut:
    """What is not compared of these sides."""
    why: dict[str, dict[str, list[str]]] = {}
    files: set[str] = set()
    for side, checked in sides:
        found = dict.fromkeys(_links(side), _UNREADABLE) | (_apart(checked) if checked else {})
        for path, reason in found.items():
            why.setdefault(path, {}).setdefault(reason, []).append(side.version.name)
        files |= {_inside(name) for name in checked.content.sources} if checked else set()
    return LeftOut(why, frozenset(files))


def _apart(checked: Checked) -> dict[str, str]:
    """By their paths from content/ the files that could not be read, and those of documents that no set has."""
    content = checked.content
    found = dict.fromkeys((*content.unread, *content.crashed, *_of_no_document(content)), _UNREADABLE)
    for fault in content.there.findings:
        if not any(f"{name}/".startswith(f"{fault.file}/") for name in content.sources):  # else it was told and read
            found[fault.file] = _UNREADABLE
    taken = {(_folder(file), van_ban.ma): file for bo in content.sets for van_ban in bo
             if (file := content.file_of(van_ban))}
    for van_ban in content.in_no_set:
        file = content.file_of(van_ban)
        first = taken.get((_folder(file), van_ban.ma))
        found.setdefault(file, f"trùng mã “{van_ban.ma}” với {_inside(first)} là tệp được so," if first else _IN_NO_SET)
    found |= dict.fromkeys(_unfinished(checked) - found.keys(), _AT_FAULT)
    return {_inside(name): reason for name, reason in found.items()}


def _unfinished(checked: Checked) -> set[str]:
    """The files with errors because of which their documents cannot be laid out: what reads a document counts on one
    without any."""
    at_fault = {found.file for found in checked.findings if found.level == "error"}
    crashed = Crashed()
    for each in documents(reading_of(checked)) if at_fault else ():
        if each.file in at_fault:
            crashed(each.file, partial(sheet, each))
    return {*crashed.errors}


def _of_no_document(content: Content) -> Iterator[str]:
    """The files that are YAML with an error because of which nothing was made of them: no kind is said, or another."""
    made = {content.file_of(each) for each in (*(van_ban for bo in content.sets for van_ban in bo), *content.in_no_set)}
    at_fault = {found.file for found in content.findings if found.level == "error"}
    for entry in content.there.of("van_ban"):
        source = content.sources.get(entry.name)
        is_register = source is not None and isinstance(source.data, dict) and _REGISTER in source.data
        if entry.name not in made and entry.name in at_fault and not is_register:
            yield entry.name


def _links(side: Side) -> Iterator[str]:
    """The files and folders of a part of content/ that are links: a folder that has nothing else is not read at all."""
    content = side.project.content
    for name in side.below or ():
        for path in (content / name, *(content / name).rglob("*")):
            if path.is_symlink() and path.suffix.lower() in ("", ".yaml", ".yml"):
                yield path.relative_to(content).as_posix()


def _folder(file: str) -> str:
    return file.rpartition("/")[0]


def _inside(name: str) -> str:
    return name.partition("/")[2]
