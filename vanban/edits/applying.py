"""Fixes on a source → the bytes of the file. Comments, order, layout, byte order mark and line ends stay as they are.

No fix gives the same bytes. Nothing is written over a file that somebody else has changed since it was read.
"""

from collections.abc import Iterable
from pathlib import Path

from vanban.errors import EditRefused
from vanban.files import write_whole
from vanban.findings import Fix
from vanban.readers.source import Source


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """`text` with each fix in its place. Raises EditRefused where two meet, or where one reaches out of the text."""
    out: list[str] = []
    end = 0
    for fix in sorted(fixes, key=lambda f: (f.start, f.end)):
        if not 0 <= fix.start <= fix.end <= len(text):
            raise EditRefused("chỗ cần sửa nằm ngoài tệp, tệp đã khác lúc tìm ra lỗi; chạy lại lệnh.")
        if fix.start < end:
            line = text.count("\n", 0, fix.start) + 1
            raise EditRefused(f"hai chỗ sửa chồng lên nhau ở dòng {line}; sửa tay một chỗ rồi chạy lại lệnh.")
        out += text[end : fix.start], fix.text
        end = fix.end
    return "".join([*out, text[end:]])


def edited(source: Source, fixes: Iterable[Fix]) -> bytes:
    """The bytes of the file with each fix in its place."""
    return source.mark + apply(source.text, fixes).encode()


def write_edited(path: Path, source: Source, data: bytes) -> None:
    """Puts `data`, made of `source`, at `path`. Raises EditRefused where another text stands there by now."""
    if path.read_bytes() != source.raw:
        raise EditRefused(f"{source.file} vừa được sửa ở nơi khác nên máy chưa ghi gì vào tệp; chạy lại lệnh.")
    write_whole(path, data)
