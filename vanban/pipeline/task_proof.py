"""A count of tasks that a document prints → the tasks that were counted, with the line in which each is reported."""

from collections.abc import Iterator

from vanban.model.document import BoVanBan
from vanban.model.inline import Figure, shown_text
from vanban.model.task_results import STATES
from vanban.setting import Setting


def of_tasks(bo: BoVanBan, figure: Figure, setting: Setting) -> Iterator[str]:
    """What was printed, of which plan, and every task that stands behind the figure."""
    told = next((van_ban.ket_qua_nhiem_vu for van_ban in bo if van_ban.ket_qua_nhiem_vu), None)
    yield f"{{{{ {figure.name} }}}}"
    if told is None:
        return
    states = setting.facts.task_states(told)
    yield f"  theo {states.plan.file or told.theo_ke_hoach}, {len(states.plan.tasks)} nhiệm vụ"
    yield f"  in ra: {figure.shown}"
    lines = {said.ma: setting.places[said.origin] for state in STATES for said in told.of(state)}
    for task in states.tasks(figure.ma):
        at = f"  {lines[task.ma].file}:{lines[task.ma].line}" if task.ma in lines else "  chưa nói đến"
        yield f"  {task.ma}: {shown_text(task.noi_dung)}{at}"
