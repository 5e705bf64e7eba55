"""Columns and rows as they are written → Grid: heads merged by the tree of columns, rows by what they say."""

from collections.abc import Iterator
from dataclasses import replace

from vanban.findings import Finding, finding
from vanban.model.grid import Cell, Grid
from vanban.model.inline import Line, Run
from vanban.model.places import NOWHERE, Places
from vanban.model.table import BangBieu, Cot
from vanban.setting import Setting
from vanban.tables._body import Body
from vanban.tables._heights import tall_rows
from vanban.tables._widths import with_widths
from vanban.the_thuc import KhoGiay
from vanban.units import Length


def draw(table: BangBieu, kho_giay: KhoGiay, setting: Setting) -> tuple[Grid, list[Finding]]:
    """The grid of a table on a page of that paper, and what cannot be drawn as it is written."""
    places, page = setting.places, setting.the_thuc.trang
    width = page.text_width(kho_giay)
    body = Body(table, places)
    body.draw()
    grid = Grid((), tuple(_head(table)), tuple(body.rows()), frozenset(body.keep), origin=table.origin)
    grid, narrow = with_widths(grid, *_wanted(table), width, setting.the_thuc)
    grid = replace(grid, tall=tall_rows(grid, page.text_height(kho_giay), setting.the_thuc))
    return grid, [*body.findings, *_width_faults(table, grid, narrow, width, places)]


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
            Cell((_number(count),), columns=leaf.tach, role="so_cot", origin=_origin(leaf, table))
            for count, leaf in enumerate(table.leaves, 1)
        )


def _origin(cot: Cot, table: BangBieu) -> int:
    """Of a column; of one that the layout has made, of its table."""
    return table.origin if cot.origin == NOWHERE else cot.origin


def _number(count: int) -> Line:
    return (Run(f"({count})"),)


def _wanted(table: BangBieu) -> tuple[list[int], dict[int, Length]]:
    """Shares and fixed widths of the grid's columns. Of a column that splits, the left part takes a third."""
    shares: list[int] = []
    fixed: dict[int, Length] = {}
    for leaf in table.leaves:
        parts = (1, 2) if leaf.tach > 1 else (3,)
        for part in parts:
            if leaf.do_rong is not None:
                fixed[len(shares)] = Length(leaf.do_rong * part // 3)
            shares.append(leaf.ty_le * part)
    return shares, fixed


def _width_faults(
    table: BangBieu, grid: Grid, narrow: dict[int, Length], width: Length, places: Places
) -> Iterator[Finding]:
    total = Length(sum(grid.widths))
    if total > width:
        yield finding(
            "F109", places[table.origin], f"Các cột rộng cộng lại {_mm(total)} mm, trang chỉ có {_mm(width)} mm.",
            "Giảm “do_rong” của vài cột, hoặc bỏ “do_rong” để máy chia."
            if any(leaf.do_rong for leaf in table.leaves) else
            "Bớt cột, đặt giấy ngang (“kho_giay: ngang”), hoặc tách chữ dài bằng dấu cách.",
        )
    column = 0
    for leaf in table.leaves:
        if short := [needed for each, needed in narrow.items() if column <= each < column + leaf.tach]:
            yield finding(
                "F110", places[leaf.origin], f"Cột “{leaf.ma}” hẹp hơn chữ dài nhất trong cột.",
                f"Ghi “do_rong” từ {_mm(_whole(leaf, short))} trở lên.",
            )
        column += leaf.tach


def _whole(leaf: Cot, needed: list[Length]) -> Length:
    """The width of a column of which a part needs so much, in whole millimetres."""
    parts = Length(max(needed)) if leaf.tach == 1 else Length(3 * max(needed))
    return Length(-(-parts // 36_000) * 36_000)


def _mm(length: Length) -> str:
    return f"{length.mm:.4g}".replace(".", ",")
