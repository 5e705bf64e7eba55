"""What a unit has reported, held to relations and to its other periods: both numbers, at the line, once."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.content import project
from tests.support.examples import examples
from tests.support.figures import INDICATORS, NINE, Q1, Q2, Q3, Q4, SIX, YEAR, body, registers, roll_up, so_lieu
from tests.test_so_lieu import of, put, told
from vanban.facts.relations import Held, read_relations
from vanban.facts.screen import Said, Screen
from vanban.findings import Finding
from vanban.lint.reported_figures import findings_of_reported
from vanban.model.indicators import ChiTieu, QuanHeChiTieu
from vanban.model.registers import Registers
from vanban.model.reporting import Ky
from vanban.model.so_lieu import SoLieu

NAMES = {"quy_1": Q1, "quy_2": Q2, "quy_3": Q3, "quy_4": Q4, "sau_thang": SIX, "chin_thang": NINE, "nam": YEAR}


def found(files: list[SoLieu], *relations: QuanHeChiTieu) -> list[tuple[str, str, int, str]]:
    """Code, period, line and words of all that is told of these files of one commune."""
    known = registers([body("a")], INDICATORS)
    return [(each.code, file.ky.ma, each.line, each.message) for file in files for each in findings(files, known, relations, file)]


def findings(
    files: list[SoLieu], known: Registers, relations: Iterable[QuanHeChiTieu], file: SoLieu, screen: type[Screen] = Screen,
) -> list[Finding]:
    rolled, held = roll_up(files, known), read_relations({each.ma: each for each in relations}, known.chi_tieu)
    screened = screen(rolled.directory, rolled.figures.regime, held)
    return list(findings_of_reported(rolled, screened, screened.said(rolled.figures, file.co_quan), file))


def of_periods(ma: str, cells: Mapping[str, str]) -> list[tuple[str, str, int, str]]:
    return found([so_lieu("a", NAMES[ky], {"thi": "x", ma: cell}) for ky, cell in cells.items()])


@pytest.mark.parametrize(("ma", "cells", "told_of", "words"), [
    ("moi", {"quy_1": "12", "sau_thang": "10"}, "sau_thang", "Mới nộp: 6 tháng đầu năm 2026 là 10, ít hơn quý I năm 2026 (12) nằm trong kỳ ấy."),
    ("moi", {"quy_1": "3", "quy_2": "4", "sau_thang": "10"}, "sau_thang", "Mới nộp: 6 tháng đầu năm 2026 là 10, mà quý I năm 2026 + quý II năm 2026 là 7."),
    ("moi", {"sau_thang": "10", "quy_3": "2", "chin_thang": "11"}, "chin_thang", "Mới nộp: 9 tháng năm 2026 là 11, mà 6 tháng đầu năm 2026 + quý III năm 2026 là 12."),
    ("ky_truoc", {"quy_1": "3", "nam": "4"}, "nam", "Từ kỳ trước: năm 2026 là 4, mà quý I năm 2026 là 3."),
    ("con", {"quy_2": "3", "sau_thang": "4"}, "sau_thang", "Đang giải quyết: 6 tháng đầu năm 2026 là 4, mà quý II năm 2026 là 3."),
    ("kinh_phi", {"quy_1": "3,1", "quy_2": "4,1", "sau_thang": "7,4"}, "sau_thang", "Kinh phí: 6 tháng đầu năm 2026 là 7,4, mà quý I năm 2026 + quý II năm 2026 là 7,2."),
])
def it_holds_a_period_to_those_within_it(ma: str, cells: dict[str, str], told_of: str, words: str) -> None:
    assert of_periods(ma, cells) == [("D224", told_of, 8, words)]


@pytest.mark.parametrize(("ma", "cells"), [
    ("moi", {"quy_1": "3", "quy_2": "7", "sau_thang": "10"}), ("moi", {"quy_1": "3", "sau_thang": "3"}), ("moi", {"quy_1": "3"}),
    ("moi", {"quy_1": "không phát sinh", "sau_thang": "0"}), ("moi", {"quy_1": "?", "sau_thang": "3"}), ("moi", {"quy_1": "12", "sau_thang": "?"}),
    ("kinh_phi", {"quy_1": "3,1", "quy_2": "4,1", "sau_thang": "7,3"}), ("ky_truoc", {"quy_1": "3", "quy_2": "9", "sau_thang": "3"}),
    ("con", {"quy_1": "9", "quy_2": "3", "sau_thang": "3"}), ("hang", {"quy_1": "9", "sau_thang": "3"}), ("moi", {"quy_3": "12", "sau_thang": "3"}),
])
def it_says_nothing_of_periods_that_agree(ma: str, cells: dict[str, str]) -> None:
    assert of_periods(ma, cells) == []


def it_tells_of_relations_with_both_numbers_at_the_line() -> None:
    cells = {"ky_truoc": "100", "moi": "30", "xong": "100", "con": "20"}
    files = [so_lieu("a", SIX, cells)]
    assert found(files, QuanHeChiTieu("q", "xong + con = tiep_nhan")) == [
        ("D225", "sau_thang", 9, "Số liệu không khớp “Đã giải quyết + Đang giải quyết = Tiếp nhận”: 120 và 130, lệch 10."),
    ]
    assert found(files, QuanHeChiTieu("q", "moi <= con"))[0][3] == "Số liệu không khớp “Mới nộp ≤ Đang giải quyết”: 30 và 20, lệch 10."
    assert found([so_lieu("a", SIX, cells, [(date(2026, 7, 1), {"con": "30"})])], QuanHeChiTieu("q", "xong + con = tiep_nhan")) == []


def it_names_the_period_of_a_term() -> None:
    files = [so_lieu("a", Q1, {"con": "7"}), so_lieu("a", Q2, {"ky_truoc": "8"})]
    assert found(files, QuanHeChiTieu("q", "ky_truoc = con@ky_truoc")) == [
        ("D225", "quy_2", 7, "Số liệu không khớp “Từ kỳ trước = Đang giải quyết kỳ trước”: 8 và 7, lệch 1."),
    ]


def it_names_what_may_be_left_over() -> None:
    known = registers([body("a")], INDICATORS)
    file = so_lieu("a", SIX, {"moi": "5", "xong": "1", "rut": "1"})
    (told_,) = findings([file], known, [QuanHeChiTieu("q", "moi = xong", "rut")], file)
    assert told_.hint == "Kiểm tra lại các số ấy (dòng 7, 8, 9); phần lệch là Rút, trả lại thì ghi vào rut."


def it_is_said_by_check_and_reads_the_units_own_files_alone(tmp_path: Path) -> None:
    home = project(tmp_path)
    figures = "gia_tri:\n  hs_ky_truoc: 100\n  hs_truc_tuyen: {}\n  hs_truc_tiep: 0\n  hs_truoc_han: 90\n  hs_dung_han: 0\n  hs_qua_han: 0\n  hs_dang_giai_quyet: 20\n"
    put(home, of(ky="quy_1", figures=figures.format(10)), name="quy_1")
    six = put(home, of(figures=figures.format(9)))
    put(home, of("ubnd_xa_do_luong", "quy_1", "gia_tri: {hs: 98,63}\n"), "xa_do_luong", "quy_1")
    assert [(each.code, each.line, each.message) for each in told(home, six)] == [
        ("D225", 7, "Số liệu không khớp “Hồ sơ tiếp nhận = Hồ sơ đã giải quyết + Hồ sơ đang giải quyết”: 109 và 110, lệch 1."),
        ("D224", 8, "Hồ sơ mới nộp trực tuyến: 6 tháng đầu năm 2026 là 9, ít hơn quý I năm 2026 (10) nằm trong kỳ ấy."),
    ]


def it_knows_the_period_in_every_year() -> None:
    files = [so_lieu("a", Ky("quy_1", 2025), {"moi": "12"}), so_lieu("a", SIX, {"moi": "10"})]
    assert found(files) == []


class NothingProved(Screen):
    """Everything has to be looked at closely."""

    def relations(self, said: Said, ky: Ky) -> Iterator[Held]:
        return (each.held for each in self._relations)

    def over_periods(self, said: Said, ky: Ky) -> Iterator[ChiTieu]:
        return iter(INDICATORS)


KINDS = ("ky_truoc", "moi", "xong", "con", "kinh_phi", "thu_tuc", "hang")
RELATIONS = [
    QuanHeChiTieu("a", "tiep_nhan = xong + con"), QuanHeChiTieu("b", "ky_truoc = con@ky_truoc"), QuanHeChiTieu("c", "moi <= 3", "rut"),
    QuanHeChiTieu("d", "kinh_phi >= moi@quy_1"), QuanHeChiTieu("e", "ty_le <= 100"), QuanHeChiTieu("f", "con = moi / xong"),
    QuanHeChiTieu("g", "xong + moi@ky_truoc <= 4"), QuanHeChiTieu("h", "kinh_phi = moi"),
]
CELLS = st.sampled_from(["0", "1", "2", "3", "4", "2,1", "2,05", "không phát sinh", "không thuộc thẩm quyền", "chưa có", "?"])


@settings(max_examples=examples(100), deadline=None)
@given(
    st.dictionaries(st.sampled_from(sorted(NAMES)), st.dictionaries(st.sampled_from(KINDS), CELLS), min_size=1, max_size=4),
    st.dictionaries(st.sampled_from(KINDS), CELLS),
)
def it_proves_nothing_that_a_close_look_would_tell_of(cells: dict[str, dict[str, str]], taken_over: dict[str, str]) -> None:
    files = [so_lieu("a", NAMES[ky], given) for ky, given in cells.items()]
    known = registers([body("a", whole=["b"] if taken_over else ()), body("b", last=date(2026, 3, 20))], INDICATORS)
    files += [so_lieu("b", Q1, taken_over)] if taken_over else []
    for file in files:
        told = [{(each.line, each.message) for each in findings(files, known, RELATIONS, file, screen)} for screen in (Screen, NothingProved)]
        assert told[0] == told[1]
