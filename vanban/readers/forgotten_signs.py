"""Which sign was forgotten where libyaml stops at a line: a "- ", a "|", or the blanks before a line of a block.

libyaml only says what it would have read next; the lines above and the table of keys say what the line is meant for.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vanban.keys import all_keys

_LINE = re.compile(r"(?P<before> *(?:- +)*)(?:(?P<key>\w+):(?= |$))?(?P<rest>.*)")
_BLOCK = re.compile(r" +[|>][-+0-9]*(?: +#.*| *)")
_LISTS = ("list", "danh_sach_ma", "danh_sach_ma_ten", "nhom_ma_can_cu")

# Message and hint.
Words = tuple[str, str]
_OUT_OF_BLOCK = (
    "Dòng này là của đoạn chữ viết sau dấu | ở phía trên nhưng thụt vào ít hơn.",
    "Thụt dòng này vào bằng các dòng phía trên của đoạn.",
)
_NO_DASH = (
    "Thiếu dấu gạch “- ” ở đầu dòng này của danh sách.",
    "Viết “- ” (gạch rồi dấu cách) trước chữ đầu tiên, thẳng cột với các dòng cùng danh sách.",
)


class _Line(NamedTuple):
    """A line: the column of its key or its words, whether dashes stand before it, its key, what is behind that."""

    column: int
    dashes: int
    key: str
    rest: str


def forgotten_sign(text: str, row: int) -> Words | None:
    """What the line `row` (from 0) most likely lacks; None where the lines around it do not say."""
    lines = text.split("\n")
    here = _parted(lines[row])
    above = [_parted(line) for line in reversed(lines[:row]) if line.strip() and not line.lstrip().startswith("#")]
    if not here.key and here.rest.split(" ")[0] not in _named():
        if any(_BLOCK.fullmatch(line.rest) for line in _ancestors(above)):
            return _OUT_OF_BLOCK
        if not here.dashes and _lacks_dash(here, above):
            return _NO_DASH
    return _lacks_bar(here, above, next((_parted(line) for line in lines[row + 1 :] if line.strip()), None))


def _ancestors(above: list[_Line]) -> Iterator[_Line]:
    """Of the lines above, the nearest first: those that hold the nearest one, each further to the left."""
    column = None
    for line in above:
        if column is None or line.column < column:
            if column is not None:
                yield line
            column = line.column


def _lacks_dash(here: _Line, above: list[_Line]) -> bool:
    """Whether the line stands in a list of words, or right below the key of one."""
    for line in above:
        if line.key:
            is_list = line.key in _named(*_LISTS) and not line.dashes and not line.rest.strip()
            return is_list and line.column <= here.column
        if not line.dashes:
            return False
    return False


def _lacks_bar(here: _Line, above: list[_Line], below: _Line | None) -> Words | None:
    """That a text of several lines with a colon stands behind a key without |."""
    holder = here
    if here.key not in _named("van_ban_thuong"):
        if here.key in _named():
            return None
        holder = next((line for line in above if line.column < here.column), here)
    elif below is None or below.key or below.dashes or below.column <= here.column:
        return None
    if holder.key not in _named("van_ban_thuong") or _BLOCK.fullmatch(holder.rest):
        return None
    return (f"Đoạn chữ của “{holder.key}” có dấu hai chấm mà không viết sau dấu |.",
            f"Viết “{holder.key}: |” rồi xuống dòng, viết cả đoạn thụt vào hai dấu cách.")


def _parted(line: str) -> _Line:
    found = _LINE.match(line.rstrip("\r"))
    assert found  # every part of the pattern may be empty
    before = found["before"]
    return _Line(len(before), before.count("-"), found["key"] or "", found["rest"])


@cache
def _named(*kinds: str) -> frozenset[str]:
    """The names of the keys of these kinds; of all keys where none is named."""
    return frozenset(name for name, key in all_keys() if not kinds or key.kind.split()[0] in kinds)
