"""A line of text → its sentences, and the numbers that stand in them: what a reader can reckon with.

A number that is part of something else (a date, a symbol, "ISO 9001:2015") is none; one that is only about right ("gần
13%", "trên 8.500 người"), or one of many ("mỗi xã 3 dịch vụ"), is known as such.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from vanban.numerals import rounded

_WHOLE = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,15})"
# What stands in front is looked at behind the first digit: a search for digits is quick.
_NUMBER = re.compile(
    r"(?P<number>[0-9](?<![\w.,:–-][0-9])(?<![0-9]/[0-9])(?:[0-9]{0,2}(?:\.[0-9]{3})+|[0-9]{0,14})(?:,[0-9]{1,6})?)"
    rf"(?:/(?P<of>{_WHOLE}))?(?P<percent> ?%)?(?![\w/:]|[.,–-][0-9])"
)
_END = re.compile(r"[.?!]\s+")
_OPENING = "“\"‘(["
_ABOUT = re.compile(
    r"(?i:.*\b(?:gần|khoảng|trên|hơn|dưới|chừng|xấp xỉ|ngót|tối thiểu|tối đa|ít nhất|nhiều nhất|không quá|từ|đến|tới"
    r"|lên|xuống|bình quân|trung bình|mỗi|hàng|vượt|quá|ước|ước đạt|ước tính|là gần)\s*)", re.DOTALL)
_REACH = 20
# Units of measure: a whole number of them is rounded too, a whole number of things is not.
_MEASURED = re.compile(r"\s*(?:tỷ|tỉ|triệu|nghìn|ngàn|km|ha|héc-ta|tấn|m2|m²|mét|giờ|điểm|USD|đồng)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """A number of a sentence.

    places      how many decimals it has
    of          of a fraction, "1.597/3.281", what stands below
    start, end  where it stands in the sentence, its % and what is below counted
    is_about    whether it says of itself that it is not exact
    is_measure  whether it is of a unit of measure
    """

    text: str
    number: Decimal
    places: int
    of: Decimal | None
    is_percentage: bool
    start: int
    end: int
    is_about: bool
    is_measure: bool

    @property
    def slack(self) -> Decimal:
        """By how much the exact number may differ from this one."""
        is_exact = not (self.places or self.is_measure or self.is_percentage)
        return Decimal(0) if is_exact else half_of_last(self.places)

    @property
    def is_plain(self) -> bool:
        """Whether it is a number of things, no share and no fraction."""
        return self.of is None and not self.is_percentage


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    numbers: tuple[Said, ...]

    def between(self, one: Said, other: Said) -> str:
        return self.text[one.end : other.start]

    def before(self, one: Said) -> str:
        """The words that stand right in front."""
        return self.text[max(0, one.start - _REACH) : one.start]

    def behind(self, one: Said) -> str:
        return self.text[one.end :]


def sentences(line: str) -> Iterator[Sentence]:
    """The sentences of a line that have numbers in them."""
    start = 0
    for end in _END.finditer(line):
        following = line[end.end() : end.end() + 1]
        if following.isupper() or following in _OPENING:
            yield from _sentence(line[start : end.start() + 1])
            start = end.end()
    yield from _sentence(line[start:])


def gives(part: Said, whole: Said, share: Said) -> bool:
    """Whether `share` percent can be what `part` is of `whole`, each being as exact as it is written."""
    if whole.number <= whole.slack:
        return True
    low = 100 * (part.number - part.slack) / (whole.number + whole.slack)
    high = 100 * (part.number + part.slack) / (whole.number - whole.slack)
    return low - share.slack <= share.number <= high + share.slack


def percent(part: Decimal, whole: Decimal, like: Said) -> Decimal:
    """The share with as many decimals as `like`."""
    return rounded(100 * part / whole, like.places)


def half_of_last(places: int) -> Decimal:
    """What rounding to so many decimals can take away or add."""
    return Decimal(5).scaleb(-places - 1)


def _sentence(text: str) -> Iterator[Sentence]:
    if numbers := tuple(_numbers(text)):
        yield Sentence(text, numbers)


def _numbers(text: str) -> Iterator[Said]:
    for found in _NUMBER.finditer(text):
        number = found["number"]
        yield Said(
            found[0], value_of(number), len(number.partition(",")[2]), value_of(found["of"]) if found["of"] else None,
            bool(found["percent"]), found.start(), found.end(),
            bool(_ABOUT.fullmatch(text[max(0, found.start() - _REACH) : found.start()])),
            bool(_MEASURED.match(text[found.end() : found.end() + _REACH])),
        )


def value_of(text: str) -> Decimal:
    """The number that is written so."""
    return Decimal(text.replace(".", "").replace(",", "."))
