"""A copy of the project whose plans are carried over, and how a person answers in it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.support.content import ROOT, project
from vanban.model.year_turn import QuyetDinhChuyen
from vanban.pipeline.checking import findings_of
from vanban.pipeline.planning import Asked, Planned, plan
from vanban.pipeline.project import Project

NEW = "content/nghe_an/2026"


def sample(folder: Path, *units: str) -> Project:
    """The registers, and the units of the samples."""
    made = project(folder)
    for unit in units or ("nghe_an",):
        shutil.copytree(ROOT / "content" / unit, made.content / unit, dirs_exist_ok=True)
    return made


def carried(home: Project, don_vi: str = "nghe_an", old: int = 2025, new: int = 2026, *, apply: bool = False,
            dry_run: bool = False) -> Planned:
    return plan(home, Asked(don_vi, old, new, apply=apply, dry_run=dry_run))


def texts(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too, by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file()}


def answer(home: Project, where: str, said: str, new: str = NEW) -> None:
    """Fills in the answer of the one place whose name has `where` in it."""
    path = home.root / new / "chuyen_nam.yaml"
    text = path.read_text("utf-8")
    found = [each for each in re.finditer(r"- vi_tri: (.*)\n(?:    .*\n)*?    tra_loi:(.*)\n", text) if where in each[1]]
    assert len(found) == 1, (where, [each[1] for each in found])
    path.write_text(f"{text[:found[0].start(2)]} {said}{text[found[0].end(2):]}", "utf-8")


def asked(planned: Planned, *words: str) -> list[QuyetDinhChuyen]:
    """The open decisions whose sentence has all of `words`."""
    return [each for each in planned.decisions if each.is_open and all(word in each.cau_van for word in words)]


def faults(home: Project, folder: str = NEW) -> Iterator[tuple[str, str]]:
    return ((found.code, found.level) for found in findings_of(home, [home.root / folder]).findings)


def change(path: Path, old: str, new: str) -> None:
    """A person edits a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    path.write_text(text.replace(old, new), "utf-8")
