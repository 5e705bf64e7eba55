"""Where the entries of a list or a mapping lie in the text: items with their dashes, keys with their values.

What belongs to an entry of block style is whole lines: the comments directly above it that are not indented deeper than
it is, its own lines, the comment behind its end. Comments that stand apart by a blank line belong to nobody.
"""

from dataclasses import dataclass
from functools import cached_property

from vanban.edits.refusals import unreadable
from vanban.readers.source import Source
from vanban.readers.spans import Path, Span


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an entry begins (its dash or key; in brackets its value or key) and where its value ends."""

    head: int
    end: int


@dataclass(frozen=True)
class Layout:
    """The list or mapping at `path` of a source that holds no fault of YAML."""

    source: Source
    path: Path

    @cached_property
    def is_flow(self) -> bool:
        """Whether it stands between brackets or braces."""
        return self.span.style is None and self.source.text[self.span.start] in "[{"

    @property
    def span(self) -> Span:
        return self.source.span(self.path)

    @property
    def column(self) -> int:
        """Where its dashes or keys stand, in block style."""
        return self.span.column

    @cached_property
    def names(self) -> tuple[str | int, ...]:
        """The indices or keys of its entries in the order of the file."""
        value = self.source.value(self.path)
        if not isinstance(value, list | dict):
            return ()
        named: list[str | int] = [*range(len(value))] if isinstance(value, list) else [*value]
        return tuple(sorted(named, key=lambda name: self.source.span((*self.path, name)).start))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(map(self._entry, self.names))

    def _entry(self, name: str | int) -> Entry:
        inner = (*self.path, name)
        if isinstance(name, str):
            key = self.source.key_span(inner)
            return Entry(key.start, max(key.end, end_of(self.source, inner)))
        value = self.source.span(inner)
        return Entry(value.start if self.is_flow else self._dash(value), end_of(self.source, inner))

    def _dash(self, value: Span) -> int:
        """The dash before a value: on its line, or above it behind comments and blank lines."""
        text, start = self.source.text, line_start(self.source.text, value.start)
        while not (self._is_dash(start + self.column) and start + self.column < value.start):
            if start == 0:
                raise unreadable(self.source, value.start)
            start = line_start(text, start - 1)
        return start + self.column

    def _is_dash(self, at: int) -> bool:
        text = self.source.text
        return text[at : at + 1] == "-" and not text[line_start(text, at) : at].strip(" -")

    # In block style: the lines that are an entry's

    def shares_line(self, index: int) -> bool:
        """Whether an entry begins behind the dash of what it is in."""
        text, head = self.source.text, self.entries[index].head
        return bool(text[line_start(text, head) : head].strip())

    def start(self, index: int) -> int:
        """Where the comments above an entry begin, or its line; where it shares that, its head."""
        text, head = self.source.text, self.entries[index].head
        if self.shares_line(index):
            return head
        return comments_above(text, line_start(text, head), self._bound(index), self.column)

    def _bound(self, index: int) -> int:
        """Before this no comment belongs to the entry. Those at the top of a file are the file's."""
        if index:
            return self.stop(index - 1)
        if not self.path:
            return self.entries[0].head
        return line_stop(self.source.text, opener_end(self.source, self.path))

    def stop(self, index: int) -> int:
        """Behind the last line of an entry and the comment there."""
        text, end = self.source.text, self.entries[index].end
        return end if end and text[end - 1] == "\n" else line_stop(text, end)


def end_of(source: Source, path: Path) -> int:
    """Where the value at `path` ends: behind its last character; of a block of text, behind its last line."""
    value, span = source.value(path), source.span(path)
    if isinstance(value, list | dict) and source.text[span.start] not in "[{":
        return max(end_of(source, (*path, name)) for name in (range(len(value)) if isinstance(value, list) else value))
    if span.style == "|":
        return row_start(source, span.line + 1 + count_lines(value))
    if span.style == ">":
        end = span.start + len(source.text[span.start : span.end].rstrip())
        return line_stop(source.text, end)
    return span.end


def count_lines(value: str) -> int:
    """The lines of a literal block, as it was read."""
    return value.count("\n") + (not value.endswith("\n") and value != "")


def row_start(source: Source, row: int) -> int:
    """The offset of a row; the end of the text where it has fewer."""
    return source.offset(row, 0) if row <= source.text.count("\n") else len(source.text)


def opener_end(source: Source, path: Path) -> int:
    """Behind the colon or the dash that opens the value at `path`, which is not the whole file."""
    text = source.text
    if isinstance(path[-1], int):
        return Layout(source, path[:-1]).entries[path[-1]].head + 1
    colon = source.key_span(path).end
    while text[colon : colon + 1].isspace():
        colon += 1
    if text[colon : colon + 1] != ":":
        raise unreadable(source, colon)
    return colon + 1


def is_in_block(source: Source, path: Path) -> bool:
    """Whether nothing that the value at `path` is in stands between brackets or braces."""
    return not any(Layout(source, path[:depth]).is_flow for depth in range(len(path)))


def comments_above(text: str, start: int, bound: int, column: int) -> int:
    """Where the comments begin that stand directly above the line at `start`, none of them deeper than `column`."""
    while start > bound:
        above = line_start(text, start - 1)
        line = text[above:start]
        if above < bound or not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) > column:
            break
        start = above
    return start


def line_start(text: str, offset: int) -> int:
    """Where the line begins that `offset` stands in."""
    return text.rfind("\n", 0, offset) + 1


def line_stop(text: str, offset: int) -> int:
    """Behind the line end of the line that `offset` stands in; the end of the text where it has none."""
    return text.find("\n", offset) + 1 or len(text)


def line_end(text: str, near: int) -> str:
    """The line end that a file has at that line, or above it."""
    stop = text.find("\n", near)
    at = stop if stop >= 0 else text.rfind("\n")
    return "\r\n" if at > 0 and text[at - 1] == "\r" else "\n"
