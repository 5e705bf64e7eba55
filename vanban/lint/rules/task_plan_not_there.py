"""D231: không có kế hoạch mà báo cáo đối chiếu nhiệm vụ, hoặc kế hoạch ấy chưa đọc được.

Vì sao: không có danh mục nhiệm vụ thì không biết báo cáo đã nói đủ hay thiếu, và {{ nhiem_vu.… }} không có số.
Cách sửa: sửa theo_ke_hoach thành thư mục đơn vị, năm, mã của kế hoạch hoặc phụ lục; kế hoạch còn lỗi thì sửa kế hoạch.

Ví dụ:
    sai:   ket_qua_nhiem_vu: {theo_ke_hoach: nghe_an/2025/phu_luc_viec}
    đúng:  ket_qua_nhiem_vu: {theo_ke_hoach: nghe_an/2025/phu_luc_nhiem_vu}
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "D231", "error", "task-plan-not-there", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each plan without tasks that can be read."""
    for states in subject.task_states:
        if states.plan.fault:
            yield Fault(states.told.origin, states.plan.fault, states.plan.way_out)
