"""The package of a set: the frame's members, and the parts that are written for the set."""

from collections.abc import Sequence

from vanban.errors import FrameError
from vanban.frames.prepared import Frame
from vanban.model.printed import PrintedDocument
from vanban.wordml.packing import deflated, pack
from vanban.wordml.parts import CORE, DOCUMENT, FOOTNOTES
from vanban.writers.to_docx.footers import footer_parts
from vanban.writers.to_docx.footnotes import footnotes, note_ids
from vanban.writers.to_docx.pictures import PictureOf, picture_parts


def packed(
    frame: Frame, document: str, properties: str, documents: Sequence[PrintedDocument], picture_of: PictureOf,
    foot: str = "",
) -> bytes:
    """The package of `frame` with that document part, and the footnotes and pictures of the `documents` in it; `foot`
    stands at the foot of page 1.

    Raises FrameError where there are footnotes and the frame has no part for them.
    """
    parts = {CORE: properties, DOCUMENT: document}
    if notes := [note for each in documents for note in each.notes]:
        if not frame.notes:
            raise FrameError(f"Khung trang {frame.name} không có phần chú thích cuối trang; tạo lại từ templates/.")
        parts[FOOTNOTES] = footnotes(frame.notes, notes, note_ids(notes))
    written = {name: xml.encode() for name, xml in parts.items()}
    written |= footer_parts(frame.around, foot, len(documents))
    written |= picture_parts({**frame.around, **written}, documents, picture_of)
    return pack({**frame.members, **{name: deflated(data) for name, data in written.items()}})
