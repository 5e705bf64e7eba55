"""The folders content/<don_vi>/mau → what the check of their frames found, by office."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from vanban.doctypes import DocType
from vanban.errors import FrameError, system_words
from vanban.findings import Finding, Place, finding
from vanban.frames.checking import Models, OfficeFrames, check_frames, is_frame_file
from vanban.frames.checking.language import OPTIONAL
from vanban.frames.own import FOLDER, frame_names, is_own
from vanban.guard import Guard
from vanban.model.document import BoVanBan
from vanban.setting import Setting
from vanban.the_thuc import TheThuc
from vanban.wordml.package import MAX_FILE


def check_offices(
    root: Path, offices: Iterable[str], templates: Path, kinds: Mapping[str, DocType], formats: Iterable[TheThuc],
    guard: Guard,
) -> dict[str, OfficeFrames]:
    """What was found in the frames of each office below `root`, where it has any; `formats` one for each profile.

    Raises FrameError where templates/ cannot be read: an office's frame is held against the one it was copied from.
    """
    models = None
    found: dict[str, OfficeFrames] = {}
    for office in sorted(offices):
        folder = root / office / FOLDER
        paths = sorted(path for path in folder.iterdir() if is_frame_file(path.name) and is_own(path)) \
            if is_own(folder) else []
        if paths:
            models = models or _models(templates, kinds, formats)
            packages, unread = _read(paths, f"{root.name}/{office}/{FOLDER}")
            found[office] = check_frames(packages, models, guard)
            found[office].findings += unread
    return found


def zones_without_place(bo: BoVanBan, frames: OfficeFrames, setting: Setting) -> dict[str, tuple[str, frozenset[str]]]:
    """By the id of each document of a set: the office's own frame for it, and the zones that this has no place for."""
    return {ma: (name, frozenset(frames.left_out.get(name, set()) & OPTIONAL))
            for ma, name in frame_names(bo, setting).items()}


def _models(templates: Path, kinds: Mapping[str, DocType], formats: Iterable[TheThuc]) -> Models:
    by_name = {name: the_thuc for the_thuc in formats for name in the_thuc.khung_trang.values()}
    names = sorted(by_name)
    attached = frozenset(the_thuc.khung_trang[kind.attached] for the_thuc in by_name.values()
                         for kind in kinds.values() if kind.attached in the_thuc.khung_trang)
    try:
        return Models({name: (templates / f"{name}.docx").read_bytes() for name in names}, attached, by_name)
    except OSError as error:
        raise FrameError(
            f"Không đọc được khung trang {error.filename}: {system_words(error)}. "
            "Chạy “build.py templates” để tạo lại."
        ) from error


def _read(paths: Iterable[Path], folder: str) -> tuple[dict[str, bytes], list[Finding]]:
    """The bytes of the files by their names in findings, of one that is too large no more than shows that."""
    packages: dict[str, bytes] = {}
    unread: list[Finding] = []
    for path in paths:
        name = f"{folder}/{path.name}"
        try:
            with path.open("rb") as file:
                packages[name] = file.read(MAX_FILE + 1)
        except OSError as error:
            unread.append(finding("F201", Place(name), f"Không đọc được tệp: {system_words(error)}.",
                                  "Đóng Word nếu đang mở tệp; mở quyền đọc cho tệp."))
    return packages, unread
