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

# What would be a day, month, quarter or year in other words; the number of an act, "12/2025/NQ-HĐND", is none.
_DATED = (
    r"[0-9]{1,2}[/.][0-9]{1,4}(?![0-9]|/[A-ZĐ])|[12][0-9]{3}(?![0-9]|/[A-ZĐ])"
    r"|[Nn]gày (?:mùng )?[0-9]|[Tt]háng [0-9]"
    r"|[Qq]u[ýí] (?:[0-9]|[IVX]+(?![A-Za-z]))|[Nn]ăm [0-9]|kể từ ngày (?:ký|ban hành)"
)
_SMALL = "a-zà-ýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
# A question behind it may hold a date.
_UNDATED = rf"(?!(?:(?!\{{XEM LẠI:).)*(?:{_DATED}))[^\n]*\S"
BLANKS: Mapping[str, str] = {
    "nam": "[12][0-9]{3}",
    "quy": "I|II|III|IV",
    "thang": "0?[1-9]|1[0-2]",
    "ngay": "[0-9]{1,2}/[0-9]{1,2}/[12][0-9]{3}|[0-9]{1,2} tháng [0-9]{1,2} năm [12][0-9]{3}",
    "ngay_thang": "[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2} tháng [0-9]{1,2}",
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
        """The words with the blanks filled, in their usual spelling."""
        filled = iter(typed)
        return "".join(next(filled) if blank else spellings[0] for blank, spellings in self.parts())

    def pattern(self) -> str:
        """The regular expression of the form."""
        return "".join(_grouped(BLANKS[blank]) if blank else _either(spellings) for blank, spellings in self.parts())

    def reading_pattern(self) -> str:
        """The same, with a group for each blank."""
        return "".join(f"({BLANKS[blank]})" if blank else _either(spellings) for blank, spellings in self.parts())

    def parts(self) -> list[tuple[str, list[str]]]:
        """In order, the name of each blank, or the ways in which the words between are spelled."""
        return [(part[1:-1], []) if part[0] == "{" else ("", part.strip("[]").split("|"))
                for part in _PART.split(self.words) if part]


def _either(spellings: list[str]) -> str:
    return _grouped("|".join(map(re.escape, spellings))).replace("\\ ", " ").replace("\\-", "-")


def _grouped(blank: str) -> str:
    return f"(?:{blank})" if "|" in blank else blank
