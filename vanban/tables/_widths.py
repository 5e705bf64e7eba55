"""Widths of the columns of a table, so that no word and no figure is broken across lines."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vanban.metrics import text_width
from vanban.model.grid import Grid, placed
from vanban.model.inline import shown_text
from vanban.text import bind_dashes
from vanban.the_thuc import TheThuc
from vanban.units import Length

# Rounding in a layout program must not break a word that fits to the last unit.
_SLACK = 1.02


def with_widths(
    grid: Grid, shares: Sequence[int], fixed: Mapping[int, Length], width: Length, the_thuc: TheThuc
) -> tuple[Grid, dict[int, Length]]:
    """`grid` with the widths of its columns, and what the columns need whose fixed width breaks a word.

    shares   what each column would take of the width that those of `fixed` leave
    """
    needed = _needed(grid, len(shares), the_thuc)
    narrow = {column: needed[column] for column, wanted in fixed.items() if wanted < needed[column]}
    return replace(grid, widths=column_widths(shares, fixed, needed, width)), narrow


def column_widths(
    shares: Sequence[int], fixed: Mapping[int, Length], needed: Sequence[Length], width: Length
) -> tuple[Length, ...]:
    """Widths of the columns, left to right, summing exactly to `width` where one of them has no fixed width.

    A column whose longest word needs more than its share gets what the word needs; the others share the rest.
    Rounding goes to the last column without a fixed width. What cannot stand on `width` at all is as wide as it needs.
    """
    least = [fixed.get(column, each) for column, each in enumerate(needed)]
    if sum(least) > width:
        return tuple(least)
    settled = dict(fixed)
    while True:
        left = width - sum(settled.values())
        total = sum(share for column, share in enumerate(shares) if column not in settled)
        tight = {
            column: needed[column] for column, share in enumerate(shares)
            if column not in settled and left * share // total < needed[column]
        }
        if not tight or len(settled) + len(tight) == len(shares):
            break
        settled |= tight
    widths = [settled.get(column) or Length(left * share // total) for column, share in enumerate(shares)]
    if last := [column for column in range(len(shares)) if column not in fixed]:
        widths[last[-1]] += width - sum(widths)
    return tuple(widths)


def _needed(grid: Grid, count: int, the_thuc: TheThuc) -> list[Length]:
    """What the longest word of each column needs, with the margins of a cell; cells over several do not count."""
    size, margin = the_thuc.kieu["VB_BangChu"].co_chu, the_thuc.kieu["VB_Bang"].le_o
    words: list[set[tuple[str, bool]]] = [set() for _ in range(count)]
    for rows in (grid.head, grid.rows):
        for column, cell in placed(rows):
            if cell.columns == 1:
                texts = [bind_dashes(shown_text(line)) for line in cell.paragraphs]
                words[column].update((word, cell.role != "chu") for text in texts for word in text.split(" "))
    return [
        Length(round(max((text_width(word, size, bold=bold) for word, bold in each), default=0) * _SLACK) + 2 * margin)
        for each in words
    ]
