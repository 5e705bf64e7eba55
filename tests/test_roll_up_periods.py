"""Periods: what their names mean, and what a unit has for one from what it has for others."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.support.figures import (
    NINE,
    Q1,
    Q2,
    Q3,
    Q4,
    SIX,
    YEAR,
    body,
    periods,
    regime,
    registers,
    roll_up,
    so_lieu,
    whole,
)
from vanban.facts.as_of import as_of
from vanban.facts.periods import closed_before, meant
from vanban.facts.pieces import Pieces
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.model.reporting import CheDoBaoCao, Ky, KyBaoCao
from vanban.model.total import Total

REGIME = regime(2024, 2025, 2026)


@pytest.mark.parametrize(("ky", "said", "found"), [
    (Q2, "", Q2), (Q2, "ky_truoc", Q1), (Q1, "ky_truoc", Ky("quy_4", 2025)), (YEAR, "ky_truoc", Ky("nam", 2025)),
    (SIX, "ky_truoc", None), (NINE, "ky_truoc", None), (Ky("quy_1", 2024), "ky_truoc", None),
    (SIX, "cung_ky", Ky("sau_thang", 2025)), (Ky("quy_3", 2024), "cung_ky", None), (SIX, "nam_truoc", Ky("nam", 2025)),
    (SIX, "nam_2024", Ky("nam", 2024)), (SIX, "nam_2021", None), (SIX, "quy_1_2024", Ky("quy_1", 2024)), (SIX, "quy_1", Q1),
    (SIX, "thang_1", None),
])
def it_knows_which_period_is_meant(ky: Ky, said: str, found: Ky | None) -> None:
    period = REGIME.period(ky)
    assert period is not None
    other = meant(REGIME, period, said)
    assert (other.ky if other else None) == found


def it_knows_moments_by_their_whole_name() -> None:
    moment = KyBaoCao("thoi_diem_28_9_2021", 2021, date(2021, 9, 28), date(2021, 9, 28))
    known = replace(REGIME, ky_bao_cao=(*REGIME.ky_bao_cao, moment))
    assert meant(known, periods(2026)[0], "thoi_diem_28_9_2021") == moment
    twice = replace(known, ky_bao_cao=(*known.ky_bao_cao, replace(moment, cho_nam=2022)))
    assert meant(twice, periods(2026)[0], "thoi_diem_28_9_2021") is None


def it_takes_quarters_of_a_new_regime_for_quarters() -> None:
    """Quý III was cut short, quý IV begins a week late."""
    short = replace(periods(2025)[2], tu_ngay=date(2025, 7, 1))
    late = replace(periods(2025)[3], tu_ngay=date(2025, 9, 22))
    known = CheDoBaoCao("cchc", "", ky_bao_cao=(late, short))
    assert meant(known, late, "ky_truoc") == short


def it_finds_the_closing_that_six_months_open_with() -> None:
    six = REGIME.period(SIX)
    assert six is not None
    closed = closed_before(REGIME, six)
    assert closed is not None
    assert closed.den_ngay == date(2025, 12, 14)


@pytest.mark.parametrize(("ky", "known", "way"), [
    (Q2, {SIX, Q1}, ["+sau_thang", "-quy_1"]), (Q4, {YEAR, NINE, Q1, Q2, Q3}, ["+nam", "-chin_thang"]),
    (YEAR, {Q1, Q2, Q3, Q4}, ["+quy_1", "+quy_2", "+quy_3", "+quy_4"]), (Q2, {SIX}, []), (YEAR, {Q1, Q2, Q4}, []),
    (Q3, {YEAR, SIX, Q4}, ["+nam", "-quy_4", "-sau_thang"]), (SIX, {Q1, Q2}, ["+quy_1", "+quy_2"]),
])
@pytest.mark.parametrize("by", ["days", "gom"])
def it_puts_a_period_together_from_the_fewest_others(ky: Ky, known: set[Ky], way: list[str], by: str) -> None:
    undated = replace(REGIME, ky_bao_cao=tuple(replace(each, tu_ngay=None) for each in REGIME.ky_bao_cao))
    dated = replace(REGIME, ky_bao_cao=tuple(replace(each, gom_ky=()) for each in REGIME.ky_bao_cao))
    found = Pieces(undated if by == "gom" else dated).way(ky, frozenset(known))
    assert sorted(f"{'-' if taken else '+'}{each.ma}" for each, taken in found) == sorted(way)


def it_takes_no_periods_together_that_have_days_between_them() -> None:
    first, second, *_ = periods(2026)
    assert second.tu_ngay is not None
    later = replace(second, tu_ngay=second.tu_ngay + timedelta(1))
    loose = CheDoBaoCao("cchc", "", ky_bao_cao=(first, later, replace(periods(2026)[4], gom_ky=())))
    assert Pieces(loose).way(Q2, frozenset({SIX, Q1})) == ()


def it_gives_no_period_the_value_of_nothing() -> None:
    """A register that says of a period that it consists of itself and another."""
    odd = CheDoBaoCao("cchc", "", ky_bao_cao=(
        KyBaoCao("a", 2026, None, None, ("b",)), KyBaoCao("b", 2026, None, None, ("a", "c")), KyBaoCao("c", 2026, None, None),
    ))
    assert Pieces(odd).way(Ky("c", 2026), frozenset({Ky("a", 2026), Ky("b", 2026)})) == ()


def of_one(**cells: str) -> RollUp:
    """One commune: `quy_1="5"` is what it said of all kinds of indicators for that period."""
    kinds = ("ky_truoc", "moi", "con", "thu_tuc", "hang")
    files = [so_lieu("a", Ky(ma, 2026), dict.fromkeys(kinds, cell)) for ma, cell in cells.items()]
    return roll_up(files, registers([body("a")]))


def told(rolled: RollUp, ma: str, ky: Ky) -> str:
    amount = whole(rolled, ma, ky).amount
    return amount.state if amount.number is None else f"{amount.number}"


@pytest.mark.parametrize(("ma", "ky", "cells", "worth"), [
    ("moi", Q2, {"quy_1": "3", "sau_thang": "10"}, "7"), ("moi", YEAR, {"quy_1": "1", "quy_2": "2", "quy_3": "4", "quy_4": "8"}, "15"),
    ("moi", Q2, {"quy_1": "3", "sau_thang": "10", "quy_2": "6"}, "6"), ("moi", Q2, {"sau_thang": "10"}, "chua_co"),
    ("moi", Q2, {"quy_1": "không phát sinh", "sau_thang": "10"}, "10"),
    ("moi", Q2, {"quy_1": "không phát sinh", "sau_thang": "không phát sinh"}, "khong_phat_sinh"),
    ("moi", Q2, {"quy_1": "?", "sau_thang": "10"}, "khong_doc_duoc"), ("moi", Q2, {"quy_1": "chưa có", "sau_thang": "10"}, "chua_co"),
    ("moi", Q2, {"quy_1": "3", "sau_thang": "10", "quy_2": "?"}, "khong_doc_duoc"),
    ("moi", Q2, {"quy_1": "3", "sau_thang": "10", "quy_2": "chưa có"}, "chua_co"),
    ("moi", Q4, {"quy_1": "?", "chin_thang": "10", "nam": "12"}, "2"),
    ("moi", Q4, {"quy_1": "1", "quy_2": "1", "quy_3": "1", "chin_thang": "?", "nam": "12"}, "9"),
    ("ky_truoc", YEAR, {"quy_1": "3", "quy_2": "5"}, "3"), ("ky_truoc", Q1, {"sau_thang": "4"}, "4"), ("ky_truoc", Q2, {"quy_1": "3"}, "chua_co"),
    ("con", SIX, {"quy_1": "3", "quy_2": "5"}, "5"), ("con", Q2, {"sau_thang": "4"}, "4"), ("con", Q1, {"sau_thang": "4"}, "chua_co"),
    ("con", SIX, {"quy_2": "?"}, "khong_doc_duoc"), ("thu_tuc", YEAR, {"quy_4": "118"}, "118"), ("hang", YEAR, {"quy_4": "3"}, "chua_co"),
])
def it_follows_over_periods_by_nature(ma: str, ky: Ky, cells: dict[str, str], worth: str) -> None:
    assert told(of_one(**cells), ma, ky) == worth


def it_takes_differences_of_those_alone_that_reported_both() -> None:
    files = [so_lieu("a", SIX, {"moi": "10"}), so_lieu("a", Q1, {"moi": "4"}), so_lieu("b", SIX, {"moi": "100"})]
    second = whole(roll_up(files, registers(map(body, "ab"))), "moi", Q2)
    assert (second.amount.number, second.amount.state, second.missing) == (6, "chua_du", ("b",))
    assert [(each.ky.ma, each.taken) for each in second.inputs] == [("quy_1", True), ("sau_thang", False)]


def it_compares_with_the_period_before() -> None:
    files = [so_lieu("a", Q2, {"moi": "12"}), so_lieu("a", Q1, {"moi": "8"})]
    rolled = roll_up(files, registers([body("a")]))
    assert whole(rolled, "so_voi", Q2).amount.number == 150
    assert told(rolled, "so_voi", SIX) == "chua_co"
    assert told(rolled, "so_voi", Q1) == "chua_co"


def it_reads_as_of_a_day() -> None:
    corrections = [(date(2026, 8, 12), {"moi": "11"}), (date(2026, 7, 1), {"moi": "9", "xong": "1"}), (date(2026, 8, 12), {"moi": "12"})]
    file = so_lieu("a", SIX, {"moi": "10"}, corrections)
    days = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 8, 11), date(2026, 8, 12), None]
    read = [as_of(file, day) for day in days]
    assert [f"{each.gia_tri['moi'].number}" for each in read] == ["10", "9", "9", "12", "12"]
    assert [each.version("moi") for each in read] == [
        date(2026, 6, 16), date(2026, 7, 1), date(2026, 7, 1), date(2026, 8, 12), date(2026, 8, 12),
    ]
    assert ["xong" in each.gia_tri for each in read] == [False, True, True, True, True]
    total = roll_up([file], registers([body("a")]), day=days[1]).total("moi", Scope("a"), SIX)
    assert (total.amount.number, total.inputs[0].version, total.as_of) == (9, days[1], days[1])


def it_asks_for_a_file_only_when_it_is_needed_and_once() -> None:
    asked: list[tuple[str, Ky]] = []

    rolled = roll_up([], registers(map(body, "ab")))
    rolled.figures._find = lambda don_vi, ky: asked.append((don_vi, ky)) or so_lieu(don_vi, ky, {"moi": "1"})  # type: ignore[func-returns-value]
    for ma in ("moi", "moi", "so_voi"):
        whole(rolled, ma, Q2)
    assert sorted(asked) == [("a", Q1), ("a", Q2), ("b", Q1), ("b", Q2)]
    whole(rolled, "xong", Ky("quy_3", 2025))
    assert {ky.cho_nam for _, ky in asked} == {2026, 2025}
    assert len(asked) == len(set(asked))


def it_looks_for_what_a_period_follows_from_in_its_year_alone() -> None:
    asked: list[Ky] = []
    rolled = roll_up([], registers([body("a")]))
    rolled.figures._find = lambda don_vi, ky: asked.append(ky)
    assert told(rolled, "moi", Q2) == "chua_co"
    assert sorted(asked) == sorted(each.ky for each in periods(2026))


def it_orders_the_usual_periods_of_a_year_without_gap() -> None:
    quarters = periods(2026)[:4]
    assert all(one.den_ngay and other.tu_ngay == one.den_ngay + timedelta(1) for one, other in pairwise(quarters))


# A formula over two periods is of the same units


def both(q1: dict[str, str], q2: dict[str, str], accepted: dict[Ky, list[str]] | None = None) -> Total:
    """The growth of quý II by what communes had new in the two quarters, "" where they have not reported."""
    files = [so_lieu(ma, ky, {"moi": cell}) for ky, said in ((Q1, q1), (Q2, q2)) for ma, cell in said.items() if cell]
    return whole(roll_up(files, registers(map(body, {**q1, **q2})), accepted=accepted), "so_voi", Q2)


def it_takes_a_formula_over_two_periods_over_the_units_that_have_both() -> None:
    made = both({"a": "10", "b": "90", "c": ""}, {"a": "15", "b": "", "c": "50"})
    assert (made.amount.number, made.amount.state, made.used, made.missing) == (150, "chua_du", ("a",), ("b", "c"))
    assert [*made.missing_by_period] == [(Q2, ("b",)), (Q1, ("c",))]
    assert [(term.written, part.amount.number, part.reporters) for term, part in made.parts] == [
        ("moi", 15, ("a",)), ("moi@ky_truoc", 10, ("a",))]


@pytest.mark.parametrize("ky", [Q1, Q2])
def it_leaves_a_unit_that_is_accepted_in_one_of_the_periods_out_of_both(ky: Ky) -> None:
    made = both({"a": "10", "b": "90"}, {"a": "15", "b": "90"}, {ky: ["b"]})
    assert (made.amount.number, made.amount.state, made.accepted, made.missing) == (150, "chinh_thuc", ("b",), ())


def it_says_of_a_unit_alone_in_which_period_it_lacks_a_figure() -> None:
    made = both({"a": ""}, {"a": "15"})
    assert (made.amount.number, made.amount.state, [*made.missing_by_period]) == (None, "chua_co", [(Q1, ("a",))])
