"""A page frame (templates/*.docx, or an office's own), prepared once: a compiled Jinja template, its looks, and the
other zip members.

docxtpl turns the paragraphs that Word saved into Jinja (`patch_xml`); its own render, which parses and writes
the whole package for every document, is the oracle of a test and not used here. A frame may come from an office:
what it may say and how large it may be is decided in vanban.frames, for the check and here alike.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Template, TemplateError
from lxml import etree

from vanban.errors import FrameError, VanBanError
from vanban.frames.breaks import with_breaks
from vanban.frames.foot import footer_of
from vanban.frames.growing import let_grow
from vanban.frames.looks import Looks, looks_of
from vanban.frames.needed import needed
from vanban.frames.smaller import add_smaller
from vanban.frames.tags import check_tags, compiled, fixed_words, read_names
from vanban.model.zones import BODY, Zones
from vanban.picture_bytes import bare
from vanban.the_thuc import TheThuc
from vanban.units import Length
from vanban.wordml.elements import W, parse, rename_styles, set_indents, style_of, tidy
from vanban.wordml.package import NotAPackage, read_parts
from vanban.wordml.packing import Member, deflated
from vanban.wordml.parts import CONTENT_TYPES, DOCUMENT, FOOTNOTES, RELATIONS, STYLES, THEME
from vanban.wordml.styles import StyleSheet, style_sheet

# Variables of the engine itself: the indents of measured rules and of stamps, the style of place and date, and what
# follows the issuing document.
RULES = {
    "VB_KeCoQuan": "ke_co_quan", "VB_KeTieuNgu": "ke_tieu_ngu", "VB_KeTenDang": "ke_ten_dang",
    "VB_KeTrichYeu": "ke_trich_yeu",
}
STAMPS = {"VB_DauMat": "khung_do_mat", "VB_DauKhan": "khung_do_khan"}
# Its style, which is in smaller letters where the line is long.
DATE_STYLE = {"VB_DiaDanhNgay": "kieu_dia_danh"}
REST = "phan_con_lai"
_KNOWN = frozenset({*Zones.__slots__, BODY, *RULES.values(), *STAMPS.values(), *DATE_STYLE.values(), REST})
# Jinja copies what it fills in several times over. What is long it never sees: signs that no XML may hold stand for it.
_LONG = {BODY: "\1", REST: "\2"}
_SIGNS = re.compile("([\1\2])")

# Parts that name no style of ours.
_WITHOUT_STYLES = ("word/theme/", "word/fontTable.xml", "word/webSettings.xml", "word/media/", "word/_rels/")


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame ready to be filled.

    document  renders the document part, with room for the rest of the set behind it
    fragment  renders the body alone, for an attachment
    headers   the references to headers and footers that every section repeats, as XML
    looks     what the office that owns the frame made of page, cells and styles
    notes     what the part of footnotes begins with; "" where the frame has no such part
    footer    renders what stands at the foot of page 1; None where the frame has a footer of its own there, or nothing
    words     what it prints besides, in the document, headers and footers
    zones     what it has a place for
    members   all other parts of the package
    around    of these the two that change where there are pictures, as they are
    """

    name: str
    document: Template
    fragment: Template
    headers: str
    looks: Looks
    notes: str
    footer: Template | None
    words: tuple[str, ...]
    zones: frozenset[str]
    members: Mapping[str, Member]
    around: Mapping[str, bytes]
    _formats: dict[str, TheThuc] = field(default_factory=dict, repr=False, compare=False)

    def restyle(self, the_thuc: TheThuc) -> TheThuc:
        """`the_thuc` with the page and the styles of this frame, read once for each text of law."""
        if the_thuc.ma not in self._formats:
            self._formats[the_thuc.ma] = self.looks.restyle(the_thuc)
        return self._formats[the_thuc.ma]

    def cell(self, style: str, otherwise: Length) -> Length:
        """Room in the cell where `style` stands; `otherwise` where it stands in none."""
        return self.looks.cell(style, otherwise)

    def has_cell(self, style: str) -> bool:
        """Whether `style` stands in a cell."""
        return style in self.looks.cells

    def fill(self, context: Mapping[str, Any], *, attached: bool) -> str:
        """The XML of the document part, or of an attachment's body. Raises FrameError for a frame at odds with
        what it is filled with."""
        long: dict[str, str] = {sign: context[name] for name, sign in _LONG.items() if name in context}
        xml = self._rendered(self.fragment if attached else self.document, {**context, **_LONG})
        return "".join([long[piece] if piece in long else with_breaks(piece) for piece in _SIGNS.split(xml)])

    def foot(self, context: Mapping[str, Any]) -> str:
        """The XML of what stands at the foot of page 1; "" where nothing does. Raises FrameError like `fill`."""
        return with_breaks(self._rendered(self.footer, context)) if self.footer and context["dia_chi"] else ""

    def _rendered(self, template: Template, context: Mapping[str, Any]) -> str:
        try:
            return template.render(context)
        except TemplateError as error:
            raise FrameError(f"Khung trang {self.name} không điền được: {error.message}") from error


