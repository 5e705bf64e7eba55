"""DOCX → PDF through LibreOffice; every PDF is opened, counted, its fonts checked and its words compared with those of
the DOCX before it is believed.

The DOCX says Times New Roman. On Linux LibreOffice is shown one family only, Liberation Serif 2, which has its
widths and all Vietnamese letters: with more to choose from it mixes fonts inside a word and says nothing. On
Windows and macOS the real Times New Roman is there. The PDF shows what will be signed; Word may break pages
elsewhere.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from vanban.errors import MachineError, cannot
from vanban.files import write_whole
from vanban.rooms import room
from vanban.wordml.elements import ForbiddenXml
from vanban.wordml.package import NotAPackage, RefusedPackage
from vanban.writers._pdf_copy import print_copy
from vanban.writers._pdf_ends import Cuts
from vanban.writers._pdf_fonts import FAMILY, Fonts, find_fonts, restrict_fonts
from vanban.writers._pdf_lines import ends_to_cut
from vanban.writers._pdf_result import PdfFacts, read_result
from vanban.writers._soffice import Call

__all__ = ["Converter", "Job", "PdfFacts", "find_converter", "is_ready"]

_NAMES = (
    "soffice",
    "libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_MOST_HANGS = 2
# So often is a document set anew because what holds together was parted; hardly one needs more than one time.
_MOST_CUTS = 6
# What became of a job.
Result = PdfFacts | MachineError


@dataclass(frozen=True, slots=True)
class Job:
    """A document to convert. `moment` is the date the PDF carries: the document's own, never the clock's."""

    docx: Path
    pdf: Path
    moment: datetime


def find_converter() -> Path | None:
    """The program of LibreOffice: what VANBAN_SOFFICE names, else on PATH or where its installer puts it, else None."""
    named = os.environ.get("VANBAN_SOFFICE")
    found = next(filter(None, map(shutil.which, [named] if named else _NAMES)), None)
    return Path(found) if found else None


def is_ready() -> bool:
    """True when PDF can be made here: LibreOffice is found, and on Linux the font too."""
    soffice = find_converter()
    return soffice is not None and (sys.platform != "linux" or bool(find_fonts(soffice).files))


class Converter:
    """LibreOffice with a profile and a choice of fonts of its own. One for each worker, used in a `with` block.

    limit   seconds that may pass without another file being finished; then LibreOffice is killed

    Raises MachineError when LibreOffice or its font is missing.
    """

    def __init__(self, limit: float = 120.0) -> None:
        soffice = find_converter()
        if soffice is None:
            raise MachineError("Không tìm thấy LibreOffice nên không xuất được PDF.")
        self._soffice = soffice
        self._limit = limit
        self._fonts = find_fonts(soffice) if sys.platform == "linux" else Fonts()
        if sys.platform == "linux" and not self._fonts.files:
            raise MachineError(f"Không có phông {FAMILY} 2 đủ chữ tiếng Việt (gói fonts-liberation2).")
        self._hangs = 0  # in a row, without a file finished between them
        self._exit = ExitStack()

    def __enter__(self) -> Self:
        self._home = self._exit.enter_context(room())
        self._profile = self._home / "profile"
        # What LibreOffice leaves of its own when it is ended (lu….tmp) lies where ours is swept.
        own = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(self._home)) | {"LC_ALL": "C.UTF-8"}
        self._environment = {**os.environ, **own, **restrict_fonts(self._fonts, self._home)}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._exit.close()

    def convert(self, job: Job) -> PdfFacts:
        """Writes one PDF. Raises MachineError, which names the document, when the second try fails too."""
        result = self.convert_many([job])[0]
        if isinstance(result, MachineError):
            raise result
        return result

    def convert_many(self, jobs: Sequence[Job]) -> list[Result]:
        """The facts or the failure of each job, in their order."""
        results = dict(self.convert_each(jobs))
        return [results[job] for job in jobs]

    def convert_each(self, jobs: Sequence[Job]) -> Iterator[tuple[Job, Result]]:
        """Each job with its facts or its failure, as soon as that is known; a good PDF is written whatever becomes of
        the others.

        All go through one call of LibreOffice, for starting it costs more than a document; those in which what holds
        together was parted (`_pdf_ends`) through further ones, each time with what has to be cut besides.
        """
        cuts = dict[Job, Cuts](dict.fromkeys(jobs, {}))
        for may_cut in (*[True] * _MOST_CUTS, False):
            todo, jobs = jobs, list[Job]()
            for job, result in self._set(todo, cuts, may_cut) if todo else ():
                if isinstance(result, MachineError | PdfFacts):
                    yield job, result
                else:
                    cuts[job] = result
                    jobs.append(job)

    def _set(
        self, jobs: Sequence[Job], cuts: Mapping[Job, Cuts], may_cut: bool
    ) -> Iterator[tuple[Job, Result | Cuts]]:
        """Each job, cut as `cuts` say; in place of its facts what has to be cut, where more may be.

        What one call of LibreOffice does not bring is tried once more, alone and with a fresh profile. Where it has
        hung twice and finished nothing between, it is not tried any more.
        """
        left = dict.fromkeys(jobs)
        for job, result in self._attempt(jobs, cuts, may_cut):
            if not isinstance(result, MachineError):
                del left[job]
                yield job, result
        for job in _last_where_it_hung(jobs, list(left)) if self._hangs else list(left):
            if self._hangs < _MOST_HANGS:
                shutil.rmtree(self._profile, ignore_errors=True)
                yield from self._attempt([job], cuts, may_cut)
            else:
                yield job, _failure(job, "LibreOffice đã treo hai lần liền nên máy không thử nữa; đóng LibreOffice nếu "
                                         "đang mở, khởi động lại máy rồi chạy lại lệnh")

    def _attempt(
        self, jobs: Sequence[Job], cuts: Mapping[Job, Cuts], may_cut: bool
    ) -> Iterator[tuple[Job, Result | Cuts]]:
        """One call of LibreOffice. Its inputs are copies: the names of the originals need not be unique or simple."""
        if not jobs:
            return
        call = Call(self._soffice, self._profile, self._environment, self._limit)
        with tempfile.TemporaryDirectory(dir=self._home, ignore_cleanup_errors=True) as folder:
            waiting = {Path(folder, f"{number:04}.docx"): job for number, job in enumerate(jobs)}
            for copy, job in waiting.items():
                copy.write_bytes(_to_set(job.docx.read_bytes(), cuts[job]))
            for copy in call.convert(list(waiting), Path(folder)):
                yield self._judge(job := waiting.pop(copy), copy, "", cuts[job], may_cut)
            if len(waiting) < len(jobs) or any(copy.with_suffix(".pdf").exists() for copy in waiting):
                self._hangs = 0
            self._hangs += call.hung
            for copy, job in waiting.items():
                yield self._judge(job, copy, call.fault, cuts[job], may_cut)

    def _judge(self, job: Job, copy: Path, fault: str, cuts: Cuts, may_cut: bool) -> tuple[Job, Result | Cuts]:
        """The facts of the PDF of `copy`, after it has been put in its place with the dates of `job`; or why it was
        not, or what has to be cut for it."""
        made = copy.with_suffix(".pdf")
        try:
            if not made.exists():
                raise MachineError(fault or "LibreOffice không tạo ra tệp nào")
            docx = job.docx.read_bytes()
            facts, data = read_result(made, docx, job.moment, self._fonts)
            if may_cut and (found := ends_to_cut(docx, data, cuts)) != cuts:
                return job, found
            write_whole(job.pdf, data)
            return job, facts
        except MachineError as error:
            return job, _failure(job, str(error))
        except OSError as error:
            return job, MachineError(cannot("ghi được", job.pdf.as_posix(), error))


def _failure(job: Job, why: str) -> MachineError:
    return MachineError(f"Không xuất được PDF từ {job.docx.as_posix()}: {why}.")


def _last_where_it_hung(jobs: Sequence[Job], left: list[Job]) -> list[Job]:
    """The jobs that are left; what LibreOffice hung over, the first behind all that it has finished, comes last."""
    done = max((number for number, job in enumerate(jobs) if job not in left), default=-1)
    first = jobs[done + 1] if done + 1 < len(jobs) else left[-1]
    return [*(job for job in left if job != first), first]


def _to_set(docx: bytes, cuts: Cuts | None) -> bytes:
    """What LibreOffice is given of `docx`; of a file that is none of ours the file, of which it will complain."""
    try:
        return print_copy(docx, cuts)
    except (NotAPackage, RefusedPackage, ForbiddenXml):
        return docx
