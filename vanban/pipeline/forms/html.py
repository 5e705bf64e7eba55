"""A copy to read on a screen, through pandoc."""

from collections.abc import Iterator, Sequence

from vanban.errors import MachineError
from vanban.pipeline.forms import Job, Made
from vanban.writers.to_html import to_html

IN_ALL = False


def make(jobs: Sequence[Job]) -> Iterator[tuple[Job, Made]]:
    return ((job, _made(job)) for job in jobs)


def _made(job: Job) -> Made:
    try:
        return Made(to_html(job.docx))
    except MachineError as error:
        return Made(failure=str(error))
