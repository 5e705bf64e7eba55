"""Which sign was forgotten where libyaml stops at a line: a "- ", a "|", the blank behind a colon, the blanks before a
line of a block.

libyaml only says what it would have read next; the lines above and the table of keys say what the line is meant for.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from vanban.keys import all_keys, document_keys, key_names
from vanban.text import fold_ascii

_LINE = re.compile(r"(?P<before> *(?:- +)*)(?:(?P<key>\w+):(?= |$))?(?P<rest>.*)")
_BLOCK = re.compile(r" +[|>][-+0-9]*(?: +#.*| *)")
_GLUED = re.compile(r"(?P<key>[a-z][a-z0-9_]*):(?P<value>(?!//)[^\s:].*)", re.DOTALL)
_NO_COMMA = re.compile(r"[^\s,{][ ]+(?P<key>[a-z][a-z0-9_]*)$")
# A blank of Word in the place of one that YAML reads: before a line, behind a colon or a dash.
_NBSP = "\N{NO-BREAK SPACE}"
_NBSP_BEFORE = re.compile(rf"[ ]*{_NBSP}")
_NBSP_BEHIND = re.compile(rf"[ ]*(?:- +)*(?P<sign>\w+:|-){_NBSP}")
_LISTS = ("list", "danh_sach_ma", "danh_sach_ma_ten", "nhom_ma_can_cu")

_SHOWN = 40

# Message and hint.
Words = tuple[str, str]
_OUT_OF_BLOCK = (
    "Dòng này là của đoạn chữ viết sau dấu | ở phía trên nhưng thụt vào ít hơn.",
    "Thụt dòng này vào bằng các dòng phía trên của đoạn.",
)
_NOT_IN_BLOCK = (
    "Đoạn chữ viết sau dấu | ở dòng trên mà không thụt vào.",
    "Thụt mọi dòng của đoạn vào, nhiều hơn dòng có dấu | hai dấu cách.",
)
_NO_DASH = (
    "Thiếu dấu gạch “- ” ở đầu dòng này của danh sách.",
    "Viết “- ” (gạch rồi dấu cách) trước chữ đầu tiên, thẳng cột với các dòng cùng danh sách.",
)


class _Line(NamedTuple):
    """A line: its first column, that of its key or its words, how many dashes stand before that, its key, what is
    behind it."""

    start: int
    column: int
    dashes: int
    key: str
    rest: str


def forgotten_sign(text: str, row: int) -> tuple[Words, int] | None:
    """What the line `row` (from 0), or the one above it, most likely lacks, and that line; None where the lines around
    do not say."""
    lines = text.split("\n")
    if glued := _glued_at(lines, row, text):
        return glued
    if blank := _strange_blank(lines[row]):
        return blank, row
    here = _parted(lines[row])
    above = [_parted(line) for line in reversed(lines[:row]) if line.strip() and not line.lstrip().startswith("#")]
    below = next((_parted(line) for line in lines[row + 1 :] if line.strip()), None)
    is_key = bool(here.key) and _is_key(here.key, text)
    words = _of_words(here, above) or is_key and _lacks_dash_before_key(here, above) or _lacks_bar(here, above, below)
    return (words, row) if words else None


def blank_forgotten(words: str, text: str, listed: str = "") -> Words | None:
    """What is to be told of words that begin with a key and a colon that no blank follows; None for other words.

    text    that of the file: what it uses as a key elsewhere, the column of a table, is one
    listed  the key of the list that they are an item of
    """
    if not (found := _GLUED.match(words)) or not _is_key(found["key"], text):
        return None
    key, value = found["key"], found["value"].split("\n")[0]
    if own := own_key(key, value, listed):
        return f"“{key}” không phải là một dòng của “{listed}”.", own
    return f"Thiếu dấu cách sau dấu hai chấm của “{key}:”.", f"Viết “{_short(key, value)}”."


def own_key(typed: str, value: str, listed: str) -> str:
    """The way out where a line of a list of words is a key of the document, by its name or as officers say it
    ("Lưu: VT"); "" for other words."""
    name = "_".join(fold_ascii(typed).lower().split())
    if listed not in _named(*_LISTS) or name not in document_keys():
        return ""
    if name == listed:
        return f"Bỏ “{typed}:”, chỉ viết “- {_cut(value)}”; chữ ấy do máy in."
    own = f"{name}:” rồi dòng dưới “- {_cut(value)}" if name in _named(*_LISTS) else _short(name, value)
    return f"Bỏ dòng này khỏi danh sách, ghi thành một mục riêng của văn bản, sát lề trái: “{own}”."


def _short(key: str, value: str) -> str:
    return f"{key}: {_cut(value)}"


def _cut(value: str) -> str:
    return f"{value[:_SHOWN]}{'…' if value[_SHOWN:] else ''}"


def block_names() -> frozenset[str]:
    """The keys whose text stands behind |."""
    return _named("van_ban_thuong")


def comma_forgotten(before: str, text: str) -> Words | None:
    """What is to be told where a colon stands inside {…} behind `before`, the part of its line, and the last word there
    is a key that no comma stands in front of; None where it is none."""
    found = _NO_COMMA.search(before)
    if not found or not _is_key(found["key"], text):
        return None
    return (f"Thiếu dấu phẩy trước “{found['key']}:”.",
            f"Các mục trong {{…}} ngăn nhau bằng dấu phẩy: “…, {found['key']}: …”.")


def dash_forgotten(key: str, listed: str) -> str:
    """How a further entry of a list is opened by `key`."""
    return f"Dòng này mở đầu một phần mới của “{listed}” thì viết “- {key}: …”, gạch thẳng cột với gạch của phần trên."


def _is_key(name: str, text: str) -> bool:
    elsewhere = rf"(?:^ *(?:- +)*|[{{,] *){re.escape(name)}: |\bma: {re.escape(name)}\b"
    is_indicator = "_" in name and re.search(r"^loai_du_lieu: *so_lieu\b", text, re.MULTILINE) is not None
    return name in key_names() or is_indicator or re.search(elsewhere, text, re.MULTILINE) is not None


def _glued_at(lines: list[str], row: int, text: str) -> tuple[Words, int] | None:
    """Of the line and the nearest one above it: that a blank was forgotten behind a colon."""
    above = next((at for at in range(row - 1, -1, -1) if lines[at].strip()), row)
    for at in dict.fromkeys((row, above)):
        if told := blank_forgotten(lines[at].lstrip(" -").rstrip("\r"), text):
            return told, at
    return None


def _strange_blank(line: str) -> Words | None:
    """That a no-break space stands where a plain one is wanted."""
    if _NBSP_BEFORE.match(line):
        return ("Đầu dòng có dấu cách không ngắt (của Word, trang web), không phải dấu cách thường.",
                "Xóa khoảng trống ở đầu dòng rồi gõ lại bằng dấu cách, thụt vào bằng các dòng cùng đoạn.")
    if found := _NBSP_BEHIND.match(line):
        return (f"Sau “{found['sign']}” là dấu cách không ngắt (của Word, trang web), không phải dấu cách thường.",
                f"Xóa khoảng trống sau “{found['sign']}” rồi gõ lại một dấu cách.")
    return None


def _of_words(here: _Line, above: list[_Line]) -> Words | None:
    """Of a line that begins with no key."""
    if here.key or here.rest.split(" ")[0] in key_names():
        return None
    if above and _BLOCK.fullmatch(above[0].rest) and here.column <= above[0].column:
        return _NOT_IN_BLOCK
    if any(_BLOCK.fullmatch(line.rest) for line in _ancestors(above)):
        return _OUT_OF_BLOCK
    return _NO_DASH if not here.dashes and _lacks_dash(here, above) else None


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


def _lacks_dash_before_key(here: _Line, above: list[_Line]) -> Words | None:
    """That a line, not as far to the right as the keys of the entry above it, opens a further one: the entry above has
    that key already."""
    inside = list(takewhile(lambda line: line.start > here.column, above))
    opening = next(iter(above[len(inside) :]), None)
    if here.dashes or opening is None or not opening.dashes or opening.column <= here.column:
        return None
    if here.key not in {line.key for line in (*inside, opening) if line.column == opening.column}:
        return None
    return (f"Thiếu dấu gạch “- ” trước “{here.key}”.",
            f"Viết “- {here.key}: …”, gạch thẳng cột với gạch của phần phía trên.")


def _lacks_bar(here: _Line, above: list[_Line], below: _Line | None) -> Words | None:
    """That a text of several lines with a colon stands behind a key without |."""
    holder = here
    if here.key not in _named("van_ban_thuong"):
        if here.key in key_names():
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
    return _Line(len(line) - len(line.lstrip(" ")), len(before), before.count("-"), found["key"] or "", found["rest"])


@cache
def _named(*kinds: str) -> frozenset[str]:
    """The names of the keys of these kinds."""
    return frozenset(name for name, key in all_keys() if key.kind.split()[0] in kinds)
