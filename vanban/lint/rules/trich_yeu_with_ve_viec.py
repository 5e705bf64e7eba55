"""F106: trích yếu công văn gõ thêm chữ “V/v” hoặc “Về việc”.

Vì sao: chữ “V/v” do máy in trước trích yếu; gõ thêm thì in ra hai lần.
Căn cứ: Phụ lục I, Phần I, mục II, khoản 5, điểm b (the_thuc: loi_van.ve_viec).
Cách sửa: bỏ “V/v”, “Về việc”, viết tiếp bằng chữ thường: “đôn đốc báo cáo …”.

Đạt:
    loai_van_ban: cong_van
    trich_yeu: đôn đốc báo cáo
Không đạt:
    loai_van_ban: cong_van
    trich_yeu: V/v đôn đốc báo cáo        # lỗi: F106 $.trich_yeu
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "F106", "error", "trich-yeu-with-ve-viec", True
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 5, điểm b"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the subject of a công văn begins with the words that the frame prints."""
    bo, the_thuc = subject.bo, subject.the_thuc
    van_ban = bo.van_ban
    typed = van_ban.trich_yeu.lower()
    if van_ban.loai_van_ban == "cong_van" and typed.startswith((the_thuc.words("ve_viec").lower(), "về việc")):
        yield Fault(
            van_ban.origin_of("trich_yeu"),
            f"Trích yếu công văn không gõ chữ “{the_thuc.words('ve_viec')}”, “Về việc”.",
            "Bỏ các chữ đó, viết tiếp bằng chữ thường: “đôn đốc báo cáo …”.",
        )
