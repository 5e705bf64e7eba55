"""Provisions that a block of running text quotes in whole, as amending clauses do: lines that keep what is typed.

    1. Sửa đổi Điều 5 như sau:
    “Điều 5. Trách nhiệm
    1. Tiếp nhận hồ sơ.
    2. Trả kết quả.”

What stands between the marks is another text's: nothing in it is counted. A quotation inside a sentence that runs on
over a line is none of these.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from vanban.model.line_signs import LOOKALIKES, sign_of

# What a provision begins with: "Điều 5.", "Chương IVa", "2a. "; "1. " and "a) " besides.
_PROVISION = re.compile(
    r"(?:Điều|Khoản|Phụ lục|Phần|Chương|Mục|Tiểu mục) (?:\d+|[IVXLC]+)[a-zđ]?\s*(?:[.:]|$)|\d{1,3}[a-zđ]\.\s"
)
_OPENING, _CLOSING = ("“", "«"), ("”", "»")
# Every mark of a quotation, and what is taken literally.
MARKS = re.compile(r"\\.|[“”«»\"]")
# In front of what is quoted as a provision: nothing, a colon.
_LEADS_IN = re.compile(r"(?:^|:)\s*\*{0,2}$")


@dataclass(frozen=True, slots=True)
class Quotations:
    """lines  the numbers (from 0) of the lines that keep what is typed
    open   marks that nothing closes before lines that would be counted, or that lead a provision and nothing closes:
           line and column, from 0
    """

    lines: frozenset[int] = frozenset()
    open: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Opened:
    """A quotation mark that opens, in the text of its line."""

    line: int
    column: int
    text: str

    @property
    def begins_line(self) -> bool:
        return not self.text[: self.column].strip(" *")

    @property
    def begins_provision(self) -> bool:
        """Whether what is quoted begins as a provision does."""
        return begins_provision(self.text[self.column + 1 :].lstrip(" *"))

    @property
    def may_hold_marks(self) -> bool:
        """Whether lines with marks belong to it: it stands where a provision does, or leads them in."""
        return self.begins_provision or bool(_LEADS_IN.search(self.text[: self.column])) or self.text.endswith(":")


def quotations(lines: Sequence[str]) -> Quotations:
    """What the lines of one block quote."""
    if not any(mark in line for line in lines for mark in (*_OPENING, '"')):
        return Quotations()
    marked = [0, *accumulate(int(_is_marked(line)) for line in lines)]
    begun = Counter[int]()  # by line: how many more quotations hold it than the one above
    open_ones: list[tuple[int, int]] = []
    for opened, end in _opened(lines):
        last = len(lines) - 1 if end is None else end
        holds_marks = marked[last + 1] > marked[opened.line + 1]
        if end is not None and (opened.begins_provision or holds_marks and opened.may_hold_marks):
            begun[opened.line if opened.begins_line else opened.line + 1] += 1
            begun[end + 1] -= 1
        elif holds_marks or end is None and opened.begins_line and opened.begins_provision:
            open_ones.append((opened.line, opened.column))
    holding = accumulate(begun[number] for number in range(len(lines)))
    quoted = (number for number, (line, count) in enumerate(zip(lines, holding, strict=True))
              if count or _is_quoted_provision(number, line))
    return Quotations(frozenset(quoted), tuple(sorted(open_ones)))


def _opened(lines: Sequence[str]) -> Iterator[tuple[_Opened, int | None]]:
    """Each quotation mark that its line leaves open, with the line that closes it, if one does.

    Straight marks open only in front of a provision; there are too many others of them.
    """
    curly: list[_Opened] = []
    straight: _Opened | None = None
    for number, line in enumerate(lines):
        opening, closing, is_odd = _left_over(line)
        for _ in range(min(closing, len(curly))):
            yield curly.pop(), number
        curly += [_Opened(number, column, line) for column in opening]
        if not is_odd:
            continue
        again = _straight_opened(number, line)
        if straight:
            yield straight, None if again else number
        straight = again
    yield from ((opened, None) for opened in (*curly, *([straight] if straight else ())))


def _left_over(line: str) -> tuple[list[int], int, bool]:
    """The columns of “, « that the line does not close, how many ”, » it does not open, whether its straight ones are
    odd."""
    opening: list[int] = []
    closing = straight = 0
    for mark in MARKS.finditer(line):
        if mark[0] in _OPENING:
            opening.append(mark.start())
        elif mark[0] in _CLOSING and opening:
            opening.pop()
        else:
            closing += mark[0] in _CLOSING
            straight += mark[0] == '"'
    return opening, closing, bool(straight % 2)


def _straight_opened(number: int, line: str) -> _Opened | None:
    """The first straight mark of the line that a provision is quoted with."""
    found = (_Opened(number, mark.start(), line) for mark in MARKS.finditer(line) if mark[0] == '"')
    return next((each for each in found if each.begins_provision and _LEADS_IN.search(line[: each.column])), None)


def _is_quoted_provision(number: int, line: str) -> bool:
    """Whether a line is a provision that is quoted in it from its beginning to its end."""
    start = len(line) - len(line.lstrip(" *"))
    if line[start : start + 1] not in (*_OPENING, '"') or not _Opened(number, start, line).begins_provision:
        return False
    opening, closing, is_odd = _left_over(line)
    return not (opening or closing or is_odd)


def begins_provision(text: str) -> bool:
    """Whether a text begins as a provision does."""
    return _PROVISION.match(text) is not None or sign_of(text) is not None


def _is_marked(line: str) -> bool:
    """Whether a line would be counted, or told of as one that looks so."""
    text = line.lstrip(" *")
    return begins_provision(text) or any(pattern.match(text) for pattern, _ in LOOKALIKES)
