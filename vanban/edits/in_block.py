"""Entries of block style: whole lines go and come."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from vanban.edits.layout import Layout, line_end, line_stop, opener_end
from vanban.findings import Fix
from vanban.readers.comments import comments_of

Lines = Sequence[Sequence[str]]  # entries, each with its lines, the first of which begins where the entry does


def in_block(
    layout: Layout, removed: Collection[int], inserted: Mapping[int, Lines], empty: str, *, keeps_comments: bool = False
) -> list[Fix]:
    """The fixes for entries by their place in the file. `empty` is written where none is left; what goes leaves its
    comments with `keeps_comments`, each on a line of its own, unless it stands behind the dash of what it is in."""
    if not layout.entries:
        return _opened(layout, inserted)
    return list(_Editor(layout, removed, inserted, empty, keeps_comments).fixes())


def _opened(layout: Layout, inserted: Mapping[int, Lines]) -> list[Fix]:
    """The first entries of what is blank or holds nothing: `noi_nhan:`, `noi_nhan: []`."""
    text, start, end = layout.source.text, opener_end(layout.source, layout.path), layout.span.end
    outer = Layout(layout.source, layout.path[:-1])
    ending, stop = line_end(text, start), line_stop(text, max(start, end))
    lines = [f"{' ' * (outer.column + 2)}{line}" if line else "" for entry in inserted.get(0, ()) for line in entry]
    if not lines:
        return []
    written = ending.join(lines)
    below = written + ending if text[:stop].endswith("\n") else ending + written
    return [Fix(start, end, ""), Fix(stop, stop, below)] if start < end else [Fix(stop, stop, below)]


class _Editor:
    """Edits one list or mapping that has entries."""

    def __init__(
        self, layout: Layout, removed: Collection[int], inserted: Mapping[int, Lines], empty: str, keeps_comments: bool
    ) -> None:
        self._layout, self._removed, self._inserted, self._empty = layout, removed, dict(inserted), empty
        self._text = layout.source.text
        self._count = len(layout.entries)
        self._ending = line_end(self._text, layout.entries[0].head)
        self._comments = [*comments_of(layout.source)] if keeps_comments and removed else []
        # How many entries at the top go, the first of which stands behind the dash of what it is in.
        self._shared = 0
        while layout.shares_line(0) and self._shared < self._count and self._shared in removed:
            self._shared += 1

    def fixes(self) -> Iterator[Fix]:
        if len(self._removed) == self._count and not self._inserted:
            yield from self._emptied()
            return
        if self._shared:
            yield from self._behind_a_dash()
        for index in range(self._shared, self._count):
            if index in self._removed:
                yield self._gone(index)
        for at, entries in self._inserted.items():
            yield self._put(at, entries)

    def _emptied(self) -> Iterator[Fix]:
        """Nothing is left but the sign of an empty list or mapping."""
        layout = self._layout
        first = layout.entries[0].head
        if layout.shares_line(0):
            yield Fix(first, self._line(0), self._empty)
        elif layout.path:
            opened = opener_end(layout.source, layout.path)
            yield Fix(opened, opened, f" {self._empty}")
        else:
            yield Fix(first, first, f"{self._empty}{self._ending}")
        for index in range(int(layout.shares_line(0)), self._count):
            yield self._gone(index)

    def _gone(self, index: int) -> Fix:
        """An entry goes, with its lines."""
        start, stop = self._layout.start(index), self._layout.stop(index)
        kept = [each.words for each in self._comments if start <= each.start < stop]
        return Fix(start, stop, "".join(f"{' ' * self._layout.column}{words}{self._ending}" for words in kept))

    def _behind_a_dash(self) -> Iterator[Fix]:
        """The entry behind the dash goes, and those below it that go too: the next one moves up where nothing stands
        between, else the dash stands alone."""
        layout, last = self._layout, self._shared - 1
        moved = [line for at in range(self._shared + 1) for entry in self._inserted.pop(at, ()) for line in entry]
        first, kept = layout.entries[0].head, self._shared if self._shared < self._count else None
        if moved or kept is None:
            yield Fix(first, self._line(0), self._joined(moved))
        elif layout.start(kept) == layout.stop(last) and not self._is_apart():
            yield Fix(first, layout.entries[kept].head, "")
            return
        else:
            before = len(self._text[:first].rstrip(" "))
            yield Fix(before, self._line(0), "")
        for index in range(1, self._shared):
            yield Fix(layout.start(index), layout.stop(index), "")

    def _is_apart(self) -> bool:
        """Whether comments that are nobody's stand between the entries that go, or above the one that moves up."""
        layout = self._layout
        starts = [layout.start(index) for index in range(1, self._shared + 1)]
        stops = [layout.stop(index) for index in range(self._shared)]
        head = layout.entries[self._shared].head
        return starts != stops or self._text[starts[-1] : head].strip() != ""

    def _put(self, at: int, entries: Lines) -> Fix:
        layout, text = self._layout, self._text
        written = self._joined([line for entry in entries for line in entry])
        indent = " " * layout.column
        if at == 0 and layout.shares_line(0):
            head = layout.entries[0].head
            return Fix(head, head, f"{written}{self._ending}{indent}")
        place = layout.start(0) if at == 0 else layout.stop(at - 1)
        if text[:place].endswith("\n") or at == 0:
            return Fix(place, place, f"{indent}{written}{self._ending}")
        # The last line of the file has no line end; where it goes, that before it is there.
        is_there = at - 1 in self._removed
        return Fix(place, place, f"{'' if is_there else self._ending}{indent}{written}")

    def _line(self, index: int) -> int:
        """The end of the last line of an entry, before its line end."""
        stop = self._layout.stop(index)
        return len(self._text[:stop].removesuffix("\n").removesuffix("\r")) if stop else stop

    def _joined(self, lines: Sequence[str]) -> str:
        indent = " " * self._layout.column
        return self._ending.join(f"{indent}{line}" if line and row else line for row, line in enumerate(lines))
