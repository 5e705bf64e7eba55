"""Which of two lists belong together, in order: those that are equal, then those that are alike between them."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from vanban.order import common
from vanban.wordml.elements import Element, W

T = TypeVar("T")
_SHOWN = [W + name for name in ("t", "tr", "tc", "p", "br", "footnoteReference", "drawing", "rStyle")]


class Pair(NamedTuple, Generic[T]):
    """Two that belong together; None for the one that is not there."""

    old: T | None
    new: T | None


# Two texts are one that was changed where half of their words are the same.
LIKE = 0.5
# More pairs than these between two equal stretches are not looked at one by one: such a part was written anew.
_MOST = 250_000


def aligned(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable], likeness: Callable[[T, T], float],
    by_place: Callable[[T, T], bool],
) -> Iterator[Pair[T]]:
    """Pairs in order; what has gone comes before what has come, with None for the other.

    likeness  from 0 to 1; a pair below LIKE is none
    by_place  whether two may be a pair only because as many have gone as have come, at the same place
    """
    begun = start = 0
    for ended, end in [*common([key(each) for each in old], [key(each) for each in new]), (len(old), len(new))]:
        yield from _in_gap(old[begun:ended], new[start:end], likeness, by_place)
        if ended < len(old) and end < len(new):
            yield Pair(old[ended], new[end])
        begun, start = ended + 1, end + 1


def _in_gap(
    old: Sequence[T], new: Sequence[T], likeness: Callable[[T, T], float], by_place: Callable[[T, T], bool]
) -> Iterator[Pair[T]]:
    begun, reached = 0, 0
    for at, to in [*_best(old, new, likeness), (len(old), len(new))]:
        gone, come = old[begun:at], new[reached:to]
        if len(gone) == len(come) and all(map(by_place, gone, come)):
            yield from _together(gone, come)
        else:
            yield from (Pair(each, None) for each in gone)
            yield from (Pair(None, each) for each in come)
        if at < len(old) and to < len(new):
            yield Pair(old[at], new[to])
        begun, reached = at + 1, to + 1


def _together(old: Sequence[T], new: Sequence[T]) -> Iterator[Pair[T]]:
    return (Pair(one, other) for one, other in zip(old, new, strict=True))


def _best(old: Sequence[T], new: Sequence[T], likeness: Callable[[T, T], float]) -> list[tuple[int, int]]:
    """The places of the pairs in order whose likeness is the greatest in sum."""
    if not old or not new or len(old) * len(new) > _MOST:
        return []
    alike = [[likeness(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for at in reversed(range(len(old))):
        for to in reversed(range(len(new))):
            taken = best[at + 1][to + 1] + alike[at][to] if alike[at][to] >= LIKE else 0.0
            best[at][to] = max(taken, best[at + 1][to], best[at][to + 1])
    pairs, at, to = list[tuple[int, int]](), 0, 0
    while at < len(old) and to < len(new):
        if alike[at][to] >= LIKE and best[at][to] == best[at + 1][to + 1] + alike[at][to]:
            pairs.append((at, to))
            at, to = at + 1, to + 1
        elif best[at][to] == best[at + 1][to]:
            at += 1
        else:
            to += 1
    return pairs


def shown(element: Element) -> str:
    """What is seen of a paragraph, a row, a table: its words, and that there are signs, cells, faces between them."""
    return "".join((each.text or "") if each.tag == W + "t" else f"<{each.tag}>" for each in element.iter(*_SHOWN))


def words_in(elements: Iterable[Element]) -> Counter[str]:
    """How often each word stands in them."""
    return Counter(word for each in elements for text in each.iter(W + "t") for word in (text.text or "").split())


def shared_words(one: Counter[str], other: Counter[str]) -> float:
    """How many of the words of two texts are the same (Dice 1945): 2 × those in both / all; 1 for two empty ones."""
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 1.0
