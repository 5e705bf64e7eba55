"""Which rows of a grid stay on one page, and cells merged downwards over more rows than that: said again in parts.

Neither Word nor LibreOffice says such a cell again on the next page, and where the pages break nobody knows before they
have set them. So the rows beside a merged cell stay together as long as they fit on a page below the head; more of them
are cut into parts of which no two fit there, so that each begins a page of its own, and each says what the cell says.
Behind it stands that this goes on: a figure that was only repeated would be added up twice.

The first part fills what is left of its page where that is known: in a table that opens an annex, and behind another
cell that was cut. Elsewhere it is little more than half a page, so that it has room on most pages. The others are as
high as a page, and the last is what is left.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from vanban.metrics import text_width
from vanban.model.grid import Cell, Grid, placed
from vanban.model.inline import NoteMark, Run, shown_text
from vanban.tables._heights import cell_height, row_heights
from vanban.the_thuc import TheThuc
from vanban.units import Length

# From this share of a page on rows are torn, or cut apart, rather than that they leave so much of a page empty; a last
# row, which stays with what comes behind it, the signature say, only from a larger one on.
_WHOLE, _LAST = 0.5, 0.7
# Rows beside a merged cell are sure to fit into this share of the room below the head, as exactly as they are measured.
_SURE = 0.95
# A first part has room on most pages; what is left of one is used from this share on; no last part is lower.
_ANYWHERE, _LITTLE, _CRUMB = 0.55, 0.3, 0.1

# A cell with the row and the column in which it begins.
_Placed = tuple[int, int, Cell]


def set_together(grid: Grid, height: Length, the_thuc: TheThuc, above: Length | None = None) -> Grid:
    """`grid` with the rows that may be torn, those that stay with the next, and merged cells in parts.

    height  the room on a page
    above   how much of it is taken above the table, at most; None where nobody knows
    """
    heights = row_heights(grid, the_thuc)
    below_head = height - sum(row_heights(replace(grid, rows=grid.head), the_thuc))
    tall = _tall(heights, height, below_head)
    owners = (index for index, row in enumerate(grid.rows) for _ in row)
    cells = [(row, column, cell) for row, (column, cell) in zip(owners, placed(grid.rows), strict=True)]
    room = int(max(below_head * _SURE, height * _WHOLE))
    left = None if above is None else int((below_head - above) * _SURE)
    parts = list(_parts(cells, heights, room, left))
    keep = {*grid.keep, *(row for part in parts for row in part[:-1])}
    if len(heights) > 1 and sum(heights[-2:]) <= height * _WHOLE:
        keep.add(len(heights) - 2)  # so that no last row stands alone on a page
    return replace(_said_again(grid, cells, {part.start for part in parts}, heights, the_thuc), tall=tall,
                   keep=frozenset(keep) - tall)


def _tall(heights: Sequence[int], page: int, below_head: int) -> frozenset[int]:
    """The rows that may be torn: those that leave too much of a page empty, or have no room below the head."""
    last = len(heights) - 1
    return frozenset(index for index, each in enumerate(heights)
                     if each > min(page * (_LAST if index == last else _WHOLE), below_head))


def _parts(cells: Sequence[_Placed], heights: Sequence[int], room: int, left: int | None) -> Iterator[range]:
    """All rows, those that merged cells hold together in one part, or in several where they are higher than `room`, and
    at the beginning than what is `left` of the page."""
    torn = [0] * (len(heights) + 1)  # how many cells reach over the upper edge of a row
    for row, _, cell in cells:
        for below in range(row + 1, row + cell.rows):
            torn[below] += 1
    for start, stop in pairwise(row for row, count in enumerate(torn) if not count):
        most = left if start == 0 and left is not None else room
        parts = list(_cut(range(start, stop), torn, heights, room, left, most))
        yield from parts
        left = _still_left([sum(heights[each.start:each.stop]) for each in parts], room, left)


def _still_left(parts: Sequence[int], room: int, left: int | None) -> int | None:
    """What is left of a page behind parts of these heights; None where that is not known."""
    *before, last = parts
    begins = bool(before) or left is not None and last > left
    if last > room or left is None and not begins:
        return None
    return room - last if begins else (left or 0) - last


def _cut(
    block: range, torn: Sequence[int], heights: Sequence[int], room: int, left: int | None, most: int
) -> Iterator[range]:
    """A block that is higher than `most` in parts, none of them higher than `room`, each but the last more than half of
    it or of what is `left`, cut where the fewest cells are torn."""
    fill, wanted = (left, left) if left is not None and left > room * _LITTLE else (room, room)
    if left is None:
        wanted = int(room * _ANYWHERE)
    while len(block) > 1 and (edges := list(accumulate(heights[row] for row in block)))[-1] > most:
        fit = [count for count, height in enumerate(edges[:-1], 1) if height <= fill] or [1]
        apart = [count for count in fit
                 if edges[count - 1] > fill / 2 and edges[-1] - edges[count - 1] > room * _CRUMB]
        count = min(apart or fit, key=lambda at: (torn[block.start + at], abs(edges[at - 1] - wanted)))
        yield block[:count]
        block, fill, wanted, most = block[count:], room, room, room
    if block:
        yield block


def _said_again(
    grid: Grid, cells: Sequence[_Placed], starts: set[int], heights: Sequence[int], the_thuc: TheThuc
) -> Grid:
    """The grid with merged cells cut where parts start, and said again there."""
    edges, margin = [0, *accumulate(grid.widths)], the_thuc.kieu["VB_Bang"].le_o
    rows: list[dict[int, Cell]] = [{} for _ in heights]
    for first, column, cell in cells:
        inner = edges[column + cell.columns] - edges[column] - 2 * margin
        cuts = [first, *(row for row in range(first + 1, first + cell.rows) if row in starts), first + cell.rows]
        for start, stop in pairwise(cuts):
            part = replace(cell, rows=stop - start) if len(cuts) > 2 else cell
            rows[start][column] = part if start == first else \
                _again(part, inner, sum(heights[start:stop]), grid, the_thuc)
    return replace(grid, rows=tuple(tuple(cell for _, cell in sorted(row.items())) for row in rows))


def _again(cell: Cell, inner: int, height: int, grid: Grid, the_thuc: TheThuc) -> Cell:
    """What a cell says in a further part of that `height`: its words and that they go on; that alone where they are
    higher; where even that has no room, the number of its row, but no figure."""
    style, goes_on = the_thuc.kieu[f"VB_BangChu{grid.letters}"], the_thuc.words("tiep_theo")
    lines = [tuple(each for each in line if not isinstance(each, NoteMark)) for line in cell.paragraphs]
    if not any(map(shown_text, lines)):
        return cell
    if text_width(goes_on, style.co_chu, bold=True) > inner:
        return replace(cell, paragraphs=((),) if cell.align == "phai" else tuple(lines))
    said = replace(cell, paragraphs=(*lines[:-1], (*lines[-1], Run(f" {goes_on}"))))
    return said if cell_height(said, inner, style) <= height else replace(cell, paragraphs=((Run(goes_on),),))
