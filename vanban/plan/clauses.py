"""The points of a text that are decided → its clauses, each with its core: what stays when its sign and its stop go."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vanban.model.year_turn import SoPhan
from vanban.years.folding import fold
from vanban.years.setting import Node, Text

# What stands before the words of a line, and behind those of a clause.
_SIGN = re.compile(r"\s*(?:(?:\d{1,3}\.|[a-zđ]\)|\(\d{1,3}\)|[-+]|\[\^[^\]]*\]:)[ \t]+)?")
_STOP = re.compile(r"(?:\s|[.;:,]|\{#[^{}]*\})*\Z")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing in a text that was decided.

    start, end  its characters
    words       what stands there when it moves; None where it has nothing to move
    done        whether these are written without asking
    always      whether they are written whatever is answered, but for other words for all of the clause
    is_question whether it is an open question of the old text
    own         whether it is for the clause to be decided; else somewhere else is, and only the question stands here
    kind        of a date or year what kind of these it is, as `years` tells it; "" for what is none
    """

    start: int
    end: int
    so_phan: SoPhan
    ly_do: str
    words: str | None = None
    done: bool = False
    always: bool = False
    is_question: bool = False
    own: bool = True
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence with points: its core, and its points in order."""

    start: int
    end: int
    points: tuple[Point, ...]


def clauses(typed: str, node: Node, points: Iterable[Point]) -> Iterator[Clause]:
    """The clauses of a text that have points, in order."""
    folded = fold(typed)
    text = Text(folded.text.replace("|", " ") if node.key else folded.text)
    by_core: dict[tuple[int, int], list[Point]] = {}
    for point in sorted(points, key=lambda each: each.start):
        start, end = text.clause(min(bisect_left(folded.offsets, point.start), len(folded.text)))
        by_core.setdefault(_core(typed, folded.offsets[start], folded.offsets[end], point), []).append(point)
    return (Clause(*core, tuple(own)) for core, own in by_core.items())


def _core(typed: str, start: int, end: int, point: Point) -> tuple[int, int]:
    sign = _SIGN.match(typed, start, end)
    stop = _STOP.search(typed, start, end)
    first, last = sign.end() if sign else start, stop.start() if stop else end
    return min(first, point.start), max(last, point.end)
