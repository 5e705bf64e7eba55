"""The forms in which a deadline may be written: a closed grammar, as data.

A form has blanks in braces, each filled with what `BLANKS` allows; everything else stands as it is here. The schema's
pattern, its message, its help and the table in docs/dinh_dang.md are this table (tests hold them together). What a form
means is a function of what was typed into its blanks.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from vanban.dates import parse_date

Typed = tuple[str, ...]
# How often something comes again.
Rhythm = Literal["tuan", "thang", "quy", "nua_nam", "nam"]

BLANKS: Mapping[str, str] = {
    "nam": "[12][0-9]{3}",
    "quy": "I|II|III|IV",
    "thang": "0?[1-9]|1[0-2]",
    "ngay": "[0-9]{1,2}/[0-9]{1,2}/[12][0-9]{3}",
    "ngay_thang": "[0-9]{1,2}/[0-9]{1,2}",
    "ngay_trong_thang": "0?[1-9]|1[0-9]|2[0-8]",  # those that every month has
    "nua": "đầu|cuối",
    "trong": "Trong|Trong thời hạn",
    "so": "0?[1-9][0-9]{0,2}",
    "ky": "ký|ban hành",
    "trung_uong": "lộ trình|lộ trình Đề án|quyết định",
}
_QUARTERS = ("I", "II", "III", "IV")
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both counted; None where the words give none."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a deadline.

    words    "Quý {quy}/{nam}"
    meaning  what it means, for the clerk
    days     the days that it names, from what was typed; raises ValueError, in a clerk's words, for days that no
             calendar has
    rhythm   how often it comes again; None for once
    in_year  of what comes again: the forms of its times in a year, each with what is typed there
    after    of what is counted from the day of signing: its last day
    """

    name: str
    words: str
    example: str
    meaning: str
    days: Callable[[Typed], Days] = lambda _typed: Days()
    rhythm: Rhythm | None = None
    in_year: Callable[[Typed, int], tuple[tuple[str, Typed], ...]] = lambda _typed, _year: ()
    after: Callable[[Typed, date], date | None] = lambda _typed, _signed: None

    def write(self, typed: Typed) -> str:
        """The words with the blanks filled."""
        parts = re.split(r"\{\w+\}", self.words)
        return "".join(part + filled for part, filled in zip(parts, (*typed, ""), strict=True))

    def pattern(self) -> str:
        """The regular expression of the form."""
        return re.sub(r"\{(\w+)\}", lambda match: _grouped(BLANKS[match[1]]), self.words)

    def reading_pattern(self) -> str:
        """The same, with a group for each blank."""
        return re.sub(r"\{(\w+)\}", lambda match: f"({BLANKS[match[1]]})", self.words)


def _grouped(blank: str) -> str:
    return f"(?:{blank})" if "|" in blank else blank


def _months(first: int, last: int, year: str, last_year: str = "") -> Days:
    """From the first day of one month to the last day of another."""
    until = int(last_year or year)
    return Days(date(int(year), first, 1), date(until, last, monthrange(until, last)[1]))


def _quarter(typed: Typed) -> Days:
    number = _QUARTERS.index(typed[0])
    return _months(3 * number + 1, 3 * number + 3, typed[1])


def _half(typed: Typed) -> Days:
    return _months(1, 6, typed[1]) if typed[0] == "đầu" else _months(7, 12, typed[1])


def _until(typed: Typed) -> Days:
    return Days(last=parse_date(typed[0]))


def _before(typed: Typed) -> Days:
    return Days(last=parse_date(typed[0]) - timedelta(days=1))


def _every_year(typed: Typed) -> Days:
    """No days; refuses a day and month that not every year has."""
    day, month = map(int, typed[0].split("/"))
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        raise ValueError(f"Không có ngày {typed[0]} trong lịch; sửa lại ngày hoặc tháng") from None
    if (day, month) == (29, 2):
        raise ValueError(f"Ngày {typed[0]} không có trong mọi năm; ghi “Tháng 2 hằng năm”")
    return Days()


def _once(form: str) -> Callable[[Typed, int], tuple[tuple[str, Typed], ...]]:
    """One time a year, in another form that ends with the year."""
    return lambda typed, year: ((form, (*typed, f"{year}")),)


def _once_by(form: str) -> Callable[[Typed, int], tuple[tuple[str, Typed], ...]]:
    return lambda typed, year: ((form, (f"{typed[0]}/{year}",)),)


def _each_month_by(form: str) -> Callable[[Typed, int], tuple[tuple[str, Typed], ...]]:
    return lambda typed, year: tuple((form, (f"{typed[0]}/{month}/{year}",)) for month in range(1, 13))


def _each(form: str, *parts: str) -> Callable[[Typed, int], tuple[tuple[str, Typed], ...]]:
    """Several times a year, which `parts` name."""
    return lambda _typed, year: tuple((form, (part, f"{year}")) for part in parts)


def _days_after(typed: Typed, signed: date) -> date:
    """The day of signing is not counted."""
    return signed + timedelta(days=int(typed[1]))


def _months_after(typed: Typed, signed: date) -> date:
    """The same day of a later month; the last day of that month where it has no such day."""
    years, month = divmod(signed.month - 1 + int(typed[1]), 12)
    year = signed.year + years
    return date(year, month + 1, min(signed.day, monthrange(year, month + 1)[1]))


