"""Times of things done in turn: A B A B …, so that a busy moment of the machine falls on all of them alike."""

import gc
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from statistics import mean, median
from typing import Any


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of one doing: the rounds' means over the doings in a row, and the median of the first of each row."""

    least: float
    median: float
    most: float
    first: float

    def as_json(self) -> dict[str, float]:
        return {name: round(value, 3) for name, value in asdict(self).items()}


def in_turn(
    works: Mapping[str, Callable[[], object]], rounds: int, warm_up: int = 2, in_a_row: int = 1
) -> dict[str, Times]:
    """The times of each of `works`, done in turn `rounds` times after `warm_up` rounds that do not count.

    in_a_row   how often one is done before it is the next one's turn: a build writes one document after the other. The
               first of a row finds the processor's caches full of the work before, and is told by itself too.

    What one leaves to the garbage collector is swept before the next begins, else the next would pay for it.
    """
    taken: dict[str, list[list[float]]] = {name: [] for name in works}
    for count in range(-warm_up, rounds):
        for name, work in works.items():
            gc.collect()
            row = [_milliseconds(work) for _ in range(in_a_row)]
            if count >= 0:
                taken[name].append(row)
    return {name: _summed_up(rows) for name, rows in taken.items()}


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _summed_up(rows: list[list[float]]) -> Times:
    means = [mean(row) for row in rows]
    return Times(min(means), median(means), max(means), median(row[0] for row in rows))


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
