"""A DOCX → the copy of it that LibreOffice sets: where LibreOffice would print another page than Word.

*Numbers, symbols and periods of years hold together on one line.*
The DOCX itself keeps the hyphen that was typed. With another one (w:noBreakHyphen, U+2011) Word would not end a line in
2228/QĐ-UBND, but who searches for it would not find it, and many programs that take in Word files lose that sign.
The PDF, which is what will be signed, need not choose: LibreOffice ends no line at a word joiner and prints nothing for
it, so that letters and their order stay those of the DOCX (seen with 7.4).

*Spaces that do not break stretch like others*, but where a line may end (`_pdf_spaces`).

*A document with footnotes begins as high as one without.* Before a table that begins a section LibreOffice puts a
paragraph while it reads (AddDummyParaForTableInSection), and takes it away again, but not where there are footnotes:
the header then stood 5.7 mm lower. Behind a paragraph as thin as a hair it puts none.

*The heads of tables are said again as high as they are* (`_pdf_heads`), *their notes are not lost* (`_pdf_head_notes`).

*Of a long paragraph that is kept with what is behind it only the last lines are* (`_pdf_ends`).

*The number in front of a footnote is raised like its mark.* LibreOffice sets it in the style that Word calls "footnote
reference", whatever style the run of the number names (7.4); so that style has this name in the copy.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from vanban.joints import joints
from vanban.wordml.elements import Element, W, parse, text_of, value
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.packing import deflated, pack
from vanban.wordml.parts import DOCUMENT, FOOTNOTES, STYLES
from vanban.wordml.styles import StyleSheet, style_sheet
from vanban.writers._pdf_ends import Cuts, kept_paragraphs, part_ends
from vanban.writers._pdf_head_notes import move_head_notes
from vanban.writers._pdf_heads import stretch_heads
from vanban.writers._pdf_justified import justified, text_widths, widths_of_notes
from vanban.writers._pdf_spaces import NBSP, needed_spaces

_OF_NUMBERS = "footnote reference"
_JOINER = "\N{WORD JOINER}"
# What stands for an element that is no text: it keeps apart what is on its two sides.
_NO_TEXT = "\N{OBJECT REPLACEMENT CHARACTER}"
_BETWEEN = frozenset(W + name for name in ("br", "cr", "tab", "footnoteReference", "footnoteRef", "drawing", "pict"))


def print_copy(docx: bytes, cuts: Cuts | None = None) -> bytes:
    """`docx` as LibreOffice is given it, long paragraphs cut as the first PDF of it has shown to be needed. Raises
    NotAPackage, RefusedPackage, ForbiddenXml."""
    parts = read_parts(docx, OF_DOCUMENTS)
    roots = {name: parse(name, data) for name, data in parts.items() if _has_text(name, data)}
    if STYLES in parts:
        styles = parse(STYLES, parts[STYLES])
        sheet = style_sheet(styles, None)
        _loosen(roots, sheet)
        if DOCUMENT in roots:
            stretch_heads(roots[DOCUMENT], sheet)
            part_ends(kept_paragraphs(roots[DOCUMENT], sheet), cuts or {})
        if style := _style_of_numbers(roots):
            _name(styles, style)
            roots[STYLES] = styles
        if DOCUMENT in roots and FOOTNOTES in roots:
            move_head_notes(roots[DOCUMENT], roots[FOOTNOTES])
    for root in roots.values():
        _hold_together(root)
    return pack({name: deflated(_written(roots[name]) if name in roots else data) for name, data in parts.items()})


def _has_text(name: str, data: bytes) -> bool:
    return name.startswith("word/") and name.endswith(".xml") and b"<w:t" in data


def _style_of_numbers(roots: Mapping[str, Element]) -> str:
    """The id of the style that the numbers in front of footnotes have; "" where there are none."""
    found = next(roots[FOOTNOTES].iter(W + "footnoteRef"), None) if FOOTNOTES in roots else None
    run = None if found is None else found.getparent()
    return "" if run is None else value(run.find(f"{W}rPr/{W}rStyle"))


def _name(styles: Element, id_: str) -> None:
    """Gives that style, and no other, the name in which LibreOffice looks for it."""
    for style in styles.iter(W + "style"):
        own, name = value(style, "styleId"), style.find(W + "name")
        if name is not None and (own == id_ or value(name) == _OF_NUMBERS):
            name.set(W + "val", _OF_NUMBERS if own == id_ else f"{_OF_NUMBERS} {own}")


def _loosen(roots: Mapping[str, Element], sheet: StyleSheet) -> None:
    """Makes plain spaces of those in justified paragraphs that nothing needs to be bound."""
    body = roots[DOCUMENT].find(W + "body") if DOCUMENT in roots else None
    around = {} if body is None else text_widths(body)
    widths = around | (widths_of_notes(roots[FOOTNOTES], around) if FOOTNOTES in roots else {})
    bound = {paragraph: width for paragraph, width in widths.items() if NBSP in text_of(paragraph)}
    for each in justified(bound, sheet):
        needed, start = needed_spaces([letters for letters, _ in each.letters], each.first, each.room), 0
        for letters, element in each.letters:
            if element is not None:
                element.text = "".join(" " if char == NBSP and at not in needed else char
                                       for at, char in enumerate(letters.text, start))
            start += len(letters.text)


def _hold_together(root: Element) -> None:
    for paragraph in root.iter(W + "p"):
        _join(list(_texts(paragraph)))
    if next(root.iter(W + "footnoteReference"), None) is not None:
        for table in list(root.iterfind(f"{W}body/{W}tbl")):
            if _begins_section(table):
                table.addprevious(_hairline())


def _written(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _texts(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """What stands in a paragraph, each element with its text."""
    for element in paragraph.iter(W + "t", *_BETWEEN):
        if next(element.iterancestors(W + "p")) is paragraph:
            yield element, (element.text or "") if element.tag == W + "t" else _NO_TEXT


def _join(texts: list[tuple[Element, str]]) -> None:
    """Puts joiners into the texts of a paragraph, however they are cut into runs."""
    hyphens = set(joints("".join(text for _, text in texts)))
    start = 0
    for element, text in texts if hyphens else ():
        end = start + len(text)
        if not hyphens.isdisjoint(range(start, end)):
            element.text = "".join(f"{char}{_JOINER}" if at in hyphens else char for at, char in enumerate(text, start))
        start = end


def _begins_section(table: Element) -> bool:
    before = table.getprevious()
    return before is None or before.find(f"{W}pPr/{W}sectPr") is not None


def _hairline() -> Element:
    """An empty paragraph, one twip high."""
    paragraph = etree.Element(W + "p")
    spacing = etree.SubElement(etree.SubElement(paragraph, W + "pPr"), W + "spacing")
    for attribute, stated in {"before": "0", "after": "0", "line": "1", "lineRule": "exact"}.items():
        spacing.set(W + attribute, stated)
    return paragraph
