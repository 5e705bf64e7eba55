"""A page of a PDF in pieces, and which of them are some paragraph's."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

# From one piece of a page to another, the last not included.
Row = tuple[int, int]


@dataclass
class Page:
    """The pieces of a page; text: all of them in one, starts: where each begins, taken: those that are a paragraph's.

    heads  the heads of the document's tables; said: how many pieces at the top of this page are one of them
    """

    pieces: Sequence[str]
    heads: set[str]
    text: str = field(init=False)
    starts: list[int] = field(init=False)
    taken: list[bool] = field(init=False)
    said: int = field(init=False)

    def __post_init__(self) -> None:
        self.text = "".join(self.pieces)
        self.starts = list(accumulate(map(len, self.pieces), initial=0))
        self.taken = [False] * len(self.pieces)
        ends = (self._piece(len(head)) for head in self.heads if self.text.startswith(head))
        self.said = max(filter(None, ends), default=0)

    @property
    def is_full(self) -> bool:
        """Whether nothing is free, but for a head that is said again."""
        return all(self.taken[self.said:])

    def left(self) -> list[str]:
        """The free pieces, but for a head that is said again."""
        return [piece for number, piece in enumerate(self.pieces) if number >= self.said and not self.taken[number]]

    def whole(self, words: str, first: int) -> Row | None:
        """The free pieces, from number `first` on, that make up `words`."""
        at = self.text.find(words, self.starts[first])
        while at >= 0:
            start, end = self._piece(at), self._piece(at + len(words))
            if start is not None and end is not None and not any(self.taken[start:end]):
                return start, end
            at = self.text.find(words, at + 1)
        return None

    def beginning(self, words: str, first: int) -> Row | None:
        """The longest row of free pieces, from number `first` on, with which `words` begin."""
        rows = (self.begun(words, start) for start in range(first, len(self.pieces)))
        start, end = max(rows, key=self.letters, default=(0, 0))
        return (start, end) if end > start else None

    def begun(self, words: str, start: int) -> Row:
        """The row of free pieces, from number `start` on, with which `words` begin; it may have none."""
        end, length = start, 0
        while end < len(self.pieces) and not self.taken[end] and words.startswith(self.pieces[end], length):
            length += len(self.pieces[end])
            end += 1
        return start, end

    def letters(self, row: Row) -> int:
        return self.starts[row[1]] - self.starts[row[0]]

    def take(self, row: Row, given: bool = True) -> None:
        self.taken[slice(*row)] = [given] * (row[1] - row[0])

    def _piece(self, at: int) -> int | None:
        """The piece that begins at a letter of the text; the number of all pieces for its end."""
        number = bisect_left(self.starts, at)
        return number if self.starts[number] == at else None
