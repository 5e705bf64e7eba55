"""C116: dòng in đúng như gõ mà có dấu của bài viết: {{ }}, [[ ]], **, m^2^, CO~2~.

Vì sao: ở trích yếu, nơi lưu, họ tên, tên nơi chủ trì, phối hợp … máy không gọi số liệu, không dẫn chiếu, không in đậm;
các dấu ấy in nguyên ra giấy.
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
from vanban.ids import is_id
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import find_typed, place_of_first
from vanban.lint.words import FoundWords, words_that
from vanban.model.document import NhiemVu
from vanban.model.inline_signs import HALF_SIGN
from vanban.model.printed_lines import PrintedWords
from vanban.model.scripts import holds_script

CODE, LEVEL, NAME, BO_QUA = "C116", "error", "sign-in-plain-text", True
TARGET, SOURCE = "set", ""
_SIGN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\[\^|\{#|\{\s+\{|\*\*")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each text that signs have no meaning in and that holds one."""
    for words in words_that(subject, _holds_sign):
        if _holds_whole(words.text) or _is_typed_so(words, subject):
            found = _SIGN.search(words.text) or HALF_SIGN.search(words.text)
            yield Fault(
                place_of_first(subject.places, words.origin, [found[0]] if found else []),
                f"Dấu của bài viết ở {labelled(words.key)} sẽ in nguyên ra giấy.",
                "Dòng này in đúng như gõ: viết hẳn câu chữ, bỏ dấu đó.",
            )
    for van_ban in subject.bo if subject.kept is None else ():  # what was issued was printed so
        for group in van_ban.nhiem_vu:
            for task in group.gom:
                yield from _of_bodies(task, subject)


def _of_bodies(task: NhiemVu, subject: SetSubject) -> Iterator[Fault]:
    """A fault for each name of a body in charge that holds a sign: an id or a name alone stands there."""
    named = (name for part in task.phan_cong for name in (*part.chu_tri, *part.phoi_hop))
    for name in dict.fromkeys(each for each in named if _SIGN.search(each)):
        ma = name.strip("[] ")
        yield Fault(
            place_of_first(subject.places, task.origin, [name]),
            f"Dấu của bài viết ở “{name}” sẽ in nguyên ra giấy.",
            f"Ở đây chỉ ghi mã, không có dấu: {ma}." if is_id(ma) else "Ở đây chỉ ghi mã hoặc tên, bỏ dấu đó.",
        )


def _holds_sign(words: PrintedWords) -> bool:
    return words.is_plain and (_holds_whole(words.text) or HALF_SIGN.search(words.text) is not None)


def _holds_whole(text: str) -> bool:
    return _SIGN.search(text) is not None or holds_script(text)


def _is_typed_so(words: FoundWords, subject: SetSubject) -> bool:
    """Whether half a sign stands in the file too: a reference that leads nowhere is shown like one."""
    half = HALF_SIGN.search(words.text)
    found = half and find_typed(subject.places, words.origin, half[0])
    typed = subject.places.typed(words.origin)
    return bool(half and found and typed and typed.text[found.start - 1] != half[0][0])
