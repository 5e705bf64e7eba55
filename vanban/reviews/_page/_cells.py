"""The lines of a document → where those of cells stand: which table, row and column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vanban.model.grid import Cell, placed
from vanban.model.printed_lines import PrintedLine


@dataclass(frozen=True, slots=True)
class Seat:
    """The cell of a line: its table among those of its side, its row there, the column that it begins in."""

    table: int
    row: int
    column: int
    cell: Cell

    @property
    def end(self) -> int:
        """The column behind it."""
        return self.column + self.cell.columns


def seats(lines: Sequence[PrintedLine]) -> dict[int, Seat]:
    """The seats of the lines of cells, by the numbers of the lines."""
    out: dict[int, Seat] = {}
    for table, numbers in enumerate(_tables(lines)):
        out |= _of_table(table, numbers, lines)
    return out


def _tables(lines: Sequence[PrintedLine]) -> list[list[int]]:
    """The numbers of the lines of each table: they stand together, and their rows do not go back."""
    out: list[list[int]] = []
    for number, line in enumerate(lines):
        if line.cell is None:
            continue
        above = lines[number - 1] if out and out[-1][-1] == number - 1 else None
        if above is None or above.name != line.name or above.row > line.row:
            out.append([])
        out[-1].append(number)
    return out


def _of_table(table: int, numbers: Sequence[int], lines: Sequence[PrintedLine]) -> Iterator[tuple[int, Seat]]:
    rows: dict[int, list[tuple[Cell, list[int]]]] = {}
    for number in numbers:
        line = lines[number]
        row = rows.setdefault(line.row, [])
        if line.cell is not None and not (row and row[-1][0] is line.cell):
            row.append((line.cell, []))
        row[-1][1].append(number)
    columns = placed(tuple(cell for cell, _ in row) for row in rows.values())
    for number_of_row, row in rows.items():
        for cell, held in row:
            column, _ = next(columns)
            yield from ((number, Seat(table, number_of_row, column, cell)) for number in held)
