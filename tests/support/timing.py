"""How long something takes, whatever other tests have left in memory and whatever else the machine does."""

import gc
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What `work` gives, and the seconds of processor time of this process that it took.

    The collector of garbage is kept out: in a worker that has run thousands of tests one clearing takes longer than
    what is measured. What `work` itself leaves in memory stays there until the next clearing. What is alive before it
    is set aside for good: it would be looked through again before each measure.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        begun = time.process_time()
        given = work()
        return given, time.process_time() - begun
    finally:
        gc.enable()


def least_seconds(work: Callable[[], object], times: int = 3) -> float:
    """The least of several runs: what else the machine does can only lengthen one."""
    return min(timed(work)[1] for _ in range(times))
