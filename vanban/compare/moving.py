"""Which pairs stand elsewhere now. As few as can be: what keeps its order has not moved."""

from bisect import bisect_left
from collections.abc import Iterator

from vanban.compare.pairing import Pairing
from vanban.compare.sheet import Node
from vanban.order import heaviest

# Kinds that stand where their row, their zone or their document has them.
_FIXED = ("cell", "zone", "body", "notes", "document", "note")
# What belongs to a signed line, or was placed in it, goes where that goes.
_BELOW = 0.001


def moved(pairing: Pairing) -> set[Node]:
    """The old nodes that have moved: past their neighbours, or out of what they stood in."""
    found: set[Node] = set()
    crossing: list[Node] = []
    firm: list[tuple[int, int]] = []
    for old, new in pairing.pairs():
        staying = [child for child in old.children if (other := pairing.of(child)) and other.above is new]
        places = {node: at for at, node in enumerate(new.children)}
        kept = heaviest([places[_partner(pairing, child)] for child in staying],
                        [_BELOW if child.under or child.placed_by else 1.0 for child in staying])
        for at, child in enumerate(staying):
            if child.kind not in _FIXED and at not in kept:
                found.add(child)
        crossing += [child for child in old.children if child not in staying and child.kind not in _FIXED
                     and pairing.of(child)]
    crossing += [node for node in pairing.old.root.walk() if node.above and pairing.of(node.above) is None
                 and node.kind not in _FIXED and pairing.of(node)]
    for old, new in _firm(pairing, pairing.old.root, found | {*crossing}):
        firm += zip(old.lines[:1], new.lines[:1], strict=False)
    return found | _out_of_order(pairing, [*dict.fromkeys(crossing)], firm)


def _firm(pairing: Pairing, node: Node, left_out: set[Node]) -> Iterator[tuple[Node, Node]]:
    """The pairs that have not moved, and stand in nothing that has."""
    partner = pairing.of(node)
    if partner and node not in left_out:
        yield node, partner
        for child in node.children if node.kind != "table" else ():
            yield from _firm(pairing, child, left_out)


def _out_of_order(pairing: Pairing, crossing: list[Node], firm: list[tuple[int, int]]) -> set[Node]:
    """Those of nodes that stand in something else now which have moved on paper too: a heading put in above them moves
    nothing."""
    firm.sort()
    olds, fitting = [old for old, _ in firm], []
    for node in crossing:
        lines, others = node.all_lines(), _partner(pairing, node).all_lines()
        at = bisect_left(olds, lines[0]) if lines else 0
        before, behind = (firm[at - 1][1] if at else -1), (firm[at][1] if at < len(firm) else len(pairing.new.lines))
        if lines and others and before < others[0] < behind:
            fitting.append((lines[0], others[0], node))
    fitting.sort(key=lambda each: each[0])
    kept = heaviest([new for _, new, _ in fitting], [1.0] * len(fitting))
    return {*crossing} - {node for at, (_, _, node) in enumerate(fitting) if at in kept}


def _partner(pairing: Pairing, node: Node) -> Node:
    partner = pairing.of(node)
    if partner is None:
        raise ValueError("a node without partner cannot have moved")
    return partner
