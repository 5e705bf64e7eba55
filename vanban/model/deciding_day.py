"""The day that decides which format, which names of bodies, which bases and which signers hold for a set.

Three things are apart: the year of the folder, the year that a plan is for (`cho_nam`), the expected day of signing
(`ngay_du_kien`). A plan for 2026 is signed at the end of 2025, whatever folder it lies in. Nobody's clock is asked.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from vanban.dates import short_date
from vanban.findings import Finding

# What the day was taken from: a key that states it, the year of a plan, the year of the folder.
Way = Literal["ngay_ban_hanh", "ngay_du_kien", "cho_nam", "folder"]


@dataclass(frozen=True, slots=True)
class DecidingDay:
    """The day, and what it was taken from."""

    ngay: date
    way: Way

    @property
    def is_stated(self) -> bool:
        """Whether an officer stated the day; else it was taken from a year."""
        return self.way in ("ngay_ban_hanh", "ngay_du_kien")


def deciding_day(
    ngay_ban_hanh: date | None, ngay_du_kien: date | None, cho_nam: int | None, folder_year: int | None
) -> DecidingDay | None:
    """The day of issue, else the expected one, else the last day of the year before the one that is planned, else the
    last day of the folder's year. None where nothing gives a day.

    cho_nam      the year that a plan of the set is for
    folder_year  the year in content/<don_vi>/<year>
    """
    if ngay_ban_hanh:
        return DecidingDay(ngay_ban_hanh, "ngay_ban_hanh")
    if ngay_du_kien:
        return DecidingDay(ngay_du_kien, "ngay_du_kien")
    if cho_nam:
        return DecidingDay(date(cho_nam - 1, 12, 31), "cho_nam")
    return DecidingDay(date(folder_year, 12, 31), "folder") if folder_year else None


def weighed(found: Finding, day: DecidingDay | None) -> Finding:
    """`found`, which holds on `day` only; an information where nobody stated that day, with what to do about it."""
    if day is None or day.is_stated:
        return found
    hint = f"Ngày {short_date(day.ngay)} do máy lấy: nếu ký ngày khác thì ghi “ngay_du_kien”. {found.hint}"
    return replace(found, level="info", hint=hint)
