"""Temporary folders of ours: each is held by a lock while its run lives. What a run left that was killed goes with the
next one, and so does the converter that still works in it; those of a live run are never touched.
"""

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from vanban.errors import MachineError, system_words
from vanban.locks import LOCK, try_lock

_PREFIX = "vanban-"


@contextmanager
def room() -> Iterator[Path]:
    """A folder for the time of a `with` block."""
    sweep()
    folder, lock = _made()
    try:
        yield folder
    finally:
        _leave(folder, lock)


def _leave(folder: Path, lock: BinaryIO) -> None:
    """Takes the folder away, also for one who is stopped while doing so."""
    try:
        lock.close()  # Windows takes no open file away
        _take_away(folder)
    except KeyboardInterrupt:
        lock.close()
        _take_away(folder)
        raise


def sweep() -> None:
    """Takes away the folders of runs that have ended without doing so."""
    with suppress(OSError), os.scandir(tempfile.gettempdir()) as found:
        for each in found:
            if each.name.startswith(_PREFIX) and each.is_dir(follow_symlinks=False) and _is_own(each):
                _sweep(Path(each.path))


def _made() -> tuple[Path, BinaryIO]:
    """A new folder, and its lock, held. Raises MachineError where the system has no room for it."""
    while True:
        try:
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        except OSError as error:
            raise MachineError(f"Không tạo được thư mục tạm: {system_words(error)}.") from error
        try:
            lock = (folder / LOCK).open("xb")
        except FileNotFoundError:  # another run took it for one that was left
            continue
        except OSError as error:
            raise MachineError(f"Không ghi được vào thư mục tạm {folder}: {system_words(error)}.") from error
        if try_lock(lock):
            return folder, lock
        lock.close()


def _sweep(folder: Path) -> None:
    try:
        lock = (folder / LOCK).open("rb+")
    except OSError:
        with suppress(OSError):
            folder.rmdir()  # empty: its run was killed before it had locked it
        return
    with lock:
        is_left = try_lock(lock)
    if is_left:
        _stop_converter(folder)
        _take_away(folder)


def _take_away(folder: Path) -> None:
    """The lock last: who is stopped in the middle leaves a folder that the next run knows for one of ours. So does a
    converter that was told to end, and has written there once more since."""
    with suppress(OSError):
        for each in folder.iterdir():
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each, ignore_errors=True)
            elif each.name != LOCK:
                each.unlink(missing_ok=True)
    with suppress(OSError):
        (folder / LOCK).unlink(missing_ok=True)
        try:
            folder.rmdir()
        except OSError:
            (folder / LOCK).touch()


def _is_own(each: os.DirEntry[str]) -> bool:
    """Whether a folder is of this user; others have theirs in the same place."""
    return sys.platform == "win32" or each.stat(follow_symlinks=False).st_uid == os.getuid()


def _stop_converter(folder: Path) -> None:
    """Ends the LibreOffice whose profile lies in `folder`, where the system tells what was started with which words."""
    if sys.platform == "win32":
        return
    for said in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if any(word.startswith(b"-env:UserInstallation=") and folder.name.encode() in word
                   for word in said.read_bytes().split(b"\0")):
                os.kill(int(said.parent.name), signal.SIGKILL)
