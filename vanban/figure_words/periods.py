"""The words of a period, and what a figure is held against: "quý II năm 2025", "cùng kỳ năm 2024"."""

import re
from datetime import date
from typing import NamedTuple

from vanban.dates import short_date
from vanban.figure_words.table import said
from vanban.model.measured import BaseKind
from vanban.model.reporting import KyBaoCao

_PERIOD = r"quy_[1-4]|sau_thang|chin_thang|nam|thang_(?:[1-9]|1[0-2])"
_OF_YEAR = re.compile(rf"(?P<ma>{_PERIOD})(?:_(?P<year>[0-9]{{4}}))?")
# A moment is called by its whole name, however that ends.
_MOMENT = "thoi_diem_"
# Periods by where they stand from the figure's own.
RELATIVE = ("ky_truoc", "cung_ky", "nam_truoc")
TARGET = "muc_tieu"


class NamedPeriod(NamedTuple):
    """A period as it is called in text; None for the year where it is that of the document."""

    ma: str
    year: int | None = None


def named_period(name: str) -> NamedPeriod | None:
    """"nam_2021" → the year 2021, "quy_1" → the first quarter of the document's year; None for what is none: relative
    ones, and ids of anything else."""
    if name.startswith(_MOMENT):
        return NamedPeriod(name)
    found = _OF_YEAR.fullmatch(name)
    return NamedPeriod(found["ma"], int(found["year"]) if found["year"] else None) if found else None


def base_kind(co_so: str) -> BaseKind:
    """What kind of thing a figure is held against that is called so."""
    if co_so == TARGET:
        return "muc_tieu"
    return "ky" if co_so in RELATIVE or named_period(co_so) else "chi_tieu"


def period_words(ma: str, year: int, day: str = "") -> str:
    """"quý I năm 2025", "6 tháng đầu năm 2026", "năm 2021"; of a moment by its day, "thời điểm ngày 28/9/2021".

    Raises KeyError for what is no period: the reader has let none through.
    """
    if ma.startswith(_MOMENT):
        return said("ky_bao_cao.thoi_diem", ngay=day)
    row, _, month = ma.partition("_") if ma.startswith("thang_") else (ma, "", "")
    return said(f"ky_bao_cao.{row}", nam=str(year), n=month)


def named_in(period: KyBaoCao) -> str:
    """A period of a regime in words; its id and year where it is none that has words."""
    day = short_date(period.den_ngay) if period.den_ngay else "…"
    try:
        return period_words(period.ma, period.ky.cho_nam, day)
    except KeyError:
        return f"{period.ma} năm {period.ky.cho_nam}"


def base_name(co_so: str, ma: str, year: int, day: str = "") -> str:
    """What stands behind “so với” for a period that was called `co_so`: the same period of another year is “cùng kỳ”,
    but of a whole year it is that year."""
    is_part = ma != "nam" and not ma.startswith(_MOMENT)
    return said("ky_bao_cao.cung_ky", nam=str(year)) if co_so == "cung_ky" and is_part else period_words(ma, year, day)


def until(day: date) -> str:
    """"(Tính đến 31/3)": behind the name of a period that ends before its time."""
    return said("tinh_den", ngay=f"{day.day}/{day.month}")


def target_name() -> str:
    return said("ky_bao_cao.muc_tieu")
