"""Numbers in the forms that Word knows for marks of lists (ECMA-376-1, 17.18.59): 3 → "III", "c", "③", "ba".

What Word writes in words of another language (First, Deuxième, 三) is digits here.
"""

from collections.abc import Callable, Mapping

from vanban.numerals import roman

_LARGEST_ROMAN = 3999
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
# Behind "mươi" some are said otherwise: hai mươi mốt, hai mươi lăm.
_BEHIND_TENS = {1: "mốt", 5: "lăm"}
_FOOTNOTE_SIGNS = "*†‡§"
# The first of a row of signs that Unicode has, and how many.
_CIRCLED, _IN_BRACKETS, _WITH_STOP, _ROW = 0x2460, 0x2474, 0x2488, 20


def in_form(number: int, form: str, like: str = "") -> str:
    """`number` as `form` has it; `like` is the first of a series of the author's own ("001, 002, …")."""
    if form == "custom":
        return str(number).zfill(len(like.split(",")[0].strip()))
    return _FORMS.get(form, str)(number)


def _letters(number: int) -> str:
    """a … z, then aa, bb …: Word says a letter again, it does not count in them."""
    rounds, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (rounds + 1) if 0 < number <= 26 * 30 else str(number)


def _roman(number: int) -> str:
    return roman(number) if 0 < number <= _LARGEST_ROMAN else str(number)


def _vietnamese(number: int) -> str:
    """Up to ninety-nine in words."""
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    if tens == 1:
        return f"mười {'lăm' if ones == 5 else _DIGITS[ones]}" if ones else "mười"
    return f"{_DIGITS[tens]} mươi" + (f" {_BEHIND_TENS.get(ones, _DIGITS[ones])}" if ones else "")


def _sign(first: int) -> Callable[[int], str]:
    return lambda number: chr(first + number - 1) if 0 < number <= _ROW else str(number)


def _footnote_sign(number: int) -> str:
    rounds, place = divmod(number - 1, len(_FOOTNOTE_SIGNS))
    return _FOOTNOTE_SIGNS[place] * (rounds + 1) if 0 < number <= 40 else str(number)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman, "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letters(number).upper(), "lowerLetter": _letters,
    "vietnameseCounting": _vietnamese,
    "decimalEnclosedCircle": _sign(_CIRCLED), "decimalEnclosedParen": _sign(_IN_BRACKETS),
    "decimalEnclosedFullstop": _sign(_WITH_STOP), "numberInDash": lambda number: f"- {number} -",
    "chicago": _footnote_sign, "hex": lambda number: f"{number:X}", "none": lambda number: "",
}
