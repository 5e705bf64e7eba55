"""Dates as clerks write them (15/7/2025) and as documents print them (ngày 15 tháng 7 năm 2025)."""

import re
from datetime import date

_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


def parse_date(text: str) -> date:
    """The date written day/month/year. Raises ValueError with words for the clerk."""
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(f"“{text}” không phải là ngày; viết ngày/tháng/năm, ví dụ 15/7/2025")
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"Không có ngày {text} trong lịch; sửa lại ngày hoặc tháng") from None


def long_date(value: date, day: str | None = None, month: str | None = None) -> str:
    """"ngày 15 tháng 7 năm 2025"; `day` and `month` as the format in force writes them (the_thuc)."""
    return f"ngày {day or value.day} tháng {month or value.month} năm {value.year}"


def short_date(value: date) -> str:
    """"5/1/2026", as clerks type it."""
    return f"{value.day}/{value.month}/{value.year}"
