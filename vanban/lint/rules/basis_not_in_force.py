"""R102: căn cứ đã hết hoặc chưa có hiệu lực vào ngày của văn bản.

Vì sao: căn cứ ban hành là văn bản đang có hiệu lực; sổ căn cứ ghi từ ngày nào đến ngày nào và văn bản nào thay thế.
Cách sửa: thay bằng văn bản đang có hiệu lực (gợi ý nêu văn bản thay thế), hoặc bỏ căn cứ ấy. Còn hiệu lực một phần thì
ghi “bo_qua: {R102: còn hiệu lực một phần}”.

Đạt:
    can_cu: [nq_76_2021]
Không đạt:
    ngay_du_kien: 1/8/2025
    can_cu: [qd_3667_2024]                # lỗi: R102 $.can_cu[0]
"""

from collections.abc import Iterator

from vanban.dates import short_date
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "R102", "error", "basis-not-in-force", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each basis that does not hold on the day; of one younger than the document another rule tells."""
    day = subject.ngay
    for reference, act in subject.bases:
        if day and act.ngay_ban_hanh <= day and not act.hieu_luc.holds(day):
            ended = act.hieu_luc.den_ngay and act.hieu_luc.den_ngay < day
            successor = subject.setting.registers.can_cu.get(act.thay_the_boi)
            yield Fault(
                reference.origin,
                f"Căn cứ {act.name} {'hết' if ended else 'chưa có'} hiệu lực vào ngày {short_date(day)}.",
                f"Thay bằng “{successor.ma}” ({successor.name})." if successor else
                "Bỏ căn cứ này hoặc thay bằng văn bản còn hiệu lực.", is_of_day=True,
            )
