"""Which lines of a text stand in another one, in the same order; the time grows as the texts do.

First what both have at their beginning and end, then lines that stand once in each, and so on between these. What is
left between is short as a rule, and difflib matches it; where it is long and holds no such line, nothing in it matches.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# So many lines of the one times those of the other are compared each with each.
_COMPARED = 10_000
# Within each other. Each goes over all lines once.
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Gap:
    """The lines `first` to `last` of a text, and of the other one, exclusive."""

    first: int
    last: int
    other_first: int
    other_last: int
    depth: int = 0


def matched(lines: Sequence[str], others: Sequence[str]) -> dict[int, int]:
    """For each of `lines` that stands in `others` where it does."""
    found: dict[int, int] = {}
    gaps = [_Gap(0, len(lines), 0, len(others))]
    while gaps:
        gap = gaps.pop()
        head, tail = _ends(lines, others, gap)
        found.update((gap.first + at, gap.other_first + at) for at in range(head))
        found.update((gap.last - at, gap.other_last - at) for at in range(1, tail + 1))
        left = _Gap(gap.first + head, gap.last - tail, gap.other_first + head, gap.other_last - tail, gap.depth)
        once = _once(lines, others, left) if left.depth < _DEEPEST else []
        if once:
            gaps += _between(left, once)
        elif (left.last - left.first) * (left.other_last - left.other_first) <= _COMPARED:
            once = [*_compared(lines, others, left)]
        found.update(once)
    return found


def _ends(lines: Sequence[str], others: Sequence[str], gap: _Gap) -> tuple[int, int]:
    """How many lines both have at the beginning of the gap, and at its end."""
    length = min(gap.last - gap.first, gap.other_last - gap.other_first)
    head = tail = 0
    while head < length and lines[gap.first + head] == others[gap.other_first + head]:
        head += 1
    while tail < length - head and lines[gap.last - tail - 1] == others[gap.other_last - tail - 1]:
        tail += 1
    return head, tail


def _once(lines: Sequence[str], others: Sequence[str], gap: _Gap) -> list[tuple[int, int]]:
    """The most lines that stand once in each, in an order that both have."""
    counted = Counter(lines[gap.first : gap.last])
    counted_other = Counter(others[gap.other_first : gap.other_last])
    at_other = {others[at]: at for at in range(gap.other_first, gap.other_last)}
    return _rising([(at, at_other[lines[at]]) for at in range(gap.first, gap.last)
                    if counted[lines[at]] == counted_other[lines[at]] == 1])


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of `pairs`, which rise in the first number, that rises in the second one too."""
    lowest: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, other) in enumerate(pairs):
        length = bisect_left(lowest, other)
        before.append(ends[length - 1] if length else -1)
        lowest[length : length + 1] = [other]
        ends[length : length + 1] = [at]
    rising, at = [], ends[-1] if ends else -1
    while at >= 0:
        rising.append(pairs[at])
        at = before[at]
    return rising[::-1]


def _between(gap: _Gap, once: Sequence[tuple[int, int]]) -> Iterator[_Gap]:
    first, other_first = gap.first, gap.other_first
    for at, other in [*once, (gap.last, gap.other_last)]:
        if first < at and other_first < other:
            yield _Gap(first, at, other_first, other, gap.depth + 1)
        first, other_first = at + 1, other + 1


def _compared(lines: Sequence[str], others: Sequence[str], gap: _Gap) -> Iterator[tuple[int, int]]:
    own, other = lines[gap.first : gap.last], others[gap.other_first : gap.other_last]
    for block in SequenceMatcher(None, own, other, autojunk=False).get_matching_blocks():
        yield from ((gap.first + block.a + at, gap.other_first + block.b + at) for at in range(block.size))
