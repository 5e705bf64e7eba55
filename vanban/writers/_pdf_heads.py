"""Heads of tables that are said again are as high as where they stand first.

Where a cell over several rows of a head needs more than these, LibreOffice (7.4) makes the last of them higher, but not
on the next pages, where it cuts off what has no room. A row whose height is stated stays that high.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from lxml import etree

from vanban.metrics import count_lines, text_width
from vanban.units import Length
from vanban.wordml.elements import Element, W, number, style_of, text_of, value
from vanban.wordml.styles import StyleSheet
from vanban.writers._pdf_spaces import NBSP

_TWIP, _HALF_POINT = 635, 6350
# Of their size, lines; twips, for the rule below a row and rounding.
_LINE, _MORE = 1.15, 20
# First and last row of a cell, its height.
_Over = tuple[int, int, int]


def stretch_heads(body: Element, sheet: StyleSheet) -> None:
    """States the height of each row of a head that is higher for what stands over it and others."""
    for table in body.iter(W + "tbl"):
        rows = list(takewhile(_is_head, table.iterfind(W + "tr")))
        if len(rows) > 1:
            for row, height in _higher(table, rows, sheet):
                stated = etree.SubElement(next(row.iterchildren(W + "trPr")), W + "trHeight")
                stated.set(W + "val", str(height + _MORE))
                stated.set(W + "hRule", "atLeast")


def _is_head(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}tblHeader") is not None


def _higher(table: Element, rows: Sequence[Element], sheet: StyleSheet) -> Iterator[tuple[Element, int]]:
    """The rows that what stands over several makes higher than what stands in them alone, each with its height."""
    heights, over = [0] * len(rows), dict[int, _Over]()
    edges = [0, *accumulate(number(each, "w") or 0 for each in table.iterfind(f"{W}tblGrid/{W}gridCol"))]
    margins = sum(sheet.cell_margins(value(table.find(f"{W}tblPr/{W}tblStyle"))))
    for index, row in enumerate(rows):
        column = 0
        for cell in row.iterfind(W + "tc"):
            end = column + (number(cell.find(f"{W}tcPr/{W}gridSpan")) or 1)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            height = _height(cell, edges[end] - edges[column] - margins, sheet)
            if merge is None:
                heights[index] = max(heights[index], height)
            elif value(merge) == "restart":
                over[column] = index, index, height
            elif column in over:
                over[column] = over[column][0], index, over[column][2]
            column = end
    higher: set[int] = set()
    for first, last, height in sorted(over.values(), key=lambda each: each[1] - each[0]):
        if (lack := height - sum(heights[first : last + 1])) > 0:
            heights[last] += lack
            higher.add(last)
    yield from ((rows[index], heights[index]) for index in sorted(higher))


def _height(cell: Element, room: int, sheet: StyleSheet) -> int:
    """The height of what stands in a cell whose text has that room, in twips."""
    height = 0.0
    for paragraph in cell.iterfind(W + "p"):
        style = style_of(paragraph) or sheet.general
        letters, lines = sheet.letters(style), sheet.lines(style, paragraph.find(W + "pPr"))
        size, bold = Length((letters.number("sz") or 0) * _HALF_POINT), letters.is_on("b")
        words = [text_width(word.replace(NBSP, " "), size, bold) for word in text_of(paragraph).split(" ")]
        count = count_lines(words, room * _TWIP, text_width(" ", size, bold)) + len(list(paragraph.iter(W + "br")))
        height += count * size / _TWIP * _LINE * (lines.number("spacing", "line") or 240) / 240
        height += sum(lines.number("spacing", side) or 0 for side in ("before", "after"))
    return round(height)
