"""DOCX → PDF through LibreOffice; every PDF is opened, counted, its fonts checked and its words compared with those of
the DOCX before it is believed.

The DOCX says Times New Roman. On Linux LibreOffice is shown one family only, Liberation Serif 2, which has its
widths and all Vietnamese letters: with more to choose from it mixes fonts inside a word and says nothing. On
Windows and macOS the real Times New Roman is there. The PDF shows what will be signed; Word may break pages
elsewhere.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from vanban.errors import MachineError
from vanban.files import write_whole
from vanban.writers._pdf_fonts import FAMILY, Fonts, find_fonts, restrict_fonts
from vanban.writers._pdf_result import PdfFacts, read_result

__all__ = ["Converter", "Job", "PdfFacts", "find_converter", "is_ready"]

_NAMES = (
    "soffice",
    "libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_EXPORT = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


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
        self._room = tempfile.TemporaryDirectory(prefix="vanban-", ignore_cleanup_errors=True)
        self._home = Path(self._room.name)
        self._profile = self._home / "profile"
        self._environment = {**os.environ, "LC_ALL": "C.UTF-8", **restrict_fonts(self._fonts, self._home)}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._room.cleanup()

    def convert(self, job: Job) -> PdfFacts:
        """Writes one PDF. Raises MachineError, which names the document, when the second try fails too."""
        result = self.convert_many([job])[0]
        if isinstance(result, MachineError):
            raise result
        return result

    def convert_many(self, jobs: Sequence[Job]) -> list[PdfFacts | MachineError]:
        """The facts or the failure of each job, in their order; a good PDF is written whatever becomes of the others.

        All go through one call of LibreOffice, for starting it costs more than a document. What that call does
        not bring is tried once more, alone and with a fresh profile.
        """
        results = self._attempt(jobs)
        for index, job in enumerate(jobs):
            if isinstance(results[index], MachineError):
                shutil.rmtree(self._profile, ignore_errors=True)
                results[index] = self._attempt([job])[0]
        return results

    def _attempt(self, jobs: Sequence[Job]) -> list[PdfFacts | MachineError]:
        """One call of LibreOffice. Its inputs are copies: the names of the originals need not be unique or simple."""
        if not jobs:
            return []
        with tempfile.TemporaryDirectory(dir=self._home, ignore_cleanup_errors=True) as folder:
            copies = [Path(folder, f"{number:04}.docx") for number in range(len(jobs))]
            for job, copy in zip(jobs, copies, strict=True):
                shutil.copyfile(job.docx, copy)
            fault = self._call(copies, Path(folder))
            return [self._judge(job, copy.with_suffix(".pdf"), fault) for job, copy in zip(jobs, copies, strict=True)]

    def _call(self, inputs: Sequence[Path], out: Path) -> str:
        """Runs LibreOffice, which leaves what it can in `out`. Returns what it complained of, "" for nothing."""
        command = [
            str(self._soffice), f"-env:UserInstallation={self._profile.as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--infilter=MS Word 2007 XML", "--convert-to", _EXPORT, "--outdir", str(out),
            *map(str, inputs),
        ]
        log = out / "soffice.log"
        with log.open("wb") as output:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                                       env=self._environment, start_new_session=True)
            try:
                fault = self._wait(process, out)
            finally:
                _kill_group(process)
        said = [line for line in log.read_text("utf-8", "replace").splitlines() if line.startswith("Error")]
        return "; ".join([fault, *said[-1:]]) if fault else "".join(said[-1:])

    def _wait(self, process: subprocess.Popen[bytes], out: Path) -> str:
        """Waits for the end, or until no file has been finished for `limit` seconds. Returns the fault, "" for none."""
        finished, deadline = 0, time.monotonic() + self._limit
        while True:
            try:
                code = process.wait(timeout=0.2)
                return f"LibreOffice dừng với mã {code}" if code else ""
            except subprocess.TimeoutExpired:
                if (count := len(list(out.glob("*.pdf")))) > finished:
                    finished, deadline = count, time.monotonic() + self._limit
                elif time.monotonic() > deadline:
                    return f"quá {self._limit:.0f} giây chưa xong nên đã dừng LibreOffice"

    def _judge(self, job: Job, made: Path, fault: str) -> PdfFacts | MachineError:
        """The facts of `made`, after it has been put in its place with the dates of `job`; or why it was not."""
        try:
            if not made.exists():
                raise MachineError(fault or "LibreOffice không tạo ra tệp nào")
            facts, data = read_result(made, job.docx.read_bytes(), job.moment, self._fonts)
            write_whole(job.pdf, data)
            return facts
        except MachineError as error:
            return MachineError(f"Không xuất được PDF từ {job.docx.as_posix()}: {error}.")
        except OSError as error:
            return MachineError(f"Không ghi được {job.pdf.as_posix()} ({error.strerror}); tệp có đang mở không?")


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """Ends `process` and all it started; LibreOffice is a script that starts a program that starts another."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        # All may have ended by themselves; macOS then says that it is not permitted.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
