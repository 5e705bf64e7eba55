"""Widths of the columns of a table, so that no word and no figure is broken across lines."""

from collections.abc import Sequence

from vanban.metrics import text_width
from vanban.model.grid import Cell, Grid
from vanban.model.inline import shown_text
from vanban.text import bind
from vanban.the_thuc import TheThuc
from vanban.units import Length

# Rounding in a layout program must not break a word that fits to the last unit.
_SLACK = 1.02


def column_widths(
    shares: Sequence[int], rows: Sequence[tuple[Cell, ...]], width: Length, the_thuc: TheThuc
) -> tuple[Length, ...]:
    """Widths of the columns, left to right, summing exactly to `width`.

    shares   what each column would take of the width
    rows     all rows, head rows too; cells over several columns do not count

    A column whose longest word needs more than its share gets what the word needs, with the margins of a cell;
    the others share the rest. Rounding goes to the last column.
    """
    needed = [_longest_word(rows, column, the_thuc) for column in range(len(shares))]
    fixed: dict[int, Length] = {}
    while True:
        left = width - sum(fixed.values())
        total = sum(share for column, share in enumerate(shares) if column not in fixed)
        tight = {c: needed[c] for c, share in enumerate(shares) if c not in fixed and left * share // total < needed[c]}
        if not tight or len(fixed) + len(tight) == len(shares):
            break
        fixed |= tight
    widths = [fixed.get(c) or Length(left * share // total) for c, share in enumerate(shares)]
    return (*widths[:-1], Length(width - sum(widths[:-1])))


def resolved(grid: Grid, shares: Sequence[int], width: Length, the_thuc: TheThuc) -> Grid:
    """`grid` with the widths of its columns."""
    return Grid(column_widths(shares, (*grid.head, *grid.rows), width, the_thuc), grid.head, grid.rows, grid.keep)


def _longest_word(rows: Sequence[tuple[Cell, ...]], column: int, the_thuc: TheThuc) -> Length:
    size, margin = the_thuc.kieu["VB_BangChu"].co_chu, the_thuc.kieu["VB_Bang"].le_o
    words = {
        (word, cell.role != "chu") for row in rows for cell in _in_column(row, column)
        for line in cell.paragraphs for word in bind(shown_text(line)).split(" ")
    }
    widest = max((text_width(word, size, bold=bold) for word, bold in words), default=Length(0))
    return Length(round(widest * _SLACK) + 2 * margin)


def _in_column(row: tuple[Cell, ...], column: int) -> tuple[Cell, ...]:
    """The cell of `row` that stands in `column` alone."""
    at = 0
    for cell in row:
        if at == column and cell.columns == 1:
            return (cell,)
        at += cell.columns
    return ()
