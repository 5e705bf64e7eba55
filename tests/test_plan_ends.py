"""Of an answer and the text that it comes into the signs that end a sentence are one, whichever were typed."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.planning import NEW, answer, carried, faults, sample

ENDS = ["", ".", ";", "./.", " ."]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("behind", [".", ";"])
@pytest.mark.parametrize("said", ["Rà soát lại cho rõ việc", "Rà soát **cho rõ việc**"])
def it_ends_a_clause_once(tmp_path: Path, said: str, behind: str, end: str) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN.replace("Theo phân công.", f"- Rà soát trước ngày 31/7/2025{behind}\n      - Khác."))
    (place,) = [each.vi_tri for each in carried(home).decisions if "kh#de_muc" in each.vi_tri]
    answer(home, place, f'"{said}{end}"')
    assert not carried(home).findings
    assert f"      - {said}{behind}\n      - Khác.\n" in (home.root / NEW / "kh.yaml").read_text("utf-8")


def it_keeps_an_ellipsis_and_the_end_where_none_stands_behind(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN.replace("Theo phân công.", "- Rà soát trước ngày 31/7/2025\n      - Xong trước ngày 30/8/2025."))
    first, second = (each.vi_tri for each in carried(home).decisions if "kh#de_muc" in each.vi_tri)
    answer(home, first, "Rà soát cho rõ việc.")
    answer(home, second, "Xong việc một, việc hai…")
    assert not carried(home).findings
    text = (home.root / NEW / "kh.yaml").read_text("utf-8")
    assert "- Rà soát cho rõ việc.\n" in text
    assert "- Xong việc một, việc hai….\n" in text


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(("where", "said", "name", "there"), [
    ("muc_tieu.gia_tri/ad9876", "97", "ke_hoach_cchc", "gia_tri: 97,"),
    ("nv_ra_soat_qppl.thoi_gian", "Quý II/2026", "phu_luc_nhiem_vu", "        thoi_gian: Quý II/2026\n"),
    ("#can_cu/fe97cc", "nd_118_2025", "quyet_dinh_cchc", "  - nd_118_2025\n"),
    ("#theo_de_nghi/", "Giám đốc Sở Nội vụ", "quyet_dinh_cchc", "theo_de_nghi: Giám đốc Sở Nội vụ\n"),
    ("nv_ra_soat_qppl.thoi_gian", "xóa", "phu_luc_nhiem_vu", "nv_quy_dinh_chi_tiet"),
])
def it_takes_no_end_into_a_value(tmp_path: Path, where: str, said: str, name: str, there: str, end: str) -> None:
    home = sample(tmp_path)
    carried(home)
    answer(home, where, f'"{said}{end}"')
    assert not carried(home).findings
    assert there in (home.root / NEW / f"{name}.yaml").read_text("utf-8").replace("}", ",")
    assert set(faults(home)) == {("C117", "info")}
