"""A figure of tasks, `{{ nhiem_vu.hoan_thanh | cach_in }}` → how many tasks of the plan are in that state, or which.

The states are those of the document that calls it, else of the one that is issued (`ket_qua_nhiem_vu`). What is not
there has no words; that the states are not whole, rules tell (D231–D234).
"""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from vanban.facts.tasks import UNIT_OF_TASKS, TaskStates
from vanban.figure_words import Refusal, Style, words
from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan, NhiemVu, VanBan
from vanban.model.inline import OF_TASKS, Figure, Run, Script, shown_text
from vanban.model.measured import Base, Measured
from vanban.model.task_results import ALL, STATES
from vanban.model.value import Amount
from vanban.setting import Setting
from vanban.slips import Names

# What may be called, and the ways to print it: with the unit, bare, as a share of all tasks, the tasks by name.
CALLED = (*STATES, ALL)
FORMS = ("so", "ty_trong", "danh_sach")
_WHOLE = "số nhiệm vụ của kế hoạch"
# Between the names of tasks, many of which have commas.
_BETWEEN = "; "


@dataclass
class TaskFigures:
    """The figures of tasks that the documents of one set call."""

    bo: BoVanBan
    setting: Setting
    findings: list[Finding] = field(default_factory=list)

    def resolved(self, van_ban: VanBan, figure: Figure, style: Style) -> Figure:
        """`figure` with its value and its words; as it was where it cannot be had, which is told."""
        told = self.bo.ket_qua_nhiem_vu(van_ban)
        if told is None:
            return self._refused(figure, "D101", f"Không có số liệu “{figure.name}”: chưa nói nhiệm vụ nào xong.",
                                 "Thêm mục ket_qua_nhiem_vu: {theo_ke_hoach: …, hoan_thanh: […], …}.")
        if figure.ma not in CALLED or figure.don_vi or figure.ky or figure.is_own:
            close = Names(CALLED, are_all=True).nearest(figure.ma)
            return self._refused(figure, "D101", f"Không có số liệu “{figure.name}”.",
                                 f"Có phải “{OF_TASKS}.{close}”?" if close else
                                 f"Gọi một trong: {', '.join(f'{OF_TASKS}.{each}' for each in CALLED)}.")
        if figure.co_so or figure.cach_in and figure.cach_in not in FORMS:
            form = f"{figure.cach_in} {figure.co_so}".strip()
            return self._refused(figure, "D102", f"Không có cách in số nhiệm vụ “{form}”.",
                                 f"Bỏ phần sau dấu |, hoặc chọn một trong: {', '.join(FORMS)}.")
        states = self.setting.facts.task_states(told)
        return figure if states.plan.fault else self._worded(figure, states, style)

    def _worded(self, figure: Figure, states: TaskStates, style: Style) -> Figure:
        tasks = states.tasks(figure.ma)
        if figure.cach_in == "danh_sach":
            return self._listed(figure, tasks)
        amount = _amount(tasks, states)
        base = Base("chi_tieu", _measured(_amount(states.tasks(ALL), states)), _WHOLE)
        made = words(_measured(amount), figure.cach_in, base if figure.cach_in == "ty_trong" else None, style)
        if isinstance(made, Refusal):
            return self._refused(figure, "D102", made.why, "Chọn cách in khác.")
        value = None if figure.cach_in == "ty_trong" else amount
        return replace(figure, value=value, shown=made.text)

    def _listed(self, figure: Figure, tasks: tuple[NhiemVu, ...]) -> Figure:
        """The tasks by name. What a name leads to is another set's, so such a name cannot stand in a sentence here."""
        for task in tasks:
            if not all(isinstance(each, Run | Script) for each in task.noi_dung):
                return self._refused(
                    figure, "D235", f"Nhiệm vụ “{task.ma}” có dẫn chiếu hoặc số liệu trong tên nên không liệt kê được.",
                    "Viết câu liệt kê bằng lời, hoặc sửa tên nhiệm vụ trong kế hoạch thành lời.")
        names = (shown_text(task.noi_dung).rstrip(" .;") for task in tasks)
        return replace(figure, shown=_BETWEEN.join(names) or "không có")

    def _refused(self, figure: Figure, code: str, message: str, hint: str) -> Figure:
        self.findings.append(finding(code, self.setting.places[figure.origin], message, hint))
        return figure


def _amount(tasks: tuple[NhiemVu, ...], states: TaskStates) -> Amount:
    return Amount(Decimal(len(tasks)), UNIT_OF_TASKS, 0, inputs=(states.told.origin,))


def _measured(amount: Amount) -> Measured:
    return Measured(amount, "thoi_diem")
