"""Two tables that are one table → its columns, rows and cells on both sides.

Columns by their ids, else by their heads; rows by the ids of their records, else by what stands in the columns that
both have; a cell is where its row and its column are.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from vanban.compare.sheet import Node
from vanban.order import common

Add = Callable[[Node, Node], None]
PairLists = Callable[[Sequence[Node], Sequence[Node]], None]


def pair_columns(old: Node, new: Node, add: Add, pair: PairLists) -> None:
    """The columns, and the heads above several of them; `pair` pairs what ids do not tell."""
    _by_id(of_kind(old, "column"), of_kind(new, "column"), add)
    for kind in ("column", "head"):
        pair(of_kind(old, kind), of_kind(new, kind))


def pair_row_ids(old: Node, new: Node, add: Add) -> None:
    """The rows that have the same id; of ids that stand several times in order."""
    _by_id(of_kind(old, "row"), of_kind(new, "row"), add)


def pair_cells(old: Node, new: Node, columns: dict[str, str], add: Add) -> None:
    """The cells of one row; `columns` leads from the id of a column to the one that it has in the new table."""
    others = {cell.ma: cell for cell in new.children}
    for cell in old.children:
        own, slash, part = cell.ma.partition("/")
        if other := others.get(f"{columns.get(own, own)}{slash}{part}"):
            add(cell, other)


def column_ids(old: Node, partner: Callable[[Node], Node | None]) -> dict[str, str]:
    """The id that each column of the old table has in the new one; nothing for one that is gone."""
    return {column.ma: other.ma if (other := partner(column)) else "" for column in of_kind(old, "column")}


def row_words(row: Node, columns: dict[str, str]) -> tuple[object, ...]:
    """What was typed in the cells of columns that the new table has too, by the ids that they have there, in whatever
    order the columns stand; the name of a group."""
    cells = [(columns.get(cell.ma.partition("/")[0], "" if cell.ma != "nhom" else "nhom"), cell.ma, cell.typed)
             for cell in row.children]
    return (row.typed, *sorted((name, ma.partition("/")[2], typed) for name, ma, typed in cells if name))


def _by_id(old: Sequence[Node], new: Sequence[Node], add: Add) -> None:
    """Ids that stand once on both sides wherever they stand; those that stand several times as often as they can, in
    order."""
    olds, news = [[node for node in nodes if node.ma] for nodes in (old, new)]
    counts = [Counter(node.ma for node in nodes) for nodes in (olds, news)]
    once = {node.ma: node for node in news if counts[0][node.ma] == counts[1][node.ma] == 1}
    for node in olds:
        if node.ma in once:
            add(node, once[node.ma])
    olds, news = [[node for node in nodes if node.ma not in once] for nodes in (olds, news)]
    for one, other in common([node.ma for node in olds], [node.ma for node in news]):
        add(olds[one], news[other])


def of_kind(table: Node, kind: str) -> list[Node]:
    """The rows, the columns, … of a table."""
    return [node for node in table.children if node.kind == kind]
