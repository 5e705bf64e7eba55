"""The officers' page on figures (docs/so_lieu.md): what it shows is read without a fault and prints what it says."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.content import ROOT, project, put_sample_figures
from tests.test_reported_figures import HEAD
from vanban.figure_words import forms
from vanban.model.inline import Figure
from vanban.model.walk import inlines
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project

PAGE = (ROOT / "docs/so_lieu.md").read_text("utf-8")
FENCES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
FILE = re.compile(r"# (content/\S+)\n")


def files() -> Iterator[tuple[str, str]]:
    """The fences that are whole files, by their names."""
    return ((match[1], fence) for fence in FENCES if (match := FILE.match(fence)))


def fence_with(word: str) -> str:
    (found,) = (fence for fence in FENCES if fence.startswith(word))
    return found


def put(home: Project, name: str, text: str) -> None:
    path = home.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def report(home: Project, more: str) -> list[str | None]:
    put(home, "content/so_noi_vu_nghe_an/2026/bc.yaml", HEAD + more)
    checked = check(home, [home.content / "so_noi_vu_nghe_an/2026/bc.yaml"])
    assert [found for found in checked.findings if found.code not in ("D209", "D211")] == []
    return [each.shown for each in inlines(checked.sets[0].van_ban) if isinstance(each, Figure)]


def it_shows_files_without_a_fault(tmp_path: Path) -> None:
    home = project(tmp_path)
    names = dict(files())
    assert len(names) == 4
    for name, text in names.items():
        put(home, name if "so_lieu" in name else name.replace(".yaml", "_trang.yaml"), text)
    assert check(home).findings == ()


def it_shows_a_correction_that_can_be_added_to_the_file_above_it(tmp_path: Path) -> None:
    home = project(tmp_path)
    (own,) = (text for name, text in files() if "so_lieu" in name)
    put(home, "content/xa_yen_thanh/2026/so_lieu/sau_thang.yaml", own + "\n" + fence_with("dieu_chinh"))
    assert check(home).findings == ()


def it_shows_how_a_report_calls_figures_and_is_issued_without_one_unit(tmp_path: Path) -> None:
    home = project(tmp_path)
    put_sample_figures(home)
    called = fence_with("so_lieu_theo")
    assert report(home, called) == ["73.182 hồ sơ", "68,3%", "tăng 1.076 hồ sơ so với quý I năm 2026"]
    (home.content / "xa_yen_thanh/2026/so_lieu/sau_thang.yaml").unlink()
    (first, *_) = report(home, fence_with("chap_nhan_thieu") + called)
    assert first == "67.445 hồ sơ (9/10 đơn vị)"


def it_shows_a_table_that_takes_its_figures_from_units(tmp_path: Path) -> None:
    home = project(tmp_path)
    put_sample_figures(home)
    whose = fence_with("so_lieu_theo").split("mo_dau")[0]
    by_unit, by_indicator = (fence for fence in FENCES if fence.startswith("bang_bieu"))
    assert report(home, whose + by_unit)[:4] == ["5.210", "5.660", "tăng 450 hồ sơ", "99,21%"]
    assert report(home, whose + by_indicator)[:2] == ["24.442", "25.518"]


def it_shows_states_of_tasks_that_the_plan_of_the_sample_has(tmp_path: Path) -> None:
    home = project(tmp_path)
    put(home, "content/nghe_an/2025/pl.yaml", (ROOT / "content/nghe_an/2025/phu_luc_nhiem_vu.yaml").read_text("utf-8"))
    put(home, "content/so_noi_vu_nghe_an/2025/bc.yaml", HEAD + fence_with("ket_qua_nhiem_vu"))
    (found,) = check(home, [home.content / "so_noi_vu_nghe_an/2025/bc.yaml"]).findings
    assert (found.code, found.message[:29]) == ("D234", "Còn 31 trong 35 nhiệm vụ của ")


def it_names_every_way_to_print_a_figure() -> None:
    assert {name for name in forms() if f"| {name}" not in PAGE.replace("\\|", "|")} == {"theo_dau"}
