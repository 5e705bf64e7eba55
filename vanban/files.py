"""Writing files so that at every moment the old file or the new one stands there, never half of one."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# What a file is called while it is written: the process that writes it is known by its number.
_PIECE = re.compile(r"\..+\.(?P<pid>[0-9]+)\.tmp", re.DOTALL)


def write_whole(target: Path, data: bytes) -> None:
    """Puts `data` at `target`, its folder made where it is missing. Raises OSError, which names `target` and nothing of
    ours; then the old file stands."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = piece_of(target)
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        error.filename, error.filename2 = str(target), None
        raise
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def put_with(target: Path, data: bytes) -> Iterator[None]:
    """Puts `data` at `target` before what the `with` block does. Where that ends by an exception, what stood there
    before stands there again. Raises OSError."""
    before = target.read_bytes() if target.is_file() else None
    write_whole(target, data)
    is_done = False
    try:
        yield
        is_done = True
    finally:
        if not is_done and before is None:
            target.unlink(missing_ok=True)
        elif not is_done and before is not None:
            write_whole(target, before)


def piece_of(target: Path) -> Path:
    """What a file, or a folder, is called while this process writes it."""
    return target.with_name(f".{target.name}.{os.getpid()}.tmp")


def sweep_pieces(folder: Path) -> None:
    """Takes away, below `folder`, the pieces of files that runs have left which were killed."""
    for path in folder.rglob(".*.tmp"):
        if is_left(path.name):
            with suppress(OSError):
                path.unlink()


def is_left(name: str) -> bool:
    """Whether a name is that of a piece of a process that is no more."""
    found = _PIECE.fullmatch(name)
    return found is not None and not _is_alive(int(found["pid"]))


def _is_alive(pid: int) -> bool:
    """Whether a process may still write; Windows keeps what it has open by itself."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(pid, 0)
    except PermissionError:  # another user's
        return True
    except (OSError, OverflowError):
        return False
    return True
