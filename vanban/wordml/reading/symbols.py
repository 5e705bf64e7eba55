"""Signs that only a font of signs shows (w:sym, bullets, letters of the private use area) → signs of Unicode.

Those that offices use are known: boxes, ticks, bullets, arrows, relations. Any other is named by its number.
"""

import re
from collections.abc import Mapping

# Where Word puts the 256 signs of such a font.
_PRIVATE, _PRIVATE_SIGN = range(0xF000, 0xF100), re.compile("[\uf000-\uf0ff]")
_BULLET = "•"
_OF_FONT: Mapping[str, Mapping[int, str]] = {
    "symbol": {
        0x2D: "−", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x64: "δ", 0x67: "γ", 0x6D: "μ", 0x70: "π",
        0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
        0xB9: "≠", 0xBB: "≈", 0xD6: "√", 0xD7: "⋅", 0xDE: "⇒",
    },
    "wingdings": {
        0x46: "☞", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
        0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0xA3: "□"},
}
# What Word takes for the bullet of the second level.
_ROUND = ("o", "courier new"), "◦"


def symbol(code: str, font: str) -> str:
    """A sign of w:sym: `code` is its hexadecimal number."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    known = _OF_FONT.get(font.casefold(), {}).get(number & 0xFF if number in _PRIVATE else number)
    return known or f"‹{font} {code}›"


def in_font(text: str, font: str) -> str:
    """Typed text in which a font of signs stands for letters of the private use area; what is not known stays."""
    known = _OF_FONT.get(font.casefold(), {})
    return "".join(known.get(ord(char) & 0xFF, char) if ord(char) in _PRIVATE else char for char in text)


def has_private(text: str) -> bool:
    return _PRIVATE_SIGN.search(text) is not None


def bullet(sign: str, font: str) -> str:
    """The sign of a list; one that cannot be known is a plain bullet."""
    if (sign, font.casefold()) == _ROUND[0]:
        return _ROUND[1]
    known = _OF_FONT.get(font.casefold(), {})
    return "".join(known.get(ord(char) & 0xFF, _BULLET) if ord(char) in _PRIVATE else char for char in sign)
