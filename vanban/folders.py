"""Several files of a folder put in place such that a run that is stopped loses nothing and the next one completes it.

A folder that is not there yet is made beside its place and renamed: whoever looks finds no folder or the whole one. In
one that is there each file is replaced whole, in the order given; nothing else in it is touched.
"""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from vanban.files import is_left, piece_of, sweep_pieces, write_whole


def put_together(folder: Path, files: Mapping[str, bytes | None]) -> None:
    """Puts `files`, by name, into `folder`, in their order; None takes one away. Raises OSError; then those before the
    one that failed are in place, and each is the old or the new one."""
    _sweep(folder)
    if folder.exists():
        _put(folder, files)
        return
    beside = piece_of(folder)
    try:
        _put(beside, files)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _put(folder: Path, files: Mapping[str, bytes | None]) -> None:
    for name, data in files.items():
        if data is None:
            (folder / name).unlink(missing_ok=True)
        else:
            write_whole(folder / name, data)


def _sweep(folder: Path) -> None:
    """Takes away what runs have left of this folder that were killed."""
    sweep_pieces(folder)
    for path in folder.parent.glob(f".{folder.name}.*.tmp"):
        if is_left(path.name) and not path.is_symlink():
            with suppress(OSError):
                shutil.rmtree(path)
