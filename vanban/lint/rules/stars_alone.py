"""S316: hai dấu sao ** đứng một mình sau chữ, không có dấu ** nào mở trước đó.

Vì sao: thường là chữ đậm mất dấu mở; dấu ** còn lại in nguyên ra giấy. Dấu sao của chú thích có ít nhất hai chỗ: ở chữ
được chú và ở lời chú.
Cách sửa: thêm ** trước phần chữ cần in đậm, hoặc xóa dấu ** này; đúng là dấu sao thì gõ \\*\\*.

Đạt:
    loai_van_ban: phu_luc
    mo_dau: |
      Báo cáo **trước ngày 15/12/2025**.
      Hồ sơ trễ hạn**
      ** Không tính hồ sơ chờ bổ sung.
Không đạt:
    loai_van_ban: phu_luc
    mo_dau: |                               # lỗi: S316 $.mo_dau
      Báo cáo trước ngày 15/12/2025**.
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import find_typed
from vanban.lint.words import all_words
from vanban.model.printed_lines import PrintedWords

CODE, LEVEL, NAME, BO_QUA = "S316", "warning", "stars-alone", False
TARGET, SOURCE = "set", ""
# Behind letters, and not in the middle of them.
_CLOSING = re.compile(r"(?<=[^\s*(\[“\"'‘])\*\*(?![\w*])")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for a pair of stars that closes nothing, where its document has no other star."""
    starred: dict[str, list[PrintedWords]] = {}
    for words, line in all_words(subject):
        if not words.is_plain and "*" in words.text:  # of plain words C116 tells
            starred.setdefault(subject.places.file(line.origin), []).append(words)
    for only, *others in starred.values():
        if not others and only.text.count("*") == 2 and _CLOSING.search(only.text):
            yield from _told(only, subject)


def _told(words: PrintedWords, subject: SetSubject) -> Iterator[Fault]:
    if find_typed(subject.places, words.origin, "\\*"):
        return
    typed = find_typed(subject.places, words.origin, "**")
    yield Fault(typed.place if typed else words.origin, "Dấu ** ở đây không mở ở đâu trước đó, sẽ in nguyên ra giấy.",
                "Thêm ** trước phần chữ cần in đậm, hoặc xóa dấu này; đúng là dấu sao thì gõ \\*\\*.")
