"""A draft becomes an issued document."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from vanban.edits.accept_edits import accept_edits
from vanban.edits.applying import edited, write_edited
from vanban.edits.issue_edits import issue_edits, last_key, missing_keys
from vanban.errors import WrongUse
from vanban.files import sweep_pieces
from vanban.findings import Finding, Fix, in_order
from vanban.lint.suppressions import Silenced
from vanban.locks import alone_in
from vanban.model.document import BoVanBan
from vanban.pipeline.checking import Checked
from vanban.pipeline.keeping import checked_document, kept_beside, record, sound
from vanban.pipeline.missing_reports import missing_reports
from vanban.pipeline.project import Project, target_of
from vanban.readers.kept_records import frozen_path
from vanban.readers.source import Source

Tell = Callable[[Sequence[Silenced]], None]


def issue(
    project: Project, file: Path, number: str, day: date, tell: Tell = lambda silenced: None, without: str = "",
    tell_aside: Callable[[Path], None] = lambda path: None, tell_year: Callable[[int], None] = lambda year: None,
) -> Checked:
    """Makes a draft an issued document: number and date into its file, and beside it what it was issued with.

    `tell` is called before anything is written, with what the `bo_qua` of the set silence. `without` is the reason for
    which the document is issued though reports are missing: whoever is missing is written into it, by name.
    `tell_aside` hears where the record of an issue that was taken back has gone. `tell_year` hears, before anything is
    written, of the year that the draft was expected in where the day is of another one.

    Nothing is written where the issued set would have a fault at error level, an open question among them; what is
    found then stands at the lines of the file as it is. Nor is anything left where the file cannot be written, or is
    another one by then. Who issues in the same folder meanwhile waits, and reads what was written before.
    Raises WrongUse for a file that is not a draft of an issuing document, MachineError for one that a fault of ours
    has stopped.
    """
    target = target_of(project, file)
    with alone_in(target.parent):
        return _issued(project, target, file, number, day, tell, without, tell_aside, tell_year)


def _issued(
    project: Project, target: Path, file: Path, number: str, day: date, tell: Tell, without: str,
    tell_aside: Callable[[Path], None], tell_year: Callable[[int], None],
) -> Checked:
    sweep_pieces(target.parent)
    draft, bo, name = checked_document(project, target)
    if bo.van_ban.is_issued:
        raise WrongUse(f"{file} đã có số và ngày ban hành; số gõ tay mà chưa có tệp lưu thì chạy: "
                       f"python3 build.py issue {file} --bo-sung")
    if (years := _years(bo)) and day.year not in years:
        tell_year(years[0])
    source = draft.content.sources[name]
    fixes = issue_edits(source, number, day)
    data = edited(source, fixes)
    issued, *_ = checked_document(project, target, data)
    missing = missing_reports(issued, name) if without else {}
    if missing:
        data = edited(source, [*fixes, *accept_edits(source, missing, without)])
        issued, *_ = checked_document(project, target, data)
    resolved = sound(issued, name)
    if resolved is None:
        last = last_key(source)
        accepted = accept_edits(source, missing, without, last) if missing else []
        return _refused(project, target, source, [*issue_edits(source, number, day, last), *accepted])
    tell(issued.silenced_in(resolved))
    # What is kept comes first: beside a file that is still a draft it means nothing.
    kept = record(project, issued, resolved, issued.content.entries)
    with kept_beside(frozen_path(target), kept) as aside:
        write_edited(target, source, data)
    if aside:
        tell_aside(aside)
    return issued


def _years(bo: BoVanBan) -> list[int]:
    """The years in which a draft is expected to be signed: that of the day that decides for it; a plan is signed in the
    year before its own or at the beginning of this. None of a draft that says none."""
    day, planned = bo.deciding_day, [van_ban.cho_nam for van_ban in bo if van_ban.cho_nam]
    if day is None:
        return []
    return [day.ngay.year, *planned] if day.way == "cho_nam" else [day.ngay.year]


def _refused(project: Project, target: Path, source: Source, below_all: Sequence[Fix]) -> Checked:
    """What is found where number, date and what is accepted stand below everything else, so that no line moves; what is
    said of the first two stands at the body that they will be put below."""
    checked, *_ = checked_document(project, target, edited(source, below_all))
    body, new = source.place(("co_quan",), key=True), tuple(f"$.{key}" for key in missing_keys(source))

    def moved(found: Finding) -> Finding:
        if found.file != source.file or not found.path.startswith(new or ("-",)):
            return found
        return replace(found, line=body.line, column=body.column, end_line=body.end_line, end_column=body.end_column)

    return replace(checked, findings=in_order(map(moved, checked.findings)))
