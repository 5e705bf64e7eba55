"""R109: căn cứ, hay văn bản được dẫn trong bài, ban hành sau ngày của văn bản.

Vì sao: không ai căn cứ, dẫn được văn bản chưa có; thường là gõ nhầm một trong hai ngày.
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
from vanban.model.inline import Reference
from vanban.model.registers import CanCu
from vanban.model.walk import inlines

CODE, LEVEL, NAME, BO_QUA = "R109", "error", "basis-younger-than-document", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each basis that was issued behind the day of the set, and for each other act that it names."""
    if subject.ngay is None:
        return
    bases = {reference.origin for reference, _ in subject.bases}
    told: set[str] = set()
    for reference, act in _cited(subject):
        if act.ngay_ban_hanh > subject.ngay and (reference.origin in bases or act.ma not in told):
            told.add(act.ma)
            what, which = ("Căn cứ ", "căn cứ") if reference.origin in bases else ("", "văn bản được dẫn")
            yield Fault(
                reference.origin,
                f"{what}{act.name} ban hành ngày {short_date(act.ngay_ban_hanh)}, sau ngày của văn bản này.",
                f"Kiểm tra ngày ban hành của văn bản và của {which}.", is_of_day=True,
            )


def _cited(subject: SetSubject) -> Iterator[tuple[Reference, CanCu]]:
    """The acts that the set cites, căn cứ of each document first."""
    acts = subject.setting.registers.can_cu
    named = (each for van_ban in subject.bo for each in inlines(van_ban) if isinstance(each, Reference))
    return ((reference, act) for reference in named if (act := acts.get(reference.ma)))
