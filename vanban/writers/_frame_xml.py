"""Elements of WordprocessingML, and the few shapes that page frames are made of."""

from lxml import etree

from vanban.the_thuc import TheThuc
from vanban.units import Length

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = etree._Element


def w(tag: str, *children: Element | str, **attributes: str | int) -> Element:
    """<w:tag w:name="…">children</w:tag>. Word reads children in the schema's order only: keep it."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap={"w": W, "r": R})
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    for child in children:
        if isinstance(child, str):
            element.text = child
        else:
            element.append(child)
    return element


def as_part(root: Element) -> bytes:
    """`root` as the bytes of a package part."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"] if root.tag.startswith(f"{{{W}}}") else None)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def run(text: str) -> Element:
    letters = w("t", text)
    letters.set(_SPACE, "preserve")
    return w("r", letters)


def paragraph(style: str, text: str = "") -> Element:
    return w("p", w("pPr", w("pStyle", val=style)), *([run(text)] if text else []))


def indented(style: str, side: Length, text: str = "") -> Element:
    """A paragraph with the same indent on both sides, which its text asks for and its style cannot say."""
    line = paragraph(style, text)
    line[0].append(w("ind", left=side.twips, right=side.twips))
    return line


def rule(the_thuc: TheThuc, style: str, line: Length, within: Length) -> Element:
    """The paragraph that is a rule under a text line of width `line`, in a cell or page of width `within`."""
    return indented(style, the_thuc.ke_ngang[style].indent(line, within))


def table(widths: tuple[Length, ...], *rows: Element) -> Element:
    """A table of frame cells whose left edge is that of the text."""
    return w(
        "tbl",
        w("tblPr", w("tblStyle", val="VB_Khung"), w("tblW", w=sum(x.twips for x in widths), type="dxa"),
          w("tblLayout", type="fixed")),
        w("tblGrid", *(w("gridCol", w=x.twips) for x in widths)),
        *rows,
    )


def row(*cells: Element) -> Element:
    """A row that no page break tears."""
    return w("tr", w("trPr", w("cantSplit")), *cells)


def cell(width: Length, *paragraphs: Element, v_align: str = "top") -> Element:
    return w("tc", w("tcPr", w("tcW", w=width.twips, type="dxa"), w("vAlign", val=v_align)), *paragraphs)
