"""What a form of a deadline is: words with blanks, and what those mean. The forms themselves: `deadline_forms`.

A form has blanks in braces, each filled with what `BLANKS` allows, and spellings in square brackets that mean the same,
the usual one first; everything else stands as it is here.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Typed = tuple[str, ...]
# How often something comes again.
Rhythm = Literal["ngay", "tuan", "thang", "quy", "nua_nam", "nam"]

# Verbs that may lead a form, which then goes on with a small letter: “Hoàn thành trước ngày 30/6/2026”.
VERBS = ("Hoàn thành", "Xong", "Thực hiện", "Thực hiện xong", "Làm xong", "Báo cáo", "Trình", "Ban hành", "Tổ chức")

# What would be a day, month, quarter or year in other words.
_DAY, _MONTH = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])"
_WORDS_END = r"(?= năm |/|[,.;)]| \{|$)"
_DATED = (
    r"[0-9]{1,2}[/.][0-9]{1,4}(?![0-9]|/[A-ZĐ])|[12][0-9]{3}(?![0-9]|/[A-ZĐ])"
    r"|[Nn]gày (?:mùng )?[0-9]|(?:[Tt]háng|[Nn]ăm|[Qq]u[ýí]) [0-9]+(?![0-9]| lần)|[Qq]u[ýí] [IVX]+(?![A-Za-z])"
    rf"|[Tt]háng (?:[Mm]ột|[Gg]iêng|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười|[Cc]hạp){_WORDS_END}"
    rf"|[Qq]u[ýí] (?:[Mm]ột|[Hh]ai|[Bb]a|[Tt]ư|[Bb]ốn){_WORDS_END}"
    # “trước 30-6”, “30-6-2026”, “30-6”, and not “05-07 ngày làm việc”, “đợt 2-3”
    rf"|(?:[Tt]rước|[Ss]au|[Nn]gày|[Đđ]ến|[Tt]ừ|[Hh]ết|[Nn]hất|là) {_DAY}[-–]{_MONTH}(?![0-9]| (?:ngày|tháng|tuần|giờ))"
    rf"|{_DAY}[-–]{_MONTH}[-–][12][0-9]{{3}}|(?:1[3-9]|2[0-9]|3[01])[-–]{_MONTH}(?=[,.;)]| \{{|$)"
    r"|kể từ ngày (?:ký|ban hành)"
)
# What looks so and is none: an act with its number and date, day and night.
_ACT = (r"số [0-9]+[a-zđ]?(?:/[^\s/,;()]+)+ ngày "
        "(?:[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4})")
_NO_DATE = rf"(?:{_ACT}|24/24(?![0-9/]))"
# A question behind it may hold a date.
_NEITHER = rf"(?!{_NO_DATE}|{_DATED}|\{{XEM LẠI:)"
_SMALL = "a-zà-ýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_UNDATED = rf"(?:{_NO_DATE}|{_NEITHER}[^\n])*(?:{_NO_DATE}|{_NEITHER}[^\s])"
# A remark behind a form, in brackets: “Quý II/2026 (sau khi có hướng dẫn của Bộ)”.
REMARK = rf"(?: \((?:{_NO_DATE}|{_NEITHER}[^()\n])+\))?"
BLANKS: Mapping[str, str] = {
    "nam": "[12][0-9]{3}",
    "quy": "I|II|III|IV|[1-4]",
    "thang": "0?[1-9]|1[0-2]",
    "ngay": "[0-9]{1,2}/[0-9]{1,2}/[12][0-9]{3}|[0-9]{1,2} tháng [0-9]{1,2} năm [12][0-9]{3}",
    "ngay_thang": "[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2} tháng [0-9]{1,2}",
    "so_ngay": _DAY,
    "gio": "[01]?[0-9]|2[0-3]",
    "ngay_trong_thang": "0?[1-9]|1[0-9]|2[0-8]",  # those that every month has
    "nua": "đầu|cuối",
    "so": "0?[1-9][0-9]{0,2}",
    "viec": _UNDATED,
    "loi": rf"(?![{_SMALL}\s]){_UNDATED}",  # a cell begins with a capital, and with none a known form may be meant
}
_PART = re.compile(r"(\{\w+\}|\[[^\]]*\])")


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both counted; None where the words give none."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a deadline.

    words    "Quý {quy}[/| năm ]{nam}"
    meaning  what it means, for the clerk
    days     the days that it names, from what was typed; raises ValueError, in a clerk's words, for days that no
             calendar has
    rhythm   how often it comes again; None for once
    in_year  of what comes again: the forms of its times in a year, each with what is typed there
    after    of what is counted from the day of signing: its last day
    verbs    whether one of `VERBS` may lead it
    """

    name: str
    words: str
    example: str
    meaning: str
    days: Callable[[Typed], Days] = lambda _typed: Days()
    rhythm: Rhythm | None = None
    in_year: Callable[[Typed, int], tuple[tuple[str, Typed], ...]] = lambda _typed, _year: ()
    after: Callable[[Typed, date], date | None] = lambda _typed, _signed: None
    verbs: bool = True

    def write(self, typed: Typed) -> str:
        """The words with the blanks filled, in their usual spelling."""
        filled = iter(typed)
        return "".join(next(filled) if blank else spellings[0] for blank, spellings in self.parts())

    def pattern(self) -> str:
        """The regular expression of the form."""
        return self._pattern(_grouped)

    def reading_pattern(self) -> str:
        """The same, with a group for each blank."""
        return self._pattern(lambda blank: f"({blank})")

    def _pattern(self, filled: Callable[[str], str]) -> str:
        """The expression, with what `filled` makes of that of a blank."""
        (first, spellings), *others = self.parts()
        head = filled(BLANKS[first]) if first else _led(spellings) if self.verbs else _either(spellings)
        return head + "".join(filled(BLANKS[blank]) if blank else _either(words) for blank, words in others)

    def parts(self) -> list[tuple[str, list[str]]]:
        """In order, the name of each blank, or the ways in which the words between are spelled."""
        return [(part[1:-1], []) if part[0] == "{" else ("", part.strip("[]").split("|"))
                for part in _PART.split(self.words) if part]


def _either(spellings: list[str]) -> str:
    return _grouped("|".join(map(re.escape, spellings))).replace("\\ ", " ").replace("\\-", "-")


def _led(spellings: list[str]) -> str:
    """How a form begins, by itself or behind a verb."""
    small = [each[0].lower() + each[1:] for each in spellings if each]
    return f"(?:{_either(spellings)}|(?:{'|'.join(VERBS)}) {_either(small)})"


def _grouped(blank: str) -> str:
    return f"(?:{blank})" if "|" in blank else blank
