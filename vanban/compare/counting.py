"""A mark that is another one → the change that made it so: another scheme, else what was put in, taken out or moved in
front of it and is counted with it.

A điểm counts among the điểm of its khoản, an Điều through the whole text: what was done to a điểm gives no Điều another
number. Of several changes the nearest one is told which moves the count the way in which all of them together did.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vanban.compare.listing import Derived, Unit
from vanban.compare.pairing import Pairing
from vanban.compare.sheet import Node
from vanban.model.steps import STEPS

_STRUCTURAL = ("added", "removed", "moved")
# What is counted among its own kind; the mark of anything else follows the nearest change.
_COUNTED = ("heading", "text", "row", "column", "head")
_DIGITS, _LETTERS = re.compile(r"\d+(?:\.\d+)*"), re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A node that a change has put among others or taken from them.

    count   1 for one that is there now, -1 for one that was
    line    where it stands among the new lines
    beside  what it stands in, and below which signed line, on the new side
    is_top  whether it is what was changed, and not only stands in that
    """

    unit: Unit
    node: Node
    count: int
    line: float
    beside: tuple[Node | None, Node | None]
    is_top: bool

    def is_like(self, other: Node) -> bool:
        kind, series = _series(other)
        return _series(self.node) == (kind, series) and (kind != "heading" or bool(self.node.mark))


_Fits = Callable[[_Entry], bool]


