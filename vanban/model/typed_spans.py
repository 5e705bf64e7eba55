"""Running text → spans of time that end before they begin: "từ ngày 15/7/2026 đến ngày 10/7/2026".

A span whose beginning or end has no year is not judged, but for two days of one month.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from vanban.model.typed_dates import TypedDate, typed_dates

_TO = re.compile(r" ?(?:(?:đến|tới)(?: hết)?(?: ngày)?|[-–]) ?", re.IGNORECASE)
_AND_TO = r" ?(?:-|–|đến hết|đến) ?"
_OF = r"(?:/| năm |/năm )"
# Years, months and quarters, each with its year.
_YEARS = re.compile(
    rf"\b(?:giai đoạn|thời kỳ|nhiệm kỳ|từ năm) (\d{{4}}){_AND_TO}(?:năm )?(\d{{4}})(?![\w/])", re.IGNORECASE)
_MONTHS = re.compile(
    rf"\btháng (\d{{1,2}}){_OF}(\d{{4}}){_AND_TO}(?:tháng )?(\d{{1,2}}){_OF}(\d{{4}})(?![\w/])", re.IGNORECASE)
_QUARTERS = re.compile(
    rf"\bquý (IV|I{{1,3}}){_OF}(\d{{4}}){_AND_TO}(?:quý )?(IV|I{{1,3}}){_OF}(\d{{4}})(?![\w/])", re.IGNORECASE)
_ORDER = ("I", "II", "III", "IV")
_ANY = re.compile(r"(?:đến|tới|[-–]) ?[\w /]{0,16}\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Backwards:
    """A span that ends before it begins."""

    words: str
    start: int


def backwards(text: str) -> Iterator[Backwards]:
    """The spans of a text that end before they begin."""
    if not _ANY.search(text):
        return
    for first, last in pairwise(sorted(typed_dates(text), key=lambda typed: typed.start)):
        if _TO.fullmatch(text, first.end, last.start) and _ends_before(first, last):
            yield Backwards(text[first.start : last.end], first.start)
    for found in _YEARS.finditer(text):
        if int(found[2]) < int(found[1]):
            yield Backwards(found[0], found.start())
    for pattern, number in ((_MONTHS, int), (_QUARTERS, lambda words: _ORDER.index(words.upper()))):
        for found in pattern.finditer(text):
            if (int(found[4]), number(found[3])) < (int(found[2]), number(found[1])):
                yield Backwards(found[0], found.start())


def _ends_before(first: TypedDate, last: TypedDate) -> bool:
    begins, ends = first.on(), last.on()
    if begins and ends:
        return ends < begins
    of_one_month = first.year is None and last.year is None and first.month == last.month
    return of_one_month and last.day_of_month < first.day_of_month
