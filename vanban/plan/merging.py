"""What was generated last time, what is generated now and what lies there → what may be written, by lines.

A file that nobody has changed is written anew. In one that somebody has, the machine changes only lines that he left as
they were; where both have changed the same lines, his stay and the machine's are told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vanban.plan.line_matching import matched


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that the machine would change in a file of somebody's: where they begin there (from 1), as they are there,
    as it would write them; whether he has changed them too."""

    line: int
    there: tuple[str, ...]
    new: tuple[str, ...]
    is_conflict: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """text     what lies there with the changes that meet none of his
    base     what counts as generated then: where a change was not put in, it comes again
    regions  the changes
    """

    text: str
    base: str
    regions: tuple[Region, ...]


def merged(base: str, new: str, there: str) -> Merged:
    """The three texts as one."""
    lines = [each.splitlines(keepends=True) for each in (base, new, there)]
    text: list[str] = []
    kept: list[str] = []
    regions: list[Region] = []
    for old, own, his in _parts(*lines):
        is_changed, is_his = own != old, his != old and his != own
        if is_changed and his != own:
            regions.append(Region(len(text) + 1, tuple(his), tuple(own), is_his))
        text += his if is_his or not is_changed else own
        kept += old if is_changed and is_his else own
    return Merged("".join(text), "".join(kept), tuple(regions))


def _parts(base: Sequence[str], new: Sequence[str], there: Sequence[str]
           ) -> Iterator[tuple[Sequence[str], Sequence[str], Sequence[str]]]:
    """The three in parts, in order: lines that all have, and between them what is in the place of each other; where
    these are as many lines in each, line by line, for one line is mostly one sentence."""
    at = at_new = at_there = 0
    for first, first_new, first_there, length in [*_common(base, new, there), (len(base), len(new), len(there), 0)]:
        between = base[at:first], new[at_new:first_new], there[at_there:first_there]
        if len({len(each) for each in between}) == 1:
            yield from (([each], [other], [third]) for each, other, third in zip(*between, strict=True))
        else:
            yield between
        if length:
            same = base[first : first + length]
            yield same, same, same
        at, at_new, at_there = first + length, first_new + length, first_there + length


def _common(base: Sequence[str], new: Sequence[str], there: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Runs of lines that stand in all three: where in each, and how many."""
    in_new, in_there = matched(base, new), matched(base, there)
    both = [at for at in range(len(base)) if at in in_new and at in in_there]
    runs: list[tuple[int, int, int, int]] = []
    for at in both:
        if runs:
            first, first_new, first_there, length = runs[-1]
            if (at, in_new[at], in_there[at]) == (first + length, first_new + length, first_there + length):
                runs[-1] = first, first_new, first_there, length + 1
                continue
        runs.append((at, in_new[at], in_there[at], 1))
    return runs
