"""The files of one report go into its folder: each is told as soon as it is there, what cannot be put is a sentence."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from vanban.errors import MachineError, cannot
from vanban.files import write_whole
from vanban.guard import Crashed
from vanban.manifest import fingerprint
from vanban.pipeline.checking import Told
from vanban.pipeline.crashes import Crashes
from vanban.pipeline.forms import CopiedPdf, Form, Job, Made
from vanban.pipeline.outputs import MadeOf, Outputs
from vanban.pipeline.waiting import Say, said_while_it_lasts, unsaid
from vanban.writers.to_metadata import Metadata

Tell = Callable[[Path], None]


def untold(_: Path) -> None:
    """Tells nobody."""


@dataclass(slots=True)
class Report(Told):
    """What was found and written, what the machine could not do, and what else is to be told. No document is kept.

    tell  is called with each file as soon as it is written
    say   is told of what takes long, while it lasts
    """

    written: list[Path] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    tell: Tell = untold
    say: Say = unsaid

    def has_written(self, path: Path) -> None:
        self.written.append(path)
        self.tell(path)


@dataclass(slots=True)
class Written:
    """A DOCX that was written, where its other forms go (without suffix), the day it carries.

    copied   the PDF that it is a copy of, None for anything else
    copies   how each copy begins that it is of a document that is built here (writers/copy_pages)
    record   of the first file of an issued set: what goes beside it, but for the pages of its PDF
    of       the DOCX as it was put in its place; None where it was not
    pages    of its PDF, once that was made
    """

    docx: Path
    beside: Path
    moment: datetime
    source: str
    record: Metadata | None
    of: MadeOf | None = None
    pages: int | None = None
    copied: CopiedPdf | None = None
    copies: tuple[tuple[str, str, str], ...] = ()

    def form(self, name: str) -> Path:
        return self.beside.with_name(f"{self.beside.name}.{name}")


@dataclass(frozen=True, slots=True)
class Putting:
    """Where a report goes; `aside`: where its DOCX go instead, when only other forms are wanted, those that
    are `made`."""

    folder: Path
    outputs: Outputs
    aside: Path | None
    result: Report
    crashes: Crashes
    made: Sequence[str] = ()

    def docx(self, beside: Path, data: bytes, source: str) -> tuple[Path, MadeOf | None]:
        """Puts a DOCX in its place, and tells where that is. Raises OSError, MachineError."""
        path = beside.with_name(f"{beside.name}.docx")
        if not self.aside:
            self.outputs.put(path, data, source)
            return path, MadeOf(path, fingerprint(data))
        self.outputs.compare(path, data, self.made)
        aside = self.aside / path.relative_to(self.folder)
        write_whole(aside, data)
        return aside, None

    def form(self, name: str, form: Form, written: Sequence[Written]) -> None:
        """Makes one form of all; of a DOCX that has none now an older one goes."""
        try:
            for each, made in self._made(name, form, written):
                self.result.warnings += made.warnings
                if made.data is None:
                    self.result.failures += filter(None, [made.failure])
                    self._drop(each.form(name), each.of)
                    continue
                each.pages = each.pages if made.pages is None else made.pages
                self._put(each.form(name), made.data, each)
        except MachineError as error:
            self.result.failures.append(str(error))

    def records(self, written: Sequence[Written]) -> None:
        """Writes the records of issued sets."""
        for each in written:
            if each.record and (data := self.crashes(each.source, partial(each.record.as_json, each.pages))):
                self._put(each.form("json"), data, each)

    def _made(self, name: str, form: Form, written: Sequence[Written]) -> Iterator[tuple[Written, Made]]:
        """The form of each. Where a fault of ours stops all, those that are left are made one by one, so that it stops
        only its own."""
        left = {Job(each.docx, each.moment, each.copied, each.copies): each for each in written}
        together = Crashed()
        outcomes = together("", lambda: iter(form.make(list(left)))) or iter(())
        while outcome := together("", partial(self._next, name, left, outcomes)):
            yield left.pop(outcome[0]), outcome[1]
        for job, each in left.items():
            alone = self.crashes(each.source, lambda job=job: list(form.make([job])))  # type: ignore[misc]
            yield each, alone[0][1] if alone else Made()

    def _next(self, name: str, left: Mapping[Job, Written], outcomes: Iterator[tuple[Job, Made]]
              ) -> tuple[Job, Made] | None:
        """What is made next of those that are left; whoever waits long is told for which."""
        files = [self.outputs.name(each.form(name)) for each in left.values()]
        more = f" và {len(files) - 1} tệp nữa" if len(files) > 1 else ""
        with said_while_it_lasts(f"Đang chờ {''.join(files[:1])}{more}", self.result.say) if files else nullcontext():
            return next(outcomes, None)

    def _put(self, path: Path, data: bytes, made: Written) -> None:
        try:
            self.outputs.put(path, data, made.source, made.of)
        except MachineError as error:
            self.result.failures.append(str(error))
        except OSError as error:
            self.result.failures.append(cannot("ghi được", path, error))
        else:
            self.result.has_written(path)

    def _drop(self, path: Path, of: MadeOf | None) -> None:
        try:
            self.outputs.drop(path, of)
        except MachineError as error:
            self.result.failures.append(str(error))
        except OSError as error:
            self.result.failures.append(cannot("xóa được bản cũ", path, error))
