"""A DOCX → the copy of it that LibreOffice sets: where LibreOffice would print another page than Word.

*Numbers, symbols and periods of years hold together on one line.*
The DOCX itself keeps the hyphen that was typed. With another one (w:noBreakHyphen, U+2011) Word would not end a line in
2228/QĐ-UBND, but who searches for it would not find it, and many programs that take in Word files lose that sign.
The PDF, which is what will be signed, need not choose: LibreOffice ends no line at a word joiner and prints nothing for
it, so that letters and their order stay those of the DOCX (seen with 7.4).

*A document with footnotes begins as high as one without.* Before a table that begins a section LibreOffice puts a
paragraph while it reads (AddDummyParaForTableInSection), and takes it away again, but not where there are footnotes:
the header then stood 5.7 mm lower. Behind a paragraph as thin as a hair it puts none.

*The number in front of a footnote is raised like its mark.* LibreOffice sets it in the style that Word calls "footnote
reference", whatever style the run of the number names (7.4); so that style has this name in the copy.
"""

from collections.abc import Iterator

from lxml import etree

from vanban.joints import joints
from vanban.wordml.elements import Element, W, parse, value
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.packing import deflated, pack

_NOTES, _STYLES = "word/footnotes.xml", "word/styles.xml"
_OF_NUMBERS = "footnote reference"
_JOINER = "\N{WORD JOINER}"
# What stands for an element that is no text: it keeps apart what is on its two sides.
_NO_TEXT = "\N{OBJECT REPLACEMENT CHARACTER}"
_BETWEEN = frozenset(W + name for name in ("br", "cr", "tab", "footnoteReference", "footnoteRef", "drawing", "pict"))


def print_copy(docx: bytes) -> bytes:
    """`docx` with word joiners where its lines must not end. Raises NotAPackage, RefusedPackage, ForbiddenXml."""
    parts = read_parts(docx, OF_DOCUMENTS)
    if _STYLES in parts and (style := _style_of_numbers(parts.get(_NOTES, b""))):
        parts = {**parts, _STYLES: _named(parts[_STYLES], style)}
    return pack({name: deflated(_joined(name, data)) for name, data in parts.items()})


def _style_of_numbers(notes: bytes) -> str:
    """The id of the style that the numbers in front of footnotes have; "" where there are none."""
    found = next(parse(_NOTES, notes).iter(W + "footnoteRef"), None) if notes else None
    run = None if found is None else found.getparent()
    return "" if run is None else value(run.find(f"{W}rPr/{W}rStyle"))


def _named(styles: bytes, id_: str) -> bytes:
    """The styles where that one, and no other, has the name in which LibreOffice looks for it."""
    root = parse(_STYLES, styles)
    for style in root.iter(W + "style"):
        own, name = value(style, "styleId"), style.find(W + "name")
        if name is not None and (own == id_ or value(name) == _OF_NUMBERS):
            name.set(W + "val", _OF_NUMBERS if own == id_ else f"{_OF_NUMBERS} {own}")
    return _written(root)


def _joined(name: str, data: bytes) -> bytes:
    if not (name.startswith("word/") and name.endswith(".xml") and b"<w:t" in data):
        return data
    root = parse(name, data)
    for paragraph in root.iter(W + "p"):
        _join(list(_texts(paragraph)))
    if next(root.iter(W + "footnoteReference"), None) is not None:
        for table in list(root.iterfind(f"{W}body/{W}tbl")):
            if _begins_section(table):
                table.addprevious(_hairline())
    return _written(root)


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