@dataclass(slots=True)
class Counting:
    """What the changes of one document did to its marks; `marks` are those whose change is known already."""

    pairing: Pairing
    units: Sequence[Unit]
    marks: Mapping[Node, Unit]
    _entries: list[_Entry] = field(default_factory=list)
    _moved: set[Node] = field(default_factory=set)
    _tops: dict[Node, Unit] = field(default_factory=dict)
    _partners: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        gone = {line for unit in self.units if unit.deed == "moved" for line in unit.old_lines}
        self._partners = sorted((one, other) for old, new in self.pairing.pairs()
                                for one, other in zip(old.lines, new.lines, strict=False) if one not in gone)
        self._moved = {node for unit in self.units if unit.deed == "moved" for node in unit.new}
        self._entries = [entry for unit in self.units if _changes_counts(unit) for entry in self._of(unit)]
        self._tops = {entry.node: entry.unit for entry in self._entries if entry.is_top}

    def scheme(self, each: Derived) -> tuple[str, Node | None] | None:
        """Whose scheme has given a mark another form: that of the headings, of the columns or the rows of a table; None
        where only the count is another one."""
        old, new = (marked(node) for node in (each.old, each.new))
        if new.kind == "heading":
            is_other = old.series != new.series and bool(old.mark and new.mark) and self._stays(old, new)
            return ("heading", None) if is_other else None
        before, after = (node.above.shown if node.above else None for node in (old, new))
        if new.kind not in ("row", "column", "head") or before is None or after is None:
            return None
        name = "danh_so" if new.kind == "row" else "danh_so_cot"
        labels = [_form(self._label(side, node)) for side, node in enumerate((old, new))]
        is_other = getattr(before, name) != getattr(after, name) and labels[0] != labels[1]
        return (name, new.above) if is_other else None

    def cause(self, each: Derived) -> Unit | None:
        """The change that a mark follows."""
        node = marked(each.new)
        if own := self._tops.get(node):
            return own
        if opened := self._opened(each):
            return opened
        if node.kind == "below":
            return self._of_columns(node)
        if node.kind not in _COUNTED:
            return self._nearest(lambda entry: entry.is_top, self._line(node))
        if node.kind == "heading" and node.series and STEPS[node.series].through:
            return self._counted(lambda entry: entry.is_like(node), node) or self._by_what_it_is_in(each, node)
        return (self._among(node) or self._restarted(node) or self._by_what_it_is_in(each, node)
                or self._counted(lambda entry: entry.is_like(node), node))

    def _opened(self, each: Derived) -> Unit | None:
        """What came to stand behind the mark of a heading, or no longer does: a paragraph runs on behind it, or not."""
        runs_on, ran_on = (marked(node) is not node or node.kind == "heading" and not node.lines
                           for node in (each.new, each.old))
        heading = each.new if each.new.kind == "heading" else each.new.above
        if runs_on == ran_on or heading is None:
            return None
        return next((entry.unit for entry in self._entries if entry.is_top and entry.beside[0] is heading), None)

    def _of_columns(self, note: Node) -> Unit | None:
        """What has given the columns that a note below a table calls by their labels other ones."""
        columns = [node for node in note.above.children if node.kind in ("column", "head")] if note.above else []
        marked = next((self.marks[column] for column in columns if column in self.marks), None)
        return marked or next((unit for unit in self.units if any(node in columns for node in unit.new)), None)

    def _among(self, node: Node) -> Unit | None:
        """What is counted with it."""
        beside = _beside(node)
        return self._counted(lambda entry: entry.is_top and entry.beside == beside and entry.is_like(node), node)

    def _restarted(self, node: Node) -> Unit | None:
        """A line in front, behind which the signs below it begin anew."""
        if node.kind != "text":
            return None
        return self._nearest(lambda entry: entry.is_top and entry.node.kind == "text" and entry.beside[0] is node.above,
                             self._line(node))

    def _by_what_it_is_in(self, each: Derived, node: Node) -> Unit | None:
        """What was done to a heading around it, or has given that one another mark, or has parted or joined two."""
        levels, olds = ([*_around(level)][1:] for level in (node, each.old))
        for level in levels:
            if unit := self._tops.get(level) or self.marks.get(level) or self._among(level):
                return unit
        return next((self._tops[level] for level in olds if level in self._tops), None)

    def _counted(self, fits: _Fits, node: Node) -> Unit | None:
        """The nearest change in front that moves the count as all together do."""
        line = self._line(node)
        counts: dict[int, int] = {}
        there: dict[int, tuple[float, Unit]] = {}
        for entry in self._entries:
            if entry.line <= line and entry.node is not node and fits(entry):
                own = id(entry.unit)
                counts[own] = counts.get(own, 0) + entry.count
                there[own] = max(there.get(own, (-1.0, entry.unit)), (entry.line, entry.unit), key=lambda each: each[0])
        total = sum(counts.values())
        known = [own for own, count in counts.items() if count and count * total >= 0]
        return max((there[own] for own in known), key=lambda each: each[0], default=(0, None))[1]

    def _nearest(self, fits: _Fits, line: float) -> Unit | None:
        before = [entry for entry in self._entries if entry.line <= line and fits(entry)]
        return max(before, key=lambda entry: entry.line).unit if before else None

    def _stays(self, old: Node, new: Node) -> bool:
        """Whether a node stands in what it stood in, and nothing of that was moved."""
        ups, levels = [*_around(old)], [*_around(new)]
        return len(ups) == len(levels) and self._moved.isdisjoint(levels) and all(
            self.pairing.of(one) is other for one, other in zip(ups, levels, strict=True))

    def _label(self, side: int, node: Node) -> str:
        """The number of a row, the label below the head of a column: the last of its lines."""
        sheet = (self.pairing.old, self.pairing.new)[side]
        return sheet.words[node.lines[-1]] if node.lines else ""

    # Places

    def _of(self, unit: Unit) -> Iterator[_Entry]:
        for top in self._rows_too(unit.new):
            for node in top.walk():
                yield _Entry(unit, node, 1, self._line(node), _beside(node), node is top)
        for top in self._rows_too(unit.old):
            for node in top.walk():
                above, under = (each and self.pairing.of(each) for each in _beside(node))
                yield _Entry(unit, node, -1, self._behind(node), (above, under), node is top)

    def _rows_too(self, tops: Sequence[Node]) -> Iterator[Node]:
        """What was put in or taken out, with the rows of a group that went with it: rows are counted side by side."""
        with_it = {*tops}
        for top in tops:
            yield top
            for row in top.above.children if top.kind == "row" and top.above else ():
                if row.under in with_it and self.pairing.of(row) is None and row not in with_it:
                    with_it.add(row)
                    yield row

    def _line(self, node: Node) -> float:
        lines = node.all_lines()
        return lines[0] if lines else self._line(node.above) if node.above else 0

    def _behind(self, node: Node) -> float:
        """Where an old node would stand: behind the last line before it that is there and has not moved."""
        lines = node.all_lines()
        at = bisect_left(self._partners, (lines[0] if lines else 0, -1))
        return (self._partners[at - 1][1] if at else -1) + 0.5


def _changes_counts(unit: Unit) -> bool:
    """Whether something was put in, taken out, moved, or has a sign of another series now."""
    return unit.deed in _STRUCTURAL or [*map(_series, unit.old)] != [*map(_series, unit.new)]


def _series(node: Node) -> tuple[str, str]:
    return node.kind, node.series


def marked(node: Node) -> Node:
    """What a mark belongs to: of a heading that runs on it stands at the first line of its text."""
    above = node.above
    runs_on = above is not None and above.kind == "heading" and not above.lines and above.children[0] is node
    return above if above and runs_on else node


def _beside(node: Node) -> tuple[Node | None, Node | None]:
    """What a node stands in, and below which signed line: rows are counted through the groups of their table."""
    return node.above, None if node.kind == "row" else node.under


def _around(node: Node) -> Iterator[Node]:
    """A node and all that it stands in."""
    level: Node | None = node
    while level:
        yield level
        level = level.above


def _form(label: str) -> str:
    """How a label counts: "(1)" for "(4)", "A" for "C" and for "IV"."""
    return _LETTERS.sub(lambda found: "A" if found[0].isupper() else "a", _DIGITS.sub("1", label))
