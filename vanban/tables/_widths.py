"""Widths of the columns of a table: what is stated, then what words and numbers need that must not break, then by how
much text stands in each.

Columns as wide as the roots of their texts make the texts, laid one below the other, the least high. None gets more
than its longest line needs while another has text to break.
"""

import math
from collections.abc import Mapping, Sequence

from vanban.tables._needs import Need
from vanban.units import Length, Mm

# Short words do not stand one below the other in less than this, where that takes no more of the page from the column
# with most text; nor does a head break in a word, where that takes no more than a little more.
_WELL, _BESIDE, _HEADS = Mm(25), 0.6, 0.7


def column_widths(
    needs: Sequence[Need], fixed: Mapping[int, Length], shares: Sequence[int], width: Length
) -> tuple[Length, ...]:
    """Widths of the columns, left to right, summing exactly to `width` where one of them has no fixed width.

    shares   what each column takes of what those of `fixed` leave; empty: as its text asks
    returns  what does not fit: each column as wide as its longest word, or as is stated
    """
    free = [column for column in range(len(needs)) if column not in fixed]
    room = width - sum(fixed.values())
    if sum(needs[column].word for column in free) > room or not free:
        return tuple(Length(fixed.get(column, need.word)) for column, need in enumerate(needs))
    low = _least([needs[column] for column in free], room)
    high: list[float] = [math.inf] * len(free)
    if shares:
        weights = [float(shares[column]) for column in free]
    else:
        weights = [math.sqrt(max(1, needs[column].volume)) for column in free]
        lines = [max(needs[column].line, least) for column, least in zip(free, low, strict=True)]
        low, high = (lines, high) if sum(lines) <= room else (low, [*map(float, lines)])
    shared = dict(zip(free, _shared(weights, low, high, room), strict=True))
    shared[free[-1]] += room - sum(shared.values())
    return tuple(Length(fixed.get(column, shared.get(column, 0))) for column in range(len(needs)))


def _least(needs: Sequence[Need], room: int) -> list[int]:
    """The narrowest that columns may be: with no line below the heads broken, else as their words look well, else as
    they hold together, in heads too, else as they are."""
    if sum(whole := [max(need.head, need.cell) for need in needs]) <= room:
        return whole
    bound, head = [need.bound for need in needs], [need.head for need in needs]
    most = max(range(len(needs)), key=lambda column: needs[column].volume)
    well = [max(need.head, min(need.line, _WELL)) for need in needs]
    for best, share in ((well, _BESIDE), (head, _HEADS)):
        if sum(best) <= room and sum(best) - best[most] <= room * share:
            return best
    return bound if sum(bound) <= room else [need.word for need in needs]


def _shared(weights: Sequence[float], low: Sequence[int], high: Sequence[float], room: int) -> list[int]:
    """`room` in parts as the `weights` are, none below or above its bounds, in whole units, what is left over aside.

    Parts that would be out of bounds are settled, on that side which is farther out in all, and the others shared
    anew, until none is.
    """
    settled: dict[int, int] = {}
    while open_ := [each for each in range(len(weights)) if each not in settled]:
        unit = (room - sum(settled.values())) / sum(weights[each] for each in open_)
        wanted = {each: weights[each] * unit for each in open_}
        held = {each: min(max(wanted[each], low[each]), high[each]) for each in open_}
        beyond = round(sum(held.values()) - sum(wanted.values()))
        out = [each for each in open_ if (held[each] - wanted[each]) * beyond > 0] if beyond else open_
        settled |= {each: int(held[each]) for each in out}
    return [settled[each] for each in range(len(weights))]
