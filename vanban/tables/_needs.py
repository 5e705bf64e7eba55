"""What stands in the columns of a grid, measured: how wide its longest word is, its longest line, how much text it is.

Widths are those of columns: the margins of a cell are counted in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vanban.metrics import text_width
from vanban.model.grid import Cell, Grid, placed
from vanban.model.inline import Figure, Line, NoteMark, Reference, Run, Script, shown_text
from vanban.text import bind, bind_dashes
from vanban.title_lines import whole_words
from vanban.units import Length, Mm
from vanban.web_addresses import is_web_address, unbreakable

# Rounding in a layout program must not break a word that fits to the last unit.
_SLACK = 1.02
# A blank cell is there to be written into: it counts as so much text.
_ROOM = Mm(12)
# A web address may break between two letters, so its pieces ask for no more, and can do with less.
_PIECE, _LETTERS = Mm(30), Mm(10)
# The mark of a footnote, two small digits, is about as wide as this.
_MARK = "0"


@dataclass(frozen=True, slots=True)
class Need:
    """What a column, or a cell, needs.

    word     for its longest word, which must not break
    bound    for what had better not: "Điều 5", "2021 - 2030", the pieces of a web address
    head     for that, and for words of two syllables in its head: "ban hành"
    line     for its longest line
    volume   of its text, all on one line, without margins
    longest  its longest word
    cell     for the longest line below its head
    """

    word: int = 0
    bound: int = 0
    head: int = 0
    line: int = 0
    volume: int = 0
    longest: str = ""
    cell: int = 0

    def and_of(self, other: "Need") -> "Need":
        """What both need, one above the other."""
        longest = (self if self.word >= other.word else other).longest
        return Need(max(self.word, other.word), max(self.bound, other.bound), max(self.head, other.head),
                    max(self.line, other.line), self.volume + other.volume, longest,
                    max(self.cell, other.cell))

    def wider(self, word: int, bound: int, head: int, line: int, volume: int) -> "Need":
        """It, with so much more of each."""
        return Need(self.word + word, self.bound + bound, self.head + head, self.line + line, self.volume + volume,
                    self.longest, self.cell)


def needs(grid: Grid, count: int, fixed: Mapping[int, Length], size: Length, margin: Length) -> list[Need]:
    """What each of `count` columns needs with letters of that `size`.

    What a cell over several of them needs beyond these, those share that have no fixed width.
    """
    ruler, found = _Ruler(size, margin), [Need()] * count
    over: list[tuple[range, Need]] = []
    for rows in (grid.head, grid.rows):
        for column, cell in placed(rows):
            need = ruler.need(cell)
            if cell.columns == 1:
                found[column] = found[column].and_of(need)
            else:
                over.append((range(column, column + cell.columns), need))
    for columns, need in sorted(over, key=lambda each: len(each[0])):
        _share(found, columns, need, fixed)
    return found


def _share(found: list[Need], columns: range, need: Need, fixed: Mapping[int, Length]) -> None:
    """Adds to the needs of `columns` what a cell over all of them lacks."""
    free = [column for column in columns if column not in fixed] or [columns[-1]]
    there = [(fixed.get(column, found[column].word), fixed.get(column, found[column].bound),
              fixed.get(column, found[column].head), found[column].line) for column in columns]
    lack = [max(0, wanted - sum(each)) for wanted, each in
            zip((need.word, need.bound, need.head, need.line), zip(*there, strict=True), strict=True)]
    word, bound, head, line = (-(-each // len(free)) for each in lack)
    for column in free:
        found[column] = found[column].wider(word, bound, head, line, need.volume // len(columns))


class _Width(NamedTuple):
    """Of a word: all of it, what had better stand on one line, what must."""

    whole: int
    better: int
    least: int


class _Ruler:
    """Measures cells, each word once."""

    def __init__(self, size: Length, margin: Length) -> None:
        self._size, self._margins = size, 2 * margin
        self._known: dict[tuple[str, bool], _Width] = {}

    def need(self, cell: Cell) -> Need:
        """What a cell needs. The name of a group, which runs across the table, asks for its longest word only."""
        whole = Need()
        for line in cell.paragraphs:
            whole = whole.and_of(self._line(line, cell.role != "chu", cell.role == "dau"))
        if cell.role == "nhom":
            return Need(whole.word, whole.word, whole.word, 0, 0, whole.longest)
        return whole if whole.volume or cell.role != "chu" else Need(line=self._column(_ROOM), volume=_ROOM)

    def _line(self, line: Line, bold: bool, is_head: bool) -> Need:
        text = "".join([_MARK if isinstance(each, NoteMark) else shown_text((each,)) for each in line])
        if not text:
            return Need()
        bold = bold or any(isinstance(each, Run | Script | Figure | Reference) and each.bold for each in line)
        plain, bound = bind_dashes(text), bind(text)
        words = plain.split(" ")
        longest = max(words, key=lambda word: self._word(word, bold).least)
        word = self._column(self._word(longest, bold).least)
        better = max(self._word(word, bold).better for word in (bound.split(" ") if bound != plain else words))
        whole = max(self._word(word, bold).better for word in whole_words(bound).split(" ")) if is_head else 0
        volume = sum(self._word(word, bold).whole for word in words) + plain.count(" ") * self._word(" ", bold).whole
        better = max(word, self._column(better))
        all_ = self._column(volume)
        return Need(word, better, max(better, self._column(whole)), all_, volume, longest, 0 if is_head else all_)

    def _word(self, word: str, bold: bool) -> "_Width":
        if (known := self._known.get((word, bold))) is None:
            whole = int(text_width(word, self._size, bold=bold))
            known = _Width(whole, whole, whole)
            if is_web_address(word):
                piece = max(text_width(each, self._size, bold=bold) for each in unbreakable(word))
                known = _Width(whole, min(piece, _PIECE), min(piece, _LETTERS))
            self._known[word, bold] = known
        return known

    def _column(self, width: int) -> int:
        """The column in which so much stands on one line."""
        return round(width * _SLACK) + self._margins
