"""A copy of the project that a test may spoil."""

import shutil
from pathlib import Path

from vanban.pipeline.offices import OfficeLooks
from vanban.pipeline.project import Project

ROOT = Path(__file__).resolve().parents[2]
# The set that faults are put into: a decision, its plan, the annex of that.
SET = ("quyet_dinh_cchc.yaml", "ke_hoach_cchc.yaml", "phu_luc_nhiem_vu.yaml")


def copy_project(folder: Path, *, samples: bool = True) -> Project:
    """The schemas, the frames, the registers and, with `samples`, the documents of `SET`, in `folder`."""
    for name in ("schemas", "templates", "content/dung_chung"):
        shutil.copytree(ROOT / name, folder / name)
    for name in SET if samples else ():
        target = folder / "content" / "nghe_an" / "2025" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "content" / "nghe_an" / "2025" / name, target)
    return Project(folder, looks=OfficeLooks())
