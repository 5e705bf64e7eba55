"""Running text → the dates, months, quarters and times of day that hands typed in it, be they possible or not.

Numbers of acts ("số 31/2/2026"), fractions ("1/2") and decimals are none. Whether a quotation may say what it likes is
the caller's to decide.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

# A day is written with the month alone where “ngày” stands before it: "30/2" by itself is a fraction.
_WITH_YEAR = re.compile(
    r"(?<![\w/.,])(?P<ngay>\d{1,2})/(?P<thang>\d{1,2})/(?P<nam>\d{4})(?![\w/]|[.,]\d|-[^\W\d])"
    r"|(?<=ngày )(?P<ngay_2>\d{1,2})(?P<dau>[.-])(?P<thang_2>\d{1,2})(?P=dau)(?P<nam_2>\d{4})(?!\w)", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(
    r"(?<!mỗi )(?<!một )(?<!hằng )(?<!hàng )(?<!\d )\bngày (?P<ngay>\d{1,2})/(?P<thang>\d{1,2})(?![\w/%]|[.,]\d| ?%)",
    re.IGNORECASE)
_IN_WORDS = re.compile(
    r"\bngày (?:mùng |mồng )?(?P<truoc>(?:\d{1,2} ?(?:,|và|-|–|đến(?: hết)?(?: ngày)?) ?)*)(?P<ngay>\d{1,2}) "
    r"tháng (?P<thang>\d{1,2})\b(?: năm (?P<nam>\d{4})\b)?", re.IGNORECASE)
# "15/7/20255", "15/7/202": a year with a digit too many or too few.
_NO_YEAR = re.compile(r"(?<=ngày )\d{1,2}/\d{1,2}/(?:\d{5,6}|\d{3})(?![\w/])", re.IGNORECASE)
_MONTH = re.compile(r"\btháng (?P<thang>\d{1,2})(?:/| năm |/năm )(?P<nam>\d{4})(?![\w/])", re.IGNORECASE)
_QUARTER = re.compile(r"\b[Qq]uý (?P<quy>[IVX]+|\d)(?:/| năm |/năm )(?P<nam>\d{4})(?![\w/])")
_TIME = re.compile(r"\b(?:lúc|hồi) (?P<gio>\d{1,2}) ?(?:giờ|h|g) ?(?P<phut>\d{1,2})?\b", re.IGNORECASE)
_BEHIND_DAY = re.compile(r"\bngày (?:mùng |mồng )?[\d ,và–-]*$", re.IGNORECASE)
_QUARTERS = ("I", "II", "III", "IV", "1", "2", "3", "4")
_LUNAR = re.compile(r"[\w ]{0,12} ?\(?(?:âm lịch|ÂL\b)", re.IGNORECASE)
# In front of what is the number of something, and no date.
_NUMBER_OF = re.compile(
    r"(?:số|số hiệu|ký hiệu|mã|công văn|tờ trình|hợp đồng|thông báo|biên bản|hồ sơ|tỷ lệ|tỉ lệ)(?: ?:)? ?$",
    re.IGNORECASE)
# The days of the week as they are typed, from Monday: "thứ Hai", "thứ 2".
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAY = r"(?P<thu>thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_BEFORE = re.compile(rf"\b{_WEEKDAY},? ?\(?(?:tức )?(?:là )?(?:ngày )?$", re.IGNORECASE)
_BEHIND = re.compile(rf",? ?\((?:là |tức |nhằm )*{_WEEKDAY}\)", re.IGNORECASE)
# "thứ Hai (01/12)", "thứ Hai, 01/12": behind a day of the week a day and a month stand without “ngày”.
_SHORT = re.compile(
    rf"\b{_WEEKDAY},? ?\(?(?P<ngay>\d{{1,2}})/(?P<thang>\d{{1,2}})"
    r"(?=[),;.:]|$| (?:tại|lúc|từ|đến|vào|-|–) )", re.IGNORECASE)
# In front of a day of the week; "kỳ họp thứ năm, ngày …" is a fifth one.
_LEADS_IN = re.compile(
    r"(?:^|[(,;:.–/-] ?|\b(?:sáng|chiều|tối|trưa|đêm|vào|từ|đến|hết|trước|sau|ngày|hôm|giờ|phút"
    r"|\d{1,2}[hg]?|\d{1,2}h\d\d) )$", re.IGNORECASE)
_SPACES = re.compile(r"\s")
# So many letters before a date say what it is.
_NEAR = 40
# What a text must hold to be looked through at all: most lines hold neither.
_ANY_DATE = re.compile(r"\d[/.-]\d|(?:tháng|quý|lúc|hồi)\s[\dIVX]", re.IGNORECASE)
_ANY_WEEKDAY = re.compile(r"(?:thứ\s(?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ\snhật)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A whole date, or a day and a month.

    start, end   where it stands in the text
    year         None where none was typed
    """

    words: str
    start: int
    end: int
    day_of_month: int
    month: int
    year: int | None = None

    def on(self, year: int | None = None) -> date | None:
        """The day, in `year` where none was typed; None where no calendar has it."""
        stated = self.year or year
        if stated is None or not MINYEAR <= stated <= MAXYEAR:
            return None
        try:
            return date(stated, self.month, self.day_of_month)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Impossible:
    """Words that name what no calendar and no clock has, and why."""

    words: str
    start: int
    why: str


