"""The pairs of two sheets → what was done: put in, taken out, moved, said otherwise. What follows of it comes later."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vanban.compare.looks import looks, notes_at
from vanban.compare.moving import moved
from vanban.compare.pairing import Pairing
from vanban.compare.sheet import Node, Sheet
from vanban.compare.table_outline import PRINTED
from vanban.model.change import CauseKind, Deed, Subject

_SUBJECTS: dict[str, Subject] = {
    "heading": "heading", "text": "text", "table": "table", "row": "row", "column": "column", "head": "column",
    "cell": "cell", "note": "note", "picture": "picture", "below": "text", "body": "text", "notes": "note",
}
_ZONES: dict[str, Subject] = {
    "can_cu": "legal_basis", "noi_nhan": "recipient", "so_ky_hieu": "number_date", "ngay_thang": "number_date",
    "quyen_han": "signer", "chuc_vu_khac": "signer", "ho_ten": "signer",
}
# What says the number of its row, the labels of its columns.
_LABELLED = ("row", "column", "head", "below")
# What several zones print of one thing is one change.
_AS_ONE: tuple[Subject, ...] = ("signer", "number_date")


@dataclass(eq=False, slots=True)
class Unit:
    """A change in the making: the nodes that it takes in on both sides, and their lines.

    said  of what shows in no line: what it was, what it is now
    placed  tables and pictures that stand elsewhere now, for what placed them is gone or new
    """

    subject: Subject
    deed: Deed
    cause: CauseKind
    old: list[Node] = field(default_factory=list)
    new: list[Node] = field(default_factory=list)
    old_lines: list[int] = field(default_factory=list)
    new_lines: list[int] = field(default_factory=list)
    said: tuple[str, str] = ("", "")
    placed: list[tuple[Node, Node]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Derived:
    """A node whose words are others though the same was typed for it, or whose mark is. is_again: a cell that is said
    again elsewhere, or no longer, for the rows beside it are higher or lower now."""

    old: Node
    new: Node
    is_mark: bool
    is_again: bool = False


def subject_of(node: Node) -> Subject:
    """What a change of the node is a change of."""
    zone = node.above if node.kind == "zone_line" else node if node.kind == "zone" else None
    return _ZONES.get(zone.ma, "zone") if zone else _SUBJECTS[node.kind]


def units(pairing: Pairing) -> tuple[list[Unit], list[Derived]]:
    """What was done, and what has become other without that anybody typed it."""
    alone = [*_alone(pairing, pairing.old, "removed"), *_alone(pairing, pairing.new, "added")]
    found = [*alone, *_moved(pairing, _gone_by_themselves(pairing, alone))]
    derived: list[Derived] = []
    for old, new in pairing.pairs():
        if unit := _said_otherwise(pairing, old, new):
            found.append(unit)
        derived += _derived(pairing, old, new)
    return _as_one(_of_plan(found, pairing)), derived


# Put in, taken out


def _alone(pairing: Pairing, sheet: Sheet, deed: Deed) -> Iterator[Unit]:
    """Nodes without partner, each with all that stands in it, or below it, and has none either."""
    units: dict[Node, Unit] = {}
    callers = _callers(sheet)
    for node in sheet.root.walk():
        if pairing.of(node) is None:
            unit = next((units[each] for each in _holders(node, callers) if each in units), None)
            if unit is None:
                unit = Unit(subject_of(node), deed, "text")
                (unit.new if deed == "added" else unit.old).append(node)
            units[node] = unit
            (unit.new_lines if deed == "added" else unit.old_lines).extend(node.lines)
    yield from (unit for unit in dict.fromkeys(units.values()) if unit.old_lines or unit.new_lines)


def _holders(node: Node, callers: Mapping[str, Node]) -> Iterator[Node | None]:
    """What a node is put in or taken out with: what it stands in, the line that it belongs to, its column, the line
    that calls a note, the line before it that the same sign has printed."""
    if node.kind == "cell":
        yield _column(node)
    yield from (node.above, node.under)
    if node.kind == "note":
        yield callers.get(node.ma)
    if node.kind == "zone_line" and node.above:
        yield from (each for each in node.above.children if each.origin == node.origin)


def _callers(sheet: Sheet) -> dict[str, Node]:
    """The nodes that call the notes of a document, by the ids of these."""
    return {ma: node for node in sheet.root.walk() for line in node.lines for ma in notes_at(sheet.lines[line].line)}


def _column(cell: Node) -> Node | None:
    """The column of a cell."""
    table = cell.above.above if cell.above else None
    own = cell.ma.partition("/")[0]
    return next((node for node in table.children if node.kind == "column" and node.ma == own), None) if table else None


# Moved


def _gone_by_themselves(pairing: Pairing, alone: Sequence[Unit]) -> set[Node]:
    """What has moved, but for tables and pictures that only followed: the line in which they were placed was taken out,
    or put in. They go to the change that it is."""
    changes = {node: unit for unit in alone for top in (*unit.old, *unit.new) for node in top.walk()}
    gone = moved(pairing)
    for old in [node for node in gone if node.kind in ("table", "picture")]:
        new = pairing.of(old)
        placers = (old.placed_by, new.placed_by if new else None)
        if new and (unit := next((changes[each] for each in placers if each in changes), None)):
            unit.placed.append((old, new))
            gone.discard(old)
    return gone


def _moved(pairing: Pairing, gone: set[Node]) -> Iterator[Unit]:
    """What stands elsewhere now; what moved side by side moved together."""
    holders: dict[Node, Unit] = {}
    last: tuple[Node, Node] | None = None
    for old, new in pairing.pairs():
        if old not in gone:
            continue
        unit = holders.get(old.under) if old.under and new.under is pairing.of(old.under) else None
        if unit is None and last and _follows(last[0], old) and _follows(last[1], new):
            unit = holders[last[0]]
        if unit is None:
            yield (unit := Unit(subject_of(old), "moved", "text"))
        holders[old] = unit
        unit.old.append(old)
        unit.new.append(new)
        for one in _whole(old):
            if other := pairing.of(one):
                unit.old_lines += one.lines
                unit.new_lines += other.lines
        last = old, new


def _whole(node: Node) -> Iterator[Node]:
    """A node and what moves with it: of a column its cells."""
    yield from node.walk()
    if node.kind == "column" and node.above:
        for row in node.above.children:
            yield from (cell for cell in row.children if cell.ma.partition("/")[0] == node.ma)


def _follows(before: Node, node: Node) -> bool:
    """Whether it stands right behind the other one."""
    if node.above is not before.above or node.above is None:
        return False
    at = node.above.children.index(node)
    return at > 0 and node.above.children[at - 1] is before


# Said otherwise


def _said_otherwise(pairing: Pairing, old: Node, new: Node) -> Unit | None:
    """What was typed in place of what, or looks otherwise; None where a pair says the same in the same letters."""
    before, after = ([sheet.lines[line].line for line in node.lines]
                     for sheet, node in ((pairing.old, old), (pairing.new, new)))
    words = [[sheet.words[line] for line in node.lines] for sheet, node in ((pairing.old, old), (pairing.new, new))]
    cause: CauseKind = "text"
    if old.typed == new.typed or words[0] == words[1] and old.kind != "picture":
        is_same_series = old.series == new.series or old.kind == "heading"
        if words[0] != words[1] or is_same_series and looks(before) == looks(after):
            return None
        cause = "format"
    return Unit(subject_of(new), "changed", cause, [old], [new], [*old.lines], [*new.lines])


def _derived(pairing: Pairing, old: Node, new: Node) -> Iterator[Derived]:
    """Lines of a pair whose words or mark the machine gives otherwise now."""
    if old.kind in ("cell", "row") and old.typed == new.typed and _parts(pairing.old, old) != _parts(pairing.new, new):
        yield Derived(old, new, is_mark=False, is_again=True)
        return
    if len(old.lines) != len(new.lines):
        if old.typed == new.typed:  # a name in other lines; a mark that stands alone now, or no longer
            yield Derived(old, new, is_mark=old.kind != "zone")
        return
    lines = [*zip(old.lines, new.lines, strict=True)]
    if old.typed == new.typed and any(pairing.old.words[one] != pairing.new.words[other] for one, other in lines):
        yield Derived(old, new, is_mark=old.kind in _LABELLED)
    if not lines and old.mark != new.mark:
        yield Derived(old, new, is_mark=True)
    if (old.series == new.series or old.kind == "heading") and any(
        pairing.old.lines[one].line.mark != pairing.new.lines[other].line.mark for one, other in lines
    ):
        yield Derived(old, new, is_mark=True)


def _parts(sheet: Sheet, cell: Node) -> list[int]:
    """How far below its first row each line of a cell stands."""
    rows = [sheet.lines[line].line.row for line in cell.lines]
    return [row - rows[0] for row in rows]


def _of_plan(found: Sequence[Unit], pairing: Pairing) -> list[Unit]:
    """Cells that print what a plan says otherwise now, as one change, which says so: nobody has typed in them."""
    out: list[Unit] = []
    first: Unit | None = None
    for unit in found:
        if unit.deed != "changed" or not all(node.typed.startswith(PRINTED) for node in (*unit.old, *unit.new)):
            out.append(unit)
        elif first is None:
            first = unit
            unit.subject, unit.said = "table", (pairing.old.document.plan[0], pairing.new.document.plan[0])
            out.append(unit)
        else:
            _join(first, unit)
    return out


def _join(first: Unit, unit: Unit) -> None:
    for name in ("old", "new", "old_lines", "new_lines"):
        getattr(first, name).extend(getattr(unit, name))


def _as_one(found: Sequence[Unit]) -> list[Unit]:
    """Changes of one thing that several zones print, as one; the mark of a draft goes with number and day."""
    dated = next((unit for unit in found if unit.subject == "number_date"), None)
    if dated:
        for unit in found:
            if unit.deed != "changed" and any(node.ma == "du_thao" for node in (*unit.old, *unit.new)):
                unit.subject, unit.deed = "number_date", "changed"
        found = [dated, *(unit for unit in found if unit is not dated)]
    out: list[Unit] = []
    together: dict[Subject, Unit] = {}
    for unit in found:
        first = together.get(unit.subject)
        if first is None:
            out.append(unit)
            if unit.subject in _AS_ONE:
                together[unit.subject] = unit
            continue
        first.deed = first.deed if first.deed == unit.deed else "changed"
        _join(first, unit)
    return out
