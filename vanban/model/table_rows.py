"""Lines of running text that are rows of a table, as a paste from Word, a web page or a plain text leaves them: cells
parted by tabs, by bars, or by blanks that stand in columns.

A line of text may hold a bar or two blanks too, so bars inside it and blanks count only where lines below each other
have as many of them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from vanban.model.line_signs import typed_mark

# Not one behind a bullet or a mark that looks like one, which goes on with the line above.
_TAB = re.compile(r"\S(?<!\s[oO§Øüvq•–-])(?<!\s[0-9a-zđ][.)/])[ ]*\t\s*(?=\S)")
_FRAMED = re.compile(r"\s*(?:[|│┃║].*[|│┃║]|[+├└┌╔╠╚][-+=─━┬┼┴┐┤┘═╦╬╩╗╣╝]{2,})\s*")
_BAR = re.compile(r"\S\s*[|│]\s*(?=\S)")
# A reference and a figure may have a bar of their own.
_SIGN = re.compile(r"\[\[[^\[\]]*\]\]|\{\{[^{}]*\}\}")
_BLANKS = re.compile(r"(?<=\S)[ \N{NO-BREAK SPACE}]{3,}(?=\S)")
# One gap in a line is a column only where so many lines have it.
_FEW, _MANY = 2, 3


class TableRows(NamedTuple):
    """Rows that stand below each other, the first and the one behind the last (from 0), and what parts their cells."""

    first: int
    end: int
    sign: str


def table_rows(lines: Sequence[str]) -> Iterator[TableRows]:
    """The rows of tables among the lines of a text, table by table; blank lines may part them."""
    lines, at = [_SIGN.sub("[]", line) for line in lines], 0
    while at < len(lines):
        found = _rows_from(lines, at)
        if found:
            yield found
        at = found.end if found else at + 1


def _rows_from(lines: Sequence[str], first: int) -> TableRows | None:
    """Those that begin at a line; None where it is no row."""
    if _is_tabbed(lines[first]):
        return TableRows(first, _end(lines, first, _is_tabbed), "dấu Tab")
    if _is_framed(lines[first]):
        return TableRows(first, _end(lines, first, _is_framed), "dấu |")
    for pattern, sign in ((_BAR, "dấu |"), (_BLANKS, "nhiều dấu cách")):
        if gaps := len(pattern.findall(lines[first])):
            end = _end(lines, first, partial(_has, pattern, gaps))
            if sum(map(bool, lines[first:end])) >= (_FEW if gaps > 1 else _MANY):
                return TableRows(first, end, sign)
    return None


def _end(lines: Sequence[str], first: int, is_row: Callable[[str], bool]) -> int:
    """Behind the last of the rows that follow each other from one on."""
    end = first
    for at in range(first, len(lines)):
        if is_row(lines[at]):
            end = at + 1
        elif lines[at].strip():
            break
    return end


def _has(pattern: re.Pattern[str], gaps: int, line: str) -> bool:
    return len(pattern.findall(line)) == gaps


def _is_framed(line: str) -> bool:
    return _FRAMED.fullmatch(line) is not None


def _is_tabbed(line: str) -> bool:
    """Whether a tab parts words; one behind a mark, a bullet or the backslash at the beginning parts nothing. A row
    whose first cell is blank begins with one."""
    text = line.strip(" ").removeprefix("\\")
    behind = text[len(typed_mark(text)):]
    return _TAB.search(behind) is not None or behind.startswith("\t") and "\t" in behind.strip("\t")
