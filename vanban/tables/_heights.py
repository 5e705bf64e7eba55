"""Rows of a table that are too high to stand whole on a page: those may be torn, all others may not.

LibreOffice cuts off, without a word, what of an untorn row has no room below a head that is said again.
"""

from itertools import accumulate

from vanban.model.grid import Cell, Grid, placed
from vanban.model.inline import shown_text
from vanban.the_thuc import TheThuc
from vanban.units import Length

# A letter takes about this much of its size; a line as much above it.
_LETTER, _LINE = 0.48, 1.15
# From this share of a page on a row is torn rather than that it leaves so much of the page before it empty.
_SHARE = 0.5


def tall_rows(grid: Grid, height: Length, the_thuc: TheThuc) -> frozenset[int]:
    """Indices into the rows of `grid` of those that are higher than half of `height`, the room on a page."""
    style, margin = the_thuc.kieu[f"VB_BangChu{grid.letters}"], the_thuc.kieu["VB_Bang"].le_o
    most = int(height * _SHARE / (style.co_chu * _LINE * style.cach_dong))
    edges = [0, *accumulate(grid.widths)]
    owners = (index for index, row in enumerate(grid.rows) for _ in row)
    tall: set[int] = set()
    for index, (column, cell) in zip(owners, placed(grid.rows), strict=True):
        inner = edges[column + cell.columns] - edges[column] - 2 * margin
        if cell.rows == 1 and _lines(cell, max(1, int(inner / (style.co_chu * _LETTER)))) > most:
            tall.add(index)
    return frozenset(tall)


def _lines(cell: Cell, letters: int) -> int:
    """How many lines the text of a cell takes, of so many letters each."""
    return sum(max(1, -(-len(shown_text(line)) // letters)) for line in cell.paragraphs)
