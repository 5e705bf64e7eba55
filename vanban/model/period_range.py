"""Ranges of periods, for each of which a table has a column or a row: nam_2015 … nam_2020, quy_3_2024 … quy_2_2025.

Both ends are of one kind and are written in one way, with their years or all without.
"""

import re
from dataclasses import dataclass, field

from vanban.model.places import NOWHERE

_COUNTED = {"quy": 4, "thang": 12}
_NAME = re.compile(r"(quy|thang)_([1-9][0-9]?)(?:_([0-9]{4}))?|(nam|sau_thang|chin_thang)()_([0-9]{4})")
# More than any page has room for.
_MOST = 60
_WAY_OUT = "ghi như tu_ky: nam_2015, den_ky: nam_2020, hoặc tu_ky: quy_1, den_ky: quy_4"


@dataclass(frozen=True, slots=True)
class MoiKy:
    """From which period to which, both counted."""

    tu_ky: str = ""
    den_ky: str = ""
    origin: int = field(default=NOWHERE, compare=False)

    @property
    def periods(self) -> tuple[str, ...]:
        """Their names in order; () where these are no range, which the reader has told."""
        try:
            return periods_between(self.tu_ky, self.den_ky)
        except ValueError:
            return ()


def periods_between(first: str, last: str) -> tuple[str, ...]:
    """The names of the periods from `first` to `last`.

    Raises ValueError, its words before and after "; " the fault and the way out.
    """
    begin, end = _read(first), _read(last)
    if begin.kind != end.kind:
        raise ValueError(f"“{first}” và “{last}” không cùng một loại kỳ; {_WAY_OUT}")
    if not 0 <= end.place - begin.place < _MOST:
        why = "ở sau" if end.place < begin.place else "cách quá xa"
        raise ValueError(f"“{first}” {why} “{last}”; {_WAY_OUT}")
    return tuple(_name(begin.kind, place) for place in range(begin.place, end.place + 1))


@dataclass(frozen=True, slots=True)
class _Period:
    """kind: stem, how many of them a year has (0: it is one), whether the year is written; place: where it stands
    among all of its kind."""

    kind: tuple[str, int, bool]
    place: int


def _read(name: str) -> _Period:
    found = _NAME.fullmatch(name)
    if not found:
        raise ValueError(f"“{name}” không phải là một kỳ của một dãy; {_WAY_OUT}")
    stem, number, year = found[1] or found[4], found[2] or "1", found[3] or found[6]
    count = _COUNTED.get(stem, 0)
    if count and int(number) > count:
        raise ValueError(f"“{name}” không phải là một kỳ của năm; {_WAY_OUT}")
    return _Period((stem, count, bool(year)), int(year or 0) * (count or 1) + int(number) - 1)


def _name(kind: tuple[str, int, bool], place: int) -> str:
    stem, count, with_year = kind
    year, number = divmod(place, count or 1)
    return "_".join([stem, *([str(number + 1)] if count else []), *([str(year)] if with_year else [])])
