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

import unicodedata
from collections.abc import Iterator

from vanban.glossary import labelled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import place_of_first
from vanban.lint.words import words_that
from vanban.metrics import without_glyph

CODE, LEVEL, NAME, BO_QUA = "F116", "error", "letter-without-glyph", False
TARGET, SOURCE = "set", ""
# Of the signs that are other letters in a form of their own, what to type: Unicode names no plain one for these.
_PLAIN = {"\N{NON-BREAKING HYPHEN}": "-", "✓": "x", "✔": "x", "☑": "[x]", "☒": "[x]", "☐": "[ ]"}


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
    """", ví dụ “IV” thay “Ⅳ”", of the letters that have a plain form."""
    plain = {char: _PLAIN.get(char) or unicodedata.normalize("NFKC", char) for char in without_glyph(text)}
    known = [f"“{form}” thay “{char}”" for char, form in plain.items() if form != char and not without_glyph(form)]
    return f", ví dụ {', '.join(known)}" if known else ""
