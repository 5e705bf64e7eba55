"""Entries between brackets or braces: what is removed goes with its comma, what is put in gets one."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from vanban.edits.layout import Layout, comments_above, line_end, line_start, line_stop
from vanban.findings import Fix


def in_flow(layout: Layout, removed: Collection[int], inserted: Mapping[int, Sequence[str]]) -> list[Fix]:
    """The fixes for entries by their place in the file."""
    if not layout.entries:
        start = layout.span.start + 1
        return [Fix(start, start, ", ".join(inserted[0]))] if inserted else []
    editor = _Editor(layout, removed, inserted)
    return list(editor.lines() if editor.has_lines else editor.inline())


class _Editor:
    """Edits one list or mapping that has entries."""

    def __init__(self, layout: Layout, removed: Collection[int], inserted: Mapping[int, Sequence[str]]) -> None:
        self._entries, self._removed, self._text = layout.entries, removed, layout.source.text
        self._close, self._last = layout.span.end - 1, len(layout.entries) - 1
        self._kept = [index for index in range(len(layout.entries)) if index not in removed]
        self._above: dict[int, list[str]] = {}
        for at in sorted(inserted):  # above an entry that goes is above the next one that stays
            stays = next((index for index in self._kept if index >= at), self._last + 1)
            self._above.setdefault(stays, []).extend(inserted[at])
        self._tail = self._above.pop(self._last + 1, [])

    @property
    def has_lines(self) -> bool:
        """Whether each entry has lines of its own, with nothing on them but its comma and a comment."""
        return all(map(self._has_own_lines, range(self._last + 1)))

    # Each entry on lines of its own

    def lines(self) -> Iterator[Fix]:
        head, ends_in_comma = self._entries[0].head, self._comma(self._last) is not None
        indent, ending = self._text[line_start(self._text, head) : head], line_end(self._text, head)
        for index in self._removed:
            yield Fix(self._start(index), self._stop(index), "")
        for at, texts in self._above.items():
            start = self._start(at)
            yield Fix(start, start, "".join(f"{indent}{text},{ending}" for text in texts))
        if self._tail:
            stop = self._stop(self._last)
            lines = f",{ending}{indent}".join(self._tail)
            yield Fix(stop, stop, f"{indent}{lines}{',' if ends_in_comma else ''}{ending}")
        if self._kept and not ends_in_comma:
            yield from self._last_comma()

    def _last_comma(self) -> Iterator[Fix]:
        """The comma behind the last entry that stays, where the last of the file has none: it comes or goes."""
        last = self._kept[-1]
        comma, end = self._comma(last), self._entries[last].end
        if self._tail and comma is None:
            yield Fix(end, end, ",")
        elif not self._tail and comma is not None:
            yield Fix(comma, comma + 1, "")

    def _has_own_lines(self, index: int) -> bool:
        entry, comma = self._entries[index], self._comma(index)
        end = entry.end if comma is None else comma + 1
        behind = self._text[end : line_stop(self._text, end)].strip()
        before = self._text[line_start(self._text, entry.head) : entry.head]
        return not before.strip() and (not behind or behind.startswith("#"))

    def _start(self, index: int) -> int:
        head = self._entries[index].head
        start = line_start(self._text, head)
        bound = self._stop(index - 1) if index else start
        return comments_above(self._text, start, min(bound, start), head - start)

    def _stop(self, index: int) -> int:
        comma = self._comma(index)
        return line_stop(self._text, self._entries[index].end if comma is None else comma)

    # Several on one line

    def inline(self) -> Iterator[Fix]:
        if not self._kept:
            comma = self._comma(self._last)
            end = self._entries[-1].end if comma is None or self._tail else comma + 1
            yield Fix(self._entries[0].head, end, ", ".join(self._tail))
            return
        for at, texts in self._above.items():
            head = self._entries[at].head
            yield Fix(head, head, "".join(f"{text}, " for text in texts))
        for first, last in self._runs():
            if last < self._last:
                yield Fix(self._entries[first].head, self._before_the_next(last), "")
        yield from self._at_the_end()

    def _runs(self) -> Iterator[tuple[int, int]]:
        """First and last of entries that go and stand together."""
        for index in range(self._last + 1):
            if index in self._removed and index - 1 not in self._removed:
                last = index
                while last + 1 in self._removed:
                    last += 1
                yield index, last

    def _before_the_next(self, last: int) -> int:
        """Where the entry behind `last` begins; behind the comma, where comments or line ends stand between."""
        following, comma = self._entries[last + 1].head, self._comma(last)
        if comma is None or not self._text[comma + 1 : following].strip(" "):
            return following
        return comma + 1

    def _at_the_end(self) -> Iterator[Fix]:
        last, texts = self._kept[-1], ", ".join(self._tail)
        end, stop = self._entries[last].end, self._entries[-1].end
        if last == self._last:
            if texts:
                yield Fix(end, end, f", {texts}")
            return
        head, comma = self._entries[last + 1].head, self._comma(last)
        if texts:
            yield Fix(head, stop, texts)
        elif not self._text[end:head].strip(" ,") or comma is None:
            yield Fix(end, stop, "")
        else:  # comments or line ends stand between
            yield from (Fix(comma, comma + 1, ""), Fix(head, stop, ""))

    def _comma(self, index: int) -> int | None:
        """The comma behind an entry; None where the last has none."""
        at = self._entries[index].end
        end = self._entries[index + 1].head if index < self._last else self._close
        while at < end:
            if self._text[at] == ",":
                return at
            at = line_stop(self._text, at) if self._text[at] == "#" else at + 1
        return None
