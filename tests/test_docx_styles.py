"""The styles of the built DOCX beside the figures of the decree, and that nothing is dressed by hand."""

import re

from lxml import etree

from tests.support.wordml import Element, Part, Styles, W, style_of, text_of, value, w
from vanban.the_thuc import Kieu, TheThuc

ALIGNMENTS = {"trai": "left", "giua": "center", "phai": "right", "deu": "both"}
BLACK = "000000"
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def it_dresses_every_paragraph_in_a_style_of_the_decree(body: Element, styles: Styles, the_thuc: TheThuc) -> None:
    used = {style_of(paragraph) for paragraph in body.iter(w("p"))}
    assert used <= set(the_thuc.kieu)
    assert used <= styles.names


def it_dresses_letters_and_tables_in_styles_that_exist(body: Element, styles: Styles, the_thuc: TheThuc) -> None:
    used = {value(each) for tag in ("rStyle", "tblStyle") for each in body.iter(w(tag))}
    assert used <= set(the_thuc.kieu)
    assert used <= styles.names


def it_leaves_looks_to_the_styles(body: Element, the_thuc: TheThuc) -> None:
    """A paragraph says its style, what it stays with and where a section ends; measured rules and boxes of stamps
    have indents, zones that have a place on the paper say it."""
    indented = {*the_thuc.ke_ngang, *(stamp.kieu for stamp in the_thuc.con_dau.values())}
    for paragraph in body.iter(w("p")):
        said = {child.tag.removeprefix(W) for child in paragraph.find(w("pPr"))}
        own = {"ind"} if style_of(paragraph) in indented else set()
        own |= {"framePr"} if style_of(paragraph) in the_thuc.vi_tri else set()
        assert said <= {"pStyle", "keepNext", "sectPr"} | own, text_of(paragraph)
    assert {child.tag for looks in body.iter(w("rPr")) for child in looks} <= {w("rStyle")}


def it_makes_every_style_as_the_decree_says(styles: Styles, the_thuc: TheThuc) -> None:
    differences = {}
    for kieu in the_thuc.kieu.values():
        made = _as_made(styles, kieu)
        wrong = {name: (made[name], wanted) for name, wanted in _as_wanted(kieu).items() if made[name] != wanted}
        if wrong:
            differences[kieu.ten] = wrong
    assert differences == {}


def _as_wanted(kieu: Kieu) -> dict[str, object]:
    if kieu.loai == "bang":
        return {"borders": {str(round(kieu.vien.pt * 8))} if kieu.vien else set(), "room": {str(kieu.le_o.twips)}}
    letters: dict[str, object] = {
        "bold": kieu.dam, "italic": kieu.nghieng, "fill": kieu.to_nen, "colour": kieu.mau_chu or BLACK,
        "raised": "superscript" if kieu.chi_so_tren else "",
    }
    if kieu.loai == "chu":
        return letters
    fixed = kieu.dong_co_dinh
    return letters | {
        "size": str(kieu.co_chu.half_points),
        "alignment": ALIGNMENTS[kieu.canh_le],
        "left": kieu.thut_trai.twips,
        "first line": kieu.thut_dau_dong.twips,
        "before": kieu.cach_truoc.twips,
        "after": kieu.cach_sau.twips,
        "line": (fixed.twips, "exact") if fixed else (round(240 * kieu.cach_dong), "auto"),
        "keep next": kieu.giu_cung_doan_sau,
        "keep lines": kieu.giu_lien_dong,
        "outline": str(kieu.muc_luc - 1) if kieu.muc_luc else "",
        "close": kieu.khit_cung_kieu,
        "lines": _lines_wanted(kieu),
    }


def _lines_wanted(kieu: Kieu) -> dict[str, tuple[str, ...]]:
    """Weight, distance and colour of the lines around a paragraph, by their sides."""
    room, colour = str(round(kieu.cach_khung.pt)), kieu.mau_chu or "auto"
    if kieu.khung:
        weight = str(round(kieu.khung.pt * 8))
        return {side: (weight, room if side in ("top", "bottom") else "0", colour) for side in SIDES[:4]}
    return {"top": (str(round(kieu.ke_tren.pt * 8)), room, colour)} if kieu.ke_tren else {}


