"""The lines of a drawn table → its columns, its rows, their cells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from vanban.compare.sheet import Node
from vanban.compare.wording import quoted
from vanban.model.document import NhiemVu, VanBan
from vanban.model.grid import Cell, placed
from vanban.model.inline import shown_text
from vanban.model.table import SO_THU_TU, BangBieu, Cot, Hang
from vanban.the_thuc import latest

# The columns of a table of tasks that print bodies; those of a table of their results that print what the plan says.
_BODIES = ("chu_tri", "phoi_hop")
_OF_PLAN = ("noi_dung", "chu_tri", "thoi_gian")
_RESULTS = "ket_qua_nhiem_vu"
# What stands before the words that a report prints of its plan, and before what the machine adds up.
PRINTED, TOTAL = "[kế hoạch] ", "[tổng]"


@dataclass(slots=True)
class TableOutline:
    """Puts a table below its node; `take` gives a node the next line of the sheet.

    plan  the tasks of the plan that the document reports on, by their ids
    """

    table: BangBieu
    node: Node
    van_ban: VanBan
    take: Callable[[Node], Node]
    plan: Mapping[str, NhiemVu] = field(default_factory=dict)
    _columns: list[Node] = field(default_factory=list)
    _leaves: list[tuple[Cot, str]] = field(default_factory=list)
    _group: str = ""
    _tasks: dict[str, NhiemVu] = field(default_factory=dict)
    _above: dict[int, tuple[Cell, Node]] = field(default_factory=dict)

    def outline(self) -> None:
        grid = self.table.grid
        if grid is None:
            raise ValueError(f"table {self.table.ma!r} is not drawn")
        self._tasks = {task.ma: task for group in self.van_ban.nhiem_vu for task in group.gom if task.ma}
        for leaf in self.table.leaves:
            title = shown_text(leaf.tieu_de)
            for part in range(leaf.tach):
                self._leaves.append((leaf, leaf.ma if part == 0 else f"{leaf.ma}/{part + 1}"))
            place = f"cột {quoted(title)}, {self.node.place}" if title else self.node.place
            self._columns.append(Node("column", leaf.ma, place, origin=leaf.origin))
        self._heads(grid.head)
        for column in self._columns:
            self.node.add(column)
        rows = drawn(self.table.hang)
        if len(rows) != len(grid.rows):
            raise ValueError(f"table {self.table.ma!r} is drawn in {len(grid.rows)} rows and has {len(rows)}")
        waiting, nodes = iter([*placed(grid.rows)]), list[Node]()
        for count, (cells, drawn_row) in enumerate(zip(grid.rows, rows, strict=True), 1):
            under = nodes[drawn_row.under] if drawn_row.under is not None else None
            nodes.append(self._row(count, drawn_row, under, [next(waiting) for _ in cells]))

    def _heads(self, head: tuple[tuple[Cell, ...], ...]) -> None:
        """What stands above one column belongs to it; what stands above several is a head."""
        starts = [index for index, (_, ma) in enumerate(self._leaves) if "/" not in ma]
        for at, cell in [*placed(head)]:
            first = next(index for index in reversed(range(len(starts))) if starts[index] <= at)
            holder = self._columns[first]
            if first + 1 < len(starts) and starts[first + 1] < at + cell.columns:
                place = f"đầu cột {quoted(' '.join(map(shown_text, cell.paragraphs)))}, {self.node.place}"
                holder = self.node.add(Node("head", place=place, origin=cell.origin))
            for _ in cell.paragraphs:
                before = holder.typed
                self.take(holder)
                if cell.role == "so_cot":  # the machine counts
                    holder.typed = before

    def _row(self, count: int, drawn_row: "Drawn", under: Node | None, cells: list[tuple[int, Cell]]) -> Node:
        ma, row = drawn_row.ma, drawn_row.row
        here = self.node.add(Node("row", ma, under=under, origin=row.origin))
        number = ""
        for at, cell in cells:
            leaf, name = self._leaves[at]
            is_number = leaf.ma == SO_THU_TU and cell.role == "chu"
            if (above := self._above.get(at)) and _is_said_again(cell, above[0]):
                self._take(above[1], cell, above[1].typed)
                continue
            if is_number:
                number = " ".join(map(shown_text, cell.paragraphs))
                below = here
                self._take(here, cell, row.danh_so)
            else:
                below = here.add(Node("cell", "nhom" if cell.role == "nhom" else name, origin=cell.origin))
                self._take(below, cell, self._typed(ma, row, leaf.ma) or None)
                if self.table.written_from == _RESULTS:
                    below.typed = _of_results(below, leaf.ma)
            self._above[at] = cell, below
        self._name(here, count, number, bool(row.nhom))
        return here

    def _take(self, node: Node, cell: Cell, typed: str | None) -> None:
        """Gives a node the lines of a cell; `typed` is what was typed for them, None where it is what they say."""
        for _ in cell.paragraphs:
            self.take(node)
        node.typed = node.typed if typed is None else typed

    def _typed(self, ma: str, row: Hang, column: str) -> str:
        """What a cell is worked out from, where its words were not typed: a total, bodies by their ids; else ""."""
        if any(entry.cot == column for entry in row.totals) and not any(entry.cot == column for entry in row.entries):
            return TOTAL
        own, _, part = ma.partition("/")
        if self.table.written_from == _RESULTS and column == "chu_tri" and (task := self.plan.get(ma)):
            return "; ".join(dict.fromkeys(f"[[{each}]]" for share in task.phan_cong for each in share.chu_tri))
        if self.table.written_from == "nhiem_vu" and column in _BODIES and (task := self._tasks.get(own)):
            bodies = getattr(task.phan_cong[int(part or 1) - 1], column)
            return "; ".join(f"[[{each}]]" for each in bodies)
        return f"[can_cu {ma}]" if self.table.written_from == "danh_muc" and ma else ""

    def _name(self, row: Node, count: int, number: str, is_group: bool) -> None:
        """Says where the row and its cells stand: a row by its number on paper, by its place where it has none."""
        called = f"hàng {number.rstrip('.')}" if number.strip("-. ") else f"hàng thứ {count}"
        if is_group:
            called = self._group = called.replace("hàng ", "nhóm ", 1)
        elif self._group:
            called = f"{called} {self._group}"
        row.place = f"{called}, {self.node.place}"
        for cell in row.children:
            title = next((shown_text(leaf.tieu_de) for leaf, ma in self._leaves if ma == cell.ma), "")
            cell.place = f"cột {quoted(title)}, {row.place}" if title else row.place


def _of_results(cell: Node, column: str) -> str:
    """What was typed for a cell of the results of tasks: what the plan says, a state with the number of its tasks."""
    if cell.ma == "nhom":
        return f"{TOTAL} {cell.typed.partition(':')[0]}"
    return f"{PRINTED}{cell.typed}" if column in _OF_PLAN else cell.typed


def _is_said_again(cell: Cell, first: Cell) -> bool:
    """Whether a cell is a further part of one that reaches down over more rows than a page has room for: it says the
    same, and that this goes on; nothing where that said nothing."""
    if cell.origin != first.origin or cell.columns != first.columns:
        return False
    words, before = (" ".join(map(shown_text, each.paragraphs)) for each in (cell, first))
    goes_on = latest("nha_nuoc").words("tiep_theo")
    return words in (goes_on, f"{before} {goes_on}") if words else not before and max(cell.rows, first.rows) > 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row as it is drawn: its id, and the place among all of the row that it belongs to; None where it is of none."""

    ma: str
    row: Hang
    under: int | None = None


def drawn(rows: tuple[Hang, ...]) -> list[Drawn]:
    """The rows of a table as they are drawn: in place of a row over rows its parts ("ma", "ma/2"); what a row is a
    breakdown by stands beside the rows below it. Rows belong to their group, further parts to the first one."""
    out: list[Drawn] = []

    def draw(row: Hang, under: int | None) -> None:
        first = len(out)
        if row.chia_hang and not row.nhom:
            out.append(Drawn(row.ma, row.chia_hang[0], under))
            out.extend(Drawn(f"{row.ma}/{count}" if row.ma else row.ma, part, first)
                       for count, part in enumerate(row.chia_hang[1:], 2))
        else:
            out.append(Drawn(row.ma, row, under))
        for below in row.gom:
            if row.chia_theo:
                out.append(Drawn(below.ma, below, first))
            else:
                draw(below, first)

    for row in rows:
        draw(row, None)
    return out
