"""When `^` and `~` are signs of letters above and below the line (m^2^, CO~2~): what reader and writer share.

A sign stands right behind what it belongs to and closes without a blank. `2^10`, `~5%`, `từ ~5 đến ~7`, `/~van_thu/`,
`mục 1~3, 5~7` hold none. `m^2`, `10^6`, `m^ 2^` and `CO~2` hold one that was not finished.
"""

import re
from collections.abc import Mapping
from typing import Literal

ScriptPosition = Literal["tren", "duoi"]
# What may stand between two signs.
_INSIDE = r"[^\s^~*\\\[\]{}]{1,20}"
_ABOVE = re.compile(rf"(?<=[\w)\]%~*])\^({_INSIDE})\^")
_BELOW = re.compile(rf"(?:(?<=[^\W\d_])|(?<=[)\]^*]))~({_INSIDE})~")
# A unit of measure or the 10 of a power, what is typed behind its sign, the beginning of a formula, as whole words.
_BASE = re.compile(r"(?<![^\W_])[A-Za-zµ]{1,3}\Z|(?<![\w.,])10\Z")
_EXPONENT = re.compile(r"[+\-−\d]| [+\-−]?\d")
_FORMULA = re.compile(r"(?<![^\W_])(?:[A-Z][a-z]?){1,3}\Z")
SIGNS: Mapping[ScriptPosition, str] = {"tren": "^", "duoi": "~"}
# Figures that are characters of their own, those that Times New Roman has.
_CHARACTERS: Mapping[ScriptPosition, Mapping[str, str]] = {
    "tren": dict(zip("123456789", "¹²³⁴⁵⁶⁷⁸⁹", strict=True)),
    "duoi": dict(zip("0123456789", "₀₁₂₃₄₅₆₇₈₉", strict=True)),
}
# So much of a line is looked at before a sign.
_BEFORE = 8


def script_at(text: str, start: int) -> tuple[ScriptPosition, str] | None:
    """What stands above or below the line behind the sign at `start`; None where that is a letter."""
    if found := _ABOVE.match(text, start):
        return "tren", found[1]
    if found := _BELOW.match(text, start):
        return "duoi", found[1]
    return None


def holds_script(text: str) -> bool:
    """Whether letters stand above or below the line somewhere."""
    return any(script_at(text, sign.start()) for sign in re.finditer(r"[\^~]", text))


def is_unfinished(text: str, start: int) -> bool:
    """Whether the sign at `start`, which nothing closes, was meant as one: between a unit, the 10 of a power or a
    formula and a figure, a blank before the figure or none."""
    before, after = text[max(start - _BEFORE, 0) : start], text[start + 1 : start + 2]
    if text[start] == "^":
        return _BASE.search(before) is not None and _EXPONENT.match(text, start + 1) is not None
    return _FORMULA.search(before) is not None and after.isdigit()


def typed_script(position: ScriptPosition, inside: str, before: str) -> str:
    """How letters above or below are typed behind `before`; "" where they cannot be."""
    sign = SIGNS[position]
    source = f"{sign}{inside}{sign}"
    return source if script_at(f"{before[-1:]}{source}", len(before[-1:])) == (position, inside) else ""


def as_characters(position: ScriptPosition, inside: str) -> str:
    """Letters above or below the line where a text has one face only: "NC₁"; as they are where no such form is."""
    forms = _CHARACTERS[position]
    return "".join(map(forms.__getitem__, inside)) if all(letter in forms for letter in inside) else inside
