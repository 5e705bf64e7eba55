"""F118: trích yếu mở đầu bằng tên loại mà máy đã in ở dòng trên.

Vì sao: tên loại in chữ hoa ngay trên trích yếu; gõ lại thì trên giấy là “KẾ HOẠCH”, dưới đó “Kế hoạch thực hiện …”.
Cách sửa: bỏ tên loại, viết tiếp: “Thực hiện …”. Tên riêng bắt đầu như thế thì ghi “bo_qua: {F118: lý do}”.

Đạt:
    trich_yeu: Ban hành Kế hoạch thực hiện
Không đạt:
    trich_yeu: Quyết định ban hành Kế hoạch         # lỗi: F118 $.trich_yeu
"""

from collections.abc import Iterator

from vanban.doctypes import DocType
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_again import honest_names, rows
from vanban.model.document import VanBan
from vanban.text import upper_first

CODE, LEVEL, NAME, BO_QUA = "F118", "warning", "type-named-again", True
TARGET, SOURCE = "set", ""
# A công văn prints no name of a type.
_WITHOUT_NAME = "cong_van"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each document whose subject begins with the name of its type."""
    for van_ban in subject.bo:
        kind = subject.setting.kind(van_ban)
        is_numbered = rows("thanh_phan")["ten_phu_luc"].pattern(subject.the_thuc).match(van_ban.trich_yeu)  # F106
        if kind.frame != _WITHOUT_NAME and not is_numbered and (rest := _behind_type(van_ban, kind)):
            yield Fault(
                van_ban.origin_of("trich_yeu"),
                f"Máy in “{kind.ten_loai.upper()}” ở dòng trên; trích yếu gõ lại tên loại sẽ in thành hai lần.",
                f"Bỏ tên loại, viết “{upper_first(rest)}”.",
            )


def _behind_type(van_ban: VanBan, kind: DocType) -> str:
    """What stands behind the name of the type at the beginning of the subject; "" where it is not named."""
    words = van_ban.trich_yeu.casefold()
    first, rest = van_ban.trich_yeu[: len(kind.ten_loai)], van_ban.trich_yeu[len(kind.ten_loai) :]
    if first.casefold() != kind.ten_loai.casefold() or not rest[:1].isspace() or words.startswith(honest_names()):
        return ""
    return rest.strip(" |:-–")