def prepare(name: str, package: bytes) -> Frame:
    """The frame of the .docx `package`. Raises FrameError where it is no DOCX or its tags are at odds."""
    try:
        parts, sheet = _named(needed(read_parts(package)))
        root = _document(parts)
        body = root.find(f"{W}body")
        if body is None or (section := body.find(f"{W}sectPr")) is None:
            raise FrameError(f"Khung trang {name} không có phần thân hoặc thiếu thiết lập trang.")
        looks = looks_of(root, section, sheet)
        let_grow(root, section)
        words, zones = fixed_words(root) + _words_around(parts), read_names(root) & {*Zones.__slots__}
        _measured(root)
        notes = _notes_opening(parts[FOOTNOTES]) if FOOTNOTES in parts else ""
        members = {part: deflated(_without_notes(part, data)) for part, data in parts.items() if part != DOCUMENT}
        references = (f"{W}headerReference", f"{W}footerReference")
        headers = "".join(_xml(child) for child in section if child.tag in references)
        footer = footer_of(body, section)
        fragment = compiled("".join(_xml(child) for child in body if child is not section), _KNOWN)
        _make_room(body, section)
        document = compiled(etree.tostring(root, encoding="unicode"), _KNOWN)
        foot = compiled(footer, _KNOWN) if footer else None
    except FrameError:
        raise
    except VanBanError as error:
        raise _at_fault(name, error) from error
    around = {part: parts[part] for part in (CONTENT_TYPES, RELATIONS) if part in parts}
    return Frame(name, document, fragment, headers, looks, notes, foot, words, zones, members, around)


def _without_notes(part: str, data: bytes) -> bytes:
    """A part; of a picture what is printed."""
    try:
        return bare(data) if part.startswith("word/media/") else data
    except ValueError:  # another kind of picture, which frames.checking tells of
        return data


def document_root(name: str, package: bytes) -> etree._Element:
    """The document part as a tree, its measured rules given variables for indents."""
    try:
        root = _document(_named(needed(read_parts(package)))[0])
    except VanBanError as error:
        raise _at_fault(name, error) from error
    _measured(root)
    return root


def _at_fault(name: str, error: VanBanError) -> FrameError:
    if isinstance(error, NotAPackage):
        return FrameError(f"Khung trang {name} không phải là tệp Word đọc được.")
    return FrameError(f"Khung trang {name} không dùng được: {error}")


def _named(parts: dict[str, bytes]) -> tuple[dict[str, bytes], StyleSheet]:
    """The parts with the names of our styles for ids, which Word makes anew on saving, and the styles."""
    theme = parse(THEME, parts[THEME]) if THEME in parts else None
    styles = parse(STYLES, parts.get(STYLES, b""))
    sheet = style_sheet(styles, theme)
    if add_smaller(styles, sheet):
        parts, sheet = parts | {STYLES: _part(styles)}, style_sheet(styles, theme)
    ids = {id_: name for name, id_ in sheet.ids.items() if name != id_}
    if not ids:
        return parts, sheet
    ids |= {id_: f"{id_}_" for id_ in sheet.by_id if id_ in ids.values() and id_ not in ids}
    named = dict(parts)
    for part, data in parts.items():
        if part.startswith("word/") and part.endswith(".xml") and not part.startswith(_WITHOUT_STYLES):
            root = styles if part == STYLES else parse(part, data)
            rename_styles(root, ids)
            named[part] = _part(root)
    return named, style_sheet(styles, theme)


def _document(parts: Mapping[str, bytes]) -> etree._Element:
    """The document part, in order for docxtpl: it searches with patterns, which loose braces lead astray."""
    root = parse(DOCUMENT, parts.get(DOCUMENT, b""))
    tidy(root)
    check_tags(root)
    return root


def _measured(root: etree._Element) -> None:
    """Puts the engine's variables where indents and the size of letters follow the words and the cell."""
    for paragraph in root.iter(f"{W}p"):
        style, properties = style_of(paragraph), paragraph.find(f"{W}pPr")
        if (named := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and style in DATE_STYLE:
            named.set(f"{W}val", f"{{{{ {DATE_STYLE[style]} }}}}")
        # A stamp stands in several boxes, one for its words; the paragraphs between them only choose.
        if properties is not None and (style in RULES or (style in STAMPS and properties.find(f"{W}ind") is not None)):
            set_indents(properties, f"{{{{ {(RULES | STAMPS)[style]} }}}}")


def _make_room(body: etree._Element, section: etree._Element) -> None:
    """Puts the variable of the rest where the last section stood, and takes away Word's empty last paragraph."""
    last = section.getprevious()
    body.remove(section)
    if last is not None and last.tag == f"{W}p" and not "".join(map(str, last.itertext())).strip():
        previous = last.getprevious()
        body.remove(last)
        last = previous
    if last is None:
        body.text = f"{{{{ {REST} }}}}"
    else:
        last.tail = f"{{{{ {REST} }}}}"


def _part(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _xml(element: etree._Element) -> str:
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def _words_around(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """The words of headers and footers; the number that a field of them showed when the frame was saved is none."""
    around = sorted(name for name in parts if name.startswith(("word/header", "word/footer")))
    found = (words for name in around for words in fixed_words(parse(name, parts[name])))
    return tuple(words for words in found if not words.isdecimal())


def _notes_opening(part: bytes) -> str:
    """What stands in a frame's own part before the footnotes: the lines that separate them from the text."""
    root = parse(FOOTNOTES, part)
    for note in root.findall(f"{W}footnote"):
        if not note.get(f"{W}type"):
            root.remove(note)
    return str(etree.tostring(root, encoding="unicode")).removesuffix("</w:footnotes>")
