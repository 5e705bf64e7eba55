"""What is kept of a set when it is issued, or later for one that was issued before words were kept."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from vanban.doctypes import doctypes
from vanban.errors import FrameError, MachineError, WrongUse
from vanban.files import put_with
from vanban.frames.prepared import Frame
from vanban.glossary import labelled
from vanban.keys.pointers import Entries
from vanban.model.document import BoVanBan
from vanban.model.frozen import Frozen, UsedFrame
from vanban.model.printed import PrintedSet
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.offices import frames
from vanban.pipeline.own_frames import office_of
from vanban.pipeline.project import Project
from vanban.setting import Setting
from vanban.writers.to_frozen import to_frozen

FrameOf = Callable[[str], Frame]
_RESTORE = "Chưa in lại văn bản đã ban hành; lấy lại khung trang như khi ban hành từ git."


def checked_document(project: Project, target: Path, instead: bytes | None = None) -> tuple[Checked, BoVanBan, str]:
    """What the check of an issuing document gives, its set as it was read, and the name of the file in findings.

    instead  what the file is to be read as

    Raises WrongUse for a file that is no issuing document, MachineError where a fault of ours has stopped the set.
    """
    name = f"{project.content.name}/{target.relative_to(project.content).as_posix()}"
    if target.is_dir():
        raise WrongUse(f"{name} là thư mục; ghi tên tệp YAML của một văn bản")
    checked = check(project, [target], None if instead is None else {target: instead})
    if checked.failures:
        raise MachineError(checked.failures[0])
    bo = next((bo for bo in checked.content.sets if checked.content.file_of(bo.van_ban) == name), None)
    if bo is None or not bo.van_ban.co_quan:
        raise WrongUse(_why_not_issuing(checked, name))
    return checked, bo, name


def _why_not_issuing(checked: Checked, name: str) -> str:
    """Why nothing can be issued from a file: it cannot be read, is no document, or only attached to another one."""
    content = checked.content
    first = next((found for found in checked.findings if found.file == name and found.level == "error"), None)
    parent = next((content.file_of(bo.van_ban) for bo in content.sets
                   for part in bo if content.file_of(part) == name != content.file_of(bo.van_ban)), "")
    if parent:
        return f"{name} kèm theo {parent}; ban hành bằng tệp ấy"
    alone = next((bo.van_ban for bo in content.sets if content.file_of(bo.van_ban) == name), None)
    if alone and name not in content.unread and doctypes()[alone.loai_van_ban].attached:
        return f"{name} chưa ghi “co_quan” nên chỉ để kèm theo; ban hành bằng tệp của văn bản ban hành"
    if first:
        return f"{name} còn lỗi ở dòng {first.line}: {first.message} {first.hint}".rstrip(" .")
    return f"{name} là sổ dùng chung, không phải là văn bản"


def sound(checked: Checked, name: str) -> BoVanBan | None:
    """The resolved set of the document in that file; None where it has an error."""
    return next((bo for bo in checked.sound if checked.content.file_of(bo.van_ban) == name), None)


def record(project: Project, checked: Checked, bo: BoVanBan, entries: Entries) -> bytes:
    """The file that is kept beside `bo`, one of the sound sets; `entries` are those of the registers it rests on."""
    content, setting, words = checked.content, checked.setting(bo), checked.printed(bo)
    frame_of = frames(project, office_of(content, bo))
    kept = Frozen(content.fingerprints_of(bo), entries, words, khung_trang={
        name: UsedFrame((frame := frame_of(name)).words, tuple(sorted(frame.zones)))
        for name in frame_names(words, setting)
    })
    return to_frozen(bo, kept, content.places)


@contextmanager
def kept_beside(path: Path, kept: bytes) -> Iterator[Path | None]:
    """Puts the record `kept` at `path` before what the `with` block does; where that ends by an exception, all records
    lie again as before.

    A record that says something else may be all that is left of a document that was sent: it gets another name, beside
    it, which is given; None where there is none.
    """
    aside = _name_aside(path) if path.is_file() and path.read_bytes() != kept else None
    if aside:
        path.rename(aside)
    is_done = False
    try:
        with put_with(path, kept):
            yield aside
        is_done = True
    finally:
        if aside and not is_done:
            aside.rename(path)


def _name_aside(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.cu{count or ''}") for count in itertools.count())
    return next(name for name in names if not name.exists())


def frame_names(words: PrintedSet, setting: Setting) -> list[str]:
    """The frame of each document of a set."""
    kinds, names = setting.doctypes, setting.the_thuc.khung_trang
    return [names[kinds[words.issuing.loai_van_ban].form(together=words.signed_together)],
            *(names[kinds[part.loai_van_ban].attached] for part in words.attached)]


def hold_frames(frozen: Frozen, setting: Setting, frame_of: FrameOf) -> None:
    """Raises FrameError where the frames of today would print other words than those that were issued with, or have no
    place for a zone that was printed in them."""
    if frozen.loi_van is None:
        return
    used = frame_names(frozen.loi_van, setting)
    if {*used} != {*frozen.khung_trang}:
        raise FrameError(f"Văn bản ban hành bằng khung trang {', '.join(sorted(frozen.khung_trang))}, nay bằng "
                         f"{', '.join(sorted({*used}))}. {_RESTORE}")
    for name, document in zip(used, frozen.loi_van.documents, strict=True):
        frame, kept = frame_of(name), frozen.khung_trang[name]
        before, now = " ".join(kept.chu_in), " ".join(frame.words)
        if "".join(before.split()) != "".join(now.split()):
            raise FrameError(f"Khung trang {name} nay in “{now}”, khi ban hành in “{before}”. {_RESTORE}")
        for zone in sorted({*kept.thanh_phan} - frame.zones):
            if getattr(document.zones, zone, None):
                raise FrameError(f"Khung trang {name} nay không có chỗ in {labelled(zone)}. {_RESTORE}")
