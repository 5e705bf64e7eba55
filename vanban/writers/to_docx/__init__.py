"""A set as it is printed → one DOCX: the issuing document, then each attachment on a page of its own.

The package (styles, settings, headers, page) is that of the issuing document's frame; the frames of attachments give
the XML of their heads only. Where an office has changed its frame, what is measured follows the frame.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from xml.sax.saxutils import escape

from markupsafe import Markup

from vanban.doctypes import DocType
from vanban.errors import FrameError
from vanban.frames.breaks import printed
from vanban.frames.prepared import REST, RULES, STAMPS, Frame
from vanban.metrics import text_width
from vanban.model.printed import PrintedDocument, PrintedSet
from vanban.model.zones import Lines, Zones
from vanban.text import bind
from vanban.the_thuc import KhoGiay, Kieu, TheThuc
from vanban.units import Length
from vanban.wordml.packing import deflated, pack
from vanban.wordml.parts import CORE, DOCUMENT, FOOTNOTES
from vanban.writers.to_docx.body_xml import body_xml
from vanban.writers.to_docx.footnotes import footnotes, note_ids
from vanban.writers.to_docx.ooxml import KEEP_NEXT, paragraph
from vanban.writers.to_docx.pictures import PictureOf, picture_parts
from vanban.writers.to_docx.sections import section

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
_CLOSE = "</w:body></w:document>"
_NOTHING = Markup()
# A frame by its name: how the caller finds templates, and an office's own before them.
FrameOf = Callable[[str], Frame]
_NO_PICTURES: PictureOf = dict[str, bytes]().__getitem__


def to_docx(
    bo: PrintedSet, doctypes: Mapping[str, DocType], the_thuc: TheThuc, frame_of: FrameOf,
    picture_of: PictureOf = _NO_PICTURES,
) -> bytes:
    """The DOCX of a set. Raises FrameError for a frame that cannot be filled.

    picture_of  the bytes of a picture by its fingerprint; a set without pictures asks for none
    """
    frame = _frame(bo, doctypes, the_thuc, frame_of)
    document = document_xml(bo, doctypes, the_thuc, frame_of)
    return _packed(frame, {CORE: _core_properties(bo.issuing, bo), DOCUMENT: document}, bo.documents, picture_of)


def _frame(bo: PrintedSet, doctypes: Mapping[str, DocType], the_thuc: TheThuc, frame_of: FrameOf) -> Frame:
    """The frame of the issuing document."""
    return frame_of(the_thuc.khung_trang[doctypes[bo.issuing.loai_van_ban].frame])


def _packed(
    frame: Frame, parts: dict[str, str], documents: Sequence[PrintedDocument], picture_of: PictureOf
) -> bytes:
    """The package of `frame` with those parts, and the footnotes and pictures of the `documents` in it."""
    if notes := [note for each in documents for note in each.notes]:
        if not frame.notes:
            raise FrameError(f"Khung trang {frame.name} không có phần chú thích cuối trang; tạo lại từ templates/.")
        parts[FOOTNOTES] = footnotes(frame.notes, notes, note_ids(notes))
    written = {name: xml.encode() for name, xml in parts.items()}
    written |= picture_parts(frame.around, documents, picture_of)
    return pack({**frame.members, **{name: deflated(data) for name, data in written.items()}})


def to_docx_parts(
    bo: PrintedSet, doctypes: Mapping[str, DocType], the_thuc: TheThuc, frame_of: FrameOf,
    picture_of: PictureOf = _NO_PICTURES,
) -> list[tuple[PrintedDocument, bytes]]:
    """The set as files of their own, in the order of print: the issuing document, then each attachment.

    An attachment takes the package of the issuing document's frame; at the top right of its first page the margin is
    left free for the line that the signing system writes (Phụ lục I, III.1.d).
    """
    frame = _frame(bo, doctypes, the_thuc, frame_of)
    as_found = frame.restyle(the_thuc)
    alone = replace(bo, documents=(bo.issuing,))
    files = [(bo.issuing, to_docx(alone, doctypes, the_thuc, frame_of, picture_of))]
    for part in bo.attached:
        own = frame_of(the_thuc.khung_trang[doctypes[part.loai_van_ban].attached])
        fragment = _attached(part, as_found, own, "")
        document = f"{_OPEN}{fragment}{section(as_found, frame.headers, part.kho_giay)}{_CLOSE}"
        parts = {CORE: _core_properties(part, bo), DOCUMENT: document}
        files.append((part, _packed(frame, parts, [part], picture_of)))
    return files


def document_xml(bo: PrintedSet, doctypes: Mapping[str, DocType], the_thuc: TheThuc, frame_of: FrameOf) -> str:
    """The document part of a set."""
    frame = _frame(bo, doctypes, the_thuc, frame_of)
    return frame.fill(document_context(bo, doctypes, the_thuc, frame_of), attached=False)


def document_context(
    bo: PrintedSet, doctypes: Mapping[str, DocType], the_thuc: TheThuc, frame_of: FrameOf
) -> dict[str, object]:
    """What the issuing document's frame is filled with: zones, body, and the rest of the set behind them."""
    frame = _frame(bo, doctypes, the_thuc, frame_of)
    the_thuc = frame.restyle(the_thuc)
    # A section ends in its last paragraph; that of the last document ends the body.
    *endings, last = (section(the_thuc, frame.headers, part.kho_giay) for part in bo.documents)
    endings.append("")
    # The issuing document ends in a table, behind which Word wants a paragraph.
    rest = [paragraph("VB_CuoiTrang", "", endings[0])]
    for part, ending in zip(bo.attached, endings[1:], strict=True):
        attached = frame_of(the_thuc.khung_trang[doctypes[part.loai_van_ban].attached])
        rest.append(_attached(part, the_thuc, attached, ending))
    long = {"noi_dung": _body(bo.issuing, KEEP_NEXT), REST: Markup("".join([*rest, last]))}
    return _context(bo.issuing, the_thuc, "doc", frame) | long


