"""The longest row of pairs that keeps its order: what has stayed, so that the least has moved."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from itertools import pairwise

Pair = tuple[int, int]


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """The most pairs of equal entries, places in both rising: a longest common subsequence, exactly.

    Equal ends are taken off first; the rest by Hunt and Szymanski, in as many steps as there are equal pairs.
    """
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    places: dict[Hashable, list[int]] = {}
    for at in range(len(new) - last - 1, first - 1, -1):
        places.setdefault(new[at], []).append(at)
    pairs = [(a, b) for a in range(first, len(old) - last) for b in places.get(old[a], ())]
    middle = rising(pairs)
    return [*((at, at) for at in range(first)), *middle,
            *((len(old) - at, len(new) - at) for at in range(last, 0, -1))]


def rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest part of `pairs` in which both places rise. Pairs come by the first place, those that share it by the
    second, the last one first."""
    ends: list[int] = []  # the lowest second place that a row of each length can end in
    chains: list[tuple[Pair, int]] = []  # a pair, and the chain before it
    heads: list[int] = []
    for pair in pairs:
        length = bisect_left(ends, pair[1])
        chains.append((pair, heads[length - 1] if length else -1))
        if length == len(ends):
            ends.append(pair[1])
            heads.append(len(chains) - 1)
        elif pair[1] < ends[length]:
            ends[length] = pair[1]
            heads[length] = len(chains) - 1
    found: list[Pair] = []
    at = heads[-1] if heads else -1
    while at >= 0:
        pair, at = chains[at]
        found.append(pair)
    return found[::-1]


def heaviest(places: Sequence[int], weights: Sequence[float]) -> set[int]:
    """The indices of the entries of `places` that rise and weigh most together."""
    if all(one < other for one, other in pairwise(places)):
        return {*range(len(places))}
    best: list[float] = []
    before: list[int] = []
    for at, place in enumerate(places):
        known = [(best[other], -other) for other in range(at) if places[other] < place]
        top, other = max(known, default=(0.0, 1))
        best.append(top + weights[at])
        before.append(-other)
    at = max(range(len(best)), key=best.__getitem__)
    found: set[int] = set()
    while at >= 0:
        found.add(at)
        at = before[at]
    return found
