"""A line that became two, and two that became one → one change each, in place of one that loses words and one beside it
that has the same words.
"""

from collections.abc import Sequence

from vanban.compare.listing import Unit
from vanban.compare.pairing import Pairing
from vanban.compare.sheet import Node

# So much of what stands beside has to be what the line has lost, or has got; fewer words tell nothing.
_SHARE, _LEAST = 0.6, 6


def split_and_joined(pairing: Pairing, found: Sequence[Unit]) -> list[Unit]:
    """The changes, those of a line that was split or joined as one."""
    gone: set[Unit] = set()
    for deed, far, near in (("added", "old", "new"), ("removed", "new", "old")):
        beside = [unit for unit in found if unit.deed == deed
                  and _is_line(getattr(unit, near), getattr(unit, f"{near}_lines"))]
        for unit in found:
            if unit.deed != "changed" or not all(_is_line(getattr(unit, side), getattr(unit, f"{side}_lines"))
                                                 for side in ("old", "new")):
                continue
            whole, rest = getattr(unit, far)[0], getattr(unit, near)[0]
            part = next((each for each in beside if each not in gone
                         and _has_what_is_missing(pairing, whole, rest, getattr(each, near)[0])), None)
            if part:
                gone.add(part)
                for name in (near, f"{near}_lines"):
                    getattr(unit, name).extend(getattr(part, name))
                getattr(unit, near).sort(key=_first)
                getattr(unit, f"{near}_lines").sort()
    return [unit for unit in found if unit not in gone]


def _is_line(nodes: Sequence[Node], lines: Sequence[int]) -> bool:
    return len(nodes) == len(lines) == 1 and nodes[0].kind == "text"


def _first(node: Node) -> int:
    return node.lines[0]


def _has_what_is_missing(pairing: Pairing, whole: Node, rest: Node, part: Node) -> bool:
    """Whether `part`, right beside `rest`, has the words that `whole` has and `rest` has not."""
    if part.above is not rest.above or part.under is not rest.under or part.above is None:
        return False
    places = [at for at, node in enumerate(part.above.children) if node is part or node is rest]
    words = pairing.bag(part)
    missing = pairing.bag(whole) - pairing.bag(rest)
    return places[1] - places[0] == 1 and words.total() >= _LEAST and (missing & words).total() >= _SHARE * max(
        words.total(), missing.total())
