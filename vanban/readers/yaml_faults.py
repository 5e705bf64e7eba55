"""What stopped libyaml → a finding in a clerk's words, at the sign that is to be mended."""

import re
from typing import Any

import yaml
from yaml.events import ScalarEvent

from vanban.findings import Finding, Place, finding
from vanban.readers.forgotten_signs import Words, comma_forgotten, forgotten_sign

# Events that hold no content.
FRAMING = (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent)
# What libyaml says (a pattern) → what a clerk understands. The first that fits wins.
_SYNTAX = (
    ("tab character", "Dòng này thụt lề bằng phím Tab.", "Xóa Tab ở đầu dòng, gõ dấu cách."),
    ("cannot start any token|scanning an? (alias|anchor|tag)", "Giá trị không được bắt đầu bằng ký tự này.",
     "Đặt cả giá trị trong dấu nháy kép nếu ký tự này là của câu chữ; nếu thừa thì xóa."),
    ("after a quote", "Sau dấu nháy đóng còn có chữ, hoặc dấu nháy mở ở đây đóng lại quá muộn.",
     "Dấu nháy kép bao cả giá trị, đóng ở cuối; trích dẫn bên trong câu dùng “ ”."),
    ("after a bracket", "Giá trị mở đầu bằng dấu ngoặc mà sau ngoặc đóng còn có chữ.",
     "Đặt cả giá trị trong dấu nháy kép."),
    ("mapping values are not allowed", "Dấu hai chấm ở đây làm dòng này bị hiểu thành một mục mới.",
     "Đặt cả giá trị trong dấu nháy kép, hoặc kiểm tra thụt lề của dòng."),
    ("could not find expected ':'", "Thiếu dấu hai chấm sau tên mục.",
     "Viết “tên_mục: giá trị”, sau dấu hai chấm có một dấu cách."),
    ("did not find expected key", "Thụt lề của dòng này không khớp với các dòng cùng cấp.",
     "Thụt lề bằng đúng số dấu cách của dòng cùng cấp phía trên."),
    ("did not find expected '-' indicator", "Thụt lề của dòng này không khớp với danh sách phía trên.",
     "Mỗi dòng của danh sách bắt đầu bằng “- ” ở cùng một cột."),
    ("block sequence entries are not allowed", "Dấu gạch “- ” không đứng ngay sau tên mục được.",
     "Danh sách bắt đầu ở dòng dưới; gạch của câu chữ thì đặt cả giá trị trong dấu nháy kép."),
    ("scanning a quoted scalar", "Dấu nháy mở ra mà không đóng lại.", "Thêm dấu nháy đóng ở cuối giá trị."),
    ("escape", "Dấu \\ ở đây không viết được trong nháy kép.", "Viết \\\\ cho một dấu \\, hoặc bỏ dấu đó."),
    ("parsing a flow", "Dấu ngoặc [ hoặc { mở ra mà không đóng lại.",
     "Đặt câu chữ trong dấu nháy kép, hoặc đóng ngoặc."),
    ("scanning a block scalar", "Sau dấu | hoặc > không viết gì thêm trên cùng dòng.",
     "Xuống dòng rồi viết, thụt vào hai dấu cách."),
    ("directive", "Dòng bắt đầu bằng dấu “%” không dùng ở đây.", "Xóa dòng này."),
    ("expected <document start>", "Có nội dung nằm ngoài cấu trúc của tệp.",
     "Kiểm tra thụt lề: dòng này phải thẳng với các mục chính."),
)
_UNKNOWN = ("Máy không đọc được dòng này.", "Đặt câu chữ trong dấu nháy kép; so cách viết với một tệp mẫu.")
# These are told where the sign stands that opened, the others where the reading stopped.
_OPENED = "scanning a quoted scalar|scanning a simple key|parsing a flow|scanning an? (alias|anchor|tag)"
# Here the lines around may say better what is wanting.
_STOPPED = "mapping values are not allowed|could not find expected ':'|did not find expected (key|'-' indicator)"


def yaml_fault(file: str, text: str, error: yaml.MarkedYAMLError) -> Finding:
    """The first syntax fault of a file."""
    said, mark = _said(text, error, _last_event(text))
    message, hint = next(((m, h) for pattern, m, h in _SYNTAX if re.search(pattern, said)), _UNKNOWN)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if no_comma := _no_comma(text, error):
        (message, hint), line, column = no_comma
    if mark and re.search(_STOPPED, said) and (forgotten := forgotten_sign(text, mark.line)):
        (message, hint), row = forgotten
        line, column = (line, column) if row == mark.line else (row + 1, 1)
    return finding("S101", Place(file, line, column, line, column + 1), message, hint)


def _no_comma(text: str, error: yaml.MarkedYAMLError) -> tuple[Words, int, int] | None:
    """What to tell of a key inside {…} that no comma stands in front of, and where it stands; None for other faults."""
    stopped = error.problem_mark
    if stopped is None or text[stopped.index : stopped.index + 1] != ":" or (
            "did not find expected ',' or" not in (error.problem or "")):
        return None
    before = text[: stopped.index].rpartition("\n")[2]
    words = comma_forgotten(before, text)
    return (words, stopped.line + 1, before.rfind(" ") + 2) if words else None


def _said(text: str, error: yaml.MarkedYAMLError, last: Any) -> tuple[str, Any]:
    """The words of libyaml, or better ones where the text shows what happened; and the mark to tell."""
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.context_mark if re.search(_OPENED, said) else error.problem_mark or error.context_mark
    if mark is None:
        return said, mark
    if text[mark.index : mark.index + 1] == "\t":
        return "tab character", mark
    before = text[: mark.index].rstrip(" ")[-1:]
    if "did not find expected" in said and before:
        if isinstance(last, ScalarEvent) and last.style == before:
            return "after a quote", last.start_mark
        if before in "]}":
            return "after a bracket", mark
    return said, mark


def _last_event(text: str) -> Any:
    """The last event of content that libyaml read whole before it met a fault."""
    following, last = yaml.CBaseLoader(text).get_event, None
    try:
        while True:
            event = following()
            if not isinstance(event, FRAMING):
                last = event
    except yaml.MarkedYAMLError:
        return last
