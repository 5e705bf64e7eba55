"""What will be signed: PDF, through LibreOffice."""

from collections.abc import Iterator, Sequence

from vanban.errors import MachineError
from vanban.pipeline.forms import CopiedPdf, Job, Made
from vanban.rooms import room
from vanban.writers import to_pdf
from vanban.writers.copy_pages import pages_apart, told_apart
from vanban.writers.to_copied_pdf import to_copied_pdf

IN_ALL = True


def make(jobs: Sequence[Job]) -> Iterator[tuple[Job, Made]]:
    """All by one LibreOffice."""
    with room() as folder, to_pdf.Converter() as converter:
        tasks = {to_pdf.Job(each.docx, folder / f"{number}.pdf", each.moment): each for number, each in enumerate(jobs)}
        for task, outcome in converter.convert_each(list(tasks)):
            yield tasks[task], _made(tasks[task], task, outcome)


def _made(job: Job, task: to_pdf.Job, outcome: to_pdf.PdfFacts | MachineError) -> Made:
    if isinstance(outcome, MachineError):
        return Made(failure=str(outcome))
    warnings = tuple(
        f"Không đối chiếu được đoạn {words} trên PDF với {task.docx.name}; xem lại đoạn này trước khi ký."
        for words in outcome.unsure
    )
    data = task.pdf.read_bytes()
    if job.copied is None:
        apart = pages_apart(data, job.copies) if job.copies else []
        return Made(data, "", (*warnings, *(told_apart(job.docx.stem, *each) for each in apart)), outcome.pages)
    return _on_copied(job, job.copied, data, warnings)


def _on_copied(job: Job, original: CopiedPdf, said: bytes, warnings: tuple[str, ...]) -> Made:
    """The PDF that is copied, with what is said of the copy below its last page."""
    try:
        made = to_copied_pdf(original.data, said, job.moment)
    except MachineError as error:
        return Made(failure=f"{original.named_at} {job.docx.with_suffix('.pdf').name}: {error}.")
    if made.is_apart:
        warnings += (told_apart(job.docx.stem, made.pages, made.is_across),)
    return Made(made.data, "", warnings, made.pages)
