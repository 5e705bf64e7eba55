"""C116: dòng in đúng như gõ mà có dấu của bài viết: {{ }}, [[ ]], **.

Vì sao: ở trích yếu, nơi lưu, họ tên … máy không gọi số liệu, không dẫn chiếu, không in đậm; các dấu ấy in
nguyên ra giấy.
Cách sửa: viết hẳn câu chữ, bỏ các dấu ấy.

Đạt:
    trich_yeu: Ban hành Kế hoạch
Không đạt:
    trich_yeu: Ban hành [[kh_mau]]        # lỗi: C116 $.trich_yeu
    luu: VT, **KSTT**                     # lỗi: C116 $.luu
"""

import re
from collections.abc import Iterator

from vanban.glossary import labelled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.words import words_that
from vanban.model.printed_lines import PrintedWords

CODE, LEVEL, NAME, BO_QUA = "C116", "error", "sign-in-plain-text", True
TARGET, SOURCE = "set", ""
_SIGN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\[\^[a-z]|\{#[a-z]|\{\s+\{|\{[a-z][a-z0-9_]*[.@][a-z]|\*\*")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each text that signs have no meaning in and that holds one."""
    for words in words_that(subject, _holds_sign):
        yield Fault(
            words.origin, f"Dấu của bài viết ở {labelled(words.key)} sẽ in nguyên ra giấy.",
            "Dòng này in đúng như gõ: viết hẳn câu chữ, bỏ dấu đó.",
        )


def _holds_sign(words: PrintedWords) -> bool:
    return words.is_plain and _SIGN.search(words.text) is not None
