"""Which of the spaces that do not break LibreOffice needs, where it justifies a paragraph.

LibreOffice stretches no such space: it leaves it as narrow as it stands in the font, in italics somewhat wider, so that
a line with several of them looks uneven (7.4). But only near the end of a line would a plain space part what it binds.

Where lines end is worked out here as LibreOffice fills them, word by word, with the widths of the font. What is too
close to say is followed both ways: a space stays bound where it may be what keeps a line together in any of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from vanban.metrics import text_width
from vanban.units import Length, Pt

NBSP = "\N{NO-BREAK SPACE}"
# Those between two words; several in a row, or one at an edge, keep a place free and stay as they are.
_BOUND = re.compile(rf"(?<=\S){NBSP}(?=\S)")
# Behind blanks a line may end; behind some signs it may, by rules of its own for each of them.
_BLANKS, _SIGNS = re.compile(r" +"), re.compile(r"(?<=[^\s\w])(?=\S)")
# Widths are those of the font to less than this. Letters that lean over their edge get some room more. LibreOffice from
# 24.2 on presses the words of a line together where so another one has room, by not more than this.
_CLOSE, _LEANING, _PRESSED = Pt(0.3), Pt(1.5), Pt(8)


@dataclass(frozen=True, slots=True)
class Letters:
    """Text in one face."""

    text: str
    size: Length
    bold: bool
    italic: bool


def needed_spaces(letters: Sequence[Letters], first: int, room: int) -> set[int]:
    """The bound spaces of a justified paragraph, by their places in its text, that may be what keeps a line together.

    first, room  the width of its first line, and of every other
    """
    text = "".join(each.text for each in letters)
    bound = {found.start() for found in _BOUND.finditer(text)}
    needed = {at for at, char in enumerate(text) if char == NBSP} - bound
    lines, waiting, seen = _Lines(text, letters), [(0, first)], set[int]()
    while waiting and not needed >= bound:
        start, width = waiting.pop()
        sure, further = lines.ends(start, width)
        needed.update(at for at in bound if at >= sure and lines.may_end(start, at, width))
        new = {sure, *further} - seen - {len(text)}
        waiting += [(behind, room) for behind in new]
        seen |= new
    return needed


class _Lines:
    """The lines that a text may be set in.

    behind  where a line may begin, by where the one before ends
    """

    def __init__(self, text: str, letters: Sequence[Letters]) -> None:
        self._widths = list(accumulate(_widths(letters), initial=0))
        self._leaning = list(accumulate(_leaning(letters), initial=0))
        self._sure = {found.start(): found.end() for found in _BLANKS.finditer(text)} | {len(text): len(text)}
        self._maybe = {found.start(): found.start() for found in _SIGNS.finditer(text)}

    def ends(self, start: int, width: int) -> tuple[int, list[int]]:
        """Where the next line begins if this one is as short as it may be; where else it may."""
        sure = [behind for end, behind in self._sure.items() if end > start and self._ends_surely(start, end, width)]
        first = next(behind for end, behind in self._sure.items() if end > start)
        least = max(sure, default=first)
        further = [behind for end, behind in (self._sure | self._maybe).items()
                   if behind > least and self.may_end(start, end, width)]
        return least, further

    def may_end(self, start: int, end: int, width: int) -> bool:
        return self._widths[end] - self._widths[start] - _PRESSED <= width

    def _ends_surely(self, start: int, end: int, width: int) -> bool:
        leaning = _LEANING * (self._leaning[end] - self._leaning[start])
        return self._widths[end] - self._widths[start] + _CLOSE + leaning <= width


def _widths(letters: Sequence[Letters]) -> Iterator[int]:
    """The width of each letter."""
    for each in letters:
        yield from (text_width(char, each.size, each.bold, each.italic) for char in each.text)


def _leaning(letters: Sequence[Letters]) -> Iterator[int]:
    """1 for each letter behind which LibreOffice leaves room: a bound space in italics, the last of a run in them."""
    for each in letters:
        for at, char in enumerate(each.text, 1):
            yield int(each.italic and (char == NBSP or at == len(each.text)))
