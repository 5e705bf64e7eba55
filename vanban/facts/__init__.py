"""What a set is told besides its own text: the targets of its plan, figures of units, the tasks of other plans.

A store is filled when it is first asked and remembers what it was asked for, found or not: that explains a printed
word, is what an issued set keeps, and says which files a set depends on.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from vanban.facts.regimes import Regimes
from vanban.facts.tasks import Plans, PlanTasks, TaskStates, states_of
from vanban.model.document import BoVanBan, MucTieu
from vanban.model.places import Places
from vanban.model.reporting import Ky
from vanban.model.task_results import KetQuaNhiemVu

V = TypeVar("V")


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a fact is called by: the id of its indicator; whose it is and of when, both "" for a target of the set."""

    ma: str
    don_vi: str = ""
    ky: str = ""


@dataclass(frozen=True, slots=True)
class Fact(Generic[V]):
    """A value under its key, and the origin of what states it."""

    key: Key
    value: V
    origin: int


class Store(Generic[V]):
    """Facts of one kind. `load` is called once, when somebody first asks."""

    __slots__ = ("_asked", "_facts", "_load", "_twice")

    def __init__(self, load: Callable[[], Iterable[Fact[V]]]) -> None:
        self._load = load
        self._facts: dict[Key, Fact[V]] | None = None
        self._twice: list[tuple[Fact[V], Fact[V]]] = []
        self._asked: dict[Key, Fact[V] | None] = {}

    def get(self, key: Key) -> Fact[V] | None:
        """The fact under `key`, the first where there are several; None where there is none. This is remembered."""
        return self._asked.setdefault(key, self._loaded().get(key))

    def __iter__(self) -> Iterator[Fact[V]]:
        """All facts, as for a suggestion; this is not remembered."""
        return iter(self._loaded().values())

    @property
    def twice(self) -> Iterator[tuple[Fact[V], Fact[V]]]:
        """Each fact whose key another has, behind that first one."""
        self._loaded()
        return iter(self._twice)

    @property
    def asked(self) -> Mapping[Key, Fact[V] | None]:
        """What was asked for, in the order of asking, with what was found."""
        return self._asked

    def _loaded(self) -> dict[Key, Fact[V]]:
        if self._facts is None:
            self._facts = {}
            for fact in self._load():
                first = self._facts.setdefault(fact.key, fact)
                if first is not fact:
                    self._twice.append((first, fact))
        return self._facts


def _nothing() -> Iterable[Fact[MucTieu]]:
    return ()


def no_plan(path: str) -> PlanTasks:
    """Of a set that nobody reads plans for."""
    return PlanTasks(fault=f"Không có kế hoạch “{path}”.")


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts that one set may ask for.

    muc_tieu  the targets that its documents state, by indicator
    che_do    what units report, by regime; None: nobody has read the registers
    nhiem_vu  the tasks of plans outside of the set, by their paths
    """

    muc_tieu: Store[MucTieu] = field(default_factory=lambda: Store(_nothing))
    che_do: Regimes | None = None
    nhiem_vu: Plans = field(default_factory=lambda: Plans(no_plan))

    def task_states(self, told: KetQuaNhiemVu) -> TaskStates:
        """What a report says of the tasks of a plan, held against that plan."""
        return states_of(told, self.nhiem_vu.get(told.theo_ke_hoach))

    @property
    def periods(self) -> tuple[tuple[str, Ky], ...]:
        """The regimes and periods of which figures of units were asked for."""
        return self.che_do.asked if self.che_do else ()

    def files(self, places: Places) -> set[str]:
        """The files of all that was asked for and found."""
        return {places.file(fact.origin) for fact in self.muc_tieu.asked.values() if fact}


def facts_of(bo: BoVanBan, che_do: Regimes | None = None, plan: Callable[[str], PlanTasks] = no_plan) -> Facts:
    """The facts for one set, of which nothing is looked for yet; `plan` reads a plan outside of it."""
    return Facts(Store(lambda: _targets(bo)), che_do, Plans(plan))


def _targets(bo: BoVanBan) -> Iterator[Fact[MucTieu]]:
    for van_ban in bo:
        for target in van_ban.muc_tieu:
            if target.chi_tieu:
                yield Fact(Key(target.chi_tieu), target, target.origin)
