"""What an office changed in Word: page, cells and styles of a frame, put in the place of our own figures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from vanban.the_thuc import Kieu, TheThuc, Trang
from vanban.units import Length
from vanban.wordml.elements import Element, W, cell_of, cell_width, number, style_of, texts, value
from vanban.wordml.styles import PREFIX, StyleSheet, length

_MARGINS = {"le_tren": "top", "le_duoi": "bottom", "le_trai": "left", "le_phai": "right", "cach_so_trang": "header"}


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of one frame, in twips and half-points, as Word has written them.

    cells  room for text in the table cell where a style stands, by the style's name
    sizes  size of letters that were changed on the letters themselves, by the style they stand in
    """

    sheet: StyleSheet
    section: Element
    cells: Mapping[str, int]
    sizes: Mapping[str, int]

    def page(self, trang: Trang) -> Trang:
        """`trang` as this frame has it. What is lost to binding (gutter) belongs to the left margin."""
        size, margins = self.section.find(W + "pgSz"), self.section.find(W + "pgMar")
        found = {"rong": number(size, "w"), "cao": number(size, "h")}
        found |= {name: number(margins, side) for name, side in _MARGINS.items()}
        if found["le_trai"] is not None:
            found["le_trai"] += number(margins, "gutter") or 0
        figures: dict[str, Any] = {name: length(twips, getattr(trang, name), *_ends(trang, name))
                                   for name, twips in found.items() if twips is not None}
        return replace(trang, **figures)

    def restyle(self, the_thuc: TheThuc) -> TheThuc:
        """`the_thuc` with the page, the header's left cell and the styles of this frame."""
        trang = self.page(the_thuc.trang)
        trang = replace(trang, tieu_de_trai=self.cell("VB_CoQuanBanHanh", trang.tieu_de_trai))
        return replace(the_thuc, trang=trang, kieu=MappingProxyType(
            {name: self._styled(kieu) for name, kieu in the_thuc.kieu.items()}
        ))

    def cell(self, style: str, otherwise: Length) -> Length:
        """Room for text in the cell where `style` stands; `otherwise` where it stands in none."""
        return length(self.cells[style], otherwise) if style in self.cells else otherwise

    def _styled(self, kieu: Kieu) -> Kieu:
        if kieu.ten not in self.sheet.ids:
            return kieu
        if kieu.loai == "bang":
            left, _ = self.sheet.cell_margins(self.sheet.ids[kieu.ten])
            return replace(kieu, le_o=length(left, kieu.le_o))
        styled = self.sheet.figures(kieu)
        if kieu.ten in self.sizes:
            styled = replace(styled, co_chu=Length(self.sizes[kieu.ten] * 6350))
        return styled


def looks_of(root: Element, section: Element, sheet: StyleSheet) -> Looks:
    """The looks of a document part and its styles. Everything is read at once: `root` may change afterwards."""
    names = {id_: name for name, id_ in sheet.ids.items()}
    cells: dict[str, int] = {}
    sizes: dict[str, int] = {}
    for paragraph in root.iter(W + "p"):
        name = names.get(style_of(paragraph), "")
        if not name.startswith(PREFIX):
            continue
        cell = cell_of(paragraph)
        if cell is not None and name not in cells and (width := _room(cell, sheet)):
            cells[name] = width
        stated = {number(run.find(f"{W}rPr/{W}sz")) for t in texts(paragraph) if (run := t.getparent()) is not None}
        if name not in sizes and len(stated) == 1 and (size := stated.pop()):
            sizes[name] = size
    return Looks(sheet, section, cells, sizes)


def _room(cell: Element, sheet: StyleSheet) -> int | None:
    """Width of a cell within its margins."""
    width = cell_width(cell)
    table = next(cell.iterancestors(W + "tbl"))
    left, right = sheet.cell_margins(value(table.find(f"{W}tblPr/{W}tblStyle")))
    for owner in (table.find(f"{W}tblPr/{W}tblCellMar"), cell.find(f"{W}tcPr/{W}tcMar")):
        left = _stated(owner, ("left", "start"), left)
        right = _stated(owner, ("right", "end"), right)
    return max(0, width - left - right) or None if width else None


def _stated(owner: Element | None, sides: tuple[str, str], otherwise: int) -> int:
    if owner is None:
        return otherwise
    found = (number(owner.find(W + side), "w") for side in sides)
    return next((width for width in found if width is not None), otherwise)


def _ends(trang: Trang, name: str) -> tuple[object, ...]:
    limit = trang.gioi_han.get(name)
    return (*limit.mot_trong, limit.tu, limit.den) if limit else ()