def _attached(part: PrintedDocument, the_thuc: TheThuc, frame: Frame, ending: str) -> str:
    """The XML of one attachment; `ending` goes into its last paragraph."""
    context = _context(part, the_thuc, part.kho_giay, frame)
    return frame.fill(context | {"noi_dung": _body(part, ending)}, attached=True)


def _body(part: PrintedDocument, last: str) -> Markup:
    return Markup(body_xml(part.body, note_ids(part.notes), last))


def _context(part: PrintedDocument, the_thuc: TheThuc, kho_giay: KhoGiay, frame: Frame) -> dict[str, object]:
    """The variables of a frame: every zone under its own name, and the indents of what is measured."""
    zones = part.zones
    width = frame.cell("VB_KeTrichYeu", the_thuc.trang.text_width(kho_giay))
    if zones.kem_theo:
        zones = replace(zones, kem_theo=_whole_or_broken(zones.kem_theo, the_thuc.kieu["VB_KemTheo"], width))
    context: dict[str, object] = {name: _filled(getattr(zones, name)) for name in Zones.__slots__}
    # Only these run over several lines, so only they need spaces that do not break: LibreOffice draws those wider.
    context["can_cu"] = [_filled(bind(line)) for line in zones.can_cu]
    context |= {name: [_filled(bind(line)) for line in getattr(zones, name)] for name in ("noi_nhan", "kinh_gui")}
    context["dia_chi"] = [_filled(line) for line in zones.dia_chi]
    return context | _rules(zones, the_thuc, width, frame) | _stamps(zones, the_thuc, frame)


def _rules(zones: Zones, the_thuc: TheThuc, width: Length, frame: Frame) -> dict[str, object]:
    """The indents of the rules; `width` is that of the page or cell in which trích yếu stands."""
    left = the_thuc.trang.tieu_de_trai
    right = the_thuc.trang.text_width() - left
    under = {
        "VB_KeCoQuan": (zones.co_quan_ban_hanh, left, ""),
        "VB_KeTrichYeu": (zones.kem_theo, width, "VB_KemTheo") if zones.kem_theo else (zones.trich_yeu, width, ""),
    } | {rule: ((the_thuc.fixed_line(figures.duoi_kieu),), right, "") for rule, figures in the_thuc.ke_ngang.items()
         if the_thuc.fixed_line(figures.duoi_kieu)}
    return {RULES[rule]: _indent(the_thuc, rule, lines, frame.cell(rule, within), over)
            for rule, (lines, within, over) in under.items() if rule in the_thuc.ke_ngang}


def _stamps(zones: Zones, the_thuc: TheThuc, frame: Frame) -> dict[str, object]:
    """The indents that leave a stamp the width of the decree in its cell."""
    indents: dict[str, object] = dict.fromkeys(STAMPS.values(), "0")
    for style, words in (("VB_DauMat", zones.do_mat), ("VB_DauKhan", zones.do_khan)):
        if stamp := the_thuc.con_dau.get(words):
            within = frame.cell(style, the_thuc.trang.tieu_de_trai)
            indents[STAMPS[style]] = str(stamp.indent(within, the_thuc.kieu[style].khung).twips)
    return indents


def _indent(the_thuc: TheThuc, rule: str, lines: Lines, within: Length, over: str = "") -> str:
    """Indent on both sides, in twips, of the rule under the last of `lines`, which have the style `over`
    (default: the one that the rule is made for)."""
    figures = the_thuc.ke_ngang[rule]
    line = _width(lines[-1], the_thuc.kieu[over or figures.duoi_kieu]) if lines else Length(0)
    return str(figures.indent(min(line, within), within).twips)


def _filled(value: str | Lines) -> Markup:
    return printed((value,) if isinstance(value, str) else value) if value else _NOTHING


def _whole_or_broken(lines: Lines, style: Kieu, within: Length) -> Lines:
    """One line where that fits, else the lines as they break by sense."""
    whole = " ".join(lines)
    return (whole,) if _width(whole, style) <= within else lines


def _width(text: str, style: Kieu) -> Length:
    return text_width(text, style.co_chu, style.dam, style.nghieng)


def _core_properties(part: PrintedDocument, issued: PrintedSet) -> str:
    """Title, dates and, for a sample, the word that nobody may overlook. The date is that of the set that is issued,
    not today's."""
    title = f"{part.ten_loai} {part.zones.so_ky_hieu} {part.trich_yeu.replace('|', ' ')}"
    # Of the two only the subject reaches the PDF.
    example = "<cp:category>ví dụ</cp:category><dc:subject>ví dụ</dc:subject>" if part.vi_du else ""
    moment = f"{(issued.ngay or date(1980, 1, 1)).isoformat()}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'{example}<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f"<dc:language>vi-VN</dc:language>"
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:title>{escape(' '.join(title.split()))}</dc:title></cp:coreProperties>"
    )
