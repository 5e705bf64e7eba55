"""Frames of offices are opened by who was given them, and loaded where an office has its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.sample import ROOT, SOURCE
from vanban.commands.checkout import Checkout
from vanban.pipeline.checking import check
from vanban.pipeline.offices import OfficeLooks
from vanban.pipeline.own_frames import NoLooks
from vanban.pipeline.project import Project

_CHECK = """\
import sys
from pathlib import Path
from vanban.pipeline.checking import findings_of
from vanban.pipeline.project import Project
assert not findings_of(Project(Path.cwd()), [Path(sys.argv[1])]).findings
print(*sys.modules)
"""
# What frames, pictures in print, and reading of PDF files need.
_HEAVY = {"docx", "docxtpl", "jinja2", "lxml", "ssl", "zipfile"}


def it_loads_nothing_of_frames_and_word_files_to_check_a_document() -> None:
    done = subprocess.run([sys.executable, "-c", _CHECK, SOURCE], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & _HEAVY
    assert "vanban.pipeline.checking" in loaded


def with_frame(folder: Path) -> Project:
    """An office with a frame of its own, as it was copied."""
    made = project(folder, qd=DECISION, kh=PLAN)
    frame = made.content / "nghe_an" / "mau" / "co_ten_loai.docx"
    frame.parent.mkdir()
    frame.write_bytes((ROOT / "templates" / "co_ten_loai.docx").read_bytes())
    return made


@pytest.mark.crashes
def it_never_passes_over_a_frame(tmp_path: Path) -> None:
    made = with_frame(tmp_path)
    assert check(made).findings == ()
    unseen = check(Project(made.root, looks=NoLooks()))
    assert ["nghe_an" in failure for failure in unseen.failures] == [True]
    assert unseen.sound == ()
    with pytest.raises(AssertionError, match="co_ten_loai"):
        NoLooks().restyled(made.content / "nghe_an" / "mau" / "co_ten_loai.docx", None)  # type: ignore[arg-type]


@pytest.mark.parametrize("has_frame", [False, True])
def it_is_given_who_opens_frames_where_an_office_has_its_own(
    tmp_path: Path, has_frame: bool
) -> None:
    made = with_frame(tmp_path) if has_frame else project(tmp_path, qd=DECISION, kh=PLAN)
    looks = Checkout(made.root).project().looks
    assert isinstance(looks, OfficeLooks if has_frame else NoLooks)
