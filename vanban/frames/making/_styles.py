"""TheThuc → word/styles.xml: every style of the decree's figures, and what Word wants beside them.

A style says only what differs from the style it is based on, so that an office that changes the body in Word
changes khoản and điểm with it. Word makes new ids when it saves; the name (VB_…) is what lasts.
"""

from collections.abc import Iterator

from vanban.frames.making._xml import Element, w
from vanban.the_thuc import Kieu, PhongChu, TheThuc
from vanban.units import Length

_TYPES = {"doan": "paragraph", "chu": "character", "bang": "table"}
_ROOTS = {"doan": "Normal", "chu": "DefaultParagraphFont", "bang": "TableNormal"}
_ALIGN = {"trai": "left", "giua": "center", "phai": "right", "deu": "both"}
_SINGLE_LINE = 240  # what Word calls a single line, when the rule is "auto"

Attributes = dict[str, str | int]


def styles(the_thuc: TheThuc) -> Element:
    plain = Kieu(ten="", nhan="", co_chu=the_thuc.phong_chu.co_chu)
    return w(
        "styles",
        _defaults(the_thuc.phong_chu),
        *_built_in(),
        *(_style(kieu, the_thuc.kieu.get(kieu.dua_tren, plain)) for kieu in the_thuc.kieu.values()),
    )


def _defaults(font: PhongChu) -> Element:
    letters = w(
        "rPr",
        w("rFonts", ascii=font.ten_phong, hAnsi=font.ten_phong, eastAsia=font.ten_phong, cs=font.ten_phong),
        w("color", val=font.mau_chu), *_size(font.co_chu),
        w("lang", val=font.ngon_ngu, eastAsia=font.ngon_ngu, bidi="ar-SA"),
    )
    lines = w("pPr", w("widowControl"), w("spacing", before=0, after=0, line=_SINGLE_LINE, lineRule="auto"))
    return w("docDefaults", w("rPrDefault", letters), w("pPrDefault", lines))


def _built_in() -> Iterator[Element]:
    """The roots that every document of Word has; the styles of ours are based on them."""
    for kind, style_id, name in (("paragraph", "Normal", "Normal"), ("numbering", "NoList", "No List"),
                                 ("character", "DefaultParagraphFont", "Default Paragraph Font")):
        yield w("style", w("name", val=name), type=kind, default=1, styleId=style_id)
    no_margins = w("tblCellMar", *_cell_sides(Length(0)))
    yield w("style", w("name", val="Normal Table"), w("tblPr", w("tblInd", w=0, type="dxa"), no_margins),
            type="table", default=1, styleId="TableNormal")


def _style(kieu: Kieu, base: Kieu) -> Element:
    groups = (w("pPr", *_paragraph(kieu, base)), w("rPr", *_letters(kieu, base)), w("tblPr", *_table(kieu)))
    return w(
        "style",
        w("name", val=kieu.ten), w("aliases", val=kieu.nhan), w("basedOn", val=kieu.dua_tren or _ROOTS[kieu.loai]),
        w("qFormat"), *(group for group in groups if len(group)),
        type=_TYPES[kieu.loai], customStyle=1, styleId=kieu.ten,
    )


def _paragraph(kieu: Kieu, base: Kieu) -> Iterator[Element]:
    if kieu.giu_cung_doan_sau != base.giu_cung_doan_sau:
        yield w("keepNext", val=int(kieu.giu_cung_doan_sau))
    if kieu.giu_lien_dong != base.giu_lien_dong:
        yield w("keepLines", val=int(kieu.giu_lien_dong))
    if (kieu.ke_tren, kieu.khung) != (base.ke_tren, base.khung):
        yield w("pBdr", *_lines_around(kieu))
    if spacing := _differences(_gaps(kieu), _gaps(base)) | _differences(_line(kieu), _line(base), together=True):
        yield w("spacing", **spacing)
    if indent := _differences(_indent(kieu), _indent(base)):
        yield w("ind", **indent)
    if kieu.khit_cung_kieu != base.khit_cung_kieu:
        yield w("contextualSpacing", val=int(kieu.khit_cung_kieu))
    if kieu.canh_le != base.canh_le:
        yield w("jc", val=_ALIGN[kieu.canh_le])
    if kieu.muc_luc != base.muc_luc:
        yield w("outlineLvl", val=kieu.muc_luc - 1)


def _lines_around(kieu: Kieu) -> Iterator[Element]:
    colour, room = kieu.mau_chu or "auto", round(kieu.cach_khung.pt)
    if kieu.khung:
        for side in ("top", "left", "bottom", "right"):
            yield _border(side, kieu.khung, colour, room if side in ("top", "bottom") else 0)
    else:
        yield _border("top", kieu.ke_tren, colour, room)


def _letters(kieu: Kieu, base: Kieu) -> Iterator[Element]:
    if kieu.dam != base.dam:
        yield from (w("b", val=int(kieu.dam)), w("bCs", val=int(kieu.dam)))
    if kieu.nghieng != base.nghieng:
        yield from (w("i", val=int(kieu.nghieng)), w("iCs", val=int(kieu.nghieng)))
    if kieu.mau_chu != base.mau_chu:
        yield w("color", val=kieu.mau_chu or "auto")
    if kieu.co_chu != base.co_chu:
        yield from _size(kieu.co_chu)
    if kieu.gach_chan != base.gach_chan:
        yield w("u", val="single" if kieu.gach_chan else "none")
    if kieu.to_nen != base.to_nen:
        yield w("shd", val="clear", color="auto", fill=kieu.to_nen)
    if kieu.chi_so_tren != base.chi_so_tren:
        yield w("vertAlign", val="superscript" if kieu.chi_so_tren else "baseline")


def _table(kieu: Kieu) -> Iterator[Element]:
    if kieu.loai != "bang":
        return
    yield w("tblInd", w=0, type="dxa")
    if kieu.vien:
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        yield w("tblBorders", *(_border(side, kieu.vien) for side in sides))
    yield w("tblCellMar", *_cell_sides(kieu.le_o))


def _gaps(kieu: Kieu) -> Attributes:
    return {"before": kieu.cach_truoc.twips, "after": kieu.cach_sau.twips}


def _line(kieu: Kieu) -> Attributes:
    if kieu.dong_co_dinh:
        return {"line": kieu.dong_co_dinh.twips, "lineRule": "exact"}
    return {"line": round(kieu.cach_dong * _SINGLE_LINE), "lineRule": "auto"}


def _indent(kieu: Kieu) -> Attributes:
    first = kieu.thut_dau_dong.twips
    return {"left": kieu.thut_trai.twips, "hanging" if first < 0 else "firstLine": abs(first)}


def _differences(own: Attributes, base: Attributes, together: bool = False) -> Attributes:
    """What `own` has otherwise than `base`; all of it if any, where the attributes are read `together`."""
    if together:
        return own if own != base else {}
    return {name: value for name, value in own.items() if base.get(name) != value}


def _size(size: Length) -> tuple[Element, Element]:
    return w("sz", val=size.half_points), w("szCs", val=size.half_points)


def _border(side: str, weight: Length, colour: str = "auto", room: int = 0) -> Element:
    """A single line, `room` points from the letters. Weights of borders are eighths of a point."""
    return w(side, val="single" if weight else "nil", sz=round(weight.pt * 8), space=room, color=colour)


def _cell_sides(width: Length) -> Iterator[Element]:
    for side, room in (("top", 0), ("left", width.twips), ("bottom", 0), ("right", width.twips)):
        yield w(side, w=room, type="dxa")
