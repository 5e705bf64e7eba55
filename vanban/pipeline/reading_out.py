"""The words of one document of content/, as they will be printed; of an issued one as they were."""

from pathlib import Path

from vanban.compare.printed_outline import printed_sheet
from vanban.compare.sheet import Document
from vanban.errors import WrongUse
from vanban.model.document import BoVanBan
from vanban.model.places import Places
from vanban.model.printed import PrintedDocument
from vanban.model.registers import Registers
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project, target_of
from vanban.writers.to_lines import as_read, to_lines


def words(project: Project, file: Path) -> tuple[str, Checked]:
    """The lines of the document of that YAML file, composed as far as it can be, and what was found. Of an issued one
    whose files nobody has changed since, the lines that were kept. Raises WrongUse where it is no document."""
    target = target_of(project, file)
    checked = check(project, [target])
    name = f"content/{target.relative_to(project.content).as_posix()}"
    for bo in checked.sets:
        for part in bo.parts():
            if checked.content.file_of(part.van_ban) == name:
                kept = _kept(checked, bo, part.van_ban.ma)
                return (read_out(kept, name) if kept else to_lines(part)), checked
    raise WrongUse(f"{file} không phải là tệp văn bản đọc được; lệnh check nêu lỗi của tệp")


def _kept(checked: Checked, bo: BoVanBan, ma: str) -> PrintedDocument | None:
    """What was kept of a document at the issue of its set; None where nothing is to be believed."""
    content = checked.content
    frozen = content.frozen.get(content.file_of(bo.van_ban))
    if frozen is None or frozen.loi_van is None or dict(frozen.tep) != content.fingerprints_of(bo):
        return None
    return next((each for each in frozen.loi_van.documents if each.ma == ma), None)


def read_out(printed: PrintedDocument, file: str) -> str:
    """The lines of a document of which nothing but its words is known."""
    document = Document(printed.ma, file, "", "", "", 0, printed, Registers(), {}, Places())
    return as_read(each.line for each in printed_sheet(document, printed).lines)
