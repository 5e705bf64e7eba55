"""Dates as clerks type them and as documents print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.dates import long_date, parse_date, short_date


@pytest.mark.parametrize("typed", ["5/1/2026", "05/1/2026", "5/01/2026", "05/01/2026"])
def it_reads_day_month_year_with_zeros_or_without(typed: str) -> None:
    assert parse_date(typed) == date(2026, 1, 5)


@pytest.mark.parametrize("typed", ["29/2/2024", "31/12/2025", "1/1/2026", "29/2/2000"])
def it_reads_the_last_and_the_first_day(typed: str) -> None:
    assert short_date(parse_date(typed)) == typed


@pytest.mark.parametrize("typed", ["29/2/2025", "31/4/2025", "30/2/2024", "0/1/2025", "1/0/2025", "1/13/2025", "32/1/2025",
                                   "29/2/1900", "1/1/0000"])
def it_refuses_a_day_that_no_calendar_has(typed: str) -> None:
    with pytest.raises(ValueError, match=f"Không có ngày {typed} trong lịch"):
        parse_date(typed)


@pytest.mark.parametrize("typed", ["", "15/7", "15/7/25", "15-7-2025", "15.7.2025", "2025/7/15", "15/7/2025 ", " 15/7/2025",
                                   "15 /7/2025", "115/7/2025", "15/7/20255", "15/tháng 7/2025", "١٥/٧/٢٠٢٥", "１５/7/2025"])
def it_refuses_another_form_and_shows_the_right_one(typed: str) -> None:
    with pytest.raises(ValueError, match="không phải là ngày; viết ngày/tháng/năm"):
        parse_date(typed)


@given(st.dates(min_value=date(1000, 1, 1)))
def it_reads_again_what_it_wrote(day: date) -> None:
    assert parse_date(short_date(day)) == day


def it_prints_a_date_in_words() -> None:
    assert long_date(date(2025, 7, 15)) == "ngày 15 tháng 7 năm 2025"


def it_prints_day_and_month_as_the_format_writes_them() -> None:
    assert long_date(date(2026, 1, 5), "05", "01") == "ngày 05 tháng 01 năm 2026"
