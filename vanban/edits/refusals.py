"""What no edit does: write what no source may hold, or leave a text that reads otherwise than it was meant."""

from collections.abc import Iterable, Mapping
from typing import Any

from vanban.edits.applying import apply
from vanban.errors import EditRefused
from vanban.findings import Fix
from vanban.invisible import first_forbidden
from vanban.readers.compose import compose
from vanban.readers.source import Source
from vanban.readers.spans import Path


def tried(source: Source, path: Path, meant: Any, fixes: Iterable[Fix]) -> list[Fix]:
    """`fixes`, where the text with them has `meant` at `path` and all else as it was. Raises EditRefused."""
    fixes = list(fixes)
    found = compose(source.file, apply(source.text, fixes, source.file))
    if found.findings or _plain(found.data) != _plain(with_value(source.data, path, meant)):
        raise unreadable(source, source.span(path).start)
    return fixes


def unreadable(source: Source, offset: int) -> EditRefused:
    """Says that something is written in a way that we cannot edit."""
    line = source.text.count("\n", 0, offset) + 1
    return EditRefused(f"{source.file}:{line}: chỗ này viết theo lối mà máy không sửa được; sửa tay ở dòng đó.")


def not_there(source: Source, path: Path) -> EditRefused:
    """Says that an edit was made for another state of the file."""
    line = source.place(path).line
    return EditRefused(f"{source.file}:{line}: tệp không còn như lúc tìm ra chỗ cần sửa; chạy lại lệnh.")


def refuse_unprintable(text: str) -> None:
    """Raises EditRefused for a character that no source may hold."""
    if char := first_forbidden(text) or ("\r" if "\r" in text else ""):
        raise EditRefused(f"chữ cần ghi có ký tự không nhìn thấy được (U+{ord(char):04X}); xóa ký tự đó rồi làm lại.")


def with_value(data: Any, path: Path, value: Any) -> Any:
    """`data` with `value` at `path`."""
    if not path:
        return value
    first, *rest = path
    inner = with_value(data[first], tuple(rest), value)
    if isinstance(data, dict):
        return data | {first: inner}
    return [inner if at == first else each for at, each in enumerate(data)]


def data_at(data: Any, path: Path) -> Any:
    """What stands at `path` in `data`."""
    for part in path:
        data = data[part]
    return data


def _plain(data: Any) -> Any:
    """`data` as readers take them: a block of text may end without its line feed, nothing is an empty text."""
    match data:
        case Mapping():
            return {key: _plain(value) for key, value in data.items()}
        case str():
            return data.rstrip("\n")
        case int():
            return str(data)
        case None:
            return ""
    return [_plain(value) for value in data]
