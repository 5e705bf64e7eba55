"""Page frames: an office's own before those of templates/."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from vanban.doctypes import doctypes
from vanban.errors import FrameError, system_words
from vanban.frames.checking import OfficeFrames
from vanban.frames.checking.offices import FOLDER, check_offices, frame_files
from vanban.frames.prepared import Frame, prepare
from vanban.model.document import BoVanBan
from vanban.pipeline.project import Project
from vanban.readers.content import Content
from vanban.setting import Setting
from vanban.the_thuc import TheThuc, latest, profiles


def frames(project: Project, don_vi: str) -> Callable[[str], Frame]:
    """How the writer finds a frame: the office's own first, then templates/. Each is looked for once."""
    own, ours = project.content / don_vi / FOLDER, project.templates
    has_own = own.is_dir()

    @cache
    def frame_of(name: str) -> Frame:
        path = own / f"{name}.docx"
        return frame_at(path if has_own and path.exists() else ours / path.name)
    return frame_of


def own_frames(content: Content, bo: BoVanBan, setting: Setting) -> dict[str, Path]:
    """The office's own frames that the documents of a set are printed in, by their names in findings."""
    folder = content.root / office_of(content, bo) / FOLDER
    if not folder.is_dir():
        return {}
    paths = frame_files(bo, content.root, folder.parent.name, setting).values()
    return {f"{content.root.name}/{path.relative_to(content.root).as_posix()}": path for path in paths if path.exists()}


def office_of(content: Content, bo: BoVanBan) -> str:
    """The folder of content/ that a set stands in."""
    return content.file_of(bo.van_ban).split("/")[1]


def office_frames(project: Project, targets: Sequence[Path]) -> Mapping[str, OfficeFrames]:
    """What was found in the frames of the offices that `targets` reach, by office."""
    folders = [folder for folder in project.content.resolve().iterdir() if (folder / FOLDER).is_dir()]
    offices = [folder.name for folder in folders if not targets or any(
        target == folder or target in folder.parents or folder in target.parents for target in targets
    )]
    if not offices:
        return {}
    return check_offices(project.content, offices, project.templates, doctypes(), map(latest, profiles()))


def restyled(content: Content, bo: BoVanBan, the_thuc: TheThuc) -> TheThuc:
    """`the_thuc` with page and styles of the office's own frame; as it is where there is none, or one at fault."""
    name = the_thuc.khung_trang.get(doctypes()[bo.van_ban.loai_van_ban].frame, "")
    own = content.root / office_of(content, bo) / FOLDER / f"{name}.docx"
    try:
        return frame_at(own).restyle(the_thuc) if own.is_file() else the_thuc
    except FrameError:
        return the_thuc


def frame_at(path: Path) -> Frame:
    try:
        return _prepared(path, path.stat().st_mtime_ns)
    except OSError:
        return _prepared(path, 0)


@cache
def _prepared(path: Path, _changed: int) -> Frame:
    """A frame is prepared once a process, and again when it was changed."""
    try:
        package = path.read_bytes()
    except OSError as error:
        raise FrameError(
            f"Không đọc được khung trang {path.name}: {system_words(error)}. Chạy “build.py templates” để tạo lại."
        ) from error
    return prepare(path.name, package)
