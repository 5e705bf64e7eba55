"""Sound sets → files: the last stage."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from vanban.errors import FrameError, MachineError, WrongUse, system_words
from vanban.files import write_whole
from vanban.guard import Crashed
from vanban.model.document import BoVanBan
from vanban.model.printed import PrintedSet
from vanban.pipeline.checking import Checked, Told, check_in_batches
from vanban.pipeline.crashes import Crashes
from vanban.pipeline.forms import Form, Job, Made, forms
from vanban.pipeline.keeping import FrameOf, hold_frames
from vanban.pipeline.offices import frames
from vanban.pipeline.outputs import Outputs
from vanban.pipeline.own_frames import office_of
from vanban.pipeline.project import Project
from vanban.readers.content import Content
from vanban.writers.file_name import file_name
from vanban.writers.to_docx.writing import to_docx, to_docx_parts
from vanban.writers.to_metadata import Metadata, to_metadata

# Folders of the program and of those who write, where nothing is made.
_OWN = ("content", "docs", "schemas", "templates", "tests", "vanban")


@dataclass(slots=True)
class Report(Told):
    """What was found and written, what the machine could not do, and what else is to be told. No document is kept."""

    written: list[Path] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def report(
    project: Project, targets: Sequence[Path], formats: Sequence[str], out: Path | None = None, separate: bool = False
) -> Report:
    """Checks, then writes each sound set as the `formats` say ("docx", or a form of it); older files of the others
    stay where they are still true.

    A set is one file named as its source; with `separate` each of its documents is one, named as an e-office sorts
    them. An issued set has its record for the register of outgoing documents beside it.
    """
    result, crashes = Report(), Crashes(project)
    folder = _folder(project, out)
    with Outputs(folder) as outputs, TemporaryDirectory() as aside:
        place = _Place(folder, outputs, None if "docx" in formats else Path(aside))
        made: list[_Made] = []
        project.progress("ghi DOCX")
        for checked in check_in_batches(project, targets):
            result.take(checked)
            for bo in checked.sound:
                work = partial(_write_docx, project, checked, bo, result, place, separate)
                made += crashes(checked.content.file_of(bo.van_ban), work) or ()
        for name, form in forms().items():
            if name in formats and made:
                project.progress(f"ghi {name.upper()}")
                _write_form(name, form, result, made, outputs, crashes)
        _write_records(result, made, outputs, crashes)
    result.failures += crashes.take().values()
    result.warnings += outputs.told
    if not targets:
        result.warnings += _orphans(project, outputs)
    return result


def _folder(project: Project, out: Path | None) -> Path:
    """Where to write. Raises WrongUse for a folder that holds something else than what was made."""
    root, folder = project.root.resolve(), (out or project.outputs).resolve()
    if root.is_relative_to(folder):
        raise WrongUse(f"không ghi kết quả vào {out}, nơi có cả chương trình; chọn một thư mục riêng")
    if folder.is_relative_to(root):
        first = folder.relative_to(root).parts[0]
        if first.startswith(".") or first in _OWN:
            raise WrongUse(f"không ghi kết quả vào {out}, thư mục của chương trình; chọn outputs/ hay thư mục khác")
    return project.outputs if folder == project.outputs.resolve() else folder


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a report goes; `aside`: where its DOCX go instead, when only other forms are wanted."""

    folder: Path
    outputs: Outputs
    aside: Path | None


@dataclass(slots=True)
class _Made:
    """A DOCX that was written, where its other forms go (without suffix), the day it carries.

    record   of the first file of an issued set: what goes beside it, but for the pages of its PDF
    pages    of its PDF, once that was made
    """

    docx: Path
    beside: Path
    moment: datetime
    source: str
    record: Metadata | None
    pages: int | None = None

    def form(self, name: str) -> Path:
        return self.beside.with_name(f"{self.beside.name}.{name}")


def _write_docx(
    project: Project, checked: Checked, bo: BoVanBan, result: Report, place: _Place, separate: bool
) -> list[_Made]:
    """Writes the DOCX of one sound set."""
    content = checked.content
    home, source = place.folder / output_name(content, bo), content.file_of(bo.van_ban)
    moment = datetime.combine(bo.ngay or date(1980, 1, 1), datetime.min.time())
    made: list[_Made] = []
    try:
        _drop_attached(content, bo, place)
        record, files = _record(checked, bo), _docx_files(project, checked, bo, separate)
        for count, (name, data) in enumerate(files):
            beside = home.with_name(name or home.name)
            path = _put_docx(place, beside, data, source)
            if not place.aside:
                result.written.append(path)
            made.append(_Made(path, beside, moment, source, record if count == 0 else None))
    except (FrameError, MachineError) as error:
        result.failures.append(str(error))
    except OSError as error:
        result.failures.append(f"Không ghi được vào {home.parent}: {system_words(error)}.")
    return made


