"""How high the rows of a grid are, roughly: what may be torn, what stays together.

LibreOffice cuts off, without a word, what of an untorn row has no room below a head that is said again.
"""

from itertools import accumulate

from vanban.model.grid import Cell, Grid, placed
from vanban.model.inline import shown_text
from vanban.the_thuc import Kieu, TheThuc

# A letter takes about this much of its size; a line as much above it.
_LETTER, _LINE = 0.48, 1.15


def row_heights(grid: Grid, the_thuc: TheThuc) -> list[int]:
    """The height of each row. What a cell over several rows needs beyond these, the last of them has, as on paper."""
    style, margin = the_thuc.kieu[f"VB_BangChu{grid.letters}"], the_thuc.kieu["VB_Bang"].le_o
    edges = [0, *accumulate(grid.widths)]
    heights = [0] * len(grid.rows)
    over: list[tuple[int, int, int]] = []
    owners = (index for index, row in enumerate(grid.rows) for _ in row)
    for index, (column, cell) in zip(owners, placed(grid.rows), strict=True):
        height = cell_height(cell, edges[column + cell.columns] - edges[column] - 2 * margin, style)
        if cell.rows == 1:
            heights[index] = max(heights[index], height)
        else:
            over.append((cell.rows, index, height))
    for rows, index, height in sorted(over):
        heights[index + rows - 1] += max(0, height - sum(heights[index : index + rows]))
    return heights


def cell_height(cell: Cell, inner: int, style: Kieu) -> int:
    """The height of a cell alone, whose text has that width."""
    letters = max(1, int(inner / (style.co_chu * _LETTER)))
    lines = sum(max(1, -(-len(shown_text(line)) // letters)) for line in cell.paragraphs)
    around = style.cach_truoc + style.cach_sau
    return round(lines * style.co_chu * _LINE * style.cach_dong) + len(cell.paragraphs) * around
