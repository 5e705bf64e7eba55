"""Sound sets → files: the last stage."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from vanban.errors import FrameError, MachineError, system_words
from vanban.files import write_whole
from vanban.manifest import Manifest
from vanban.model.document import BoVanBan
from vanban.model.printed import PrintedSet
from vanban.pipeline.checking import Checked, Told, check_in_batches
from vanban.pipeline.crashes import guarded
from vanban.pipeline.keeping import FrameOf, hold_frames
from vanban.pipeline.offices import frames
from vanban.pipeline.own_frames import office_of
from vanban.pipeline.project import Project
from vanban.readers.content import Content
from vanban.writers import to_pdf
from vanban.writers.file_name import file_name
from vanban.writers.to_docx.writing import to_docx, to_docx_parts
from vanban.writers.to_html import to_html
from vanban.writers.to_metadata import Metadata, to_metadata


@dataclass(slots=True)
class Report(Told):
    """What was found and written, what the machine could not do, and what it could not make sure of. No document is
    kept."""

    written: list[Path] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def report(
    project: Project, targets: Sequence[Path], formats: Sequence[str], out: Path | None = None, separate: bool = False
) -> Report:
    """Checks, then writes each sound set as the `formats` say ("docx", "pdf", "html"); older files of the others stay.

    A set is one file named as its source; with `separate` each of its documents is one, named as an e-office sorts
    them. An issued set has its record for the register of outgoing documents beside it.
    """
    result = Report()
    try:
        with TemporaryDirectory() as aside:
            elsewhere = None if "docx" in formats else Path(aside)
            made: list[_Made] = []
            project.progress("6/6 ghi DOCX")
            for checked in check_in_batches(project, targets):
                result.take(checked)
                made += _write_docx(project, checked, result, out or project.outputs, separate, elsewhere)
            _write_others(project, result, made, formats)
    finally:
        if out is None and result.written:
            Manifest(project.outputs).note(result.written)
    return result


@dataclass(slots=True)
class _Made:
    """A DOCX that was written, where its other forms go (without suffix), the day it carries.

    record   of the first file of an issued set: what goes beside it, but for the pages of its PDF
    pages    of its PDF, once that was made
    """

    docx: Path
    beside: Path
    moment: datetime
    record: Metadata | None
    pages: int | None = None


def _write_docx(
    project: Project, checked: Checked, result: Report, folder: Path, separate: bool, aside: Path | None
) -> list[_Made]:
    """Writes the DOCX of every sound set into `folder`, or where only other forms are wanted `aside`."""
    content = checked.content
    made: list[_Made] = []
    for bo in checked.sound:
        home = folder / output_name(content, bo)
        try:
            work = partial(_docx_files, project, checked, bo, separate)
            files = guarded(project, content.file_of(bo.van_ban), work, result.failures)
            for count, (name, data) in enumerate(files or ()):
                beside = home.with_name(name or home.name)
                room = aside / beside.parent.relative_to(folder) if aside else beside.parent
                path = room / f"{beside.name}.docx"
                write_whole(path, data)
                if not aside:
                    result.written.append(path)
                moment = datetime.combine(bo.ngay or date(1980, 1, 1), datetime.min.time())
                made.append(_Made(path, beside, moment, _record(checked, bo) if count == 0 else None))
        except FrameError as error:
            result.failures.append(str(error))
        except OSError as error:
            result.failures.append(f"Không ghi được vào {home.parent}: {system_words(error)}.")
    return made


def _docx_files(project: Project, checked: Checked, bo: BoVanBan, separate: bool) -> list[tuple[str, bytes]]:
    """The files of one set, each with its name without suffix; "" for that of its source."""
    if not separate:
        return [("", docx(project, checked, bo))]
    content, setting = checked.content, checked.setting(bo)
    words, frame_of = _held(project, checked, bo)
    parts = to_docx_parts(words, setting.doctypes, setting.the_thuc, frame_of, content.pictures.__getitem__)
    number = words.issuing.zones.so_ky_hieu.text
    return [(file_name(bo.van_ban, number, part.ma), data) for part, data in parts]


def docx(project: Project, checked: Checked, bo: BoVanBan) -> bytes:
    """The DOCX of one resolved set."""
    content, setting = checked.content, checked.setting(bo)
    words, frame_of = _held(project, checked, bo)
    return to_docx(words, setting.doctypes, setting.the_thuc, frame_of, content.pictures.__getitem__)


def _held(project: Project, checked: Checked, bo: BoVanBan) -> tuple[PrintedSet, FrameOf]:
    """What is printed of a set, and its frames. Raises FrameError where they would alter what was issued."""
    frame_of = frames(project, office_of(checked.content, bo))
    if frozen := checked.content.frozen.get(checked.content.file_of(bo.van_ban)):
        hold_frames(frozen, checked.setting(bo), frame_of)
    return checked.printed(bo), frame_of


def output_name(content: Content, bo: BoVanBan) -> Path:
    """Where the files of a set go below outputs/, without suffix: as its source lies below content/."""
    return Path(*content.file_of(bo.van_ban).split("/")[1:]).with_suffix("")


def _write_others(project: Project, result: Report, made: Sequence[_Made], formats: Sequence[str]) -> None:
    """What is made from the DOCX, and the records of issued sets."""
    if "pdf" in formats and made:
        project.progress("6/6 ghi PDF")
        _write_pdfs(result, made)
    if "html" in formats:
        _write_reading_copies(result, made)
    for each in made:
        if each.record:
            path = each.beside.with_name(f"{each.beside.name}.json")
            write_whole(path, each.record.as_json(each.pages))
            result.written.append(path)


def _write_pdfs(result: Report, made: Sequence[_Made]) -> None:
    jobs = [to_pdf.Job(each.docx, each.beside.with_name(f"{each.beside.name}.pdf"), each.moment) for each in made]
    try:
        with to_pdf.Converter() as converter:
            outcomes = converter.convert_many(jobs)
    except MachineError as error:
        result.failures.append(str(error))
        return
    for each, job, outcome in zip(made, jobs, outcomes, strict=True):
        if isinstance(outcome, MachineError):
            result.failures.append(str(outcome))
        else:
            each.pages = outcome.pages
            result.written.append(job.pdf)
            result.warnings += (
                f"{job.pdf.name}: không đối chiếu được đoạn {words} với DOCX; xem lại đoạn này trên PDF trước khi ký."
                for words in outcome.unsure
            )


def _write_reading_copies(result: Report, made: Sequence[_Made]) -> None:
    for each in made:
        page = each.beside.with_name(f"{each.beside.name}.html")
        try:
            write_whole(page, to_html(each.docx))
        except MachineError as error:
            result.failures.append(str(error))
        else:
            result.written.append(page)


def _record(checked: Checked, bo: BoVanBan) -> Metadata | None:
    """The record of a set, where it is issued."""
    if not bo.van_ban.is_issued:
        return None
    issuer = checked.setting(bo).registers.co_quan[bo.van_ban.co_quan]
    return to_metadata(bo.van_ban, checked.printed(bo).issuing, issuer)
