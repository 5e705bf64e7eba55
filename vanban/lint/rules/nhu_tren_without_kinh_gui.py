"""F104: có “Kính gửi” mà dòng đầu của Nơi nhận không phải “Như trên”, hoặc ngược lại.

Vì sao: “Như trên” nghĩa là các nơi đã nêu ở Kính gửi; thiếu thì người nhận chính không có tên ở Nơi nhận, thừa thì
không trỏ đến đâu. Riêng giấy giới thiệu ghi “Như trên” để chỉ người, nơi nêu trong bài (Mẫu 1.8).
Căn cứ: Phụ lục I, Phần I, mục II, khoản 9, điểm b.
Cách sửa: có “kinh_gui” thì dòng đầu của “noi_nhan” là “Như trên”; không có thì bỏ dòng “Như trên”.

Đạt:
    loai_van_ban: cong_van
    kinh_gui: [Bộ Nội vụ]
    noi_nhan: [Như trên]
Không đạt:
    loai_van_ban: cong_van
    kinh_gui: [Bộ Nội vụ]
    noi_nhan: [Chủ tịch UBND tỉnh]        # lỗi: F104 $.noi_nhan
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.inline import shown_text

CODE, LEVEL, NAME, BO_QUA = "F104", "error", "nhu-tren-without-kinh-gui", True
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 9, điểm b"
_NHU_TREN = "Như trên"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where one of the two stands without the other."""
    van_ban = subject.bo.van_ban
    names = [name.strip(" ;.,") for line in van_ban.noi_nhan for name in shown_text(line).split("\n")]
    if van_ban.kinh_gui and names[:1] != [_NHU_TREN]:
        yield Fault(
            van_ban.origin_of("noi_nhan"), "Văn bản có Kính gửi thì Nơi nhận bắt đầu bằng “Như trên”.",
            "Thêm dòng đầu “- Như trên”.",
        )
    elif not van_ban.kinh_gui and _NHU_TREN in names and not subject.setting.kind(van_ban).nhu_tren:
        yield Fault(
            van_ban.origin_of("noi_nhan"), "Nơi nhận ghi “Như trên” mà văn bản không có Kính gửi.",
            "Bỏ dòng “Như trên”, hoặc thêm “kinh_gui”.",
        )
