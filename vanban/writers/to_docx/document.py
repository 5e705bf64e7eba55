"""The document part of a set: every frame filled with zones and body, one behind the other."""

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from vanban.doctypes import DocType
from vanban.frames.prepared import REST, Frame
from vanban.model.printed import PrintedDocument, PrintedSet
from vanban.model.zones import BODY
from vanban.the_thuc import KhoGiay, TheThuc
from vanban.writers.to_docx.body_xml import body_xml
from vanban.writers.to_docx.context import zone_context
from vanban.writers.to_docx.footers import foots
from vanban.writers.to_docx.footnotes import note_ids
from vanban.writers.to_docx.ooxml import KEEP_NEXT, paragraph
from vanban.writers.to_docx.sections import section
from vanban.writers.to_docx.signed import with_signature
from vanban.writers.to_docx.titles import broken_headings

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
_CLOSE = "</w:body></w:document>"
# The paper on which a copy is told of.
_UPRIGHT: KhoGiay = "doc"
# A frame by its name: how the caller finds templates, and an office's own before them.
FrameOf = Callable[[str], Frame]


def frame_of_set(bo: PrintedSet, doctypes: Mapping[str, DocType], the_thuc: TheThuc, frame_of: FrameOf) -> Frame:
    """The frame of the issuing document; where nothing issues the set yet, that of what would be attached."""
    kind = doctypes[bo.issuing.loai_van_ban]
    form = kind.form(together=bo.signed_together) if bo.stands_alone else kind.attached
    return frame_of(the_thuc.khung_trang[form])


def document_xml(
    bo: PrintedSet, doctypes: Mapping[str, DocType], the_thuc: TheThuc, frame_of: FrameOf,
    copies: Sequence[PrintedDocument] = (),
) -> str:
    """The document part of a set; below its last document what is said of each of the `copies` that it is, the first
    one first."""
    frame = frame_of_set(bo, doctypes, the_thuc, frame_of)
    if not bo.stands_alone:
        owns = [frame_of(the_thuc.khung_trang[doctypes[part.loai_van_ban].attached]) for part in bo.documents]
        return parts_xml(bo.documents, frame, owns, the_thuc)
    return frame.fill(document_context(bo, doctypes, the_thuc, frame_of, copies), attached=False)


def document_context(
    bo: PrintedSet, doctypes: Mapping[str, DocType], the_thuc: TheThuc, frame_of: FrameOf,
    copies: Sequence[PrintedDocument] = (),
) -> dict[str, object]:
    """What the issuing document's frame is filled with: zones, body, and the rest of the set behind them."""
    frame = frame_of_set(bo, doctypes, the_thuc, frame_of)
    the_thuc = frame.restyle(the_thuc)
    zones = zone_context(bo.issuing.zones, the_thuc, "doc", frame)
    # A section ends in its last paragraph; the last one ends the body.
    papers = [part.kho_giay for part in bo.documents]
    if copies and papers[-1] != _UPRIGHT:
        papers.append(_UPRIGHT)
    *endings, last = (section(the_thuc, frame.headers, paper, foot)
                      for paper, foot in zip(papers, foots(frame.foot(zones), len(papers)), strict=True))
    endings += [""] * (len(bo.documents) - len(endings))
    # The issuing document ends in a table, behind which Word wants a paragraph.
    rest = [paragraph("VB_CuoiTrang", "", endings[0])]
    for part, ending in zip(bo.attached, endings[1:], strict=True):
        attached = frame_of(the_thuc.khung_trang[doctypes[part.loai_van_ban].attached])
        rest.append(_attached(part, the_thuc, attached, ending))
    rest += (_copy(part, the_thuc, frame_of(the_thuc.khung_trang[doctypes[part.loai_van_ban].frame]))
             for part in copies)
    long = {BODY: _body(bo.issuing, KEEP_NEXT, the_thuc), REST: Markup("".join([*rest, last]))}
    return zones | long


def foot_xml(bo: PrintedSet, frame: Frame, the_thuc: TheThuc) -> str:
    """What stands at the foot of page 1; "" for nothing."""
    if not bo.issuing.zones.dia_chi:
        return ""
    return frame.foot(zone_context(bo.issuing.zones, frame.restyle(the_thuc), "doc", frame))


def parts_xml(parts: Sequence[PrintedDocument], package: Frame, owns: Sequence[Frame], the_thuc: TheThuc) -> str:
    """The document part of attachments without what issues them, in the `package` of that, each with the head of its
    own frame."""
    as_found = package.restyle(the_thuc)
    *endings, last = (section(as_found, package.headers, part.kho_giay) for part in parts)
    fragments = [_attached(part, as_found, own, ending)
                 for part, own, ending in zip(parts, owns, (*endings, ""), strict=True)]
    return f"{_OPEN}{''.join(fragments)}{last}{_CLOSE}"


def _attached(part: PrintedDocument, the_thuc: TheThuc, frame: Frame, ending: str) -> str:
    """The XML of one attachment; `ending` goes into its last paragraph."""
    context = zone_context(part.zones, the_thuc, part.kho_giay, frame)
    return frame.fill(context | {BODY: _body(part, ending, the_thuc)}, attached=True)


def _copy(part: PrintedDocument, the_thuc: TheThuc, frame: Frame) -> str:
    """The XML of what is said of a copy: in the section, and so on the page, in which the copied text ends, but for a
    page that lies across."""
    return frame.fill(zone_context(part.zones, the_thuc, _UPRIGHT, frame), attached=True)


def _body(part: PrintedDocument, last: str, the_thuc: TheThuc) -> Markup:
    width = the_thuc.trang.text_width(part.kho_giay)
    if not part.body:  # a copy says nothing of its own
        return Markup()
    body = broken_headings(part.body, the_thuc, width)
    if last == KEEP_NEXT:
        body = with_signature(body, the_thuc, width)
    return Markup(body_xml(body, note_ids(part.notes), last))
