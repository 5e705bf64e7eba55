"""The columns of a table on two sides → the columns of the table that shows both, and how wide they are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vanban.reviews._page._entries import State

# A column is read best between these, in characters of what most of its cells hold.
_NARROW, _WIDE = 5, 22
# A word of a head is bold, and a table that is too wide for its page is drawn narrower: so many characters more.
_BOLD = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table that shows both sides: its width beside those of others, the sides that have it."""

    width: int
    state: State


@dataclass(frozen=True, slots=True)
class Columns:
    """Of each column of the two sides its place among the columns of both."""

    old: tuple[int, ...]
    new: tuple[int, ...]

    def drawn(self, cells: Iterable[tuple[int, str]]) -> list[Column]:
        """All of them. cells: the place and the words of cells that cover one column."""
        held: dict[int, list[str]] = {}
        for place, words in cells:
            held.setdefault(place, []).append(words)
        return [Column(_width(held.get(place, [])), self._state(place)) for place in sorted({*self.old, *self.new})]

    def _state(self, place: int) -> State:
        return "removed" if place not in self.new else "added" if place not in self.old else "both"


def both_columns(old: int, new: int, pairs: Iterable[tuple[int, int]]) -> Columns:
    """So many columns on either side put together. pairs: the columns of cells that are on both sides."""
    partners = _partners(Counter(pairs))
    before: list[int] = []
    after: list[int] = []
    count = 0
    for column in range(new):
        partner = partners.get(column, -1)
        gone = range(count, count + max(partner - len(before), 0))
        before += gone
        count += len(gone)
        before += [count] if partner >= 0 else []
        after.append(count)
        count += 1
    return Columns((*before, *range(count, count + old - len(before))), tuple(after))


def _partners(votes: Counter[tuple[int, int]]) -> dict[int, int]:
    """Of new columns the old ones that they were, each once, in one order; most cells decide."""
    out: dict[int, int] = {}
    for (old, new), _ in votes.most_common():
        is_free = new not in out and old not in out.values()
        if is_free and all((other > new) == (partner > old) for other, partner in out.items()):
            out[new] = old
    return out


def _width(texts: Sequence[str]) -> int:
    """Between what is common and the longest of the texts of a column; no word in it is cut."""
    lengths = sorted(min(len(text), _WIDE) for text in texts)
    word = max((len(word) for text in texts for word in text.split(" ")), default=0)
    return max(_NARROW, min(word + _BOLD, _WIDE), (lengths[len(lengths) // 2] + lengths[-1]) // 2 if lengths else 0)
