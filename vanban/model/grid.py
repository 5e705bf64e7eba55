"""A table with its spans resolved: what layouts make and the one emitter draws."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from vanban.model.inline import Line
from vanban.model.places import NOWHERE
from vanban.the_thuc.records import Letters
from vanban.units import Length

Align = Literal["trai", "giua", "phai"]
Role = Literal["chu", "dau", "so_cot", "nhom", "ket_thuc"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, how many columns and rows it covers, how its text stands.

    role   plain text, head of a column, number of a column, name of a group, or the end mark of the document
           (without borders)
    origin of what stands in it; of a blank one, of its row
    """

    paragraphs: tuple[Line, ...]
    columns: int = 1
    rows: int = 1
    align: Align = "trai"
    role: Role = "chu"
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Grid:
    """R rows of cells over C columns.

    widths  of the C columns, left to right
    head    the rows that repeat on every page
    rows    the rest; a cell that a span from the left or from above covers is not listed
    keep    indices into `rows` of rows that stay on the page of the row below
    tall    … of rows that may be torn, for they are too high to stand whole on a page
    bound   the columns that have room for what is read together with a number ("Điều 5")
    letters how large they are
    """

    widths: tuple[Length, ...]
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    keep: frozenset[int] = frozenset()
    tall: frozenset[int] = frozenset()
    bound: frozenset[int] = frozenset()
    letters: Letters = ""
    origin: int = field(default=NOWHERE, compare=False)

    def kept_with_next(self) -> "Grid":
        """It, the last row on the page of what comes behind the table. One that may be torn ends wherever it ends."""
        return replace(self, keep=self.keep | ({len(self.rows) - 1} - self.tall))


def placed(rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[int, Cell]]:
    """Every cell of `rows` with the column that it begins in, counted past the cells that reach down from above."""
    reaching: dict[int, tuple[int, int]] = {}  # first column of such a cell → its columns, the rows left of it
    for row in rows:
        column, above, reaching = 0, reaching, {}
        waiting = iter(row)
        while True:
            if column in above:
                columns, left = above[column]
            elif cell := next(waiting, None):
                yield column, cell
                columns, left = cell.columns, cell.rows
            else:
                break
            if left > 1:
                reaching[column] = columns, left - 1
            column += columns
