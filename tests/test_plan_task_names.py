"""The year in the name of a task: of one that comes back every year it is proposed to move, and the task may go."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.planning import NEW, answer, carried, faults
from vanban.pipeline.project import Project

ANNEX = """\
loai_van_ban: phu_luc
ma: pl
trich_yeu: Nhiệm vụ năm 2025
bang_bieu: [{ma: bang, bo_cuc: nhiem_vu}]
nhiem_vu:
  - nhom: Một
    gom:
      - {ma: nv_nam, noi_dung: Rà soát văn bản năm 2025, san_pham: Báo cáo năm 2025, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Quý IV/2025, hang_nam: true}
      - {ma: nv_khac, noi_dung: Việc khác, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Quý IV/2025, hang_nam: true}
"""


@pytest.fixture
def home(tmp_path: Path) -> Project:
    return project(tmp_path, qd=DECISION, kh=PLAN + "kem_theo: [pl]\n", pl=ANNEX)


def place_of(home: Project, words: str) -> str:
    (place,) = [each.vi_tri for each in carried(home).decisions if each.cau_van == words]
    return place


def it_proposes_the_name_with_the_new_year(home: Project) -> None:
    (told,) = [each for each in carried(home).decisions if each.cau_van == "Rà soát văn bản năm 2025"]
    assert told.de_xuat == "Rà soát văn bản năm 2026"
    if told.is_open:
        answer(home, told.vi_tri, "chuyển")
        carried(home)
    assert "noi_dung: Rà soát văn bản năm 2026," in (home.root / NEW / "pl.yaml").read_text("utf-8")


@pytest.mark.parametrize(("words", "there", "gone"), [
    ("Rà soát văn bản năm 2025", "nv_khac", "nv_nam"), ("Báo cáo năm 2025", "nv_nam", "san_pham")])
def it_removes_what_the_guide_says(home: Project, words: str, there: str, gone: str) -> None:
    answer(home, place_of(home, words), "xóa")
    assert not carried(home).findings
    text = (home.root / NEW / "pl.yaml").read_text("utf-8")
    assert there in text
    assert gone not in text
    assert not [code for code, level in faults(home) if level == "error"]
    assert carried(home).written == ()
