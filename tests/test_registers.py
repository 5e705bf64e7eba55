"""Bodies, signers and acts by day: the first and the last day count, an end that is not stated is open."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.registers import CoQuan, Registers
from vanban.model.validity import HieuLuc

FIRST, LAST = date(2025, 7, 1), date(2025, 12, 31)
DAY = timedelta(days=1)


@pytest.mark.parametrize(("day", "holds"), [
    (FIRST - DAY, False), (FIRST, True), (FIRST + DAY, True), (LAST - DAY, True), (LAST, True), (LAST + DAY, False),
])
def it_holds_from_the_first_day_to_the_last(day: date, holds: bool) -> None:
    assert HieuLuc(FIRST, LAST).holds(day) is holds


def it_holds_on_its_only_day() -> None:
    assert [HieuLuc(FIRST, FIRST).holds(FIRST + n * DAY) for n in (-1, 0, 1)] == [False, True, False]


def it_is_open_where_no_end_is_stated() -> None:
    assert [HieuLuc(tu_ngay=FIRST).holds(day) for day in (FIRST - DAY, FIRST, date.max)] == [False, True, True]
    assert [HieuLuc(den_ngay=LAST).holds(day) for day in (date.min, LAST, LAST + DAY)] == [True, True, False]
    assert HieuLuc().holds(date.min)
    assert HieuLuc().holds(date.max)


@given(st.dates(), st.dates(), st.dates())
def it_leaves_no_day_between_one_name_and_the_next(change: date, day: date, other: date) -> None:
    if change > date.min:
        before, after = HieuLuc(den_ngay=change - DAY), HieuLuc(tu_ngay=change)
        assert before.holds(day) is not after.holds(day)


def it_knows_the_profile_of_a_body_and_takes_the_states_for_one_that_is_not_there() -> None:
    bodies = {"tinh_uy": CoQuan("tinh_uy", "Tỉnh ủy", ho_so="dang"), "ubnd": CoQuan("ubnd", "UBND")}
    registers = Registers({"co_quan": bodies})
    assert [registers.ho_so(ma) for ma in ("tinh_uy", "ubnd", "khong_co")] == ["dang", "nha_nuoc", "nha_nuoc"]
