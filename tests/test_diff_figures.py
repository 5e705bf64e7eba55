"""A unit's figure changes: `diff` says where in every document that speaks of it, and in which line the unit typed it."""

import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.test_bound_cells import EACH, UNITS
from tests.test_diff import run
from tests.test_reported_figures import home, report_of
from vanban.pipeline.project import Project
from vanban.pipeline.versions import open_sides


def committed(folder: Path) -> Project:
    made = home(folder, "Có {{ hs_truc_tuyen }}; tỷ lệ {{ ty_le_nop_truc_tuyen }}.", more=UNITS + EACH)
    for words in (["init", "-q"], ["add", "-A"], ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "một"]):
        subprocess.run(["git", *words], cwd=folder, check=True)
    return made


@pytest.fixture
def changed(tmp_path: Path) -> Project:
    made = committed(tmp_path)
    file = made.content / "xa_yen_thanh/2026/so_lieu/sau_thang.yaml"
    file.write_text(file.read_text("utf-8").replace("hs_truc_tuyen: 10", "hs_truc_tuyen: 40"), "utf-8")
    return made


def it_names_what_changed_on_paper_and_the_line_of_the_unit(
    changed: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(changed.root, monkeypatch) == 0
    told = capsys.readouterr().out
    assert "Số liệu hs_truc_tuyen: 1.900 hồ sơ → 1.930 hồ sơ" in told
    assert "Số liệu hs_truc_tuyen.ubnd_xa_yen_thanh, 6 tháng đầu năm 2026: 10 → 40" in told
    assert told.count("ghi ở content/xa_yen_thanh/2026/so_lieu/sau_thang.yaml:8") == told.count("ghi ở ")
    assert report_of(changed).name in told


def it_reads_what_units_reported_at_a_revision_beside_the_one_folder_that_changed(tmp_path: Path) -> None:
    made = committed(tmp_path)
    report_of(made).write_text(report_of(made).read_text("utf-8").replace("Có {{", "Tất cả có {{"), "utf-8")
    with ExitStack() as rooms:
        sides = open_sides(made, "", "", rooms)
        assert sides.old.below == frozenset({"so_noi_vu_nghe_an/2026"})
        kept = sides.old.project.content
        assert len(list(kept.glob("*/2026/so_lieu/sau_thang.yaml"))) == 7
