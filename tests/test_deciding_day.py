"""The day that decides: which one it is, that the check names it, and that one which nobody stated forbids nothing."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked, project, resolved
from vanban.findings import Place, finding_of
from vanban.model.deciding_day import DecidingDay, deciding_day, weighed
from vanban.model.document import BoVanBan, VanBan
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue

ISSUED, EXPECTED = date(2025, 12, 26), date(2025, 12, 20)
ALONE = PLAN + "co_quan: ubnd_nghe_an\nnoi_nhan: [Bộ Nội vụ]\nluu: VT\nnguoi_ky: nguyen_van_a\n"
DRAFT = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "")
COMMUNE = ALONE.replace("ubnd_nghe_an", "ubnd_xa_yen_thanh").replace("nguyen_van_a", "ngo_van_k")


@pytest.mark.parametrize(("stated", "taken", "way"), [
    ((ISSUED, EXPECTED, 2026, 2025), ISSUED, "ngay_ban_hanh"),
    ((None, EXPECTED, 2026, 2025), EXPECTED, "ngay_du_kien"),
    ((None, None, 2026, 2026), date(2025, 12, 31), "cho_nam"),
    ((None, None, None, 2025), date(2025, 12, 31), "folder"),
])
def it_takes_the_first_day_that_is_given(
    stated: tuple[date | None, date | None, int | None, int | None], taken: date, way: str
) -> None:
    day = deciding_day(*stated)
    assert day is not None
    assert (day.ngay, day.way) == (taken, way)
    assert day.is_stated is (way in ("ngay_ban_hanh", "ngay_du_kien"))


def it_takes_no_day_where_nothing_gives_one() -> None:
    assert deciding_day(None, None, None, None) is None


def it_takes_the_year_of_a_plan_that_a_decision_attaches() -> None:
    plan = BoVanBan(VanBan("ke_hoach", "kh", "Việc", cho_nam=2026))
    bo = BoVanBan(VanBan("quyet_dinh", "qd", "Việc"), (plan,), folder_year=2026)
    assert bo.ngay == date(2025, 12, 31)


@pytest.mark.parametrize("way", ["ngay_ban_hanh", "ngay_du_kien"])
def it_leaves_the_level_of_what_holds_on_a_stated_day(way: str) -> None:
    fault = finding_of("R102", "error", Place("tep.yaml"), "Hết hiệu lực.", "Thay.")
    assert weighed(fault, DecidingDay(ISSUED, way)) == fault  # type: ignore[arg-type]
    assert weighed(fault, None) == fault


def it_tells_of_a_day_that_nobody_stated_as_information_with_the_way_out() -> None:
    fault = finding_of("R102", "error", Place("tep.yaml"), "Hết hiệu lực.", "Thay.")
    told = weighed(fault, DecidingDay(date(2025, 12, 31), "folder"))
    assert told.level == "info"
    assert told.message == fault.message
    assert told.hint == "Ngày 31/12/2025 do máy lấy: nếu ký ngày khác thì ghi “ngay_du_kien”. Thay."


@pytest.mark.parametrize(("document", "day"), [
    (ALONE, "31/12/2025, cuối năm của thư mục"),
    (ALONE + "cho_nam: 2025\n", "31/12/2024, cuối năm trước năm ghi ở “cho_nam”"),
])
def it_names_the_day_that_it_took_once_a_set(document: str, day: str, tmp_path: Path) -> None:
    told = checked(tmp_path, kh=document).findings
    assert [(f.code, f.level) for f in told] == [("R113", "info")]
    assert day in told[0].message


def it_names_the_day_of_a_decision_and_not_of_what_it_attaches(tmp_path: Path) -> None:
    told = checked(tmp_path, qd=DRAFT, kh=PLAN + "cho_nam: 2026\n").findings
    assert [(f.code, f.file) for f in told] == [("R113", "content/nghe_an/2025/qd.yaml")]
    assert "31/12/2025, cuối năm trước" in told[0].message


def it_says_that_there_is_no_day_outside_of_a_year(tmp_path: Path) -> None:
    project_files = checked(tmp_path, kh=ALONE)
    home = tmp_path / "content" / "nghe_an"
    (home / "2025" / "kh.yaml").rename(home / "kh.yaml")
    told = checked(tmp_path).findings
    assert project_files.findings
    assert [(f.code, f.level) for f in told] == [("R113", "info")]
    assert "không nằm trong thư mục của năm nào" in told[0].message


def it_says_nothing_of_a_day_that_was_typed_and_cannot_be(tmp_path: Path) -> None:
    told = checked(tmp_path, kh=ALONE + "ngay_du_kien: 31/6/2025\n").findings
    assert [f.code for f in told] == ["S206"]


# A commune that exists from 1/7/2025, its signer from 1/10/2025.

def it_forbids_nothing_for_a_day_that_nobody_stated(tmp_path: Path) -> None:
    told = checked(tmp_path, kh=COMMUNE + "cho_nam: 2025\n")
    assert {(f.code, f.level) for f in told.findings} == {("R103", "info"), ("R105", "info"), ("R113", "info")}
    assert len(told.sound) == 1


def it_refuses_the_same_for_a_day_that_somebody_stated(tmp_path: Path) -> None:
    told = checked(tmp_path, kh=COMMUNE + "cho_nam: 2025\nngay_du_kien: 31/12/2024\n")
    assert {(f.code, f.level) for f in told.findings} == {("R103", "error"), ("R105", "error")}
    assert told.sound == ()


def it_still_refuses_a_body_that_is_in_no_register(tmp_path: Path) -> None:
    told = checked(tmp_path, kh=ALONE.replace("ubnd_nghe_an", "ubnd_nghe_anh")).findings
    assert [(f.code, f.level) for f in told] == [("R103", "error")]


@pytest.mark.parametrize("stated", ["", "cho_nam: 2020\n"])
def it_reads_a_day_before_every_format_as_information_only_where_nobody_stated_it(stated: str, tmp_path: Path) -> None:
    day = stated or "ngay_du_kien: 31/12/2019\n"
    told = checked(tmp_path, kh=ALONE + day).findings
    assert [f.level for f in told if f.code == "F103"] == ["info" if stated else "error"]


def it_decides_by_the_day_of_issue_whatever_year_the_plan_is_for(tmp_path: Path) -> None:
    bo = resolved(tmp_path, qd=DECISION, kh=PLAN + "cho_nam: 2026\n")
    assert bo.deciding_day == DecidingDay(date(2025, 7, 15), "ngay_ban_hanh")


def it_issues_a_plan_on_its_day_and_keeps_no_day_that_was_taken(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DRAFT, kh=PLAN + "cho_nam: 2026\n")
    file = made.content / "nghe_an" / "2025" / "qd.yaml"
    issued = issue(made, file, "2228", date(2025, 7, 15))
    assert issued.findings == ()
    assert "31/12/2025" not in file.read_text("utf-8")
    assert "2025-12-31" not in file.with_suffix(".ban_hanh.json").read_text("utf-8")
    (bo,) = check(made).sets
    assert bo.deciding_day == DecidingDay(date(2025, 7, 15), "ngay_ban_hanh")
