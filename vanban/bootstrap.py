"""Makes a bare machine ready: the Python of `.venv/` with the pinned libraries, LibreOffice and its font.

It runs before anything is installed, so it knows the standard library only, and an old Python can read it far
enough to say that it is too old. What it says goes to stderr; what it cannot do ends the run with exit code 3.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

OLDEST_PYTHON = (3, 11)
MACHINE_FAILED = 3
_STAMP = ".da_cai_dat"
_LOG = "cai_dat.log"


def reexec(root: Path) -> None:
    """Returns at once inside the Python of `root/.venv`; elsewhere runs the same command there and never returns."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        _stop(f"Cần Python {_dotted(OLDEST_PYTHON)} trở lên; máy đang chạy Python {_dotted(sys.version_info)}.")
    python = ensure(root)
    if Path(sys.prefix).resolve() == (root / ".venv").resolve():
        return
    command = [str(python), *sys.orig_argv[1:]]
    if sys.platform == "win32":  # execv there gives the prompt back before the work is done
        raise SystemExit(subprocess.run(command).returncode)
    os.execv(python, command)


def ensure(root: Path) -> Path:
    """The Python of `root/.venv`, which holds just what `requirements.lock` says.

    The stamp is written last: an install that was cut short is not believed. The folder is always made anew, so
    that nothing of an older install stays. When two processes come at once, the second waits for the first.
    """
    home, lock = root / ".venv", root / "requirements.lock"
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    wanted = f"{_dotted(sys.version_info)} {hashlib.sha256(lock.read_bytes()).hexdigest()}"

    def is_done() -> bool:
        stamp = home / _STAMP
        return python.exists() and stamp.exists() and stamp.read_text("ascii") == wanted

    if not is_done():
        with _alone(root / ".venv.khoa"):
            if not is_done():
                if home.is_symlink():  # to clear it would empty what another checkout works with
                    _stop(f"Thư mục {home} là liên kết tới {home.resolve()}, nơi có bộ thư viện khác. "
                          "Xóa liên kết này rồi chạy lại.")
                _say("Đang cài các thư viện Python vào thư mục .venv; chỉ làm một lần, mất một vài phút …")
                _make_venv(home)
                _install(python, lock)
                (home / _STAMP).write_text(wanted, "ascii")
    return python


def ensure_pdf() -> str | None:
    """Installs LibreOffice and its font where nobody need be asked; None when done, else one line on what PDF needs.

    For a caller that has found one of the two missing: it does not look again, and it takes minutes.
    """
    if _may_install():
        _say("Đang cài LibreOffice và phông chữ để xuất PDF; chỉ làm một lần, mất vài phút …")
        fault = _apt_install("libreoffice-writer-nogui|libreoffice-writer", "fonts-liberation2|fonts-liberation",
                             "poppler-utils")
        return fault and f"Không cài được LibreOffice nên chưa có PDF, chỉ có DOCX. {fault}"
    ways = {
        "win32": "cài LibreOffice (trang libreoffice.org)",
        "darwin": "cài LibreOffice (trang libreoffice.org, hoặc brew install --cask libreoffice)",
    }
    way = ways.get(sys.platform, "cài LibreOffice Writer và phông Liberation Serif 2, ví dụ: "
                                 "sudo apt-get install libreoffice-writer fonts-liberation2")
    return f"Chưa có PDF, chỉ có DOCX. Muốn có PDF: {way}, rồi chạy lại."


def ensure_browser() -> str | None:
    """Installs Chromium, in which tests open pages, where nobody need be asked; None when done, else why not.

    For a caller that has not found it.
    """
    if not _may_install():
        return "máy này chưa có Chromium; cài Chromium hoặc Chrome thì phép thử trang mới chạy"
    _say("Đang cài Chromium để thử các trang HTML; chỉ làm một lần, mất vài phút …")
    fault = _apt_install("chromium")
    return fault and f"Không cài được Chromium. {fault}"


def _make_venv(home: Path) -> None:
    """An empty environment with pip in `home`, in place of whatever was there."""
    if importlib.util.find_spec("ensurepip") is None:  # Debian packs it apart
        version = _dotted(sys.version_info)
        fault = _apt_install(f"python{version}-venv|python3-venv") if _may_install() else "cần quyền quản trị"
        if fault:
            _stop(f"Máy chưa tạo được môi trường Python ({fault}). Hãy cài gói python3-venv, "
                  "ví dụ: sudo apt-get install python3-venv, rồi chạy lại.")
    # An interpreter that runs from inside `home` would be clearing its own folder.
    base = getattr(sys, "_base_executable", sys.executable)
    made = _run([base, "-m", "venv", "--clear", str(home)])
    if made.returncode:
        _stop(f"Không tạo được thư mục {home}. Hãy đóng các cửa sổ đang dùng nó và xem đĩa còn chỗ không.\n"
              + _complaint(made.stdout))


def _install(python: Path, lock: Path) -> None:
    """Every line of `lock` into the environment of `python`, each file checked against its hash."""
    log = lock.parent / ".venv" / _LOG
    command = [str(python), "-m", "pip", "install", "--require-hashes", "--no-deps", "--no-input",
               "--disable-pip-version-check", "--requirement", str(lock)]
    done = _run(command, PIP_USER="0")
    log.write_text(done.stdout, "utf-8")
    if done.returncode:
        _stop("Không cài được các thư viện Python. Thường là vì máy không có mạng, mạng phải đi qua proxy (đặt biến "
              "môi trường HTTPS_PROXY), hoặc đĩa đầy. Sửa xong chạy lại lệnh vừa rồi.\n"
              f"{_complaint(done.stdout)}\n(toàn bộ nhật ký: {log})")


def _may_install() -> bool:
    """True where system packages may be installed without asking: root on a Debian-like machine (containers, CI)."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt_install(*needs: str) -> str | None:
    """Installs Debian packages; of a need "a|b" the first name that this release knows. Returns the fault, if any."""
    patient = ["apt-get", "--quiet", "--option=DPkg::Lock::Timeout=300", "--option=Acquire::Retries=3"]
    _run([*patient, "update"])  # a bare container has no lists; when this fails, install says why
    names = [_first_known(need.split("|")) for need in needs]
    done = _run([*patient, "install", "--yes", "--no-install-recommends", *names], DEBIAN_FRONTEND="noninteractive")
    return _complaint(done.stdout) if done.returncode else None


def _first_known(names: list[str]) -> str:
    """The first of `names` that has a package to install; the last one when none has."""
    return next((name for name in names if not _run(["apt-cache", "show", "--quiet=0", name]).returncode), names[-1])


def _run(command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    """`command` run to its end without input, its two outputs in one text."""
    return subprocess.run(command, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Keeps other processes out while it is held; the lock dies with its process, so none is ever left behind."""
    with file.open("a") as handle:
        if sys.platform == "win32":
            while True:
                try:
                    msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
                    break
                except OSError:
                    time.sleep(0.5)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _dotted(version: tuple[object, ...]) -> str:
    return f"{version[0]}.{version[1]}"


def _complaint(text: str) -> str:
    """What pip or apt-get calls an error in its output; its last line when it names none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "\n".join([line for line in lines if line.startswith(("E:", "ERROR:"))][-5:] or lines[-1:])


def _say(line: str) -> None:
    # A Windows console in an old code page cannot print đ; a question mark is better than a traceback.
    encoding = sys.stderr.encoding or "ascii"
    print(line.encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)


def _stop(line: str) -> NoReturn:
    _say(line)
    raise SystemExit(MACHINE_FAILED)
