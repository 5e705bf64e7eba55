"""The list of a body → XML."""

from collections.abc import Sequence

from vanban.model.printed import Para, Part
from vanban.writers.to_docx.ooxml import paragraph
from vanban.writers.to_docx.pieces import NoteIds
from vanban.writers.to_docx.runs import para_xml
from vanban.writers.to_docx.table import table


def body_xml(parts: Sequence[Part], notes: NoteIds, last: str = "") -> str:
    """The XML of a body; `last` is the structure that its last paragraph carries (keepNext, a section). Behind a
    table that is an empty one, too small to open a page."""
    *before, end = parts
    closing = para_xml(end, notes, last) if isinstance(end, Para) else \
        table(end, notes) + paragraph("VB_CuoiTrang", "", last)
    return "".join([_part(part, notes) for part in before]) + closing


def _part(part: Part, notes: NoteIds) -> str:
    return para_xml(part, notes) if isinstance(part, Para) else table(part, notes)
