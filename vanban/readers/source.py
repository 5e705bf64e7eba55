"""A YAML file → plain data whose every scalar is text, and the span of every key and value.

Built from libyaml's events, so that one pass gives data and spans, and so that nothing YAML would do
silently happens: no typing of scalars ("no", 012, 12:30 stay as typed), no anchors, aliases, tags or merge
keys, no second value for a key.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from vanban.findings import Finding, Place, finding

Path = tuple[str | int, ...]
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\r(?!\n)"
)
_FRAMING = (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent)
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of the file, where they begin and end (lines and columns from 0), and
    the YAML style of the scalar ("|" for a literal block, "" for plain, None for a list or mapping)."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    style: str | None = None


@dataclass(slots=True)
class Source:
    """One file as read: its text, its data (dicts, lists, strings) and the spans by JSON path.

    `data` is None where the file could not be read as YAML.
    """

    file: str
    text: str = ""
    data: Any = None
    values: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    _rows: list[str] = field(default_factory=list, repr=False)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at `path` (of its key with `key`); of the nearest thing above it where
        nothing stands there."""
        spans = self.keys if key else self.values
        known = path
        while known and known not in spans:
            known = known[:-1]
        span = spans.get(known) or self.values.get(known) or Span(0, 0, 0, 0, 0, 0)
        return Place(
            self.file, span.line + 1, span.column + 1, span.end_line + 1, span.end_column + 1, json_path(path)
        )


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
        self._rows = self._rows or self.text.split("\n")
        row = self.values[path].line + 1 + line
        written = self.value(path).split("\n")[line]
        return row, len(self._rows[row].rstrip("\r")) - len(written) + column

    def offset(self, row: int, column: int) -> int:
        """The offset in the text of a row and column (from 0)."""
        self._rows = self._rows or self.text.split("\n")
        return sum(len(line) + 1 for line in self._rows[:row]) + column


def json_path(path: Path) -> str:
    """("noi_nhan", 1) → "$.noi_nhan[1]"."""
    return "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)


def read_source(file: str, raw: bytes) -> tuple[Source, list[Finding]]:
    """The data of one file. `file` is its name in findings; a byte order mark and CRLF are accepted."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Source(file), [finding(
            "S102", Place(file, line, 1, line, 1), "Tệp không ở bảng mã UTF-8.",
            "Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8.",
        )]
    source = Source(file, text)
    findings = list(_forbidden_characters(source)) or list(_conflict_marks(source))
    if not findings:
        findings = _Composer(source).compose()
    return source, findings


def place_at(source: Source, offset: int, length: int = 1) -> Place:
    """The place of `length` characters at `offset` of the file's text."""
    line = source.text.count("\n", 0, offset)
    column = offset - (source.text.rfind("\n", 0, offset) + 1)
    return Place(source.file, line + 1, column + 1, line + 1, column + 1 + length)


def _forbidden_characters(source: Source):
    for match in _FORBIDDEN.finditer(source.text):
        yield finding(
            "S106", place_at(source, match.start()),
            f"Có ký tự không nhìn thấy được (U+{ord(match[0]):04X}) trong tệp.",
            "Xóa ký tự này rồi gõ lại chỗ đó; ký tự thường theo vào khi dán từ Word hoặc trang web.",
        )


def _conflict_marks(source: Source):
    marks = list(_CONFLICT.finditer(source.text))
    if any(mark[1][0] == "<" for mark in marks):
        yield finding(
            "S101", place_at(source, marks[0].start(), 7),
            "Tệp còn dấu xung đột của git (<<<<<<<, =======, >>>>>>>).",
            "Chọn một trong hai bản nằm giữa các dấu, xóa các dấu rồi lưu lại.",
        )


