"""Makes vanban/the_thuc/times_new_roman.json from the installed Liberation Serif: `python tests/font_widths.py`.

Needs fonttools. The letters whose widths are kept are those of Vietnamese administrative text; every other one is as wide
as "n". Which characters the font has at all stands there too.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path("/usr/share/fonts/truetype/liberation2")
FILE = Path(__file__).parents[1] / "vanban" / "the_thuc" / "times_new_roman.json"
FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}

_RANGES = (
    (0x20, 0x7E),      # ASCII
    (0xA0, 0xFF),      # Latin-1
    (0x100, 0x17F),    # Latin Extended-A: ă đ ĩ ũ
    (0x1A0, 0x1A1),    # ơ
    (0x1AF, 0x1B0),    # ư
    (0x1EA0, 0x1EF9),  # letters with a tone mark
    (0x2010, 0x2026),  # dashes, quotation marks, bullet, ellipsis
    (0x2080, 0x2089),  # subscripts
)
LETTERS = [chr(code) for first, last in _RANGES for code in range(first, last + 1)] + list("€≤≥≠−×÷→√∞")


def font_widths() -> dict[str, dict[str, str | int]]:
    """For each face the letters of each advance width, both in rising order. Letters the font lacks are left out."""
    fonts = {face: TTFont(FONTS / f"LiberationSerif-{name}.ttf") for face, name in FACES.items()}
    head: dict[str, str | int] = {"name": "Liberation Serif 2", "units_per_em": fonts["regular"]["head"].unitsPerEm}
    head["has"] = _has(fonts.values())
    return {"font": head} | {face: _letters_by_width(font) for face, font in fonts.items()}


def _has(fonts: Iterable[TTFont]) -> str:
    """The characters that all faces draw, as ranges of code points: "20-7e a0-17f"."""
    codes = sorted(set.intersection(*(set(font.getBestCmap()) for font in fonts)))
    known = set(codes)
    starts = [code for code in codes if code - 1 not in known]
    ends = [code for code in codes if code + 1 not in known]
    return " ".join(f"{start:x}-{end:x}" for start, end in zip(starts, ends, strict=True))


def _letters_by_width(font: TTFont) -> dict[str, str | int]:
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    letters: defaultdict[int, str] = defaultdict(str)
    for letter in sorted(set(LETTERS)):
        if ord(letter) in glyphs:
            letters[advances[glyphs[ord(letter)]][0]] += letter
    return {str(width): letters[width] for width in sorted(letters)}


def as_json() -> str:
    return json.dumps(font_widths(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(as_json(), encoding="utf-8")
