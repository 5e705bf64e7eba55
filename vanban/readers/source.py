"""A YAML file → plain data whose every scalar is text, and the span of every key and value.

Built from libyaml's events, so that one pass gives data and spans, and so that nothing YAML would do
silently happens: no typing of scalars ("no", 012, 12:30 stay as typed), no anchors, aliases, tags or merge
keys, no second value for a key.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from vanban.findings import Finding, Place, finding
from vanban.readers.yaml_faults import yaml_fault

Path = tuple[str | int, ...]
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\r(?!\n)"
)
_FRAMING = (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent)
# What stands behind a key of {…} that has no value: a comma cut it off the value before.
_CUT_OFF = re.compile(r"\s*[,}]")
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
# Lists and mappings inside each other; a document of thirty steps of headings takes sixty.
_DEEPEST = 60


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

    def is_cut_off(self, path: Path) -> bool:
        """Whether the key at `path` is what stands behind a comma inside {…}, as in {ten: Sở A, Sở B}."""
        key = self.keys.get(path)
        return key is not None and _CUT_OFF.match(self.text, key.end) is not None

    def offset(self, row: int, column: int) -> int:
        """The offset in the text of a row and column (from 0)."""
        self._rows = self._rows or self.text.split("\n")
        return sum(len(line) + 1 for line in self._rows[:row]) + column

    def rename(self, path: Path, key: str, meant: str) -> None:
        """Reads what stands under `key` in the mapping at `path` as `meant`; the spans go with it."""
        entries, old, new = self.value(path), (*path, key), (*path, meant)
        entries[meant] = entries.pop(key)
        for spans in (self.values, self.keys):
            for known in [known for known in spans if known[: len(old)] == old]:
                spans[(*new, *known[len(old):])] = spans.pop(known)


def json_path(path: Path) -> str:
    """("noi_nhan", 1) → "$.noi_nhan[1]"."""
    return "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)


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


def _forbidden_characters(source: Source) -> Iterator[Finding]:
    for match in _FORBIDDEN.finditer(source.text):
        yield finding(
            "S106", place_at(source, match.start()),
            f"Có ký tự không nhìn thấy được (U+{ord(match[0]):04X}) trong tệp.",
            "Xóa ký tự này rồi gõ lại chỗ đó; ký tự thường theo vào khi dán từ Word hoặc trang web.",
        )


def _conflict_marks(source: Source) -> Iterator[Finding]:
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
        self._events: Iterator[Any] = iter(())

    def compose(self) -> list[Finding]:
        source = self._source
        events: list[Any] = []
        try:
            for event in yaml.parse(source.text, Loader=yaml.CBaseLoader):
                if not isinstance(event, _FRAMING):
                    events.append(event)
        except yaml.MarkedYAMLError as error:
            return [yaml_fault(source.file, source.text, error, events[-1] if events else None)]
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
        self._refuse(event, path)
        if len(path) > _DEEPEST and isinstance(event, yaml.CollectionStartEvent):
            return self._too_deep(event, path)
        if isinstance(event, ScalarEvent):
            self._source.values[path] = _span(event, event.end_mark, event.style or "")
            return event.value
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, path)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, path)
        self._source.values[path] = _span(event, event.end_mark, "")  # an alias, refused above
        return ""

    def _too_deep(self, start: Any, path: Path) -> str:
        """Passes over all that `start` holds, so that no later stage has to go down there."""
        open_ones = 1
        while open_ones:
            event = next(self._events)
            open_ones += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        self._source.values[path] = _span(start, event.end_mark)
        self._findings.append(finding(
            "S101", self._event_place(start, path), "Các mục lồng vào nhau quá sâu.",
            "Kiểm tra thụt lề và các dấu [ { ở dòng này.",
        ))
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
            if key is None:
                self._value(next(self._events), (*path, "?"))
                continue
            inner = (*path, key)
            if key in entries:
                self._duplicate(event, inner)
                self._value(next(self._events), (*path, f"{key}#2"))
                continue
            self._source.keys[inner] = _span(event, event.end_mark)
            entries[key] = self._value(next(self._events), inner)
        self._source.values[path] = _span(start, event.end_mark)
        return entries

    def _key(self, event: Any, path: Path) -> str | None:
        """The name of an entry; None for what cannot be one."""
        if isinstance(event, ScalarEvent) and event.value != "<<":
            self._refuse(event, path)
            return str(event.value)
        if isinstance(event, ScalarEvent):
            self._findings.append(finding(
                "S105", self._event_place(event, path), "Không dùng “<<” làm tên mục.",
                "Xóa dòng này; viết đủ các mục ở từng chỗ.",
            ))
            return None
        if not isinstance(event, AliasEvent):
            self._findings.append(finding(
                "S203", self._event_place(event, path), "Tên mục phải là chữ.",
                "Viết “tên_mục: giá trị”; dòng mở đầu bằng {{ hoặc [[ thì đặt cả dòng trong dấu nháy kép.",
            ))
        self._value(event, (*path, "?"))
        return None

    def _duplicate(self, event: Any, path: Path) -> None:
        first = self._source.keys[path]
        self._findings.append(finding(
            "S104", self._event_place(event, path),
            f"“{path[-1]}” được ghi hai lần; lần đầu ở dòng {first.line + 1}.",
            "Giữ một lần, xóa lần kia.",
        ))

    def _refuse(self, event: Any, path: Path) -> None:
        """A finding for what YAML would do by itself, and for what an escape in double quotes smuggles in."""
        if isinstance(event, ScalarEvent) and event.style == '"' and (match := _FORBIDDEN.search(event.value)):
            self._findings.append(finding(
                "S106", self._event_place(event, path),
                f"Giá trị có ký tự không nhìn thấy được (U+{ord(match[0]):04X}), viết bằng dấu \\ trong nháy kép.",
                "Xóa phần bắt đầu bằng dấu \\.",
            ))
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, AliasEvent) or anchor or tag:
            sign = "*" if isinstance(event, AliasEvent) else "&" if anchor else "!"
            self._findings.append(finding(
                "S105", self._event_place(event, path), f"Giá trị không được bắt đầu bằng dấu “{sign}”.",
                "Đặt cả giá trị trong dấu nháy kép nếu dấu này là của câu chữ; nếu thừa thì xóa.",
            ))

    def _event_place(self, event: Any, path: Path) -> Place:
        start, end = event.start_mark, event.end_mark
        return Place(
            self._source.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1, json_path(path)
        )


def _span(start: Any, end_mark: Any, style: str | None = None) -> Span:
    mark = start.start_mark
    return Span(mark.index, end_mark.index, mark.line, mark.column, end_mark.line, end_mark.column, style)
