"""S317: “@chen” đứng giữa dòng chữ.

Vì sao: bảng và hình chỉ chèn được ở dòng @chen đứng một mình; ở giữa dòng, “@chen” in nguyên ra giấy.
Cách sửa: tách thành một dòng riêng “@chen mã”; đúng là chữ cần in thì gõ \\@chen.

Đạt:
    loai_van_ban: phu_luc
    mo_dau: |
      Số liệu như sau:
      @chen bang_so
    bang_bieu:
      - {ma: bang_so, cot: [{ma: ten, tieu_de: Tên}], hang: [{ten: A}]}
Không đạt:
    loai_van_ban: phu_luc
    mo_dau: |                               # lỗi: S317 $.mo_dau
      Số liệu như sau: @chen bang_so
    bang_bieu:
      - {ma: bang_so, cot: [{ma: ten, tieu_de: Tên}], hang: [{ten: A}]}
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import find_typed
from vanban.lint.words import words_that

CODE, LEVEL, NAME, BO_QUA = "S317", "error", "insert-in-line", False
TARGET, SOURCE = "set", ""
_INSERT = re.compile(r"(?<=.)@chen(?=\s|$)")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each text in the middle of which an insert stands."""
    for words in words_that(subject, lambda words: _INSERT.search(words.text) is not None):
        if not find_typed(subject.places, words.origin, "\\@chen"):
            typed = find_typed(subject.places, words.origin, "@chen")
            yield Fault(typed.place if typed else words.origin, "“@chen” ở giữa dòng sẽ in nguyên ra giấy.",
                        "Tách thành một dòng riêng: “@chen mã”; đúng là chữ cần in thì gõ \\@chen.")
