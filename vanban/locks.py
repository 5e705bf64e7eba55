"""Locks on files: one run at a time does what two at once would tear. What a killed run has held the system lets go."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from vanban.errors import MachineError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = ".khoa"
# How long another run may take, and how often we look whether it has ended, in seconds.
_PATIENCE, _PAUSE = 60.0, 0.02


@contextmanager
def alone_in(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Nobody else works in `folder` by this function for the time of a `with` block; who comes later waits.

    The folder is made where it is missing. What is left of the lock of a killed run holds nobody, and goes with the
    next one. Raises OSError, on the folder, where nothing can be written there; MachineError where another run holds it
    for longer than `patience`, in seconds.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / LOCK
    lock = _waited_for(path, time.monotonic() + patience)
    try:
        yield
    finally:
        with lock:
            if sys.platform == "win32":
                lock.close()  # Windows takes no open file away
            with suppress(OSError):  # the next one has it open already
                path.unlink()


def _waited_for(path: Path, until: float) -> BinaryIO:
    """The lock at `path`, held. Who waited may have got a file that the one before took away: that holds nobody."""
    while True:
        if lock := _opened(path):
            if try_lock(lock) and _is_at(path, lock):
                return lock
            lock.close()
        if time.monotonic() > until:
            raise MachineError(f"Một lệnh khác đang ghi vào thư mục {path.parent}, lệnh này chưa ghi gì. "
                               "Đợi lệnh ấy xong rồi chạy lại.")
        time.sleep(_PAUSE)


def _opened(path: Path) -> BinaryIO | None:
    """The file of a lock; None where Windows is just taking it away."""
    try:
        return path.open("ab")
    except OSError as error:
        if sys.platform == "win32" and isinstance(error, PermissionError):
            return None
        error.filename = str(path.parent)
        raise


def _is_at(path: Path, lock: BinaryIO) -> bool:
    with suppress(OSError):
        return os.path.samestat(path.stat(), os.fstat(lock.fileno()))
    return False


def try_lock(file: BinaryIO) -> bool:
    """Whether nobody else holds `file`; it is held then until it is closed, or the process ends."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
