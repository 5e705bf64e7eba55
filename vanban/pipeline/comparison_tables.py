"""A review → for every set on both sides in which something changed its comparison table, as Word file and as PDF."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from pathlib import Path

from vanban.errors import MachineError, VanBanError
from vanban.model.change import Change, DocumentChanges
from vanban.model.document import BoVanBan, VanBan
from vanban.model.review import Review
from vanban.model.table import BangBieu
from vanban.model.walk import map_tables
from vanban.pipeline.checking import Checked
from vanban.pipeline.crashes import Crashes
from vanban.pipeline.forms import Job, forms
from vanban.pipeline.output_folder import output_folder
from vanban.pipeline.outputs import Outputs
from vanban.pipeline.project import Project
from vanban.pipeline.reporting import docx_of_words, output_name
from vanban.pipeline.word_files import LONG_AGO, WordFiles, name_of, why_no_old
from vanban.reviews import NAME, comparison_table
from vanban.setting import Setting
from vanban.tables import draw
from vanban.writers.to_docx.as_printed import as_printed

_FILE = f"{{}}.{NAME}.docx"
_KIND = "bảng so sánh"


def write_comparison_tables(
    project: Project, review: Review, checked: Checked | None, reasons: Mapping[Change, Sequence[str]],
    out: Path | None = None, pdf: bool = True,
) -> WordFiles:
    """Writes the table of each set below `out` (default: outputs/), as its source lies below content/.

    checked  the new side
    Raises WrongUse for a folder that holds something else than what was made.
    """
    folder, result, crashes = output_folder(project, out), WordFiles(_KIND), Crashes(project)
    if checked is None or not review.comparison.changes:
        return result
    project.progress("ghi bảng so sánh")
    with Outputs(folder) as outputs:
        written: list[tuple[Path, str, datetime]] = []
        for bo, documents in _sets(review, checked, result):
            source, home = checked.content.file_of(bo.van_ban), folder / output_name(checked.content, bo)
            path = home.with_name(_FILE.format(home.name))
            work = partial(_docx, project, review, checked, bo, documents, reasons)
            data = crashes(source, partial(_tried, work, source, result))
            if data and result.put(outputs, path, data, source):
                written.append((path, source, datetime.combine(bo.ngay or LONG_AGO, time())))
        if pdf and written:
            project.progress("ghi PDF của bảng so sánh")
            _pdfs(outputs, written, result)
    result.failures += crashes.take().values()
    result.notes += outputs.told
    return result


def _sets(review: Review, checked: Checked, result: WordFiles) -> Iterator[tuple[BoVanBan, list[DocumentChanges]]]:
    """The sets of which something stands on both sides, each with its documents in which something changed."""
    by_set: dict[str, list[DocumentChanges]] = {}
    for each in review.comparison:
        by_set.setdefault(each.issuing, []).append(each)
    sets = {name_of(checked, bo.van_ban): bo for bo in checked.sets}
    for issuing, documents in by_set.items():
        issued = next((each for each in review.comparison.documents if each.name == issuing), documents[0])
        bo = sets.get(issuing)
        side = issued.new or issued.old
        title = f"{issued.title} ({side.file})" if side else issued.title  # two copies have the same title
        if issued.old is None and issued.new:
            files = checked.content.files_of(bo) if bo else ()
            result.notes.append(f"{title}: {why_no_old(review, files)} để so sánh.")
        elif bo is None:
            result.notes.append(f"{title}: không còn ở bản mới nên không có bảng so sánh.")
        else:
            yield bo, documents


def _docx(
    project: Project, review: Review, checked: Checked, bo: BoVanBan, documents: Sequence[DocumentChanges],
    reasons: Mapping[Change, Sequence[str]],
) -> bytes:
    """The Word file, in the format and the frames of the office that issues the set."""
    setting = checked.setting(bo)
    issuing = name_of(checked, bo.van_ban)
    title = next((each.title for each in review.comparison.documents if each.name == issuing), documents[0].title)
    made = comparison_table(review, title, documents, reasons)
    made = made.map(lambda van_ban: replace(_drawn(setting, van_ban), vi_du=bo.van_ban.vi_du))
    printed = replace(as_printed(made, setting.doctypes, setting.the_thuc), ngay=bo.ngay)
    return docx_of_words(project, checked, bo, printed)


def _drawn(setting: Setting, van_ban: VanBan) -> VanBan:
    def drawn(table: BangBieu) -> BangBieu:
        grid, faults = draw(table, van_ban, setting)
        for fault in faults:
            raise MachineError(f"không kẻ được bảng so sánh: {fault.message}")
        return replace(table, grid=grid)

    return map_tables(van_ban, drawn)


def _tried(work: Callable[[], bytes], source: str, result: WordFiles) -> bytes | None:
    """What was made; None where it could not be, which is told."""
    try:
        return work()
    except VanBanError as error:
        result.failures.append(f"{source}: không tạo được bảng so sánh. {error}")
        return None


def _pdfs(outputs: Outputs, written: Sequence[tuple[Path, str, datetime]], result: WordFiles) -> None:
    """The PDF of each, beside it."""
    sources = {Job(path, moment): source for path, source, moment in written}
    try:
        for job, made in forms()["pdf"].make([*sources]):
            result.notes += made.warnings
            if made.data is None:
                result.failures.append(made.failure)
            else:
                result.put(outputs, job.docx.with_suffix(".pdf"), made.data, sources[job])
    except MachineError as error:
        result.failures.append(str(error))
