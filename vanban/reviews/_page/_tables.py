"""The lines of cells of one table on two sides → the rows of the table that shows both, and its columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from vanban.reviews._page._blocks import Block, DrawnCell
from vanban.reviews._page._cells import Seat
from vanban.reviews._page._columns import Column, Columns, both_columns
from vanban.reviews._page._entries import State
from vanban.reviews._page._lines import Line


@dataclass(slots=True)
class Run:
    """Lines of cells of one table; old, new: that table among those of its side, None where it is on one side only."""

    lines: list[Line] = field(default_factory=list)
    old: int | None = None
    new: int | None = None

    def takes(self, line: Line) -> bool:
        """Whether a line is of the same table."""
        tables = (self.old, line.old), (self.new, line.new)
        return all(None in (own, seat) or seat and own == seat.table for own, seat in tables)

    def take(self, line: Line) -> None:
        self.lines.append(line)
        self.old = line.old.table if self.old is None and line.old else self.old
        self.new = line.new.table if self.new is None and line.new else self.new


def runs(lines: Sequence[Line]) -> Iterator[Run]:
    """Lines of cells that stand together, table by table."""
    run = Run()
    for line in lines:
        if run.lines and not run.takes(line):
            yield run
            run = Run()
        run.take(line)
    yield run


def rows(run: Run, table: int) -> tuple[list[Block], list[Column]]:
    """The rows of the table with that number, and its columns."""
    columns = _columns(run.lines)
    grouped: dict[tuple[bool, int], list[Line]] = {}
    partners = {line.old.row: line.new.row for line in run.lines if line.old and line.new and line.state == "both"}
    for line in run.lines:
        grouped.setdefault(_row_of(line, partners), []).append(line)
    made = [_row(each, table, columns) for each in grouped.values()]
    single = [cell for row in made for cell in row.cells if cell.columns == 1]
    return made, columns.drawn((cell.column, line.printed.text) for cell in single for line in cell.lines)


def _columns(lines: Sequence[Line]) -> Columns:
    """The columns of both sides; one that moved stands in both of its places, so its own cells pair none."""
    staying = [line for line in lines if line.state == "both"]
    old, new = (max((seat.end for seat in side if seat), default=0)
                for side in ([line.old for line in lines], [line.new for line in lines]))
    return both_columns(old, new, [(line.old.column, line.new.column) for line in staying or lines
                                   if line.old and line.new and line.old.cell.columns == line.new.cell.columns == 1])


def _row_of(line: Line, partners: dict[int, int]) -> tuple[bool, int]:
    """The row of the page that a line stands in: one of the new side, else one of the old side."""
    seat = _seat(line)
    if line.is_new:
        return True, seat.row
    return (True, partners[seat.row]) if seat.row in partners else (False, seat.row)  # gone alone, or its column moved


def _row(lines: Sequence[Line], table: int, columns: Columns) -> Block:
    cells = [_cell([*same], columns) for _, same in groupby(lines, lambda line: id(_seat(line).cell))]
    states = {cell.state for cell in cells}
    state: State = states.pop() if len(states) == 1 else "both"
    return Block("row", state, tuple(lines), "", table, tuple(sorted(cells, key=lambda cell: cell.column)))


def _cell(lines: list[Line], columns: Columns) -> DrawnCell:
    seat, own = _seat(lines[0]), columns.new if lines[0].is_new else columns.old
    first, last = own[seat.column], own[seat.end - 1]
    states = {line.state for line in lines}
    state: State = states.pop() if len(states) == 1 else "both"
    return DrawnCell(first, last - first + 1, state, seat.cell.align, seat.cell.role, tuple(lines))


def _seat(line: Line) -> Seat:
    if line.seat is None:
        raise ValueError("a line of a cell without its cell")
    return line.seat
