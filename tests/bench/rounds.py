"""Times of things done in turn: A B A B …, so that a busy moment of the machine falls on all of them alike."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter


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

    What one leaves to the garbage collector is swept before the next begins.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    for count in range(-warm_up, rounds):
        for name, work in works.items():
            gc.collect()
            begun = perf_counter()
            work()
            if count >= 0:
                taken[name].append((perf_counter() - begun) * 1000)
    return {name: Times(min(each), median(each), max(each)) for name, each in taken.items()}


def ratio(times: Mapping[str, Times], slow: str, fast: str) -> float:
    """How many times the median of `slow` is that of `fast`."""
    return times[slow].median / times[fast].median