def typed_dates(text: str) -> Iterator[TypedDate]:
    """The dates of a text, form by form; not those of the lunar calendar, whose months have other days."""
    plain = _SPACES.sub(" ", text)
    return (typed for typed in _dates(plain) if not _LUNAR.match(plain, typed.end))


def _dates(plain: str) -> Iterator[TypedDate]:
    for found in _WITH_YEAR.finditer(plain):
        parts = [int(found[name] or found[f"{name}_2"]) for name in ("ngay", "thang", "nam")]
        if not _NUMBER_OF.search(_before(plain, found.start())):
            yield TypedDate(found[0], *found.span(), *parts)
    for found in _DAY_AND_MONTH.finditer(plain):
        if int(found["thang"]) <= 12:
            yield TypedDate(found[0], *found.span(), int(found["ngay"]), int(found["thang"]))
    for found in _IN_WORDS.finditer(plain):
        days = [int(day) for day in re.findall(r"\d+", found["truoc"] + found["ngay"])]
        year = int(found["nam"]) if found["nam"] else None
        yield TypedDate(found[0], *found.span(), 0 if 0 in days else max(days), int(found["thang"]), year)


@dataclass(frozen=True, slots=True)
class TypedWeekday:
    """A date with its day of the week, 0 for Monday."""

    words: str
    start: int
    weekday: int
    typed: TypedDate


def typed_weekdays(text: str) -> Iterator[TypedWeekday]:
    """The days of the week that stand before a date, or in brackets behind it."""
    if not _ANY_WEEKDAY.search(text):
        return
    plain = _SPACES.sub(" ", text)
    for typed in typed_dates(text):
        before = _BEFORE.search(plain, max(0, typed.start - _NEAR), typed.start)
        behind = _BEHIND.match(plain, typed.end)
        if before and not _may_count(plain, before, typed.end):
            yield TypedWeekday(plain[before.start() : typed.end], before.start(), _weekday(before["thu"]), typed)
        elif behind:
            yield TypedWeekday(plain[typed.start : behind.end()], typed.start, _weekday(behind["thu"]), typed)
    for found in _SHORT.finditer(plain):
        is_point = _before(plain, found.start()).rstrip()[-1:] in (".", ";") and found["thu"][4:].islower()
        if not (is_point or _may_count(plain, found, found.end())):
            typed = TypedDate(found[0], *found.span(), int(found["ngay"]), int(found["thang"]))
            yield TypedWeekday(found[0], found.start(), _weekday(found["thu"]), typed)


def _may_count(text: str, weekday: re.Match[str], end: int) -> bool:
    """Whether "thứ hai" may be a second one: behind what is counted, or as the second point of a sentence."""
    before = _before(text, weekday.start())
    if not _LEADS_IN.search(before):
        return True
    opens = not before.strip() or before.rstrip()[-1] in ".;:"
    return opens and weekday["thu"][4:].islower() and bool(text[end:].strip(" .,;)"))


def _before(text: str, at: int) -> str:
    """The letters before a place that say what stands there; of more in front of these one sign stands for all."""
    return text[:at] if at <= _NEAR else f"\0{text[at - _NEAR : at]}"


def _weekday(words: str) -> int:
    number = words[-1]
    return int(number) - 2 if number.isdecimal() else [each.lower() for each in WEEKDAYS].index(words.lower())


def impossible(text: str) -> Iterator[Impossible]:
    """What a text names that there is not: a day, a month, a quarter, a time of day."""
    if not _ANY_DATE.search(text):
        return
    for typed in typed_dates(text):
        if why := _why_no_day(typed):
            yield Impossible(typed.words, typed.start, why)
    plain = _SPACES.sub(" ", text)
    for found in _NO_YEAR.finditer(plain):
        yield Impossible(found[0], found.start(), "số năm có bốn chữ số")
    for found in _MONTH.finditer(plain):
        behind_day = _BEHIND_DAY.search(_before(plain, found.start()))
        if not 1 <= int(found["thang"]) <= 12 and not behind_day:
            yield Impossible(found[0], found.start(), "một năm có 12 tháng")
    for found in _QUARTER.finditer(plain):
        if found["quy"] not in _QUARTERS:
            yield Impossible(found[0], found.start(), "một năm có 4 quý")
    for found in _TIME.finditer(plain):
        if int(found["gio"]) > 24 or int(found["phut"] or 0) > 59:
            yield Impossible(found[0], found.start(), "một ngày có 24 giờ, một giờ có 60 phút")


def _why_no_day(typed: TypedDate) -> str:
    """Why no calendar has a day; "" for one that it has, be it in leap years alone where no year was typed."""
    if not 1 <= typed.month <= 12:
        return "một năm có 12 tháng"
    last = monthrange(typed.year or 2000, typed.month)[1]
    if 1 <= typed.day_of_month <= last:
        return ""
    if typed.month != 2:
        return f"tháng {typed.month} có {last} ngày"
    return f"tháng 2 năm {typed.year} có {last} ngày" if typed.year else "tháng 2 có nhiều nhất 29 ngày"