class _Composer:
    """Walks libyaml's events once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._findings: list[Finding] = []
        self._events = iter(())

    def compose(self) -> list[Finding]:
        source = self._source
        try:
            events = [e for e in yaml.parse(source.text, Loader=yaml.CBaseLoader) if not isinstance(e, _FRAMING)]
        except yaml.MarkedYAMLError as error:
            return [_syntax_finding(source, error)]
        if not events or isinstance(events[0], ScalarEvent) and not events[0].value.strip():
            return [finding("S103", Place(source.file), "Tệp không có nội dung.", "Điền nội dung hoặc xóa tệp.")]
        self._events = iter(events)
        source.data = self._value(next(self._events), ())
        if extra := next(self._events, None):
            self._findings.append(finding(
                "S101", self._event_place(extra, ()), "Dấu --- bắt đầu một tài liệu thứ hai trong cùng tệp.",
                "Mỗi tệp một tài liệu: xóa dấu ---, hoặc chuyển phần sau sang tệp khác.",
            ))
        return self._findings

    def _value(self, event: Any, path: Path) -> Any:
        self._refuse_machinery(event, path)
        if isinstance(event, ScalarEvent):
            self._source.values[path] = _span(event, event.end_mark, event.style or "")
            return event.value
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, path)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, path)
        self._source.values[path] = _span(event, event.end_mark, "")  # an alias, refused above
        return ""

    def _sequence(self, start: Any, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        self._source.values[path] = _span(start, event.end_mark)
        return items

    def _mapping(self, start: Any, path: Path) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, path)
            inner = (*path, key)
            if key in entries:
                self._duplicate(event, inner)
                inner = (*path, f"{key}#2")
                self._value(next(self._events), inner)
                continue
            self._source.keys[inner] = _span(event, event.end_mark)
            entries[key] = self._value(next(self._events), inner)
        self._source.values[path] = _span(start, event.end_mark)
        return entries

    def _key(self, event: Any, path: Path) -> str:
        self._refuse_machinery(event, path)
        if isinstance(event, ScalarEvent):
            return event.value
        self._findings.append(finding(
            "S203", self._event_place(event, path), "Tên mục phải là chữ.", "Viết “tên_mục: giá trị”.",
        ))
        self._value(event, (*path, "?"))
        return "?"

    def _duplicate(self, event: Any, path: Path) -> None:
        first = self._source.keys[path]
        self._findings.append(finding(
            "S104", self._event_place(event, path),
            f"“{path[-1]}” được ghi hai lần; lần đầu ở dòng {first.line + 1}.",
            "Giữ một lần, xóa lần kia.",
        ))

    def _refuse_machinery(self, event: Any, path: Path) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, AliasEvent) or anchor or tag:
            sign = "*" if isinstance(event, AliasEvent) else "&" if anchor else "!"
            self._findings.append(finding(
                "S105", self._event_place(event, path), f"Giá trị bắt đầu bằng dấu “{sign}” có nghĩa riêng trong YAML.",
                "Đặt giá trị trong dấu nháy kép nếu dấu này là của câu chữ.",
            ))

    def _event_place(self, event: Any, path: Path) -> Place:
        start, end = event.start_mark, event.end_mark
        return Place(
            self._source.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1, json_path(path)
        )


def _span(start: Any, end_mark: Any, style: str | None = None) -> Span:
    mark = start.start_mark
    return Span(mark.index, end_mark.index, mark.line, mark.column, end_mark.line, end_mark.column, style)


# What libyaml says → what a clerk understands. The first part that fits wins.
_SYNTAX = (
    ("cannot start any token", "Dòng này bắt đầu bằng một ký tự không dùng được ở đây (thường là dấu Tab, @ hoặc %).",
     "Thụt lề bằng dấu cách, không bằng Tab; câu chữ bắt đầu bằng @ hoặc % đặt trong dấu nháy kép."),
    ("mapping values are not allowed", "Dấu hai chấm ở đây làm dòng này bị hiểu thành một mục mới.",
     "Đặt cả giá trị trong dấu nháy kép, hoặc kiểm tra thụt lề của dòng."),
    ("could not find expected ':'", "Thiếu dấu hai chấm sau tên mục.", "Viết “tên_mục: giá trị”, sau dấu hai chấm có một dấu cách."),
    ("did not find expected key", "Thụt lề của dòng này không khớp với các dòng cùng cấp.",
     "Thụt lề bằng đúng số dấu cách của dòng cùng cấp phía trên."),
    ("did not find expected '-' indicator", "Thụt lề của dòng này không khớp với danh sách phía trên.",
     "Mỗi dòng của danh sách bắt đầu bằng “- ” ở cùng một cột."),
    ("while scanning a quoted scalar", "Dấu nháy mở ra mà không đóng lại.", "Thêm dấu nháy đóng ở cuối giá trị."),
    ("flow", "Dấu ngoặc [ hoặc { mở ra mà không đóng lại.", "Đặt câu chữ trong dấu nháy kép, hoặc đóng ngoặc."),
    ("expected <document start>", "Có nội dung nằm ngoài cấu trúc của tệp.", "Kiểm tra thụt lề: dòng này phải thẳng với các mục chính."),
)


def _syntax_finding(source: Source, error: yaml.MarkedYAMLError) -> Finding:
    mark = error.problem_mark or error.context_mark
    said = f"{error.context or ''} {error.problem or ''}"
    quote = "quoted scalar" in said and error.context_mark
    mark = error.context_mark if quote else mark
    message, hint = next(
        ((m, h) for part, m, h in _SYNTAX if part in said), ("Tệp không đúng cấu trúc YAML ở đây.", "So với một tệp mẫu.")
    )
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return finding("S101", Place(source.file, line, column, line, column + 1), message, hint)