FORMS: tuple[Form, ...] = (
    Form("thuong_xuyen", "Thường xuyên", "Thường xuyên", "làm liên tục, không có ngày cuối"),
    Form("hang_tuan", "Hằng tuần", "Hằng tuần", "mỗi tuần một lần", rhythm="tuan"),
    Form("hang_thang", "Hằng tháng", "Hằng tháng", "mỗi tháng một lần", rhythm="thang",
         in_year=_each("thang", *map(str, range(1, 13)))),
    Form("hang_quy", "Hằng quý", "Hằng quý", "mỗi quý một lần", rhythm="quy", in_year=_each("quy", *_QUARTERS)),
    Form("sau_thang", "6 tháng một lần", "6 tháng một lần", "mỗi nửa năm một lần", rhythm="nua_nam",
         in_year=_each("nua_nam", "đầu", "cuối")),
    Form("hang_nam", "Hằng năm", "Hằng năm", "mỗi năm một lần", rhythm="nam", in_year=_once("nam")),
    Form("nam", "Năm {nam}", "Năm 2025", "từ 01/01 đến hết 31/12",
         lambda typed: _months(1, 12, typed[0])),
    Form("giai_doan", "Giai đoạn {nam} - {nam}", "Giai đoạn 2026 - 2030", "từ 01/01 năm đầu đến hết 31/12 năm cuối",
         lambda typed: _months(1, 12, *typed)),
    Form("quy", "Quý {quy}/{nam}", "Quý IV/2025", "từ ngày đầu đến hết ngày cuối của quý", _quarter),
    Form("thang", "Tháng {thang}/{nam}", "Tháng 12/2025", "từ ngày đầu đến hết ngày cuối của tháng",
         lambda typed: _months(int(typed[0]), int(typed[0]), typed[1])),
    Form("nua_nam", "6 tháng {nua} năm {nam}", "6 tháng cuối năm 2025", "nửa đầu đến hết 30/6, nửa cuối đến hết 31/12",
         _half),
    Form("tu_thang_den_thang", "Từ tháng {thang} đến tháng {thang}/{nam}", "Từ tháng 8 đến tháng 11/2025",
         "từ ngày đầu của tháng trước đến hết ngày cuối của tháng sau, trong một năm",
         lambda typed: _months(int(typed[0]), int(typed[1]), typed[2])),
    Form("tu_thang_nam_den_thang", "Từ tháng {thang}/{nam} đến tháng {thang}/{nam}",
         "Từ tháng 11/2025 đến tháng 2/2026", "như trên, qua hai năm",
         lambda typed: _months(int(typed[0]), int(typed[2]), typed[1], typed[3])),
    Form("truoc_ngay", "Trước ngày {ngay}", "Trước ngày 31/7/2025",
         "không kể ngày đó: xong chậm nhất ngày 30/7/2025", _before),
    Form("cham_nhat_ngay", "Chậm nhất ngày {ngay}", "Chậm nhất ngày 31/7/2025", "kể cả ngày đó", _until),
    Form("den_het_ngay", "Đến hết ngày {ngay}", "Đến hết ngày 31/12/2025", "kể cả ngày đó", _until),
    Form("quy_hang_nam", "Quý {quy} hằng năm", "Quý I hằng năm", "quý đó của mỗi năm", rhythm="nam",
         in_year=_once("quy")),
    Form("thang_hang_nam", "Tháng {thang} hằng năm", "Tháng 12 hằng năm", "tháng đó của mỗi năm", rhythm="nam",
         in_year=_once("thang")),
    Form("truoc_ngay_hang_nam", "Trước ngày {ngay_thang} hằng năm", "Trước ngày 15/11 hằng năm",
         "mỗi năm một lần, không kể ngày đó", _every_year, "nam", _once_by("truoc_ngay")),
    Form("cham_nhat_ngay_hang_nam", "Chậm nhất ngày {ngay_thang} hằng năm", "Chậm nhất ngày 15/11 hằng năm",
         "mỗi năm một lần, kể cả ngày đó", _every_year, "nam", _once_by("cham_nhat_ngay")),
    Form("truoc_ngay_hang_thang", "Trước ngày {ngay_trong_thang} hằng tháng", "Trước ngày 20 hằng tháng",
         "mỗi tháng một lần, không kể ngày đó; ngày từ 1 đến 28", rhythm="thang",
         in_year=_each_month_by("truoc_ngay")),
    Form("cham_nhat_ngay_hang_thang", "Chậm nhất ngày {ngay_trong_thang} hằng tháng", "Chậm nhất ngày 20 hằng tháng",
         "mỗi tháng một lần, kể cả ngày đó; ngày từ 1 đến 28", rhythm="thang",
         in_year=_each_month_by("cham_nhat_ngay")),
    Form("so_ngay_tu_ngay_ky", "{trong} {so} ngày kể từ ngày {ky}", "Trong 30 ngày kể từ ngày ký",
         "tính từ hôm sau ngày ký, kể cả ngày nghỉ", after=_days_after),
    Form("so_thang_tu_ngay_ky", "{trong} {so} tháng kể từ ngày {ky}", "Trong 02 tháng kể từ ngày ký",
         "đến hết ngày cùng số của tháng cuối, tháng không có ngày đó thì ngày cuối tháng", after=_months_after),
    Form("theo_trung_uong", "Theo {trung_uong} của Trung ương", "Theo lộ trình của Trung ương",
         "ngày do Trung ương quyết định; còn viết được “Theo lộ trình Đề án của …”, “Theo quyết định của …”"),
)
