"""The lines of a document's two sides → one list, in the order of print: what stayed, came, went and moved.

The list follows the new side; what is gone stands where it stood, before what came in its place.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from vanban.model.change import DocumentChanges

# `both`: in its place on both sides. `to`, `from`: a line that moved, where it stands now and where it stood.
State = Literal["both", "added", "removed", "to", "from"]
_Pairs = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: its numbers on the two sides. One that moved has both in both of its places."""

    old: int | None
    new: int | None
    state: State


def entries(document: DocumentChanges) -> list[Entry]:
    """The lines of both sides, each once, those that moved twice."""
    pairs = {new: old for old, new in document.pairs}
    back = dict(document.pairs)
    staying = _staying(document)
    count = len(document.old.lines) if document.old else 0
    out: list[Entry] = []
    done = 0

    def gone(end: int) -> Iterator[Entry]:
        for line in range(done, end):
            yield Entry(line, back[line], "from") if line in back else Entry(line, None, "removed")

    came: list[Entry] = []
    for line in range(len(document.new.lines) if document.new else 0):
        old = pairs.get(line)
        if old is None or (old, line) not in staying:
            came.append(Entry(old, line, "added" if old is None else "to"))
            continue
        out += [*gone(old), *came, Entry(old, line, "both")]
        came, done = [], old + 1
    return [*out, *gone(count), *came]


def _staying(document: DocumentChanges) -> set[tuple[int, int]]:
    """The pairs of lines that stand in one order on both sides: all but what is told as moved, as many as can be."""
    moved = {line for change in document.changes if change.deed == "moved" and change.new for line in change.new.lines
             if change.new.document == document.name}
    return set(_rising([pair for pair in sorted(document.pairs, key=lambda pair: pair[1]) if pair[1] not in moved]))


def _rising(pairs: _Pairs) -> Iterable[tuple[int, int]]:
    """The longest row of pairs, sorted by their second number, whose first numbers rise too."""
    ends: list[int] = []
    at: list[int] = []  # of each length the last pair of the row that ends lowest
    before: list[int] = []
    for number, (old, _) in enumerate(pairs):
        length = bisect_left(ends, old)
        before.append(at[length - 1] if length else -1)
        ends[length:length + 1], at[length:length + 1] = [old], [number]
    number = at[-1] if at else -1
    while number >= 0:
        yield pairs[number]
        number = before[number]
