"""The day of a unit's report against its period, and against the day of the document that calls its figures."""

from pathlib import Path

import pytest

from tests.support.content import project
from tests.test_reported_figures import figures, home
from tests.test_reported_figures import told as told_of_report
from tests.test_so_lieu import of, put, told


def signed(day: str, figures: str = "gia_tri:\n  hs_truc_tuyen: 1204\n") -> str:
    return of(figures=f"ngay_bao_cao: {day}\n{figures}")


@pytest.mark.parametrize(("day", "why"), [
    ("15/6/2025", "trước khi kỳ bắt đầu (ngày 15/12/2025)"), ("15/3/2026", "trước khi kỳ kết thúc (ngày 14/6/2026)"),
    ("16/6/2027", "hơn một năm sau khi kỳ kết thúc (ngày 14/6/2026)"),
])
def it_tells_of_a_report_whose_day_does_not_fit_its_period(day: str, why: str, tmp_path: Path) -> None:
    made = project(tmp_path)
    (found,) = told(made, put(made, signed(day)))
    assert (found.code, found.level, found.line) == ("D247", "warning", 6)
    assert found.message == f"Báo cáo kỳ 6 tháng đầu năm 2026 ghi ký ngày {day}, {why}."


@pytest.mark.parametrize("day", ["12/6/2026", "15/6/2026", "30/12/2026"])
def it_says_nothing_of_a_report_signed_about_the_end_of_its_period_or_late(day: str, tmp_path: Path) -> None:
    made = project(tmp_path)
    assert told(made, put(made, signed(day))) == []


def it_lets_estimates_be_reported_before_the_period_ends(tmp_path: Path) -> None:
    made = project(tmp_path)
    assert told(made, put(made, signed("20/5/2026", "gia_tri:\n  hs_truc_tuyen: ước 1204\n"))) == []
    assert [each.code for each in told(made, put(made, signed("20/5/2025", "gia_tri:\n  hs_truc_tuyen: ước 1204\n")))] == ["D247"]


def it_says_why_a_unit_is_missing_whose_report_was_signed_after_the_day_of_the_document(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen }}.")
    put(made, of("ubnd_xa_yen_thanh", figures="ngay_bao_cao: 30/6/2026\n" + figures(0, 10, 2)))
    (found,) = told_of_report(made)
    assert "UBND xã Yên Thành (có báo cáo nhưng ký ngày 30/6/2026, sau ngày của văn bản)" in found.message
