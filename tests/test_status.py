"""What `status` says of the reports of a period: sent, late, lacking, not agreeing, corrected, closed."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.support import planning
from tests.support.figures import INDICATORS, SIX, body, files, periods, regime, registers, so_lieu
from vanban.errors import WrongUse
from vanban.facts.directory import directory_of
from vanban.facts.relations import read_relations
from vanban.facts.reporters import Reporters, Scope
from vanban.facts.roll_up import RollUp
from vanban.facts.submissions import Submission, deadline, submissions
from vanban.facts.unit_figures import UnitFigures, found_by_period
from vanban.model.deadline import parse_deadline
from vanban.model.indicators import QuanHeChiTieu
from vanban.model.reporting import HanNop
from vanban.model.so_lieu import SoLieu
from vanban.pipeline.project import Project
from vanban.pipeline.status import Asked, status
from vanban.pipeline.status_page import page
from vanban.pipeline.status_words import as_data, told

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 6, 25)
SIX_MONTHS = next(each for each in periods(2026) if each.ky == SIX)
ALL = dict.fromkeys(("ky_truoc", "moi", "xong", "dung_han", "con", "rut", "kinh_phi", "thu_tuc", "hai_long", "phieu", "hang", "thi"), "1")


def until(*lines: tuple[str, str]) -> tuple[HanNop, ...]:
    return tuple(HanNop(don_vi, parse_deadline(words)) for don_vi, words in lines)


@pytest.mark.parametrize(("words", "last"), [
    ("Trước ngày 16/6/2026", 15), ("Chậm nhất ngày 16/6/2026", 16), ("Trước ngày 01/7/2026", 30),
])
def it_counts_the_day_or_not_as_the_words_say(words: str, last: int) -> None:
    period = replace(SIX_MONTHS, han_nop=until(("cac_xa", words)))
    assert deadline(Reporters(registers([body("a")])), period, "a") == date(2026, 6, last)


def it_holds_a_unit_to_what_is_stated_for_itself_before_its_group() -> None:
    known = Reporters(registers(map(body, "ab")))
    period = replace(SIX_MONTHS, han_nop=until(("cac_xa", "Chậm nhất ngày 16/6/2026"), ("b", "Chậm nhất ngày 20/6/2026")))
    assert [deadline(known, period, ma) for ma in ("a", "b", "tinh")] == [date(2026, 6, 16), date(2026, 6, 20), None]


def of(*given: SoLieu, words: str = "Chậm nhất ngày 16/6/2026", today: date = TODAY, relation: str = "") -> dict[str, Submission]:
    """What has become of the reports of a, b and c."""
    period = replace(SIX_MONTHS, han_nop=until(("cac_xa", words)))
    known = registers(map(body, "abc"))
    rolled = RollUp(directory_of(known), UnitFigures(regime(2026), found_by_period(files(given)), today))
    held = read_relations({"q": QuanHeChiTieu("q", relation)} if relation else {}, known.chi_tieu)
    return {each.don_vi: each for each in submissions(rolled, held, period, (Scope("tinh"),), today)}


def it_tells_who_has_reported_and_who_is_late() -> None:
    """The reports are of 16/6."""
    found = of(so_lieu("a", SIX, ALL), replace(so_lieu("b", SIX, ALL), ngay_bao_cao=date(2026, 6, 19)))
    assert [(each.is_reported, each.late, each.nhom) for each in found.values()] == [(True, 0, "cac_xa"), (True, 3, "cac_xa"), (False, 9, "cac_xa")]
    assert of(so_lieu("a", SIX, ALL), words="Trước ngày 16/6/2026")["a"].late == 1
    assert of(today=date(2026, 6, 16))["c"].late == 0
    assert of(replace(so_lieu("a", SIX, ALL), ngay_bao_cao=None))["a"].late is None
    assert of(words="Thường xuyên")["c"].late is None
    assert not of(so_lieu("a", SIX, ALL), today=date(2026, 6, 15))["a"].is_reported


def it_does_not_take_an_empty_file_for_a_report() -> None:
    assert not of(so_lieu("a", SIX, {}))["a"].is_reported


def it_tells_what_is_lacking_unknown_and_unread() -> None:
    found = of(so_lieu("a", SIX, {**ALL, "moi": "chưa có", "con": "?"} | {}))["a"]
    assert (found.lacking, found.unknown, [(each.ma, each.reported.line) for each in found.refused]) == ((), ("moi",), [("con", 11)])
    assert of(so_lieu("a", SIX, {"moi": "1"}))["a"].lacking == tuple(ma for ma in (each.ma for each in INDICATORS) if ma in ALL and ma != "moi")


def it_tells_what_does_not_agree_and_what_was_corrected() -> None:
    corrections = [(date(2026, 6, 24), {"moi": "5"}), (date(2026, 6, 30), {"moi": "1"})]
    found = of(so_lieu("a", SIX, ALL, corrections), so_lieu("b", SIX, ALL), relation="moi = xong")
    assert [(len(each.broken), each.corrected) for each in found.values()] == [(1, (date(2026, 6, 24),)), (0, ()), (0, ())]
    assert found["a"].broken[0].difference == 4


def of_sample(don_vi: str = "", ky: str = "", nam: int | None = None, today: date = TODAY) -> str:
    return told(status(Project(ROOT), Asked(don_vi, ky, nam), today))


def it_tells_of_the_sample() -> None:
    lines = of_sample(ky="sau_thang", nam=2026).split("\n")
    assert lines[:2] == [
        "Báo cáo cải cách hành chính định kỳ (bản ví dụ), 6 tháng đầu năm 2026 (15/12/2025 – 14/6/2026): đã chốt ngày 20/6/2026",
        "Tính đến ngày 25/6/2026: 10/10 đơn vị đã báo cáo, 1 nộp muộn, 1 đã điều chỉnh.",
    ]
    assert "  UBND xã Đô Lương: 81/BC-UBND ngày 19/6/2026, muộn 3 ngày (hạn 16/6/2026)" in lines
    assert "  UBND xã Hưng Nguyên: 88/BC-UBND ngày 15/6/2026; điều chỉnh 1 lần, gần nhất ngày 24/6/2026" in lines
    assert "điều chỉnh" not in of_sample(ky="sau_thang", nam=2026, today=date(2026, 6, 23))


@pytest.mark.parametrize(("asked", "names"), [
    (Asked(), ["sau_thang"]), (Asked(nam=2026), ["quy_1", "sau_thang"]), (Asked(ky="quy_2"), ["quy_2"]), (Asked("so_noi_vu_nghe_an"), ["sau_thang"]),
])
def it_takes_the_period_that_ended_last_where_none_is_named(asked: Asked, names: list[str]) -> None:
    assert [each.period.ma for each in status(Project(ROOT), asked, TODAY)] == names


def it_takes_the_period_that_ended_by_then() -> None:
    assert [each.period.ma for each in status(Project(ROOT), Asked(), date(2026, 4, 1))] == ["quy_1"]
    assert [each.period.ma for each in status(Project(ROOT), Asked(), date(2025, 1, 1))] == ["quy_1"]


@pytest.mark.parametrize(("asked", "words"), [
    (Asked("xa_bao_cao_mauu"), "không có đơn vị, nhóm đơn vị “xa_bao_cao_mauu” trong sổ; có phải xa_bao_cao_mau?"),
    (Asked(ky="quy_9"), "sổ không có kỳ báo cáo ấy; hiện có: quy_1 2026, sau_thang 2026, quy_2 2026"), (Asked(nam=1999), "sổ không có kỳ báo cáo ấy; "),
])
def it_says_what_the_registers_do_not_have(asked: Asked, words: str) -> None:
    with pytest.raises(WrongUse) as refused:
        status(Project(ROOT), asked, TODAY)
    assert str(refused.value).startswith(words)


@pytest.mark.parametrize("typed", ["nguoi_bao_cao: []", "nguoi_bao_cao: khong_co", "nguoi_bao_cao:", "nguoi_bao_cao: ''", ""])
@pytest.mark.parametrize("don_vi", ["", "xa_bao_cao_mau"])
def it_says_that_a_regime_has_nobody_who_reports(tmp_path: Path, typed: str, don_vi: str) -> None:
    home = planning.sample(tmp_path, "xa_yen_thanh")
    planning.change(home.content / "dung_chung/che_do_bao_cao.yaml", "nguoi_bao_cao: [so_bao_cao_mau, xa_bao_cao_mau, xa_cu_mau]", typed)
    found = status(home, Asked(don_vi, "sau_thang", 2026), TODAY)
    assert told(found).split("\n")[1].startswith("Sổ chưa ghi, hoặc ghi chưa đúng, đơn vị nào báo cáo theo chế độ “cchc_dinh_ky”")
    assert [each["phai_bao_cao"] for each in as_data(found)] == [0]
    assert page(found)


def it_tells_a_program_the_same() -> None:
    (data,) = as_data(status(Project(ROOT), Asked("ubnd_xa_do_luong", "sau_thang", 2026), TODAY))
    assert (data["phai_bao_cao"], data["da_bao_cao"], data["da_chot"]) == (1, 1, True)
    assert (data["don_vi"][0]["ngay_bao_cao"], data["don_vi"][0]["han_nop"], data["don_vi"][0]["muon_ngay"]) == ("2026-06-19", "2026-06-16", 3)


def it_is_a_command() -> None:
    words = [sys.executable, "build.py", "status", "xa_bao_cao_mau", "--ky", "sau_thang", "--nam", "2026", "--ngay", "25/6/2026", "--format", "json"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert [each["muon_ngay"] for each in json.loads(done.stdout)[0]["don_vi"]] == [0, 0, 0, 0, 0, 3, 0]
    wrong = subprocess.run([*words[:-3], "31/6/2026"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (wrong.returncode, wrong.stderr[:20]) == (2, "Lệnh viết chưa đúng:")
