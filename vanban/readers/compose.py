"""The text of a file → data, and once more, when somebody asks where a thing stands, → the spans of it.

Built from libyaml's events, so that nothing YAML would do silently happens: no typing of scalars ("no", 012, 12:30
stay as typed), no anchors, aliases, tags or merge keys, no second value for a key. The same walk gives data and
spans, so both know the same paths.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from vanban.findings import Finding, Place, finding
from vanban.invisible import first_forbidden, name_of
from vanban.keys import list_names
from vanban.readers.forgotten_signs import blank_forgotten, dash_forgotten
from vanban.readers.spans import Path, Span, Spans, json_path
from vanban.readers.yaml_faults import FRAMING, yaml_fault

# Lists and mappings inside each other; a document of thirty steps of headings takes sixty.
_DEEPEST = 60
# Deeper than this nothing is read any more: libyaml takes a time that grows with the square of the depth.
_BOTTOMLESS = 1000


@dataclass(slots=True)
class Composed:
    """What a text holds. `data` is None where it is not YAML.

    styles  how each scalar that goes over more than one line is written, by its path: "|", ">", one of the quotes
            or "" for none
    is_broken  it is YAML, and says something else than was meant: a blank was forgotten, a second document begins
    """

    data: Any = None
    is_broken: bool = False
    styles: dict[Path, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def compose(file: str, text: str) -> Composed:
    """The data of a text; `file` is its name in findings."""
    composed = Composed()
    try:
        found = _Composer(file, text, composed).compose()
    except yaml.MarkedYAMLError as error:
        return Composed(findings=[yaml_fault(file, text, error)])
    except _Bottomless as stop:
        return Composed(findings=[_too_deep(_place(file, stop.event, stop.path))])
    return composed if found and not composed.is_broken else Composed(findings=composed.findings)


def compose_spans(text: str) -> Spans:
    """The spans of all that `compose` finds in a text that it could read."""
    spans = Spans()
    _Composer("", text, Composed(), spans).compose()
    return spans


# A comment whose words begin right behind its sign, as "Đề án #06" does; at its end the sign.
_COMMENT = re.compile(r"[ \t]+(?=#[^\s#])")


# What says in YAML that there is nothing.
_NOTHING = frozenset(("~", "null", "Null", "NULL"))
# A further line of a value that looks like an item of a list.
_ITEM = re.compile(r"\s*[-+*•–] ")
_DASHED = (
    "Lùi gạch ra thẳng cột với gạch của dòng trên; là đoạn chữ có gạch đầu dòng thì viết dấu | sau tên mục; đúng là "
    "một câu thì viết cả câu trên một dòng."
)


class _Bottomless(Exception):
    def __init__(self, event: Any, path: Path) -> None:
        self.event, self.path = event, path


class _Composer:
    """Walks libyaml's events once; notes the spans where `spans` is given."""

    def __init__(self, file: str, text: str, out: Composed, spans: Spans | None = None) -> None:
        self._file, self._text, self._out, self._spans = file, text, out, spans
        self._following: Callable[[], Any] = yaml.CBaseLoader(text).get_event

    def compose(self) -> bool:
        """Whether there is anything; it stands in `out` then."""
        first = self._following_content()
        if first is None or type(first) is ScalarEvent and not first.value.strip():
            self._told("S103", Place(self._file), "Tệp không có nội dung.", "Điền nội dung hoặc xóa tệp.")
            return False
        self._out.data = self._value(first, ())
        if extra := self._following_content():
            self._broken(
                _place(self._file, extra), "Dấu --- bắt đầu một tài liệu thứ hai trong cùng tệp.",
                "Mỗi tệp một tài liệu: xóa dấu ---, hoặc chuyển phần sau sang tệp khác.",
            )
        return True

    def _following_content(self) -> Any:
        """The next event that opens a value; None at the end."""
        while isinstance(event := self._following(), FRAMING):
            if isinstance(event, StreamEndEvent):
                return None
        return event

    def _value(self, event: Any, path: Path) -> Any:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event, path)
        self._refuse(event, path)
        if kind is AliasEvent:
            self._note(path, event, event, "")
            return ""
        if len(path) > _DEEPEST:
            return self._pass_over(event, path)
        return self._mapping(event, path) if kind is MappingStartEvent else self._sequence(event, path)

    def _scalar(self, event: Any, path: Path) -> str:
        style = event.style
        if event.anchor or event.tag or style == '"':
            self._refuse(event, path)
        is_long = event.start_mark.line != event.end_mark.line
        if style == "|" or style == ">" or is_long:
            self._out.styles[path] = style or ""
        if not style and self._spans is None and (is_long or path and type(path[-1]) is int):
            self._glued(event, path)
            if is_long:
                self._dashed(event, path)
        if self._spans is not None:
            self._note(path, event, event, style or "")
        elif not style and (cut := _COMMENT.match(self._text, event.end_mark.index)):
            self._cut_off(event.end_mark, cut.end() - event.end_mark.index, path)
        if not style and self._spans is None and event.value in _NOTHING:
            self._nothing(event, path)
        return str(event.value)

    def _nothing(self, event: Any, path: Path) -> None:
        """Tells of what is nothing to other readers of YAML, and would be printed as it was typed."""
        words = f"“{event.value}” ở đây nghĩa là để trống, mà máy sẽ in ra chữ ấy."
        self._told("S116", _place(self._file, event, path), words,
                   "Để trống thì xóa đi; đúng là cần in chữ ấy thì đặt trong dấu nháy kép.")

    def _glued(self, event: Any, path: Path) -> None:
        """Tells of keys without a blank behind their colon, which YAML reads as words: in an item of a list, or in the
        further lines of a value."""
        start, end = event.start_mark, event.end_mark
        for row, line in enumerate(self._text[start.index : end.index].split("\n")):
            is_item = bool(path) and type(path[-1]) is int and not row
            listed = str(path[-2]) if is_item and len(path) > 1 else ""
            if (words := blank_forgotten(line.lstrip(), self._text, listed)) and (row or is_item):
                column = len(line) - len(line.lstrip()) + (0 if row else start.column)
                self._broken(_line(self._file, start.line + row, column, path), *words)

    def _dashed(self, event: Any, path: Path) -> None:
        """Tells of further lines of a value that begin as an item of a list does: YAML reads them as words of it."""
        start = event.start_mark
        rows = self._text[start.index : event.end_mark.index].split("\n")
        for row, line in enumerate(rows[1:], 1):
            if _ITEM.match(line):
                column = len(line) - len(line.lstrip())
                place = _line(self._file, start.line + row, column, path)
                self._told("S115", place, "Dòng này thụt vào quá nên bị nối vào dòng trên.", _DASHED)
                return

    def _cut_off(self, end: Any, length: int, path: Path) -> None:
        """Tells of words behind ` #`, which YAML takes for a comment; a comment of an officer's begins with a blank."""
        row, column = end.line + 1, end.column + length + 1
        self._told(
            "S112", Place(self._file, row, column, row, column + 1, json_path(path)),
            "Phần chữ từ dấu # trở đi không được đọc: máy coi đó là lời ghi chú.",
            "Đặt cả giá trị trong dấu nháy kép; nếu là lời ghi chú thì gõ một dấu cách sau dấu #.",
        )

    def _pass_over(self, start: Any, path: Path) -> str:
        """Passes over all that `start` holds, so that no later stage has to go down there. Raises _Bottomless."""
        open_ones = 1
        while open_ones:
            event = self._following()
            open_ones += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if open_ones > _BOTTOMLESS:
                raise _Bottomless(start, path)
        self._note(path, start, event)
        self._out.findings.append(_too_deep(_place(self._file, start, path)))
        return ""

    def _sequence(self, start: Any, path: Path) -> list[Any]:
        items: list[Any] = []
        following = self._following
        while type(event := following()) is not SequenceEndEvent:
            items.append(self._value(event, (*path, len(items))))
        self._note(path, start, event)
        return items

    def _mapping(self, start: Any, path: Path) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        opening: str | None = None  # the first key, once it has come again: what follows is most likely another entry
        following = self._following
        while type(event := following()) is not MappingEndEvent:
            key = self._key(event, path)
            if key is None:
                self._value(following(), (*path, "?"))
                continue
            inner = (*path, key)
            if key in entries:
                if opening is None:
                    self._duplicate(event, inner)
                    opening = key if _is_entry(path) and key == next(iter(entries)) else None
                self._value(following(), (*path, f"{key}#2"))
                continue
            if self._spans is not None:
                self._spans.keys[inner] = _span(event, event)
            entries[key] = self._value(following(), inner)
        self._note(path, start, event)
        return entries

    def _key(self, event: Any, path: Path) -> str | None:
        """The name of an entry; None for what cannot be one."""
        if type(event) is ScalarEvent and "\n" in event.value:
            self._told(
                "S203", _place(self._file, event, path), "Tên mục phải viết trên một dòng.", "Viết “tên_mục: giá trị”.",
            )
            return None
        if type(event) is ScalarEvent and event.value != "<<":
            if event.anchor or event.tag or event.style == '"':
                self._refuse(event, path)
            if not event.style and self._spans is None and (words := blank_forgotten(event.value, self._text)):
                self._broken(_place(self._file, event, path), *words)
            return str(event.value)
        if type(event) is ScalarEvent:
            self._told(
                "S105", _place(self._file, event, path), "Không dùng “<<” làm tên mục.",
                "Xóa dòng này; viết đủ các mục ở từng chỗ.",
            )
            return None
        if type(event) is not AliasEvent:
            self._told(
                "S203", _place(self._file, event, path), "Tên mục phải là chữ.",
                "Viết “tên_mục: giá trị”; dòng mở đầu bằng {{ hoặc [[ thì đặt cả dòng trong dấu nháy kép.",
            )
        self._value(event, (*path, "?"))
        return None

    def _duplicate(self, event: Any, path: Path) -> None:
        if self._spans is not None:
            return
        first = self._all_spans.keys[path]
        names = [part for part in path if isinstance(part, str)]
        dash = f"{dash_forgotten(*names[:-3:-1])} Ghi thừa thì g" if _is_entry(path[:-1]) else "G"
        self._told(
            "S104", _place(self._file, event, path),
            f"“{names[-1]}” được ghi hai lần; lần đầu ở dòng {first.line + 1}.",
            f"{dash}iữ một lần, xóa lần kia.",
        )

    @cached_property
    def _all_spans(self) -> Spans:
        return compose_spans(self._text)

    def _refuse(self, event: Any, path: Path) -> None:
        """A finding for what YAML would do by itself, and for what an escape in double quotes smuggles in."""
        if type(event) is ScalarEvent and event.style == '"' and (char := first_forbidden(event.value)):
            self._told(
                "S106", _place(self._file, event, path),
                f"Giá trị có ký tự không in được ({name_of(char)}), viết bằng dấu \\ trong nháy kép.",
                "Xóa phần bắt đầu bằng dấu \\.",
            )
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, AliasEvent) or anchor or tag:
            sign = "*" if isinstance(event, AliasEvent) else "&" if anchor else "!"
            self._told(
                "S105", _place(self._file, event, path), f"Giá trị không được bắt đầu bằng dấu “{sign}”.",
                "Đặt cả giá trị trong dấu nháy kép nếu dấu này là của câu chữ; nếu thừa thì xóa.",
            )

    def _note(self, path: Path, start: Any, end: Any, style: str | None = None) -> None:
        if self._spans is not None:
            self._spans.values[path] = _span(start, end, style)

    def _broken(self, place: Place, message: str, hint: str) -> None:
        self._out.is_broken = True
        self._told("S101", place, message, hint)

    def _told(self, code: str, place: Place, message: str, hint: str) -> None:
        self._out.findings.append(finding(code, place, message, hint))


def _too_deep(place: Place) -> Finding:
    return finding("S101", place, "Các mục lồng vào nhau quá sâu.", "Kiểm tra thụt lề và các dấu [ { ở dòng này.")


def _place(file: str, event: Any, path: Path = ()) -> Place:
    start, end = event.start_mark, event.end_mark
    return Place(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1, json_path(path))


def _is_entry(path: Path) -> bool:
    """Whether a mapping stands in a list, or in the place of one."""
    return path[-1:] != () and (isinstance(path[-1], int) or path[-1] in list_names())


def _line(file: str, row: int, column: int, path: Path) -> Place:
    return Place(file, row + 1, column + 1, row + 1, column + 2, json_path(path))


def _span(first: Any, last: Any, style: str | None = None) -> Span:
    start, end = first.start_mark, last.end_mark
    return Span(start.index, end.index, start.line, start.column, end.line, end.column, style)
