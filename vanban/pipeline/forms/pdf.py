"""What will be signed: PDF, through LibreOffice."""

from collections.abc import Iterator, Sequence

from vanban.errors import MachineError
from vanban.pipeline.forms import Job, Made
from vanban.rooms import room
from vanban.writers import to_pdf

IN_ALL = True


def make(jobs: Sequence[Job]) -> Iterator[tuple[Job, Made]]:
    """All by one LibreOffice."""
    with room() as folder, to_pdf.Converter() as converter:
        tasks = {to_pdf.Job(each.docx, folder / f"{number}.pdf", each.moment): each for number, each in enumerate(jobs)}
        for task, outcome in converter.convert_each(list(tasks)):
            yield tasks[task], _made(task, outcome)


def _made(task: to_pdf.Job, outcome: to_pdf.PdfFacts | MachineError) -> Made:
    if isinstance(outcome, MachineError):
        return Made(failure=str(outcome))
    warnings = tuple(
        f"Không đối chiếu được đoạn {words} trên PDF với {task.docx.name}; xem lại đoạn này trước khi ký."
        for words in outcome.unsure
    )
    return Made(task.pdf.read_bytes(), warnings=warnings, pages=outcome.pages)
