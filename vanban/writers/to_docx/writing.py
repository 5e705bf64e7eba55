"""A set as it is printed → one DOCX: the issuing document, then each attachment on a page of its own.

The package (styles, settings, headers, page) is that of the issuing document's frame; the frames of attachments give
the XML of their heads only. Where an office has changed its frame, what is measured follows the frame.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from vanban.doctypes import DocType
from vanban.model.picture import Image
from vanban.model.printed import PrintedDocument, PrintedSet
from vanban.the_thuc import TheThuc
from vanban.writers.to_docx.document import FrameOf, document_xml, foot_xml, frame_of_set, parts_xml
from vanban.writers.to_docx.package import packed
from vanban.writers.to_docx.pictures import PictureOf
from vanban.writers.to_docx.properties import core_properties

_NO_PICTURES: PictureOf = dict[Image, bytes]().__getitem__


def to_docx(
    bo: PrintedSet, doctypes: Mapping[str, DocType], the_thuc: TheThuc, frame_of: FrameOf,
    picture_of: PictureOf = _NO_PICTURES, copies: Sequence[PrintedDocument] = (),
) -> bytes:
    """The DOCX of a set. Raises FrameError for a frame that cannot be filled.

    picture_of  the bytes of a picture; a set without pictures asks for none
    copies      what is said of each of the copies that it is, a copy of a copy last
    """
    frame_of = cache(frame_of)  # asked for several times, each a look at the disk
    frame = frame_of_set(bo, doctypes, the_thuc, frame_of)
    document = document_xml(bo, doctypes, the_thuc, frame_of, copies)
    foot = foot_xml(bo, frame, the_thuc)
    properties = core_properties((copies or [bo.issuing])[-1], bo, bo.issuing if copies else None)
    return packed(frame, document, properties, bo.documents, picture_of, foot)


def to_docx_parts(
    bo: PrintedSet, doctypes: Mapping[str, DocType], the_thuc: TheThuc, frame_of: FrameOf,
    picture_of: PictureOf = _NO_PICTURES,
) -> list[tuple[PrintedDocument, bytes]]:
    """The set as files of their own, in the order of print: the issuing document, then each attachment.

    An attachment takes the package of the issuing document's frame; at the top right of its first page the margin is
    left free for the line that the signing system writes (Phụ lục I, III.1.d).
    """
    frame_of = cache(frame_of)
    frame = frame_of_set(bo, doctypes, the_thuc, frame_of)
    alone = replace(bo, documents=(bo.issuing,))
    files = [(bo.issuing, to_docx(alone, doctypes, the_thuc, frame_of, picture_of))]
    for part in bo.attached:
        own = frame_of(the_thuc.khung_trang[doctypes[part.loai_van_ban].attached])
        document = parts_xml([part], frame, [own], the_thuc)
        files.append((part, packed(frame, document, core_properties(part, bo), [part], picture_of)))
    return files
