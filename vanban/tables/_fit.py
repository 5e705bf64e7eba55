"""A grid → the same with the widths of its columns, in letters as large as fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vanban.model.grid import Grid
from vanban.tables._needs import Need, needs
from vanban.tables._widths import column_widths
from vanban.the_thuc import LETTERS, TheThuc
from vanban.units import Length


@dataclass(frozen=True, slots=True)
class Fitted:
    """The grid, what its columns need in its letters, and in those of the table's own size."""

    grid: Grid
    needs: Sequence[Need]
    in_full: Sequence[Need]


def fit(
    grid: Grid, shares: Sequence[int], fixed: Mapping[int, Length], width: Length, the_thuc: TheThuc
) -> Fitted:
    """`grid` fitted to that `width`. Where it fits in no letters, it has the smallest.

    shares, fixed   what is stated of its columns; no shares where no column says one
    """
    count, margin = _columns(grid), the_thuc.kieu["VB_Bang"].le_o
    found: list[list[Need]] = []
    for letters in LETTERS:
        size = the_thuc.kieu[f"VB_BangChu{letters}"].co_chu
        found.append(needs(grid, count, fixed, size, margin))
        if _fits(found[-1], fixed, width):
            break
    widths = column_widths(found[-1], fixed, shares, width)
    bound = frozenset(column for column, need in enumerate(found[-1]) if need.bound <= widths[column])
    return Fitted(replace(grid, widths=widths, letters=letters, bound=bound), found[-1], found[0])


def _fits(needed: Sequence[Need], fixed: Mapping[int, Length], width: Length) -> bool:
    taken = sum(fixed.get(column, need.word) for column, need in enumerate(needed))
    return taken <= width and all(needed[column].word <= stated for column, stated in fixed.items())


def _columns(grid: Grid) -> int:
    return sum(cell.columns for row in grid.head[:1] for cell in row)
