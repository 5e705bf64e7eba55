"""The page frames that offices keep in content/<don_vi>/mau: where they are. Who opens them is chosen by the caller.

Opening frames loads Jinja, docxtpl and lxml. A checkout whose offices have no frames of their own is checked without
these: it is given `NoLooks`, any other one `pipeline.offices.Looks`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from vanban.findings import Finding
from vanban.frames.own import FOLDER, frame_files, is_own
from vanban.guard import Guard
from vanban.model.document import BoVanBan
from vanban.readers.catalogue import name_of
from vanban.readers.content import Content
from vanban.setting import Setting
from vanban.the_thuc import TheThuc


class FoundInFrames(Protocol):
    """What was found in the frames of some offices."""

    @property
    def findings(self) -> Sequence[Finding]:
        """Of the frames themselves."""
        ...

    def without_place(self, office: str, bo: BoVanBan, setting: Setting) -> Mapping[str, tuple[str, frozenset[str]]]:
        """By the id of each document of a set: the frame of its office, and the zones that this has no place for."""
        ...


class Looks(Protocol):
    """What the frames of offices change, and what is wrong with them."""

    def check(self, content: Path, templates: Path, offices: Sequence[str], guard: Guard) -> FoundInFrames:
        """What is found in the frames of `offices`, all of which have their own; `guard` stands around each frame."""
        ...

    def restyled(self, frame: Path, the_thuc: TheThuc) -> TheThuc:
        """`the_thuc` with page and styles of an office's frame; as it is where that is at fault."""
        ...


@dataclass(frozen=True, slots=True)
class Nothing:
    """What is found where there are no frames."""

    findings: Sequence[Finding] = ()

    def without_place(self, office: str, bo: BoVanBan, setting: Setting) -> Mapping[str, tuple[str, frozenset[str]]]:
        return {}


NOTHING = Nothing()


class NoLooks:
    """For a checkout without frames of offices; a frame is never passed over."""

    def check(self, content: Path, templates: Path, offices: Sequence[str], guard: Guard) -> FoundInFrames:
        assert not offices, f"nobody was given who opens the frames of {offices}"
        return NOTHING

    def restyled(self, frame: Path, the_thuc: TheThuc) -> TheThuc:
        raise AssertionError(f"nobody was given who opens {frame}")


def office_of(content: Content, bo: BoVanBan) -> str:
    """The folder of content/ that a set stands in."""
    return content.file_of(bo.van_ban).split("/")[1]


def own_frames(content: Content, bo: BoVanBan, setting: Setting) -> dict[str, Path]:
    """The office's own frames that the documents of a set are printed in, by their names in findings; its folder of
    them alone, where that is no folder."""
    folder = content.root / office_of(content, bo) / FOLDER
    if not folder.is_dir() and not folder.is_symlink():
        return {}
    paths = frame_files(bo, content.root, folder.parent.name, setting).values() if is_own(folder) else [folder]
    return {name_of(path, content.root): path for path in paths if path.exists() or path.is_symlink()}


def offices_with_frames(content: Path, targets: Sequence[Path] = ()) -> list[str]:
    """The offices with a folder of frames that `targets` (none: everything) reach."""
    folders = [folder for folder in content.iterdir() if is_own(folder / FOLDER)]
    return sorted(folder.name for folder in folders if not targets or any(
        target == folder or target in folder.parents or folder in target.parents for target in targets
    ))
