"""Legal bases on the day of the document: made by then, in force, and what stands in their place."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from vanban.findings import Finding
from vanban.pipeline.checking import check

# Issued on 15 July, in force from 1 August to 30 November, then replaced.
ACTS = """\
loai_du_lieu: can_cu
can_cu:
  - ma: qd_thu_nghiem
    ten_loai: Quyết định
    so_ky_hieu: 77/QĐ-UBND
    ngay_ban_hanh: 15/7/2025
    co_quan_ban_hanh: Ủy ban nhân dân tỉnh Nghệ An
    trich_yeu: ban hành Quy chế thử nghiệm
{dates}
  - ma: qd_thay_the
    ten_loai: Quyết định
    so_ky_hieu: 99/QĐ-UBND
    ngay_ban_hanh: 1/12/2025
    co_quan_ban_hanh: Ủy ban nhân dân tỉnh Nghệ An
    trich_yeu: ban hành Quy chế thử nghiệm mới
"""
IN_FORCE = "    tu_ngay: 1/8/2025\n    den_ngay: 30/11/2025\n    thay_the_boi: qd_thay_the\n"


def told(folder: Path, day: str, dates: str = "", basis: str = "qd_thu_nghiem") -> list[Finding]:
    """What is found of a decision of that day which rests on the act."""
    home = project(folder, qd=DECISION.replace("15/7/2025", day).replace("nq_76_2021", basis), kh=PLAN)
    (home.content / "dung_chung" / "can_cu_thu.yaml").write_text(ACTS.format(dates=dates), "utf-8")
    return list(check(home).findings)


@pytest.mark.parametrize(("day", "codes"), [("14/7/2025", ["R109"]), ("15/7/2025", []), ("16/7/2025", [])])
def it_accepts_a_basis_of_the_same_day_and_refuses_a_younger_one(day: str, codes: list[str], tmp_path: Path) -> None:
    assert [found.code for found in told(tmp_path, day)] == codes


@pytest.mark.parametrize(("day", "codes"), [
    ("31/7/2025", ["R102"]), ("1/8/2025", []), ("30/11/2025", []), ("1/12/2025", ["R102"]),
])
def it_accepts_a_basis_from_its_first_day_to_its_last(day: str, codes: list[str], tmp_path: Path) -> None:
    assert [found.code for found in told(tmp_path, day, IN_FORCE)] == codes


def it_says_of_a_younger_basis_both_days(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "14/7/2025")
    assert found.message == "Căn cứ Quyết định 77/QĐ-UBND ban hành ngày 15/7/2025, sau ngày của văn bản này."
    assert (found.line, found.column) == (8, 5)


@pytest.mark.parametrize(("day", "word"), [("31/7/2025", "chưa có hiệu lực"), ("1/12/2025", "hết hiệu lực")])
def it_says_whether_force_has_ended_or_not_begun(day: str, word: str, tmp_path: Path) -> None:
    (found,) = told(tmp_path, day, IN_FORCE)
    assert f"{word} vào ngày {day}" in found.message


def it_names_the_act_that_stands_in_its_place(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "1/12/2025", IN_FORCE)
    assert found.hint == "Thay bằng “qd_thay_the” (Quyết định 99/QĐ-UBND)."
    (alone,) = told(tmp_path, "1/12/2025", IN_FORCE.split("    thay_the_boi")[0])
    assert alone.hint == "Bỏ căn cứ này hoặc thay bằng văn bản còn hiệu lực."


def it_offers_the_basis_that_was_meant(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "1/9/2025", basis="qd_thu_nghiemm")
    assert (found.code, found.line) == ("R101", 8)
    assert "“qd_thu_nghiem”" in found.hint
