"""Width of a line of text in Times New Roman, for rules that are a share of a line and for columns of a table; how many
lines it takes; which letters that font has.

The advance widths are those of Liberation Serif 2, which has the metrics of Times New Roman; they stand in
`the_thuc/times_new_roman.json`, made by `tests/font_widths.py`. There is no kerning, as in Word by default.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from vanban.invisible import first_forbidden
from vanban.units import Length

_FILE = Path(__file__).parent / "the_thuc" / "times_new_roman.json"
# Line feed, tab, and what Unicode calls a space: blank in every font.
_BLANKS = "\n\t\u1680\u2000-\u200a\u202f\u205f\u3000"
_FACES = {(False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold_italic"}


def text_width(text: str, size: Length, bold: bool = False, italic: bool = False) -> Length:
    """Width of `text` set on one line at `size`.

    Letters outside the table (other scripts, rare signs) count as wide as "n".
    """
    widths = _widths(_FACES[bold, italic])
    unknown = widths["n"]
    return Length(round(sum([widths.get(letter, unknown) for letter in text]) * size / _units_per_em()))


def count_lines(words: Sequence[int], room: int, blank: int) -> int:
    """How many lines of that `room` words of these widths take; one that is wider than a line goes on in the next."""
    if sum(words) + (len(words) - 1) * blank <= room:
        return 1
    lines, left = 1, room
    for width in words:
        if width > left and left < room:
            lines, left = lines + 1, room
        over = max(0, width - 1) // max(1, room)
        lines, left = lines + over, left - width + over * room - blank
    return lines


def without_glyph(text: str) -> list[str]:
    """The characters of `text` that the font does not draw, each once: they would be printed as an empty box.

    Not those that no text may hold in the first place.
    """
    return [char for char in dict.fromkeys(_undrawn().findall(text)) if not first_forbidden(char)]


def has_glyph(char: str) -> bool:
    """Whether the font draws it, or it is a blank."""
    return not _undrawn().match(char)


@cache
def _undrawn() -> re.Pattern[str]:
    ranges = (span.split("-") for span in str(_data()["font"]["has"]).split())
    drawn = "".join(f"\\U{int(first, 16):08x}-\\U{int(last, 16):08x}" for first, last in ranges)
    return re.compile(f"[^{drawn}{_BLANKS}]")


@cache
def _data() -> Mapping[str, Mapping[str, str]]:
    data: Mapping[str, Mapping[str, str]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return data


@cache
def _widths(face: str) -> Mapping[str, int]:
    """Advance width of each letter, in units of the em. The file lists the letters of each width."""
    return {letter: int(width) for width, letters in _data()[face].items() for letter in letters}


@cache
def _units_per_em() -> int:
    return int(_data()["font"]["units_per_em"])
