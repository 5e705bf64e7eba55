"""D234: báo cáo bỏ sót nhiệm vụ của kế hoạch.

Vì sao: nhiệm vụ không ai nhắc đến là nhiệm vụ bị quên; số hoàn thành, đang thực hiện, chưa triển khai cộng lại phải
bằng số nhiệm vụ của kế hoạch.
Cách sửa: ghi mỗi nhiệm vụ còn thiếu vào hoan_thanh, dang_thuc_hien hoặc chua_trien_khai (kèm lý do).

Ví dụ:
    kế hoạch có 35 nhiệm vụ mà ket_qua_nhiem_vu chỉ ghi 34
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "D234", "error", "task-not-said", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """One fault for all tasks of a plan of which nothing is said: an error of what is issued."""
    for states in subject.task_states:
        if states.missing and not states.plan.fault:
            ids = ", ".join(task.ma for task in states.missing)
            yield Fault(
                states.told.origin,
                f"Còn {len(states.missing)} trong {len(states.plan.tasks)} nhiệm vụ của “{states.told.theo_ke_hoach}” "
                f"chưa nói đến: {ids}.",
                "Ghi từng mã vào hoan_thanh, dang_thuc_hien, hoặc vào chua_trien_khai kèm lý do.", is_of_issued=True,
            )
