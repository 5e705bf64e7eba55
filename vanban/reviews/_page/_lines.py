"""The two sides of a document → its lines as the page shows them: words marked, with their changes and their seats."""

from collections.abc import Iterator
from dataclasses import dataclass

from vanban.model.change import DocumentChanges, DocumentSide
from vanban.model.printed_lines import PrintedLine
from vanban.reviews._page._cells import Seat, seats
from vanban.reviews._page._entries import Entry, State, entries
from vanban.reviews._page._marked import Index, Marked


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is shown.

    printed  as its side has it: the new one where it stands there
    changes  the numbers of those that it takes part in; effect: why it is other by itself, "" for not
    old, new the seats of a line of a cell on the sides
    """

    state: State
    number: int
    printed: PrintedLine
    words: Marked
    changes: tuple[int, ...] = ()
    effect: str = ""
    old: Seat | None = None
    new: Seat | None = None

    @property
    def is_new(self) -> bool:
        """Whether it is shown where the new side has it."""
        return self.state in ("both", "added", "to")

    @property
    def seat(self) -> Seat | None:
        """The seat in which it is shown."""
        return self.new if self.is_new else self.old


def lines_of(document: DocumentChanges, index: Index) -> Iterator[Line]:
    """All lines of a document that changed, those of both sides in one row."""
    nobody = DocumentSide("", "", "", "")
    old, new = document.old or nobody, document.new or nobody
    before, after = seats(old.lines), seats(new.lines)
    for entry in entries(document):
        there = None if entry.old is None else before.get(entry.old)
        here = None if entry.new is None else after.get(entry.new)
        yield _line(entry, old, new, index, there, here)


def _line(
    entry: Entry, old: DocumentSide, new: DocumentSide, index: Index, before: Seat | None, after: Seat | None
) -> Line:
    changes = index.changes(old.name, new.name, entry)
    if entry.new is None or entry.state == "from":
        at = entry.old or 0
        words = index.one(old.name, at, old.lines[at].text, "old")
        return Line(entry.state, at, old.lines[at], words, changes, "", before, after)
    at, printed = entry.new, new.lines[entry.new]
    if entry.old is None:
        words = index.one(new.name, at, printed.text, "new")
        return Line(entry.state, at, printed, words, changes, "", before, after)
    words = index.both(new.name, at, old.lines[entry.old], printed)
    return Line(entry.state, at, printed, words, changes, index.effect(new.name, at), before, after)
