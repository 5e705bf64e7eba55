"""Lines of a file → the commits that have touched them, through the differences that lie between two revisions.

A line that was reworded is the same line as long as its words are alike, so that a place is followed through several
commits. A merge that took a line over from one of its sides has not touched it: that side is asked.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from vanban.compare.likeness import alike, bag
from vanban.order import rising

# From this share of words on a line of a difference that has other counts of lines is the same line, reworded.
_ALIKE = 0.4

# The numbers of lines, from 1, by the path of their file.
Lines = Mapping[str, frozenset[int]]
# Numbers of lines of one side, each with that of the same line on the other.
_Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines that stand in place of others. `start`, `new_start`: the number of the first of them, of none that of the
    line before."""

    start: int
    old: tuple[str, ...]
    new_start: int
    new: tuple[str, ...]

    def turned(self) -> "Hunk":
        """The way back."""
        return Hunk(self.new_start, self.new, self.start, self.old)

    def pairs(self) -> _Pairs:
        """The lines that are the same line on both sides."""
        if len(self.old) == len(self.new):
            places = [(at, at) for at in range(len(self.old))]
        else:
            shares = alike([*map(bag, self.old)], [*map(bag, self.new)], _ALIKE)
            places = rising(sorted(shares, key=lambda pair: (pair[0], -pair[1])))
        return tuple((self.start + one, self.new_start + other) for one, other in places)


@dataclass(frozen=True, slots=True)
class FileDifference:
    """What differs in one file, in the order of its lines. `old`, `new`: its path on either side, "" where it is not
    there."""

    old: str
    new: str
    hunks: tuple[Hunk, ...] = ()


# What differs between two revisions; files that are not named are the same.
Difference = tuple[FileDifference, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A revision and those that it was made from, each with what differs from it."""

    name: str
    parents: tuple[tuple[str, Difference], ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """Where lines stand behind a difference; whether it touched them, and whether some of them have gone."""

    lines: Lines
    was_touched: bool = False
    has_lost: bool = False


# Whether a difference counts as one that touched what was carried through it.
Counts = Callable[[Carried], bool]


def was_touched(carried: Carried) -> bool:
    return carried.was_touched


def has_lost(carried: Carried) -> bool:
    return carried.has_lost


def touching_new(steps: Sequence[Step], lines: Lines, counts: Counts = was_touched) -> frozenset[str]:
    """The names of the steps that have touched any of `lines` of the first of them.

    steps  every revision of a range, each before those that it was made from; one that was made from none, as where a
           history is cut off, has touched nothing
    """
    pending: dict[str, Lines] = {steps[0].name: lines} if steps else {}
    found: set[str] = set()
    for step in steps:
        own = pending.pop(step.name, {})
        if not any(own.values()):
            continue
        ways = [(parent, carried(own, turned(apart))) for parent, apart in step.parents]
        unchanged = [way for way in ways if not way[1].was_touched][:1]
        if not unchanged and any(counts(way) for _, way in ways):
            found.add(step.name)
        for parent, way in unchanged or ways:
            pending[parent] = _together(pending.get(parent, {}), way.lines)
    return frozenset(found)


def touching_old(steps: Sequence[Step], at: str, lines: Lines, counts: Counts = was_touched) -> frozenset[str]:
    """The same of `lines` of the revision `at`, from which the range begins."""
    known: dict[str, Lines] = {at: lines}
    found: set[str] = set()
    for step in reversed(steps):
        ways = [carried(known[parent], apart) for parent, apart in step.parents if parent in known]
        unchanged = [way for way in ways if not way.was_touched][:1]
        if not unchanged and any(map(counts, ways)):
            found.add(step.name)
        for way in unchanged or ways:
            known[step.name] = _together(known.get(step.name, {}), way.lines)
    return frozenset(found)


def _together(one: Lines, other: Lines) -> Lines:
    return {path: one.get(path, frozenset()) | other.get(path, frozenset()) for path in {**one, **other}}


def turned(apart: Difference) -> Difference:
    """The way back."""
    return tuple(FileDifference(each.new, each.old, tuple(hunk.turned() for hunk in each.hunks)) for each in apart)


def carried(lines: Lines, apart: Difference) -> Carried:
    """`lines` of the old side of a difference, behind it; what it took out stands nowhere."""
    by_path = {each.old: each for each in apart if each.old}
    there: dict[str, frozenset[int]] = {}
    touched = lost = False
    for path, own in lines.items():
        if own and (each := by_path.get(path)):
            is_inside, moved = _carried(own, each.hunks) if each.new else (True, frozenset[int]())
            touched, lost = touched or is_inside, lost or len(moved) < len(own)
            path, own = each.new, moved
        there[path] = there.get(path, frozenset()) | own
    return Carried(there, touched, lost)


def _carried(lines: frozenset[int], hunks: Sequence[Hunk]) -> tuple[bool, frozenset[int]]:
    """Whether any hunk is among the lines, and where they stand behind all."""
    there: set[int] = set()
    is_inside = False
    ordered, at, shift = sorted(lines), 0, 0
    for hunk in hunks:
        first = hunk.start if hunk.old else hunk.start + 1
        before = bisect_left(ordered, first, at)
        there.update(line + shift for line in ordered[at:before])
        at = bisect_left(ordered, first + len(hunk.old), before)
        shift += len(hunk.new) - len(hunk.old)
        if taken := {*ordered[before:at]}:
            is_inside = True
            there.update(new for old, new in hunk.pairs() if old in taken)
        elif not hunk.old and {hunk.start, hunk.start + 1} <= lines:  # something came between two of the lines
            is_inside = True
            there.update(range(hunk.new_start, hunk.new_start + len(hunk.new)))
    there.update(line + shift for line in ordered[at:])
    return is_inside, frozenset(there)