def _drop_attached(content: Content, bo: BoVanBan, place: _Place) -> None:
    """Takes away what was printed of the attachments when nothing attached them yet."""
    for part in bo.kem_theo:
        for each in part.parts():
            home = place.folder / output_name(content, each)
            for name in () if place.aside else ("docx", *forms()):
                if place.outputs.wrote(path := home.with_name(f"{home.name}.{name}")):
                    place.outputs.drop(path)


def _put_docx(place: _Place, beside: Path, data: bytes, source: str) -> Path:
    path = beside.with_name(f"{beside.name}.docx")
    if not place.aside:
        place.outputs.put(path, data, source)
        return path
    place.outputs.compare(path, data)
    aside = place.aside / path.relative_to(place.folder)
    write_whole(aside, data)
    return aside


def _docx_files(project: Project, checked: Checked, bo: BoVanBan, separate: bool) -> list[tuple[str, bytes]]:
    """The files of one set, each with its name without suffix; "" for that of its source."""
    if not separate:
        return [("", docx(project, checked, bo))]
    content, setting = checked.content, checked.setting(bo)
    words, frame_of = _held(project, checked, bo)
    parts = to_docx_parts(words, setting.doctypes, setting.the_thuc, frame_of, content.looked.printed)
    number = words.issuing.zones.so_ky_hieu.text
    return [(file_name(bo.van_ban, number, part.ma), data) for part, data in parts]


def docx(project: Project, checked: Checked, bo: BoVanBan) -> bytes:
    """The DOCX of one resolved set."""
    content, setting = checked.content, checked.setting(bo)
    words, frame_of = _held(project, checked, bo)
    return to_docx(words, setting.doctypes, setting.the_thuc, frame_of, content.looked.printed)


def _held(project: Project, checked: Checked, bo: BoVanBan) -> tuple[PrintedSet, FrameOf]:
    """What is printed of a set, and its frames. Raises FrameError where they would alter what was issued."""
    frame_of = frames(project, office_of(checked.content, bo))
    if frozen := checked.content.frozen.get(checked.content.file_of(bo.van_ban)):
        hold_frames(frozen, checked.setting(bo), frame_of)
    return checked.printed(bo), frame_of


def output_name(content: Content, bo: BoVanBan) -> Path:
    """Where the files of a set go below outputs/, without suffix: as its source lies below content/."""
    return Path(*content.file_of(bo.van_ban).split("/")[1:]).with_suffix("")


def _write_form(
    name: str, form: Form, result: Report, made: Sequence[_Made], outputs: Outputs, crashes: Crashes
) -> None:
    """Makes one form of all; of a DOCX that has none now an older one goes."""
    try:
        outcomes = _outcomes(form, made, crashes)
    except MachineError as error:
        result.failures.append(str(error))
        return
    for each, outcome in zip(made, outcomes, strict=True):
        result.warnings += outcome.warnings
        if outcome.data is None:
            result.failures += [outcome.failure] if outcome.failure else []
            _drop(each.form(name), result, outputs)
            continue
        each.pages = each.pages if outcome.pages is None else outcome.pages
        _put(each.form(name), outcome.data, each, result, outputs)


def _outcomes(form: Form, made: Sequence[_Made], crashes: Crashes) -> Sequence[Made]:
    """The form of each. Where a fault of ours stops all, each is made alone, so that it stops only its own."""
    jobs = [Job(each.docx, each.moment) for each in made]
    if outcomes := Crashed()("", lambda: list(form.make(jobs))):
        return outcomes
    alone = (crashes(each.source, partial(form.make, [job])) for each, job in zip(made, jobs, strict=True))
    return [outcome[0] if outcome else Made() for outcome in alone]


def _write_records(result: Report, made: Sequence[_Made], outputs: Outputs, crashes: Crashes) -> None:
    """The records of issued sets."""
    for each in made:
        if each.record and (data := crashes(each.source, partial(each.record.as_json, each.pages))):
            _put(each.form("json"), data, each, result, outputs)


def _put(path: Path, data: bytes, made: _Made, result: Report, outputs: Outputs) -> None:
    try:
        outputs.put(path, data, made.source)
        result.written.append(path)
    except MachineError as error:
        result.failures.append(str(error))
    except OSError as error:
        result.failures.append(f"Không ghi được {path} ({system_words(error)}); tệp có đang mở không?")


def _drop(path: Path, result: Report, outputs: Outputs) -> None:
    try:
        outputs.drop(path)
    except OSError as error:
        result.failures.append(f"Không xóa được {path}, bản cũ ({system_words(error)}); tệp có đang mở không?")


def _orphans(project: Project, outputs: Outputs) -> list[str]:
    return [f"{outputs.name(path)}: tệp nguồn {source} không còn. Xóa tệp này, hoặc gõ “make clean” rồi tạo lại tất cả."
            for path, source in outputs.orphans(project.root)]


def _record(checked: Checked, bo: BoVanBan) -> Metadata | None:
    """The record of a set, where it is issued."""
    if not bo.van_ban.is_issued:
        return None
    issuer = checked.setting(bo).registers.co_quan[bo.van_ban.co_quan]
    return to_metadata(bo.van_ban, checked.printed(bo).issuing, issuer)
