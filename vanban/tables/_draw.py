"""Columns and rows as they are written → Grid: heads merged by the tree of columns, rows by what they say."""

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.model.document import VanBan
from vanban.model.grid import Cell, Grid
from vanban.model.inline import Run
from vanban.model.places import NOWHERE
from vanban.model.table import BangBieu, Cot
from vanban.setting import Setting
from vanban.tables._above import height_above
from vanban.tables._body import Body
from vanban.tables._fit import fit
from vanban.tables._together import set_together
from vanban.tables._width_faults import width_faults
from vanban.units import Length


def draw(table: BangBieu, van_ban: VanBan, setting: Setting) -> tuple[Grid, list[Finding]]:
    """The grid of a table of `van_ban`, and what cannot be drawn as it is written."""
    the_thuc, page = setting.the_thuc, setting.the_thuc.trang
    body = Body(table, setting.places)
    body.draw()
    grid = Grid((), tuple(_head(table)), tuple(body.rows()), frozenset(body.keep), origin=table.origin)
    fitted = fit(grid, *_stated(table), page.text_width(van_ban.kho_giay), the_thuc)
    above = height_above(table, van_ban, setting)
    grid = set_together(fitted.grid, page.text_height(van_ban.kho_giay), the_thuc, above)
    return grid, [*body.findings, *width_faults(table, fitted, the_thuc, van_ban, setting.places)]


def _head(table: BangBieu) -> Iterator[tuple[Cell, ...]]:
    """The rows of heads, a column that has none below reaching down to the last; then the numbers of the columns."""
    depth, level = max((cot.depth for cot in table.cot), default=0), table.cot
    while level:
        yield tuple(
            Cell(
                (cot.tieu_de,), columns=sum(leaf.tach for leaf in cot.leaves), rows=1 if cot.cot else depth, role="dau",
                origin=_origin(cot, table),
            )
            for cot in level
        )
        level, depth = tuple(below for cot in level for below in cot.cot), depth - 1
    if table.danh_so_cot:
        yield tuple(
            Cell(((Run(label),),), columns=leaf.tach, role="so_cot", origin=_origin(leaf, table))
            for label, leaf in zip(table.column_labels, table.leaves, strict=True)
        )


def _origin(cot: Cot, table: BangBieu) -> int:
    """Of a column; of one that the layout has made, of its table."""
    return table.origin if cot.origin == NOWHERE else cot.origin


def _stated(table: BangBieu) -> tuple[list[int], dict[int, Length]]:
    """Shares and widths that are stated, of the grid's columns; no shares where no column says one. Of a column that
    splits, the left part takes a third."""
    shares: list[int] = []
    fixed: dict[int, Length] = {}
    for leaf in table.leaves:
        parts = (1, 2) if leaf.tach > 1 else (3,)
        for part in parts:
            if leaf.do_rong is not None:
                fixed[len(shares)] = Length(leaf.do_rong * part // 3)
            shares.append((leaf.ty_le or 1) * part)
    return shares if any(leaf.ty_le for leaf in table.leaves) else [], fixed
