"""One call of LibreOffice: started, watched, ended with all that it has started."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_EXPORT = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
# So many seconds what was killed may take to be gone.
_DYING = 2.0


@dataclass(slots=True)
class Call:
    """limit  seconds that may pass without another file being finished; then LibreOffice is killed
    fault  what it complained of when it has ended, "" for nothing
    hung   whether it had to be killed
    """

    program: Path
    profile: Path
    environment: Mapping[str, str]
    limit: float
    fault: str = ""
    hung: bool = False

    def convert(self, inputs: Sequence[Path], out: Path) -> Iterator[Path]:
        """Makes PDF of `inputs` into the folder `out`; those of which the PDF is whole before the last is made, as soon
        as it is."""
        command = [
            str(self.program), f"-env:UserInstallation={self.profile.as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--infilter=MS Word 2007 XML", "--convert-to", _EXPORT, "--outdir", str(out),
            *map(str, inputs),
        ]
        log = out / "soffice.log"
        with log.open("wb") as output:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                                       env=self.environment, start_new_session=True)
            try:
                yield from self._watched(process, inputs, out)
            finally:
                _kill_group(process)
        said = [line for line in log.read_text("utf-8", "replace").splitlines() if line.startswith("Error")]
        self.fault = "; ".join(filter(None, [self.fault, *said[-1:]]))

    def _watched(self, process: subprocess.Popen[bytes], inputs: Sequence[Path], out: Path) -> Iterator[Path]:
        """Waits for the end, or until no file has been finished for `limit` seconds. They are made in their order: one
        is whole when a later one is there."""
        finished, told, deadline = 0, 0, time.monotonic() + self.limit
        while (code := _ended(process)) is None:
            there = [number for number, each in enumerate(inputs) if (out / f"{each.stem}.pdf").exists()]
            if len(there) > finished:
                finished, deadline = len(there), time.monotonic() + self.limit
            elif time.monotonic() > deadline:
                self.hung, self.fault = True, f"quá {self.limit:.0f} giây chưa xong nên đã dừng LibreOffice"
                return
            yield from (inputs[number] for number in there[told:-1])
            told = max(told, len(there) - 1)
        self.fault = f"LibreOffice dừng với mã {code}" if code else ""


def _ended(process: subprocess.Popen[bytes]) -> int | None:
    """The exit code; None for a process that goes on, after a moment."""
    try:
        return process.wait(timeout=0.2)
    except subprocess.TimeoutExpired:
        return None


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """Ends `process` and all it started; LibreOffice is a script that starts a program that starts another."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        # All may have ended by themselves; macOS then says that it is not permitted.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            is_alive, deadline = process.poll() is None, time.monotonic() + _DYING
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            # Until the last of them is gone, lest it write a file when its folder has been taken away; where the system
            # keeps the dead, for a moment.
            while is_alive and time.monotonic() < deadline:
                os.killpg(process.pid, 0)
                time.sleep(0.01)
    process.wait()
