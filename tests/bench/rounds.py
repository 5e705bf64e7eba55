"""Times of things done in turn: A B A B …, so that a busy moment of the machine falls on all of them alike."""

import gc
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of the rounds."""

    least: float
    median: float
    most: float

    def as_json(self) -> dict[str, float]:
        return {name: round(value, 3) for name, value in asdict(self).items()}


def in_turn(works: Mapping[str, Callable[[], object]], rounds: int, warm_up: int = 2) -> dict[str, Times]:
    """The times of each of `works`, done in turn `rounds` times after `warm_up` rounds that do not count.

    What one leaves to the garbage collector is swept before the next begins, else the next would pay for it.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    for count in range(-warm_up, rounds):
        for name, work in works.items():
            gc.collect()
            begun = time.perf_counter()
            work()
            if count >= 0:
                taken[name].append((time.perf_counter() - begun) * 1000)
    return {name: Times(min(each), median(each), max(each)) for name, each in taken.items()}


@dataclass(slots=True)
class Shares:
    """What each stage takes of a work: its own time, without that of the stages that it calls."""

    own: Counter[str] = field(default_factory=Counter)
    _inner: list[float] = field(default_factory=list)

    def timed(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """`call`, its milliseconds counted under `stage`."""
        def measured(*arguments: Any, **named: Any) -> Any:
            self._inner.append(0.0)
            begun = time.perf_counter()
            try:
                return call(*arguments, **named)
            finally:
                whole = (time.perf_counter() - begun) * 1000
                self.own[stage] += whole - self._inner.pop()
                if self._inner:
                    self._inner[-1] += whole
        return measured
