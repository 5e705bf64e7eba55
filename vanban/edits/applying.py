"""Fixes on a source → the bytes of the file. Comments, order, layout, byte order mark and line ends stay as they are.

No fix gives the same bytes. Nothing is written over a file that somebody else has changed since it was read.
"""

from collections.abc import Iterable
from pathlib import Path

from vanban.errors import EditRefused
from vanban.files import write_whole
from vanban.findings import Fix
from vanban.readers.source import Source


def apply(text: str, fixes: Iterable[Fix], file: str = "") -> str:
    """`text` with each fix in its place; `file` is its name in sentences.

    Raises EditRefused where two meet, or where one reaches out of the text.
    """
    out: list[str] = []
    end = 0
    for fix in _in_order(fixes):
        if not 0 <= fix.start <= fix.end <= len(text):
            raise EditRefused(f"{file}: chỗ cần sửa nằm ngoài tệp, tệp đã khác lúc tìm ra lỗi; chạy lại lệnh.")
        if fix.start < end:
            line = text.count("\n", 0, fix.start) + 1
            raise EditRefused(f"{file}:{line}: hai chỗ sửa chồng lên nhau; sửa tay một chỗ rồi chạy lại lệnh.")
        out += text[end : fix.start], fix.text
        end = fix.end
    return "".join([*out, text[end:]])


def without_overlaps(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes in their order, without those that meet one before them: they wait until the file is read again."""
    kept: list[Fix] = []
    for fix in _in_order(fixes):
        if not kept or fix.start >= kept[-1].end:
            kept.append(fix)
    return kept


def edited(source: Source, fixes: Iterable[Fix]) -> bytes:
    """The bytes of the file with each fix in its place."""
    return source.mark + apply(source.text, fixes, source.file).encode()


def write_edited(path: Path, source: Source, data: bytes) -> None:
    """Puts `data`, made of `source`, at `path`. Raises EditRefused where another text stands there by now."""
    if path.read_bytes() != source.raw:
        raise EditRefused(f"{source.file} vừa được sửa ở nơi khác nên máy chưa ghi gì vào tệp; chạy lại lệnh.")
    write_whole(path, data)


def _in_order(fixes: Iterable[Fix]) -> list[Fix]:
    return sorted(fixes, key=lambda fix: (fix.start, fix.end))
