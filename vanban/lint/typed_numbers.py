"""Tables and pictures that hands name by a number: "Biểu 02", "Hình 3", "bảng 5 dưới đây"; those of another act are
left alone, and so is a small word that may be none ("đại biểu 3 tỉnh").
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban.lint.quoted import is_quoted

_NUMBER = r"(?P<number>\d{1,3}[A-Za-zĐđ]?)\b(?![/.,-]\d|[/-]\w|%)"
_CAPITAL = rf"(?P<noun>Biểu đồ|Sơ đồ|Biểu|Bảng|Hình) (?:số )?{_NUMBER}"
_NAMED = re.compile(rf"\b{_CAPITAL}")
# A small one is read where the words around it leave no doubt.
_SMALL = re.compile(
    rf"(?:\b(?:[Xx]em|tại|theo|ở|như|trong|và|qua)|[,(]) (?P<noun>biểu đồ|sơ đồ|biểu|bảng|hình) (?:số )?{_NUMBER}"
    r"(?=[,;.:)]|$| (?:dưới|trên|ở|sau|kèm|và|nêu|cho thấy|của [^\W\d_]+ [^\W\d_]+ này))"
)
_HERE = re.compile(
    r"(?:(?:,| và| hoặc| đến) ?(?:các )?(?:[Bb]iểu đồ|[Ss]ơ đồ|[Bb]iểu|[Bb]ảng|[Hh]ình)?(?: số)? ?\d{1,3}[A-Za-z]?)*"
    r" (?:(?:ở |ngay )?(?:dưới|sau|trên) đây|ở (?:dưới|trên)|nêu trên|bên (?:dưới|trên)|kèm theo(?! [A-ZĐ]))\b"
)
_NEAR = 20  # so many letters before a name say that it is to be seen
_SEE = re.compile(r"\b[Xx]em (?:các |thêm )?$")
# An act with its symbol, or one that is called by its kind: what it names may be its own.
_ANOTHER = re.compile(
    r"\d/[\w/]*-?[A-ZĐ]{2}|\b(?:Nghị định|Thông tư|Luật|Bộ luật|Pháp lệnh|Hiệp định|Quy chuẩn|Tiêu chuẩn|Hướng dẫn|"
    r"Công văn|Quyết định|Nghị quyết|Kế hoạch|Quy chế|Quy định|Báo cáo|Văn bản)\b(?! này)"
)


class TypedNumber(NamedTuple):
    """What is named: the words as they are typed ("Biểu số 02"), its noun and number; whether the line says that it
    stands in this document."""

    words: str
    noun: str
    number: str
    is_here: bool


def typed_numbers(words: str) -> Iterator[TypedNumber]:
    """The tables and pictures that a line names by their numbers, each once. Of a line that names an act none."""
    if _ANOTHER.search(words):
        return
    found = {each.start("noun"): each for pattern in (_NAMED, _SMALL) for each in pattern.finditer(words)}
    told = set[str]()
    for start, each in sorted(found.items()):
        if start and each[0] not in told and not is_quoted(words, start):
            told.add(each[0])
            is_here = bool(_HERE.match(words, each.end()) or _SEE.search(words[max(0, start - _NEAR) : start]))
            yield TypedNumber(words[start : each.end("number")], each["noun"], each["number"], is_here)


def heads(words: str) -> tuple[str, str] | None:
    """The noun and the number that a line begins with: that of a caption typed by hand, "Biểu số 02. Kết quả"."""
    found = _NAMED.match(words.lstrip("-–(*. "))
    return (found["noun"].lower(), plain(found["number"])) if found else None


def plain(number: str) -> str:
    """"02" and "2" are one number, "1A" and "01a" too."""
    return number.lstrip("0").lower()
