"""Several files of a folder put in place at once: whoever looks finds the folder of before or the new one, no part.

The whole folder is made anew beside the old one, under a hidden name, and takes its place by being renamed. What a run
has left that was stopped is put right by the next one (`mend`).
"""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from vanban.files import write_whole


def put_together(folder: Path, files: Mapping[str, bytes | None]) -> None:
    """Puts `files`, by name, into `folder`, which keeps all else that lies in it; None takes one away. Raises OSError;
    then the folder is as it was."""
    mend(folder)
    new, old = _new(folder), _old(folder)
    try:
        if folder.exists():
            shutil.copytree(folder, new, symlinks=True)
        for name, data in files.items():
            if data is None:
                (new / name).unlink(missing_ok=True)
            else:
                write_whole(new / name, data)
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
    finally:
        shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def mend(folder: Path) -> None:
    """Puts the folder of before back where a run was stopped between taking it away and putting the new one there."""
    new, old = _new(folder), _old(folder)
    if old.exists() and not folder.exists():
        old.rename(folder)
    for left in (new, old):
        with suppress(FileNotFoundError):
            shutil.rmtree(left)


def _new(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.moi")


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.cu")
