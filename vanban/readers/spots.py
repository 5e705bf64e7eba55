"""Where what a reader has read was typed, worked out when somebody asks: a value, or some characters of one."""

from functools import lru_cache
from typing import NamedTuple

from vanban.findings import Place
from vanban.model.places import Typed
from vanban.readers.scalar_spans import TextSpan, scalar_spans
from vanban.readers.source import Source
from vanban.readers.spans import Path, json_path
from vanban.rows import Rows

# Of a value full of faults each asks where its characters stand.
_spans_of = lru_cache(maxsize=32)(scalar_spans)


class ValueSpot(NamedTuple):
    """The value at `path` of a source; its key with `key`."""

    source: Source
    path: Path
    key: bool = False

    @property
    def file(self) -> str:
        return self.source.file

    def place(self) -> Place:
        return self.source.place(self.path, key=self.key)

    def typed(self) -> Typed | None:
        path = self.path[:-1] if self.path[-1:] == ("ma",) else self.path
        try:
            span = self.source.key_span(self.path) if self.key else self.source.span(path)
        except KeyError:
            return None
        return Typed(self.source.text, span.start, span.end)


class TextSpot(NamedTuple):
    """`length` characters at `column` of `line` (both from 0) of the scalar at `path`."""

    source: Source
    path: Path
    line: int
    column: int
    length: int

    @property
    def file(self) -> str:
        return self.source.file

    def place(self) -> Place:
        start, end = self._typed()
        (row, column), (end_row, end_column) = self.source.position(start), self.source.position(end)
        return Place(self.file, row + 1, column + 1, end_row + 1, end_column + 1, json_path(self.path))

    def typed(self) -> Typed:
        return Typed(self.source.text, *self._typed())

    def _typed(self) -> TextSpan:
        """From where to where they are written: a value without quotes, or in quotes, may go over several lines."""
        span = self.source.span(self.path)
        if span.style == "|":
            start = self.source.offset(*self.source.in_block(self.path, self.line, self.column))
            return start, start + self.length
        if span.style == "" and span.line == span.end_line:
            return span.start + self.column, span.start + self.column + self.length
        at = Rows(str(self.source.value(self.path))).offset(self.line, self.column)
        written = _spans_of(self.source, self.path)[at:at + max(1, self.length)]
        start = written[0][0] if written else span.end
        return start, written[-1][1] if written and self.length else start
