"""Sound sets → files: the last stage."""

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date, datetime
from functools import partial
from pathlib import Path

from vanban.errors import FrameError, MachineError, cannot
from vanban.model.document import BoVanBan
from vanban.model.printed import PrintedSet
from vanban.pipeline.checking import Checked, check_in_batches
from vanban.pipeline.copied_words import copied
from vanban.pipeline.crashes import Crashes
from vanban.pipeline.forms import CopiedPdf, forms, names
from vanban.pipeline.keeping import FrameOf, hold_frames
from vanban.pipeline.offices import frames
from vanban.pipeline.output_folder import output_folder
from vanban.pipeline.outputs import Outputs
from vanban.pipeline.own_frames import office_of
from vanban.pipeline.project import Project, target_of
from vanban.pipeline.putting import Putting, Report, Tell, Written, untold
from vanban.pipeline.waiting import Say, unsaid
from vanban.readers.content import Content
from vanban.readers.copied_files import CopiedFile
from vanban.rooms import room
from vanban.writers.copy_pages import above_number
from vanban.writers.file_name import file_name
from vanban.writers.to_docx.writing import to_docx, to_docx_parts
from vanban.writers.to_metadata import Metadata, to_metadata


def report(
    project: Project, targets: Sequence[Path], formats: Sequence[str], out: Path | None = None, separate: bool = False,
    tell: Tell = untold, say: Say = unsaid,
) -> Report:
    """Checks, then writes each sound set as the `formats` say ("docx", or a form of it); older files of the others
    stay where they are still true. `tell` is called with each file as soon as it is written,
    `say` with words for whoever waits long.

    A set is one file named as its source; with `separate` each of its documents is one, named as an e-office sorts
    them. An issued set has its record for the register of outgoing documents beside it.
    """
    result, crashes = Report(tell=tell, say=say), Crashes(project)
    folder = output_folder(project, out)
    with Outputs(folder) as outputs, nullcontext() if "docx" in formats else room() as aside:
        putting = Putting(folder, outputs, aside, result, crashes, formats)
        written: list[Written] = []
        project.progress("ghi DOCX")
        for checked in check_in_batches(project, targets):
            result.take(checked)
            for bo in checked.sound:
                work = partial(_write_docx, project, checked, bo, putting, separate)
                done = crashes(checked.content.file_of(bo.van_ban), work) or ()
                for each in () if putting.aside else done:
                    result.has_written(each.docx)
                written += done
        for name, form in forms().items():
            if name in formats and written:
                project.progress(f"ghi {name.upper()}")
                putting.form(name, form, written)
        putting.records(written)
    result.failures += crashes.take().values()
    result.warnings += outputs.told
    result.warnings += _orphans(project, outputs, targets)
    return result


def _write_docx(project: Project, checked: Checked, bo: BoVanBan, putting: Putting, separate: bool) -> list[Written]:
    """Writes the DOCX of one sound set."""
    content = checked.content
    home, source = putting.folder / output_name(content, bo), content.file_of(bo.van_ban)
    moment = datetime.combine(bo.ngay or date(1980, 1, 1), datetime.min.time())
    written: list[Written] = []
    pdf = _copied_pdf(content, bo)
    try:
        _drop_attached(content, bo, putting)
        record, files = _record(checked, bo), _docx_files(project, checked, bo, separate)
        copy = copied(checked, bo)
        copies = tuple(map(above_number, copy.copies)) if copy else ()
        for count, (name, data) in enumerate(files):
            beside = home.with_name(name or home.name)
            path, of = putting.docx(beside, data, source)
            written.append(Written(path, beside, moment, source, record if count == 0 else None, of, copied=pdf,
                                   copies=copies))
    except (FrameError, MachineError) as error:
        putting.result.failures.append(str(error))
    except OSError as error:
        putting.result.failures.append(cannot("ghi được", error.filename or f"{home}.docx", error))
    return written


def _copied_pdf(content: Content, bo: BoVanBan) -> CopiedPdf | None:
    file, at = content.copied_file(bo), content.places[bo.van_ban.origin_of("tep_sao")]
    return CopiedPdf(file.data, f"{at.file}:{at.line}:{at.column}") if isinstance(file, CopiedFile) else None


def _drop_attached(content: Content, bo: BoVanBan, putting: Putting) -> None:
    """Takes away what was printed of the attachments when nothing attached them yet."""
    for part in bo.kem_theo:
        for each in part.parts():
            home = putting.folder / output_name(content, each)
            for name in () if putting.aside else ("docx", *names()):
                if putting.outputs.wrote(path := home.with_name(f"{home.name}.{name}")):
                    putting.outputs.drop(path)


def _docx_files(project: Project, checked: Checked, bo: BoVanBan, separate: bool) -> list[tuple[str, bytes]]:
    """The files of one set, each with its name without suffix; "" for that of its source."""
    if not separate or checked.setting(bo).kind(bo.van_ban).is_copy:
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
    if copy := copied(checked, bo):
        _held(project, checked, copy.of)
        setting, words = checked.setting(copy.of), copy.words
        return to_docx(words, setting.doctypes, setting.the_thuc, frame_of, content.looked.printed, copy.copies)
    return to_docx(words, setting.doctypes, setting.the_thuc, frame_of, content.looked.printed)


def docx_of_words(project: Project, checked: Checked, bo: BoVanBan, words: PrintedSet) -> bytes:
    """The DOCX of `words` that are printed of a resolved set, in the frames of today."""
    setting = checked.setting(bo)
    frame_of = frames(project, office_of(checked.content, bo))
    return to_docx(words, setting.doctypes, setting.the_thuc, frame_of, checked.content.looked.printed)


def _held(project: Project, checked: Checked, bo: BoVanBan) -> tuple[PrintedSet, FrameOf]:
    """What is printed of a set, and its frames. Raises FrameError where they would alter what was issued."""
    frame_of = frames(project, office_of(checked.content, bo))
    if frozen := checked.content.frozen.get(checked.content.file_of(bo.van_ban)):
        hold_frames(frozen, checked.setting(bo), frame_of)
    return checked.printed(bo), frame_of


def output_name(content: Content, bo: BoVanBan) -> Path:
    """Where the files of a set go below outputs/, without suffix: as its source lies below content/."""
    return Path(*content.file_of(bo.van_ban).split("/")[1:]).with_suffix("")


def _orphans(project: Project, outputs: Outputs, targets: Sequence[Path]) -> list[str]:
    """A sentence for each file whose source lay in what was asked for, and is gone."""
    asked = [target_of(project, target) for target in targets] or [project.content]
    return [f"{outputs.name(path)}: tệp nguồn {source} không còn. Xóa tệp này, hoặc gõ “make clean” rồi tạo lại tất cả."
            for path, source in outputs.orphans(project.root) if {*asked} & {*(project.root / source).parents}]


def _record(checked: Checked, bo: BoVanBan) -> Metadata | None:
    """The record of a set, where it is issued."""
    if not bo.van_ban.is_issued:
        return None
    issuer = checked.setting(bo).registers.co_quan[bo.van_ban.co_quan]
    return to_metadata(bo.van_ban, checked.printed(bo).issuing, issuer)
