"""Vietnamese text: Unicode form, folding to ASCII names, non-breaking spaces."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

_NBSP = "\N{NO-BREAK SPACE}"
# A number that is read together with the word before it: "Điều 1", "số 76", "ngày 15", "Phụ lục II". The pattern
# begins at the space and looks ahead first, for a search that tries every word first takes four times as long.
# Hyphens of a symbol ("2228/QĐ-UBND") stay what they are, though a line may break at them: another sign there would
# not be found by who searches the number.
_WORDS = ("Điều", "[Kk]hoản", "[Mm]ục", "Phần", "Chương", "Phụ lục", "[Ss]ố", "[Nn]gày", "tháng", "năm", "[Qq]uý")
_COUNTED = "|".join(rf"(?<=\b{word} )" for word in _WORDS)
_NUMBER = re.compile(rf" (?=[0-9IVXLC])(?:{_COUNTED})(?=[0-9]|[IVXLC]+\b)")
# "điểm" counts letters only: "dứt điểm 315 hồ sơ" is no điểm.
_LETTER = re.compile(r"iểm (?=[a-zđ]\b)(?<=\b[Đđ]iểm )")
# A period of years: "2021 - 2030".
_RANGE = re.compile(r" - (?<=\d - )(?=\d)")


def nfc(text: str) -> str:
    """`text` in Unicode form NFC, the form of every string in the tree."""
    return unicodedata.normalize("NFC", text)


def fold_ascii(text: str) -> str:
    """`text` without diacritics. đ has no decomposition, so it is replaced first."""
    plain = text.replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))


def lower_first(text: str) -> str:
    """`text` with its first letter small, as a title stands inside a sentence."""
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """`text` with its first letter large."""
    return text[:1].upper() + text[1:]


def bind(text: str) -> str:
    """`text` with non-breaking spaces between a counting word and its number, and inside a period of years.

    For print only: the tree keeps plain spaces.
    """
    bound = _NUMBER.sub(_NBSP, text)
    if "iểm " in bound:
        bound = _LETTER.sub(f"iểm{_NBSP}", bound)
    return _RANGE.sub(f"{_NBSP}-{_NBSP}", bound) if " - " in bound else bound


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The name in `known` that a mistyped `word` most likely means; None when none comes close."""
    folded = {fold_ascii(name).lower(): name for name in known}
    close = difflib.get_close_matches(fold_ascii(word).lower(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None
