"""The part of the package that holds the texts of footnotes (chú thích cuối trang), and the ids that tie them to their
marks. The numbers that print shows are Word's own, by the order on the pages."""

from collections.abc import Iterable

from vanban.model.inline import Run
from vanban.model.printed import Para
from vanban.model.running_text import Note
from vanban.writers.to_docx.ooxml import paragraph
from vanban.writers.to_docx.pieces import NoteIds, NoteSign, pieces
from vanban.writers.to_docx.runs import runs

_END = "</w:footnotes>"
# Word keeps the ids -1 to 1 for the lines that separate footnotes from the text.
_FIRST_ID = 2


def note_ids(notes: Iterable[Note]) -> NoteIds:
    """The id of each of the footnotes in their part."""
    return {note.number: _FIRST_ID + note.number - 1 for note in notes}


def note_para(note: Note) -> Para:
    """The text of a footnote; the sign of its number is not part of it."""
    return Para("VB_ChuThich", (Run(" "), *note.inlines), origin=note.origin)


def footnotes(opening: str, notes: Iterable[Note], ids: NoteIds) -> str:
    """The part with the footnotes, behind the `opening` of the frame's own."""
    written = "".join([_footnote(note_para(note), ids[note.number], ids) for note in notes])
    return f"{opening}{written}{_END}"


def _footnote(para: Para, own: int, ids: NoteIds) -> str:
    inside = paragraph(para.style, runs([NoteSign(), *pieces(para, ids)]))
    return f'<w:footnote w:id="{own}">{inside}</w:footnote>'
