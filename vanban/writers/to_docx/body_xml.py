"""The list of a body → XML."""

from collections.abc import Sequence
from dataclasses import replace

from vanban.model.grid import Grid
from vanban.model.inline import shown_text
from vanban.model.printed import Para, Part
from vanban.writers.to_docx.ooxml import KEEP_NEXT, paragraph
from vanban.writers.to_docx.pieces import NoteIds
from vanban.writers.to_docx.runs import para_xml
from vanban.writers.to_docx.table import table

# Letters that no line holds: one of 14 pt holds some 80. What has more goes over two lines at least.
_TWO_LINES = 100


def body_xml(parts: Sequence[Part], notes: NoteIds, last: str = "") -> str:
    """The XML of a body; `last` is the structure that its last paragraph carries (keepNext, a section). Behind a
    table that is an empty one, too small to open a page."""
    *before, end = _signed(parts) if last == KEEP_NEXT else parts
    closing = para_xml(end, notes, last) if isinstance(end, Para) else \
        table(end, notes) + paragraph("VB_CuoiTrang", "", last)
    return "".join([_part(part, notes) for part in before]) + closing


def _signed(parts: Sequence[Part]) -> list[Part]:
    """The parts of what is signed: on the page of the signature stand two lines of text, or the last row of a table."""
    *before, end = parts
    if isinstance(end, Grid):
        return [*before, _kept(end)]
    if before and len(shown_text(end.line)) < _TWO_LINES:
        before[-1] = _kept(before[-1])
    return [*before, end]


def _kept(part: Part) -> Part:
    """The part on the page of what comes behind it, of a table its last row."""
    if isinstance(part, Grid):
        return replace(part, keep=part.keep | {len(part.rows) - 1})
    return replace(part, keep="lien_sau")


def _part(part: Part, notes: NoteIds) -> str:
    return para_xml(part, notes) if isinstance(part, Para) else table(part, notes)
