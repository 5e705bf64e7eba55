"""The lines of a text: from a row and a column to an offset, and back."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate


@dataclass
class Rows:
    """The lines of a text, of which a file has as many as it has line feeds, and one more."""

    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(row) + 1 for row in self.text.split("\n")), initial=0))

    def row(self, number: int) -> str:
        """The row `number` (from 0) without its line end."""
        return self.text[self._starts[number] : self._end(number)]

    def width(self, number: int) -> int:
        """How many characters the row `number` has, without its line end; a row may be as long as the text."""
        return self._end(number) - self._starts[number]

    def _end(self, number: int) -> int:
        start, end = self._starts[number], self._starts[number + 1] - 1
        while end > start and self.text[end - 1] == "\r":
            end -= 1
        return end

    def offset(self, row: int, column: int) -> int:
        """The offset in the text of a row and column (from 0)."""
        return self._starts[row] + column

    def position(self, offset: int) -> tuple[int, int]:
        """Row and column (from 0) of an offset."""
        row = bisect_right(self._starts, offset) - 1
        return row, offset - self._starts[row]
