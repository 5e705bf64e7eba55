"""A mention of a year or a date in a text, and what was decided about it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["ngay", "thang", "quy", "nua_nam", "nam", "giai_doan", "cua_so", "nam_hoc", "hang_nam", "so_co_nam",
               "so_thu_tu"]
Fate = Literal["chuyen", "giu", "tinh_lai", "hoi", "de_nghi_xoa"]
_YEAR = re.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention. `start` and `end` are offsets in the text as it was typed, `words` what stands there.

    first, last  the days that it names; None where it names none (no year, a number of an act, “hằng năm”)
    years        the years that it names, in order
    contradicts  what is wrong with it in itself, in a clerk's words: “05 năm” that are three; "" for nothing
    """

    kind: Kind
    start: int
    end: int
    words: str
    first: date | None = None
    last: date | None = None
    contradicts: str = ""

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(int(found) for found in _YEAR.findall(self.words))

    def moved(self, by: int) -> str:
        """Its words with every year later by `by`."""
        return _YEAR.sub(lambda found: str(int(found[0]) + by), self.words)


@dataclass(frozen=True, slots=True)
class Decided:
    """A mention with its role, its fate, and why, in a clerk's words."""

    mention: Mention
    role: str
    fate: Fate
    reason: str


@dataclass(frozen=True, slots=True)
class Turn:
    """From which year to which a text is carried over.

    signed    the day on which the old text was signed; None where nobody said so
    is_yearly whether the text is one of a year (its title names it); other texts have deadlines in several years
    goes_on   whether its title names a period that is not over in the new year: it is not written again, and what it
              sets for one year is done once
    """

    old: int
    new: int
    signed: date | None = None
    is_yearly: bool = True
    goes_on: bool = False
