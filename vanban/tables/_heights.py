"""How high the rows of a grid are: what may be torn, what stays together.

LibreOffice cuts off, without a word, what of an untorn row has no room below a head that is said again.
"""

from functools import lru_cache
from itertools import accumulate

from vanban.metrics import count_lines, text_width
from vanban.model.grid import Cell, Grid, placed
from vanban.model.inline import Figure, Line, Reference, Run, Script, shown_text
from vanban.the_thuc import Kieu, TheThuc
from vanban.units import Length

# A line takes about this much of the size of its letters.
_LINE = 1.15
# Syllables come again and again, in all tables.
_word_width = lru_cache(maxsize=8192)(text_width)


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
    blank = _word_width(" ", style.co_chu)
    words = [_word_widths(line, style.co_chu, cell.role != "chu") for line in cell.paragraphs]
    lines = sum(count_lines(each, inner, blank) for each in words)
    around = style.cach_truoc + style.cach_sau
    return round(lines * style.co_chu * _LINE * style.cach_dong) + len(cell.paragraphs) * around


def _word_widths(line: Line, size: Length, bold: bool) -> list[int]:
    """The widths of the words of a line, of which one may be of several pieces."""
    widths = [0]
    for piece in line:
        face = bold or isinstance(piece, Run | Script | Figure | Reference) and piece.bold
        first, *others = [_word_width(word, size, face) for word in shown_text((piece,)).split(" ")]
        widths[-1] += first
        widths += others
    return widths
