"""A YAML file → plain data whose every scalar is text. Where a thing stands is worked out when somebody asks."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

from vanban.findings import Finding, Place, finding
from vanban.readers.compose import compose, compose_spans
from vanban.readers.pasted import check_pasted
from vanban.readers.spans import NOTHING, Path, Span, Spans, json_path
from vanban.rows import Rows

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
# What stands behind a key of {…} that has no value: a comma cut it off the value before.
_CUT_OFF = re.compile(r"\s*[,}]")
_NO_SPANS = Spans()
# Sources whose spans and rows are at hand at one time; a set with its registers has fewer.
_AT_HAND = 32


@dataclass(slots=True, eq=False)
class Source:
    """One file as read: its text and its data (dicts, lists, strings); `data` is None for what is not YAML.

    styles  how each scalar that goes over more than one line is written, by its path: "|", ">", a quote or "" for none
    meant   the key as it is typed, by the path of what it was taken for (`rename`)
    mark    the byte order mark that stands before the text, if one does

    Spans are not kept: they are composed again from the text, and stay at hand for the sources asked of last. Each
    source is one of its own (`eq`), so that they are found without comparing texts.
    """

    file: str
    text: str = ""
    data: Any = None
    styles: dict[Path, str] = field(default_factory=dict)
    meant: dict[Path, str] = field(default_factory=dict)
    mark: bytes = b""

    @property
    def raw(self) -> bytes:
        """The bytes that a sound file was read from."""
        return self.mark + self.text.encode()

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at `path` (of its key with `key`); of the nearest thing above it where
        nothing stands there."""
        written, spans = self._written(path), self._spans
        of_kind = spans.keys if key else spans.values
        while written and written not in of_kind:
            written = written[:-1]
        span = of_kind.get(written) or spans.values.get(written, NOTHING)
        return Place(
            self.file, span.line + 1, span.column + 1, span.end_line + 1, span.end_column + 1, json_path(path)
        )

    @property
    def values(self) -> dict[Path, Span]:
        """The spans of all values, by the path as it is written."""
        return self._spans.values

    def span(self, path: Path) -> Span:
        """The span of the value at `path`. Raises KeyError where nothing stands there."""
        return self._spans.values[self._written(path)]

    def key_span(self, path: Path) -> Span:
        """The span of the key at `path`. Raises KeyError where none is written."""
        return self._spans.keys[self._written(path)]

    def style(self, path: Path) -> str | None:
        """How the scalar at `path` is written where it goes over more than one line, else None."""
        return self.styles.get(self._written(path)) if self.styles else None

    def has_key(self, path: Path) -> bool:
        """Whether the key at `path` is written, with something behind it or with nothing."""
        return self._written(path) in self._spans.keys

    def value(self, path: Path) -> Any:
        """What stands at `path`."""
        data = self.data
        for part in path:
            data = data[part]
        return data

    def in_block(self, path: Path, line: int, column: int) -> tuple[int, int]:
        """Row and column in the file (from 0) of a character of the literal block at `path`.

        A row of the file is the line of the block behind its indentation.
        """
        row = self.span(path).line + 1 + line
        written = self._spans.line_of(self._written(path), self.value(path), line)
        return row, _rows_of(self).width(row) - len(written) + column

    def is_cut_off(self, path: Path) -> bool:
        """Whether the key at `path` is what stands behind a comma inside {…}, as in {ten: Sở A, Sở B}."""
        key = self._spans.keys.get(self._written(path))
        return key is not None and _CUT_OFF.match(self.text, key.end) is not None

    def opens_with(self, path: Path, *signs: str) -> bool:
        """Whether one of `signs` is the first of the value at `path`."""
        return self.text.startswith(signs, self.span(path).start)

    def offset(self, row: int, column: int) -> int:
        """The offset in the text of a row and column (from 0)."""
        return _rows_of(self).offset(row, column)

    def position(self, offset: int) -> tuple[int, int]:
        """Row and column (from 0) of an offset in the text."""
        return _rows_of(self).position(offset)

    def rename(self, path: Path, key: str, meant: str) -> None:
        """Reads what stands under `key` in the mapping at `path` as `meant`, which stands there not yet."""
        entries = self.value(path)
        entries[meant] = entries.pop(key)
        self.meant[*path, meant] = key

    def _written(self, path: Path) -> Path:
        """`path` with its keys as they are typed."""
        if not self.meant:
            return path
        return tuple(self.meant.get(path[: depth + 1], part) if isinstance(part, str) else part
                     for depth, part in enumerate(path))

    @property
    def _spans(self) -> Spans:
        return _NO_SPANS if self.data is None else spans_of(self)


@lru_cache(maxsize=_AT_HAND)
def spans_of(source: Source) -> Spans:
    """The spans of all that stands in a source."""
    return compose_spans(source.text)


@lru_cache(maxsize=_AT_HAND)
def _rows_of(source: Source) -> Rows:
    return Rows(source.text)


def read_source(file: str, raw: bytes) -> tuple[Source, list[Finding]]:
    """The data of one file. `file` is its name in findings; a byte order mark and CRLF are accepted."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Source(file, raw.decode("utf-8", "replace")), [finding(
            "S102", Place(file, line, 1, line, 1), "Tệp không ở bảng mã UTF-8.",
            "Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8.",
        )]
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    source = Source(file, text, mark=mark)
    findings = list(check_pasted(text, partial(place_at, source))) or list(_conflict_marks(source))
    if findings:
        return source, findings
    composed = compose(file, text)
    return Source(file, text, composed.data, composed.styles, mark=mark), composed.findings


def place_at(source: Source, offset: int, length: int = 1) -> Place:
    """The place of `length` characters at `offset` of the file's text."""
    row, column = _rows_of(source).position(offset)
    return Place(source.file, row + 1, column + 1, row + 1, column + 1 + length)


def _conflict_marks(source: Source) -> Iterator[Finding]:
    marks = list(_CONFLICT.finditer(source.text)) if "<<<<<<<" in source.text else []
    if any(mark[1][0] == "<" for mark in marks):
        yield finding(
            "S101", place_at(source, marks[0].start(), 7),
            "Tệp còn dấu xung đột của git (<<<<<<<, =======, >>>>>>>).",
            "Chọn một trong hai bản nằm giữa các dấu, xóa các dấu rồi lưu lại.",
        )
