"""What will be signed: PDF, through LibreOffice."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from vanban.errors import MachineError
from vanban.pipeline.forms import Job, Made
from vanban.writers import to_pdf

IN_ALL = True


def make(jobs: Sequence[Job]) -> list[Made]:
    """All by one LibreOffice."""
    with TemporaryDirectory() as room, to_pdf.Converter() as converter:
        tasks = [to_pdf.Job(each.docx, Path(room, f"{number}.pdf"), each.moment) for number, each in enumerate(jobs)]
        outcomes = converter.convert_many(tasks)
        return [_made(task, outcome) for task, outcome in zip(tasks, outcomes, strict=True)]


def _made(task: to_pdf.Job, outcome: to_pdf.PdfFacts | MachineError) -> Made:
    if isinstance(outcome, MachineError):
        return Made(failure=str(outcome))
    warnings = tuple(
        f"Không đối chiếu được đoạn {words} trên PDF với {task.docx.name}; xem lại đoạn này trước khi ký."
        for words in outcome.unsure
    )
    return Made(task.pdf.read_bytes(), warnings=warnings, pages=outcome.pages)
