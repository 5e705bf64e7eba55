"""The list of a body → XML."""

from collections.abc import Sequence
from dataclasses import replace

from vanban.model.grid import Grid
from vanban.model.printed import Para, Part
from vanban.writers.to_docx.ooxml import KEEP_NEXT, paragraph
from vanban.writers.to_docx.pieces import NoteIds
from vanban.writers.to_docx.runs import para_xml
from vanban.writers.to_docx.table import table


def body_xml(parts: Sequence[Part], notes: NoteIds, last: str = "") -> str:
    """The XML of a body; `last` is the structure that its last paragraph carries (keepNext, a section). Behind a
    table that is an empty one, too small to open a page."""
    *before, end = parts
    if isinstance(end, Para):
        closing = para_xml(end, notes, last)
    else:
        closing = table(_kept(end) if last == KEEP_NEXT else end, notes) + paragraph("VB_CuoiTrang", "", last)
    return "".join([_part(part, notes) for part in before]) + closing


def _kept(grid: Grid) -> Grid:
    """The table with its last row on the page of what comes behind it: no signature stands alone on a page."""
    return replace(grid, keep=grid.keep | {len(grid.rows) - 1})


def _part(part: Part, notes: NoteIds) -> str:
    return para_xml(part, notes) if isinstance(part, Para) else table(part, notes)
