"""The tasks of plans outside of the set, and what a report says of them: each task exactly once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from vanban.model.document import NhiemVu
from vanban.model.inline import Reference
from vanban.model.task_results import ALL, STATES, ChuaTrienKhai, KetQuaNhiemVu, TrangThai

Said = Reference | ChuaTrienKhai
# What tasks are counted in, as it is printed.
UNIT_OF_TASKS = "nhiệm vụ"


@dataclass(frozen=True, slots=True)
class PlanTasks:
    """The tasks of a plan and of all that it attaches, by id, in the order of print.

    called     the names of those who lead them, by id; a name that has none is its own
    file       of the plan; "" where there is none
    fault, way_out  why there are no tasks to be held against; "" where there are
    """

    tasks: Mapping[str, NhiemVu] = field(default_factory=dict)
    called: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    fault: str = ""
    way_out: str = ""


class Plans:
    """The plans that a set may ask for. `load` reads one by its path, once; which were asked for is remembered."""

    __slots__ = ("_asked", "_load")

    def __init__(self, load: Callable[[str], PlanTasks]) -> None:
        self._load = load
        self._asked: dict[str, PlanTasks] = {}

    def get(self, path: str) -> PlanTasks:
        """The tasks of the plan at "nghe_an/2025/phu_luc_nhiem_vu"."""
        if path not in self._asked:
            self._asked[path] = self._load(path)
        return self._asked[path]


@dataclass(frozen=True, slots=True)
class TaskStates:
    """What a report says of the tasks of a plan, held against the plan.

    told     what it says
    by_state the tasks in each state, in the order of the plan; one that is said twice is in the first state
    unknown  what is said of tasks that the plan does not have
    twice    what is said of a task of which something was said before, behind that first
    missing  the tasks of which nothing is said
    """

    told: KetQuaNhiemVu
    plan: PlanTasks
    by_state: Mapping[TrangThai, tuple[NhiemVu, ...]]
    unknown: tuple[Said, ...] = ()
    twice: tuple[tuple[Said, Said], ...] = ()
    missing: tuple[NhiemVu, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether each task of the plan is there exactly once."""
        return not (self.plan.fault or self.unknown or self.twice or self.missing)

    def tasks(self, state: str) -> tuple[NhiemVu, ...]:
        """Those in a state; of ALL every task of the plan."""
        if state == ALL:
            return tuple(self.plan.tasks.values())
        return next((found for each, found in self.by_state.items() if each == state), ())

    def not_begun(self, ma: str) -> ChuaTrienKhai | None:
        """What is said of a task that has not been begun."""
        return next((each for each in self.told.chua_trien_khai if each.ma == ma), None)


def states_of(told: KetQuaNhiemVu, plan: PlanTasks) -> TaskStates:
    """`told` held against the tasks of its plan."""
    first: dict[str, tuple[TrangThai, Said]] = {}
    unknown: list[Said] = []
    twice: list[tuple[Said, Said]] = []
    for state in STATES:
        for said in told.of(state):
            if said.ma in first:
                twice.append((first[said.ma][1], said))
            elif said.ma in plan.tasks:
                first[said.ma] = state, said
            else:
                unknown.append(said)
    in_order = {state: tuple(task for ma, task in plan.tasks.items() if ma in first and first[ma][0] == state)
                for state in STATES}
    missing = tuple(task for ma, task in plan.tasks.items() if ma not in first)
    return TaskStates(told, plan, in_order, tuple(unknown), tuple(twice), missing)
