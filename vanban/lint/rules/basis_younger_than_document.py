"""R109: căn cứ ban hành sau ngày của văn bản.

Vì sao: không ai căn cứ được vào văn bản chưa có; thường là gõ nhầm một trong hai ngày.
Cách sửa: kiểm tra ngày ban hành của văn bản và của căn cứ trong content/dung_chung/can_cu.yaml.

Đạt:
    can_cu: [nq_76_2021]
Không đạt:
    ngay_du_kien: 1/7/2021
    can_cu: [nq_76_2021]                  # lỗi: R109 $.can_cu[0]
"""

from collections.abc import Iterator

from vanban.dates import short_date
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "R109", "error", "basis-younger-than-document", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each basis that was issued behind the day of the set."""
    for reference, act in subject.bases:
        if subject.ngay and act.ngay_ban_hanh > subject.ngay:
            yield Fault(
                reference.origin,
                f"Căn cứ {act.name} ban hành ngày {short_date(act.ngay_ban_hanh)}, sau ngày của văn bản này.",
                "Kiểm tra ngày ban hành của văn bản và của căn cứ.", is_of_day=True,
            )
