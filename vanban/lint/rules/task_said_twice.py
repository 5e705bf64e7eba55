"""D233: một nhiệm vụ được báo cáo hai lần, như vừa hoàn thành vừa đang thực hiện.

Vì sao: mỗi nhiệm vụ chỉ ở một trạng thái; đếm hai lần thì tổng số lớn hơn số nhiệm vụ của kế hoạch.
Cách sửa: giữ một chỗ, bỏ chỗ kia.

Ví dụ:
    hoan_thanh: [nv_ra_soat_qppl]
    dang_thuc_hien: [nv_ra_soat_qppl]
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "D233", "error", "task-said-twice", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each second time, with the place of the first."""
    for states in subject.task_states:
        for first, second in states.twice:
            place = subject.places[first.origin]
            yield Fault(second.origin, f"Nhiệm vụ “{second.ma}” đã được báo cáo ở {place.file}:{place.line}.",
                        "Mỗi nhiệm vụ một trạng thái: giữ một chỗ, bỏ chỗ kia.")
