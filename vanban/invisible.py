"""Characters that no text may hold: what prints nothing, or prints otherwise on another machine.

They come along with what is pasted from Word, web pages and PDF files, break words for every search, and are seen by
nobody. Besides line feeds and tabs, every character of the Unicode categories Cc, Cf, Co, Cs and every one that is
ignored by default is among them (tests/test_invisible.py asks Unicode); letters that the font lacks are another matter
(vanban/metrics.py).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of them.

    ranges  first and last, as a class of a regular expression has them
    name    what it is, in a clerk's words
    is_removable  whether nothing on paper changes without it: no blank, no line, no letter
    """

    ranges: str
    name: str
    is_removable: bool


# A carriage return before a line feed is how Windows ends a line.
KINDS = (
    Kind("\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f", "mã điều khiển", False),
    Kind("\xad", "dấu ngắt từ mềm", True),
    Kind("\u200b-\u200d\u2060-\u2065\ufeff\u180e\u034f", "dấu nối hoặc dấu cách rộng 0", True),
    Kind("\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f", "dấu chỉ hướng viết", True),
    Kind("\u2028\u2029", "dấu xuống dòng, xuống đoạn của Word", False),
    Kind("\u115f\u1160\u3164\uffa0", "chữ Hàn rỗng, in ra khoảng trắng", False),
    Kind("\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef", "dấu chọn kiểu chữ", True),
    Kind("\U000e0000-\U000e00ff\U000e01f0-\U000e0fff", "thẻ ẩn", True),
    Kind("\u17b4\u17b5\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f"
         "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a", "dấu định dạng của chữ viết khác", False),
    Kind("\ufff0-\ufffb", "dấu chú âm", False),
    Kind("\ue000-\uf8ff\U000f0000-\U000fffff\U00100000-\U0010ffff", "ký tự riêng của một phông chữ", False),
    Kind("\ud800-\udfff\ufdd0-\ufdef" + "".join(f"{chr(p * 65536 + 65534)}{chr(p * 65536 + 65535)}" for p in range(15)),
         "mã không có chữ", False),
)
_FORBIDDEN = re.compile(f"[{''.join(kind.ranges for kind in KINDS)}]|\r(?!\n)")
# All that stands above U+FFFF is one range here and looked at closer: several times as fast where nothing does.
_BELOW = re.sub("[\U00010000-\U0010ffff]-?", "", "".join(kind.ranges for kind in KINDS))
_SUSPECT = re.compile(f"[{_BELOW}\U00010000-\U0010ffff]|\r(?!\n)")
_REMOVABLE = re.compile(f"[{''.join(kind.ranges for kind in KINDS if kind.is_removable)}]+")
_LINE_ENDS, _GAPS = re.compile("\r\n?"), re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_PATTERNS = tuple((re.compile(f"[{kind.ranges}]"), kind.name) for kind in KINDS)


def forbidden(text: str) -> Iterator[re.Match[str]]:
    """The forbidden characters of `text`, in order."""
    return (match for match in _SUSPECT.finditer(text) if _FORBIDDEN.match(text, match.start()))


def first_forbidden(text: str) -> str:
    """The first of them; "" where there is none."""
    return next((match[0] for match in forbidden(text)), "")


def printable(text: str) -> str:
    """`text` from outside of content/ (a commit, the name of a folder) without them. A line or a page that ends inside
    is a blank, so that no two words run together."""
    return _FORBIDDEN.sub("", _GAPS.sub(" ", _LINE_ENDS.sub("\n", text)))


def is_removable(char: str) -> bool:
    """Whether nothing on paper changes without it."""
    return _REMOVABLE.match(char) is not None


def name_of(char: str) -> str:
    """What a forbidden character is: "U+200B, dấu nối hoặc dấu cách rộng 0"."""
    name = next((name for pattern, name in _PATTERNS if pattern.match(char)), _PATTERNS[0][1])
    return f"U+{ord(char):04X}, {name}"
