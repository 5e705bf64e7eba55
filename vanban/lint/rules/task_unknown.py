"""D232: báo cáo nói đến một nhiệm vụ mà kế hoạch không có.

Vì sao: mã gõ nhầm thì nhiệm vụ thật bị bỏ sót, số nhiệm vụ đếm ra sai.
Cách sửa: sửa mã theo gợi ý, hoặc bỏ dòng ấy; việc ngoài kế hoạch thì viết trong lời báo cáo.

Ví dụ:
    sai:   hoan_thanh: [nv_ra_soat]
    đúng:  hoan_thanh: [nv_ra_soat_qppl]
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.slips import Names

CODE, LEVEL, NAME, BO_QUA = "D232", "error", "task-unknown", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each id that the plan does not have."""
    for states in subject.task_states:
        known = Names(states.plan.tasks, are_all=True)
        for said in () if states.plan.fault else states.unknown:
            close = known.nearest(said.ma)
            yield Fault(
                said.origin, f"Kế hoạch “{states.told.theo_ke_hoach}” không có nhiệm vụ “{said.ma}”.",
                f"Có phải “{close}”?" if close else f"Xem mã các nhiệm vụ trong {states.plan.file}, hoặc bỏ dòng này.",
            )
