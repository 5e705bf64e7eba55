"""A copy of the project that a test may spoil."""

import shutil
from pathlib import Path

from vanban.pipeline import Project

ROOT = Path(__file__).resolve().parents[2]


def copy_project(folder: Path, *, samples: bool = True) -> Project:
    """The schemas, the frames, the registers and, with `samples`, the sample documents, in `folder`."""
    for name in ("schemas", "templates", "content/dung_chung", *(("content/nghe_an",) if samples else ())):
        shutil.copytree(ROOT / name, folder / name)
    return Project(folder)
