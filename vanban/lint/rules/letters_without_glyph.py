"""F116: chữ, ký hiệu mà phông Times New Roman không có.

Vì sao: phông không có chữ ấy thì trên giấy là một ô trống, mà máy dừng khi làm PDF. Ô đánh dấu, biểu tượng, số trong
vòng tròn phải viết bằng chữ hoặc ký hiệu thường.
Cách sửa: viết bằng chữ, hoặc bằng ký hiệu mà phông có; gợi ý nêu chữ thay được.

Đạt:
    trich_yeu: Phấn đấu đạt ≥ 95% (giai đoạn IV)
Không đạt:
    trich_yeu: Phấn đấu đạt 95% ✓            # lỗi: F116 $.trich_yeu
    luu: VT, ①                               # lỗi: F116 $.luu
"""

import re
import unicodedata
from collections.abc import Iterator

from vanban.glossary import labelled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import place_of_first
from vanban.lint.words import words_that
from vanban.metrics import without_glyph
from vanban.model.scripts import typed_script

CODE, LEVEL, NAME, BO_QUA = "F116", "error", "letter-without-glyph", False
TARGET, SOURCE = "set", ""
# Of the signs that are other letters in a form of their own, what to type: Unicode names no plain one for these.
_PLAIN = {"\N{NON-BREAKING HYPHEN}": "-", "✓": "x", "✔": "x", "☑": "[x]", "☒": "[x]", "☐": "[ ]"}

# Figures and signs above the line, below it.
_RAISED = re.compile("(?P<tren>[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ]+)|(?P<duoi>[₀₁₂₃₄₅₆₇₈₉₊₋₍₎]+)")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each text with letters that the font lacks."""
    for words in words_that(subject, lambda words: bool(without_glyph(words.text))):
        missing = without_glyph(words.text)
        letters = ", ".join(f"“{char}” (U+{ord(char):04X})" for char in missing)
        yield Fault(
            place_of_first(subject.places, words.origin, missing),
            f"Phông Times New Roman không có {letters} ở {labelled(words.key)}.",
            f"Viết bằng chữ, hoặc bằng ký hiệu mà phông có{_instead(words.text)}.",
        )


def _instead(text: str) -> str:
    """", ví dụ “IV” thay “Ⅳ”", of the letters that have a plain form; of raised and lowered ones, of the row that they
    stand in: “^10^” thay “¹⁰”, for “¹0” is another number."""
    rows = {found[0]: _in_signs(text, found) for found in _RAISED.finditer(text) if without_glyph(found[0])}
    plain = {char: _plain(char) for char in without_glyph(_RAISED.sub("", text))}
    known = [f"“{form}” thay “{char}”" for char, form in {**rows, **plain}.items() if form not in ("", char)]
    return f", ví dụ {', '.join(known)}" if known else ""


def _plain(char: str) -> str:
    """The letter itself, of one that is another in a form of its own; "" where the font lacks that too."""
    form = _PLAIN.get(char) or unicodedata.normalize("NFKC", char)
    return "" if without_glyph(form) else form


def _in_signs(text: str, found: re.Match[str]) -> str:
    """How a row of raised or lowered letters is typed; "" where it stands behind nothing that it could belong to."""
    inside = unicodedata.normalize("NFKC", found[0]).replace("\N{MINUS SIGN}", "-")
    return typed_script("tren" if found["tren"] else "duoi", inside, text[: found.start()])
