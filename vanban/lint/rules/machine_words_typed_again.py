"""F106: gõ thêm chữ, số mà máy tự in: “V/v”, “Kính gửi:”, “Lưu:”, “Điều 1.”, “I.”, “Phụ lục I” …

Vì sao: máy in các chữ ấy theo quy định; gõ thêm thì trên giấy có hai lần (“Kính gửi: Kính gửi: …”, “I. I. MỤC TIÊU”).
Cách sửa: bỏ phần gõ thêm. Chỗ nào máy in đúng như đã gõ thì lệnh check --fix bỏ giúp; số gõ khác số máy đếm thì xem lại
có mất dòng nào không. Muốn in đúng chữ ấy thì ghi “bo_qua: {F106: lý do}”.

Đạt:
    loai_van_ban: cong_van
    trich_yeu: đôn đốc báo cáo
    luu: VT, KSTT
Không đạt:
    loai_van_ban: cong_van
    trich_yeu: V/v đôn đốc báo cáo        # lỗi: F106 $.trich_yeu
    kinh_gui: ["Kính gửi: Bộ Nội vụ"]     # lỗi: F106 $.kinh_gui[0]
    luu: "Lưu: VT"                        # lỗi: F106 $.luu
"""

import re
from collections.abc import Iterator

from vanban.lint.doubled import Doubled, doubled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import TypedWords, find_typed

CODE, LEVEL, NAME, BO_QUA = "F106", "error", "machine-words-typed-again", True
TARGET, SOURCE = "set", ""
# What stands before a value: its key, the dash or the bracket of a list, the blanks of a block, a mark.
_OPENS = re.compile(r"""(?:^|[:\[{,-]|\d\.|\))[ ]*["']?$""")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each text that begins with what is printed right before it."""
    for each in doubled(subject):
        at = find_typed(subject.places, each.origin, each.typed, each.behind)
        fix = at.removal if at and each.is_same and _opens(subject, each.origin, at) else None
        yield Fault(
            at.place if at else each.origin, _said(each), each.cach + (" Lệnh check --fix bỏ giúp." if fix else ""),
            fix=fix,
        )


def _said(each: Doubled) -> str:
    typed = each.typed.strip()
    if each.printed:
        return f"Máy đã in “{each.printed}” trước chỗ này; “{typed}” gõ thêm sẽ in thành hai lần."
    return f"“{typed}” gõ ở đầu chỗ này sẽ in thừa."


def _opens(subject: SetSubject, origin: int, at: TypedWords) -> bool:
    """Whether the words open a value and a letter or a figure stands behind them, so that it can go without them."""
    typed = subject.places.typed(origin)
    if typed is None or not typed.text[at.end : at.end + 1].isalnum():
        return False
    row = typed.text.rfind("\n", 0, at.start) + 1
    return _OPENS.search(typed.text[row : at.start]) is not None