def _as_made(styles: Styles, kieu: Kieu) -> dict[str, object]:
    def number(path: str, attribute: str) -> int:
        return int(styles.figure(kieu.ten, path, attribute, "0"))

    own = styles.get(kieu.ten)
    return {
        "borders": {value(own.find(f"{W}tblPr/{W}tblBorders/{W}{side}"), "sz") for side in SIDES} - {""},
        "room": {value(own.find(f"{W}tblPr/{W}tblCellMar/{W}{side}"), "w") for side in ("left", "right")},
        "bold": styles.switch(kieu.ten, "rPr/b"),
        "italic": styles.switch(kieu.ten, "rPr/i"),
        "fill": styles.figure(kieu.ten, "rPr/shd", "fill"),
        "colour": styles.figure(kieu.ten, "rPr/color"),
        "raised": styles.figure(kieu.ten, "rPr/vertAlign"),
        "size": styles.figure(kieu.ten, "rPr/sz"),
        "alignment": styles.figure(kieu.ten, "pPr/jc", default="left"),
        "left": number("pPr/ind", "left"),
        "first line": number("pPr/ind", "firstLine") - number("pPr/ind", "hanging"),
        "before": number("pPr/spacing", "before"),
        "after": number("pPr/spacing", "after"),
        "line": (number("pPr/spacing", "line"), styles.figure(kieu.ten, "pPr/spacing", "lineRule")),
        "keep next": styles.switch(kieu.ten, "pPr/keepNext"),
        "keep lines": styles.switch(kieu.ten, "pPr/keepLines"),
        "outline": styles.figure(kieu.ten, "pPr/outlineLvl"),
        "close": styles.switch(kieu.ten, "pPr/contextualSpacing"),
        "lines": _lines_made(styles, kieu.ten),
    }


def _lines_made(styles: Styles, name: str) -> dict[str, tuple[str, ...]]:
    borders = (style.find(f"{W}pPr/{W}pBdr") for style in styles.chain(name))
    nearest = next((each for each in borders if each is not None), ())
    return {side.tag.removeprefix(W): tuple(value(side, name) for name in ("sz", "space", "color")) for side in nearest}


def it_knows_no_font_but_times_new_roman(package: dict[str, bytes], the_thuc: TheThuc) -> None:
    names = set()
    for name, data in package.items():
        if name.startswith("word/") and name.endswith(".xml"):
            root = etree.fromstring(data)
            for fonts in root.iter(w("rFonts")):
                assert not [key for key in fonts.attrib if key.endswith("Theme")]
                names |= set(fonts.attrib.values())
            names |= {value(font, "name") for font in root.iter(w("font"))}
            names |= {font.get("typeface") for font in root.iter("{*}latin")} - {""}
    assert names == {the_thuc.phong_chu.ten_phong}


def it_prints_in_black_but_for_stamps(styles: Styles, body: Element, the_thuc: TheThuc) -> None:
    assert the_thuc.phong_chu.mau_chu == BLACK
    coloured = {kieu.ten for kieu in the_thuc.kieu.values() if kieu.mau_chu not in ("", BLACK)}
    assert coloured == {stamp.kieu for stamp in the_thuc.con_dau.values()}
    assert not list(body.iter(w("color")))


def it_writes_capitals_as_letters(package: dict[str, bytes], parts: list[Part], the_thuc: TheThuc) -> None:
    capitals = [kieu.ten for kieu in the_thuc.kieu.values() if kieu.in_hoa]
    lines = [text_of(paragraph) for part in parts for paragraph in part.in_style(*capitals)]
    assert len(lines) > 10
    assert [line for line in lines if line != line.upper()] == []
    assert not [name for name, data in package.items() if re.search(rb"<w:(caps|smallCaps)\b", data)]


def it_writes_small_letters_where_the_decree_wants_them(parts: list[Part], the_thuc: TheThuc) -> None:
    small = [name for name, kieu in the_thuc.kieu.items() if "in_hoa" in kieu.gioi_han and not kieu.in_hoa]
    lines = [text_of(p) for part in parts for p in part.in_style(*small) if re.search(r"\w{3}", text_of(p))]
    assert [line for line in lines if line == line.upper() and not line.startswith(the_thuc.words("so_van_ban"))] == []
