"""Page frames: an office's own before those of templates/."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from vanban.doctypes import doctypes
from vanban.errors import FrameError, system_words
from vanban.findings import Finding
from vanban.frames.checking import OfficeFrames
from vanban.frames.checking.offices import check_offices, zones_without_place
from vanban.frames.own import FOLDER, is_own
from vanban.frames.prepared import Frame, prepare
from vanban.guard import Guard
from vanban.model.document import BoVanBan
from vanban.pipeline.project import Project
from vanban.setting import Setting
from vanban.the_thuc import TheThuc, latest, profiles


def frames(project: Project, don_vi: str) -> Callable[[str], Frame]:
    """How the writer finds a frame: the office's own first, then templates/. Each is looked for once."""
    own, ours = project.content / don_vi / FOLDER, project.templates
    has_own = is_own(own)

    @cache
    def frame_of(name: str) -> Frame:
        path = own / f"{name}.docx"
        return frame_at(path if has_own and is_own(path) else ours / path.name)
    return frame_of


class OfficeLooks:
    """Opens the frames of offices (`pipeline.own_frames.Looks`)."""

    def check(self, content: Path, templates: Path, offices: Sequence[str], guard: Guard) -> "Found":
        """What is found in the frames of `offices`. Raises FrameError where those of templates/ cannot be read."""
        if not offices:
            return Found({})
        return Found(check_offices(content, offices, templates, doctypes(), map(latest, profiles()), guard))

    def restyled(self, frame: Path, the_thuc: TheThuc) -> TheThuc:
        """`the_thuc` with page and styles of a frame; as it is where that is at fault."""
        try:
            return frame_at(frame).restyle(the_thuc)
        except FrameError:
            return the_thuc


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in the frames of each office (`pipeline.own_frames.FoundInFrames`)."""

    by_office: Mapping[str, OfficeFrames]

    @property
    def findings(self) -> list[Finding]:
        return [found for office in self.by_office.values() for found in office.findings]

    def without_place(self, office: str, bo: BoVanBan, setting: Setting) -> dict[str, tuple[str, frozenset[str]]]:
        """By the id of each document of a set: the frame of its office, and the zones that this has no place for."""
        return zones_without_place(bo, self.by_office[office], setting) if office in self.by_office else {}


def frame_at(path: Path) -> Frame:
    try:
        return _prepared(path, path.stat().st_mtime_ns)
    except OSError:
        return _prepared(path, 0)


@lru_cache(maxsize=64)
def _prepared(path: Path, _changed: int) -> Frame:
    """A frame is prepared once a process while it is in use, and again when it was changed."""
    try:
        package = path.read_bytes()
    except OSError as error:
        raise FrameError(
            f"Không đọc được khung trang {path.name}: {system_words(error)}. Chạy “build.py templates” để tạo lại."
        ) from error
    return prepare(path.name, package)
