"""Elements of WordprocessingML as Word saves them."""

from collections.abc import Iterator, Mapping

from lxml import etree

from vanban.errors import VanBanError
from vanban.wordml.package import NotAPackage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
# What Word writes down for its own use on every save: marks of spelling, of the cursor, of the last pages.
_NOISE = tuple(W + name for name in ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak"))
_NOISE_ATTRIBUTES = (W + "rsid", _W14 + "paraId", _W14 + "textId")
# Elements that name a style by its id.
_REFERENCES = tuple(W + name for name in (
    "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink", "clickAndTypeStyle",
    "defaultTableStyle",
))
# Of w:pPr, what the schema puts behind w:ind.
_BEHIND_INDENT = tuple(W + name for name in (
    "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
    "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
))

Element = etree._Element


class ForbiddenXml(VanBanError):
    """A part that declares entities: no Word writes them."""


def parse(name: str, data: bytes) -> Element:
    """The part `name` as a tree; nothing outside of it is read. Raises NotAPackage, ForbiddenXml."""
    if b"<!" in (plain := data.replace(b"\0", b"")) and (b"<!DOCTYPE" in plain or b"<!ENTITY" in plain):
        raise ForbiddenXml(f"Phần “{name}” có khai báo DOCTYPE.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
                             remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotAPackage(f"Phần “{name}” của tệp bị hỏng.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ForbiddenXml(f"Phần “{name}” có khai báo DOCTYPE.")
    return root


def value(element: Element | None, name: str = "val") -> str:
    """An attribute, "" where it or the element is not there."""
    return "" if element is None else element.get(W + name, "")


def child(element: Element | None, name: str) -> Element | None:
    """An element right inside, None where it or that around it is not there."""
    return None if element is None else element.find(W + name)


def is_on(element: Element | None) -> bool:
    """A switch (w:vanish, w:isLgl …): on where it is there and does not say otherwise."""
    return element is not None and value(element) not in ("0", "false", "off")


def number(element: Element | None, name: str = "val") -> int | None:
    """An attribute that is a whole number; None where it is not there or is none."""
    stated = value(element, name)
    try:
        return round(float(stated)) if stated else None
    except (ValueError, OverflowError):
        return None


def texts(paragraph: Element) -> list[Element]:
    """The w:t of a paragraph, those of text boxes inside it left out."""
    return [t for t in paragraph.iter(W + "t") if next(t.iterancestors(W + "p"), None) is paragraph]


def text_of(paragraph: Element) -> str:
    return "".join(t.text or "" for t in texts(paragraph))


def style_of(paragraph: Element) -> str:
    """The id of its style, "" for none of its own."""
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


def tidy(root: Element) -> None:
    """Takes away what Word adds for its own use on every save."""
    for element in list(root.iter(*_NOISE)):
        parent, previous = element.getparent(), element.getprevious()
        if parent is not None and element.tail:
            if previous is not None:
                previous.tail = (previous.tail or "") + element.tail
            else:
                parent.text = (parent.text or "") + element.tail
        if parent is not None:
            parent.remove(element)
    for element in root.iter():
        for name in [name for name in element.attrib if str(name).startswith(_NOISE_ATTRIBUTES)]:
            del element.attrib[name]
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    if ignorable := root.get(_IGNORABLE):
        # Word does not open a part that calls a prefix ignorable and does not declare it.
        declared = [prefix for prefix in ignorable.split() if prefix in root.nsmap]
        root.set(_IGNORABLE, " ".join(declared))


def rename_styles(root: Element, ids: Mapping[str, str]) -> None:
    """Gives the styles that `root` defines or names other ids."""
    for style in root.iter(W + "style"):
        style.set(W + "styleId", ids.get(value(style, "styleId"), value(style, "styleId")))
    for reference in root.iter(*_REFERENCES):
        reference.set(W + "val", ids.get(value(reference), value(reference)))


def set_indents(paragraph_properties: Element, side: str) -> None:
    """The same indent on both sides, whatever stood there."""
    indent = paragraph_properties.find(W + "ind")
    if indent is None:
        indent = etree.Element(W + "ind")
        behind = next((child for child in paragraph_properties if child.tag in _BEHIND_INDENT), None)
        if behind is None:
            paragraph_properties.append(indent)
        else:
            behind.addprevious(indent)
    for name in ("start", "end"):
        indent.attrib.pop(W + name, "")
    indent.set(W + "left", side)
    indent.set(W + "right", side)


def cell_of(element: Element) -> Element | None:
    """The table cell that `element` stands in."""
    return next(element.iterancestors(W + "tc"), None)


def cell_width(cell: Element) -> int | None:
    """Its width in twips, margins and all; None where neither cell nor grid says it."""
    stated = cell.find(f"{W}tcPr/{W}tcW")
    if value(stated, "type") == "dxa" and (width := number(stated, "w")):
        return width
    grid = next(cell.iterancestors(W + "tbl")).find(W + "tblGrid")
    columns: list[int] = [] if grid is None else [number(column, "w") or 0 for column in grid]
    before = sum([_span(each) for each in cell.itersiblings(W + "tc", preceding=True)])
    width = sum(columns[before:before + _span(cell)])
    return width or None


def tables(body: Element) -> Iterator[Element]:
    """The tables that stand in no other."""
    return (table for table in body.iter(W + "tbl") if next(table.iterancestors(W + "tbl"), None) is None)


def _span(cell: Element) -> int:
    return number(cell.find(f"{W}tcPr/{W}gridSpan")) or 1
