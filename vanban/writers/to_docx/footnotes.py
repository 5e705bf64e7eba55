"""The part of the package that holds the texts of footnotes (chú thích cuối trang)."""

from collections.abc import Iterable

from lxml import etree

from vanban.frames.word import W, parse
from vanban.model.document import VanBan
from vanban.model.inline import Run
from vanban.model.walk import texts
from vanban.writers.to_docx.inlines import runs
from vanban.writers.to_docx.ooxml import NOTE_FACE, note_id, paragraph

FOOTNOTES = "word/footnotes.xml"
_END = "</w:footnotes>"


def opening(part: bytes) -> str:
    """What stands in a frame's own part before the footnotes: the lines that separate them from the text."""
    root = parse(FOOTNOTES, part)
    for note in root.findall(f"{W}footnote"):
        if not note.get(f"{W}type"):
            root.remove(note)
    return str(etree.tostring(root, encoding="unicode")).removesuffix(_END)


def footnotes(opening: str, documents: Iterable[VanBan]) -> str:
    """The part with the footnotes of `documents`; "" where they have none."""
    notes = [note for van_ban in documents for text in texts(van_ban) for note in text.notes if note.number]
    if not notes:
        return ""
    written = (
        f'<w:footnote w:id="{note_id(note.number)}">'
        + paragraph("VB_ChuThich", f"<w:r>{NOTE_FACE}<w:footnoteRef/></w:r>{runs((Run(' '), *note.inlines))}")
        + "</w:footnote>"
        for note in sorted(notes, key=lambda note: note.number)
    )
    return f"{opening}{''.join(written)}{_END}"
