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


def run(text: str, style: str = "") -> Element:
    """Letters, in the character style `style` where there is one."""
    letters = w("t", text)
    letters.set(_SPACE, "preserve")
    return w("r", *([w("rPr", w("rStyle", val=style))] if style else []), letters)


def paragraph(style: str, text: str = "", *structure: Element) -> Element:
    """A paragraph. `structure` is what its style cannot say: a place on the paper, indents that follow a text."""
    return w("p", w("pPr", w("pStyle", val=style), *structure), *([run(text)] if text else []))


def indents(side: Length) -> Element:
    """The same indent on both sides."""
    return w("ind", left=side.twips, right=side.twips)


def rule(the_thuc: TheThuc, style: str, line: Length, within: Length) -> Element:
    """The paragraph that is a rule under a text line of width `line`, in a cell or page of width `within`."""
    return paragraph(style, "", indents(the_thuc.ke_ngang[style].indent(line, within)))


def text_frame(the_thuc: TheThuc, style: str) -> Element:
    """What takes a paragraph out of the flow, to its place on the paper; neighbours with the same one share a frame.

    Word would take it from a style too, LibreOffice 7.4 does not.
    """
    place = the_thuc.vi_tri[style]
    width = (place.rong or the_thuc.trang.text_width()).twips
    if place.neo_theo == "chan_chu":
        return w("framePr", w=width, vSpace=place.cach_chu.twips, wrap="notBeside", vAnchor="margin", hAnchor="margin",
                 xAlign="left", yAlign="bottom")
    return w("framePr", w=width, wrap="around", vAnchor="page", hAnchor="page",
             x=place.cach_trai.twips, y=place.cach_tren.twips)


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


def cell(width: Length, *paragraphs: Element, v_align: str = "top", columns: int = 1) -> Element:
    """A cell, over several `columns` of its table where it says so."""
    span = [w("gridSpan", val=columns)] if columns > 1 else []
    return w("tc", w("tcPr", w("tcW", w=width.twips, type="dxa"), *span, w("vAlign", val=v_align)), *paragraphs)
