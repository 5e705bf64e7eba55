"""What was typed into the blanks of a deadline → the days that it names, and when it comes again in a year.

No law says where the beginning of a year ends: its beginning, middle and end are thirds, and so are those of a quarter
(a month each) and of a month (ten days each).
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from vanban.dates import parse_date
from vanban.model.deadline_grammar import Days, Typed

# Of something that comes again: the form of each of its times in a year, and what is typed there.
Times = Callable[[Typed, int], tuple[tuple[str, Typed], ...]]
QUARTERS = ("I", "II", "III", "IV")
_LEAP_YEAR = 2000


def months(first: int, last: int, year: str, last_year: str = "") -> Days:
    """From the first day of one month to the last day of another."""
    until = int(last_year or year)
    return Days(date(int(year), first, 1), date(until, last, monthrange(until, last)[1]))


def quarter(typed: Typed) -> Days:
    number = _before(typed[0])
    return months(3 * number + 1, 3 * number + 3, typed[1])


def _before(typed: str) -> int:
    """How many quarters of the year lie before one that is typed "III" or "3"."""
    return int(typed) - 1 if typed.isdecimal() else QUARTERS.index(typed)


def quarters(typed: Typed) -> Days:
    """From one quarter to another, each with its year or both of one."""
    first, last = quarter((typed[0], typed[-1] if len(typed) == 3 else typed[1])), quarter(typed[-2:])
    return Days(first.first, last.last)


def half(typed: Typed) -> Days:
    return months(1, 6, typed[1]) if typed[0] == "đầu" else months(7, 12, typed[1])


def nine_months(typed: Typed) -> Days:
    return months(1, 9, typed[0])


def months_of_a_year(typed: Typed) -> Days:
    return months(int(typed[0]), int(typed[1]), typed[2])


def months_of_two_years(typed: Typed) -> Days:
    return months(int(typed[0]), int(typed[2]), typed[1], typed[3])


def from_day(typed: Typed) -> Days:
    return Days(first=day(typed[0]))


def third_of_year(number: int) -> Callable[[Typed], Days]:
    """Four months."""
    return lambda typed: months(4 * number - 3, 4 * number, typed[0])


def third_of_quarter(number: int) -> Callable[[Typed], Days]:
    """A month."""
    def its_month(typed: Typed) -> Days:
        at = 3 * _before(typed[0]) + number
        return months(at, at, typed[1])
    return its_month


def third_of_month(first: int, last: int) -> Callable[[Typed], Days]:
    """Ten days."""
    return lambda typed: Days(*(date(int(typed[1]), int(typed[0]), each) for each in (first, last)))


def day(typed: str) -> date:
    """Of "5/12/2025" and of "5 tháng 12 năm 2025"."""
    return parse_date(slashed(typed))


def slashed(typed: str) -> str:
    return typed.replace(" tháng ", "/").replace(" năm ", "/")


def until(typed: Typed) -> Days:
    return Days(last=day(typed[-1]))


def before(typed: Typed) -> Days:
    return Days(last=day(typed[0]) - timedelta(days=1))


def span(typed: Typed) -> Days:
    return Days(day(typed[0]), day(typed[-1]))


def after_day(typed: Typed) -> Days:
    return Days(first=day(typed[0]) + timedelta(days=1))


def begins(days: Callable[[Typed], Days]) -> Callable[[Typed], Days]:
    """From the first of these days, without end."""
    return lambda typed: Days(first=days(typed).first)


def ends(days: Callable[[Typed], Days]) -> Callable[[Typed], Days]:
    """Until the last of these days."""
    return lambda typed: Days(last=days(typed).last)


def ends_before(days: Callable[[Typed], Days]) -> Callable[[Typed], Days]:
    """Until the day before the first of these."""
    def before(typed: Typed) -> Days:
        first = days(typed).first
        return Days(last=first - timedelta(days=1) if first else None)
    return before


def year(typed: Typed) -> Days:
    return months(1, 12, *typed)


def month(typed: Typed) -> Days:
    return months(int(typed[0]), int(typed[0]), typed[1])


def months_in_order(typed: Typed) -> Days:
    """No days; refuses months out of order."""
    for one, other in pairwise(typed):
        if int(one) >= int(other):
            raise ValueError(f"Tháng {one} không đứng trước tháng {other}; ghi tháng trước rồi đến tháng sau")
    return Days()


def listed_months(typed: Typed) -> Days:
    """From the first day of the first to the last of the last, in one year."""
    months_in_order(typed[:-1])
    return months(int(typed[0]), int(typed[-2]), typed[-1])


def quarters_in_order(typed: Typed) -> Days:
    """No days; refuses quarters out of order."""
    for one, other in pairwise(typed):
        if _before(one) >= _before(other):
            raise ValueError(f"Quý {one} không đứng trước quý {other}; ghi quý trước rồi đến quý sau")
    return Days()


def listed_quarters(typed: Typed) -> Days:
    """From the first day of the first to the last of the last, in one year."""
    quarters_in_order(typed[:-1])
    return quarters((typed[0], typed[-2], typed[-1]))


def listed_years(typed: Typed) -> Days:
    """From the first day of the first to the last of the last."""
    for one, other in pairwise(typed):
        if int(one) >= int(other):
            raise ValueError(f"Năm {one} không đứng trước năm {other}; ghi năm trước rồi đến năm sau")
    return year((typed[0], typed[-1]))


def school_year(typed: Typed) -> Days:
    """From September to May; refuses years that do not follow each other."""
    if int(typed[1]) != int(typed[0]) + 1:
        raise ValueError(f"Năm học {typed[0]} - {typed[1]} không phải hai năm liền nhau; sửa lại năm đầu hoặc năm cuối")
    return months(9, 5, *typed)


def span_from_date(typed: Typed) -> Days:
    """From a day and month to a day, in the year of this."""
    last = day(typed[1])
    return Days(day(f"{slashed(typed[0])}/{last.year}"), last)


def span_from_number(typed: Typed) -> Days:
    """From a day to another, in the month of this."""
    last = day(typed[1])
    return Days(day(f"{typed[0]}/{last.month}/{last.year}"), last)


def every_year(typed: Typed) -> Days:
    """No days; refuses a day and month that not every year has."""
    day, month = map(int, slashed(typed[0]).split("/"))
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        raise ValueError(f"Không có ngày {typed[0]} trong lịch; sửa lại ngày hoặc tháng") from None
    if (day, month) == (29, 2):
        raise ValueError(f"Ngày {typed[0]} không có trong mọi năm; ghi “Tháng 2 hằng năm”")
    return Days()


def every_years(typed: Typed) -> Days:
    """No days; refuses what `every_year` does, and days out of order."""
    for each_day in typed:
        every_year((each_day,))
    for one, other in pairwise(typed):
        if _in_year(one) >= _in_year(other):
            raise ValueError(f"Ngày {one} không đứng trước ngày {other}; ghi ngày trước rồi đến ngày sau")
    return Days()


def _in_year(typed: str) -> tuple[int, int]:
    day, month = map(int, slashed(typed).split("/"))
    return month, day


def once(form: str) -> Times:
    """One time a year, in another form that ends with the year."""
    return lambda typed, year: ((form, (*typed, f"{year}")),)


def once_by(form: str) -> Times:
    return lambda typed, year: ((form, (f"{slashed(typed[0])}/{year}",)),)


def each_by(form: str) -> Times:
    """Once by each day that was typed."""
    return lambda typed, year: tuple((form, (f"{slashed(part)}/{year}",)) for part in typed)


def once_between(form: str) -> Times:
    """From the one day that was typed to the other."""
    return lambda typed, year: ((form, tuple(f"{slashed(part)}/{year}" for part in typed)),)


def each_typed(form: str) -> Times:
    """Once for each part that was typed."""
    return lambda typed, year: tuple((form, (part, f"{year}")) for part in typed)


def each_month_by(form: str) -> Times:
    return lambda typed, year: tuple((form, (f"{typed[0]}/{month}/{year}",)) for month in range(1, 13))


def each_quarter_by(form: str) -> Times:
    return lambda typed, year: tuple((form, (f"{typed[0]}/{month}/{year}",)) for month in (3, 6, 9, 12))


def each(form: str, *parts: str) -> Times:
    """Several times a year, which `parts` name."""
    return lambda _typed, year: tuple((form, (part, f"{year}")) for part in parts)


def days_after(typed: Typed, signed: date) -> date:
    """The day of signing is not counted."""
    return signed + timedelta(days=int(typed[0]))


def months_after(typed: Typed, signed: date) -> date:
    """The same day of a later month; the last day of that month where it has no such day."""
    years, month = divmod(signed.month - 1 + int(typed[0]), 12)
    year = signed.year + years
    return date(year, month + 1, min(signed.day, monthrange(year, month + 1)[1]))
