"""What is to be compared, as it was typed (a revision, a folder, nothing) → where each side is read, how much of it.

A revision is read through git's objects into a folder of ours: its files of content/ and nothing else of it. Schemas,
law and engine are those of today on both sides.
"""

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vanban.errors import WrongUse
from vanban.frames.own import FOLDER
from vanban.model.review import Version
from vanban.pipeline.compared_folders import ComparedFolder, compared_folder, names_on_paper
from vanban.pipeline.git import Blob, Repository, repository
from vanban.pipeline.own_frames import NoLooks
from vanban.pipeline.project import Project
from vanban.pipeline.typed_sides import ends_of_range, order_notes, refuse_path
from vanban.readers.catalogue import FIGURES, SHARED, YEAR
from vanban.rooms import room

# The folder of a plan in what a report says of its tasks.
_OF_PLAN = re.compile(rb"theo_ke_hoach:[ \t'\"]*([a-z0-9_]+/[0-9]{4})/")
_NOW = Version("working_tree", "bản đang sửa")


@dataclass(frozen=True, slots=True)
class Side:
    """A version, and who reads it.

    below     the folders of content/ in which something differs; None: all of them
    is_asked  whether somebody named the folders: one without documents is a mistake
    is_empty  whether it is a revision without content: from before there was any
    """

    version: Version
    project: Project
    below: frozenset[str] | None
    is_asked: bool = False
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """changed  the paths from content/ that differ; None where nothing but reading tells
    authors, made_on  of the commits between two revisions
    notes    what else is to be known of the two, in sentences
    """

    old: Side
    new: Side
    changed: frozenset[str] | None = None
    authors: tuple[str, ...] = ()
    made_on: date | None = None
    notes: tuple[str, ...] = ()


def open_sides(project: Project, base: str, head: str, rooms: ExitStack) -> Sides:
    """Both sides; `rooms` holds the folders of revisions for as long as they are read.

    base  a folder or a revision; "": HEAD; a range of git, "A..B" or "A...B" (from where B branched off), is both sides
    head  the same; "": the working tree

    Raises WrongUse for what is neither and for a folder without registers, MachineError where git cannot be asked.
    """
    if not head and base and Path(base).is_dir():
        raise WrongUse(f"{base} là thư mục; so sánh hai thư mục thì ghi cả thư mục cũ và thư mục mới")
    base, head, *notes = ends_of_range(project, base, head)
    for name in (base, head):
        refuse_path(project, name)
    folders = [compared_folder(name) if name and Path(name).is_dir() else None for name in (base, head)]
    git = None if all(folders) else repository(project.root)
    versions = _versions(project, (base or "HEAD", head), folders, git)
    changed = None if git is None or any(folders) else git.changed(versions[0].commit, versions[1].commit)
    asked = frozenset(each.below for each in folders if each and each.below) or None
    below = asked if changed is None else _folders(changed)
    notes += order_notes(git, versions)
    empty = [_is_empty(git, each) for each in versions]
    notes += [f"{each.name} chưa có tệp YAML nào trong content/." for each in versions if _is_empty(git, each)]
    if all(empty):
        raise WrongUse(f"cả {versions[0].name} và {versions[1].name} đều chưa có tệp YAML nào trong content/")
    if git and changed and below:
        below |= _reporting(git, [each.commit for each in versions], below)
    old, new = (replace(_side(project, version, folder, git, below, rooms), is_empty=is_empty)
                for version, folder, is_empty in zip(versions, folders, empty, strict=True))
    if git is None or changed is None:
        return Sides(old, new, notes=tuple(notes))
    authors, day = git.between(old.version.commit, new.version.commit or "HEAD")
    return Sides(old, new, frozenset(changed), authors, day, tuple(notes))


def _is_empty(git: Repository | None, version: Version) -> bool:
    """Whether a revision has no file that is read."""
    return bool(git and version.kind == "revision"
                and not any(blob.path.endswith((".yaml", ".yml")) for blob in git.files(version.commit)))


def _versions(
    project: Project, names: Iterable[str], folders: Sequence[ComparedFolder | None], git: Repository | None
) -> list[Version]:
    on_paper = iter(names_on_paper(project.root, [each for each in folders if each]))
    return [Version("folder", next(on_paper)) if folder else _of_git(name, git)
            for name, folder in zip(names, folders, strict=True)]


def _of_git(name: str, git: Repository | None) -> Version:
    if git is None:
        raise ValueError("a revision without a repository")
    return git.version(name) if name else _NOW


def _folders(changed: Iterable[str]) -> frozenset[str] | None:
    """The folders whose documents may be other: of a year, else of an office; all where a register is, or what a unit
    reports, which any document may speak of."""
    found: set[str] = set()
    for path in changed:
        office, *inside = path.split("/")
        if office == SHARED or not inside or FIGURES in inside[:-1]:
            return None
        if inside[0] != FOLDER:
            found.add(f"{office}/{inside[0]}" if YEAR.fullmatch(inside[0]) and inside[1:] else office)
    return frozenset(found)


def _reporting(git: Repository, commits: Iterable[str], below: frozenset[str]) -> frozenset[str]:
    """The folders of reports, on either side, that speak of the tasks of a plan in one of the folders `below`."""
    found: set[str] = set()
    for commit in commits:
        for path, line in git.saying("theo_ke_hoach:", commit):
            plan = _OF_PLAN.search(line.encode())
            if plan and any(f"{plan[1].decode()}/".startswith(f"{folder}/") for folder in below):
                found |= _folders([path]) or frozenset()
    return frozenset(found)


def _side(
    project: Project, version: Version, folder: ComparedFolder | None, git: Repository | None,
    below: frozenset[str] | None, rooms: ExitStack,
) -> Side:
    """Who reads a version, and how much. Beside a folder that is a part of its content, the same part of a revision."""
    if folder:
        own = frozenset({folder.below}) if folder.below else None
        return Side(version, replace(project, elsewhere=folder.content), own, is_asked=True)
    if git is None or version.kind == "working_tree":
        return Side(version, project, below)
    home = rooms.enter_context(room()) / "content"
    home.mkdir()
    _write(home, git, version.commit, below)
    return Side(version, replace(project, elsewhere=home, looks=NoLooks()), below)


def _write(home: Path, git: Repository, commit: str, below: frozenset[str] | None) -> None:
    """Writes the files of a revision, without the frames of offices, which change no word; and those of the folders of
    plans that these speak of."""
    files = list(git.files(commit))
    wanted = [blob for blob in files if _is_wanted(blob.path, below)]
    plans = _put(home, git, wanted)
    _put(home, git, [blob for blob in files if blob not in wanted and _is_wanted(blob.path, plans)])


def _put(home: Path, git: Repository, blobs: Iterable[Blob]) -> frozenset[str]:
    """Writes these files. The folders of the plans whose tasks they speak of."""
    plans: set[str] = set()
    for blob, data in git.read(list(blobs)):
        path = home / blob.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if blob.is_link:
            with suppress(OSError):  # Windows makes none; what is no file is told and not read anyway
                path.symlink_to(os.fsdecode(data))
        else:
            path.write_bytes(data)
            plans.update(found.decode() for found in _OF_PLAN.findall(data) if path.suffix == ".yaml")
    return frozenset(plans)


def _is_wanted(path: str, below: frozenset[str] | None) -> bool:
    parts = path.split("/")
    if ".." in parts or FOLDER in parts[1:2]:
        return False
    if below is None or parts[0] == SHARED or FIGURES in parts[:-1]:
        return True
    return any(path.startswith(f"{folder}/") for folder in below)
