"""word/styles.xml of a frame → the figures of each style, in the terms of the decree's (the_thuc.Kieu).

Styles are found by name: Word makes new ids when it saves. What a style does not say it has from the one it is
based on, the last of them from the defaults of the document.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from vanban.the_thuc import Kieu
from vanban.the_thuc.records import CanhLe
from vanban.units import Length
from vanban.wordml.elements import Element, W, is_on, number, value
from vanban.wordml.package import RefusedPackage

PREFIX = "VB_"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# Word rounds to twips, and its dialogues to a tenth of a point: 2.5 cm is saved as 1417 or 1418 twips.
_TOLERANCE = 2
_SINGLE_LINE = 240
# Word brings some 370 of its own.
_MAX_STYLES = 1500
# Height of a single line of Times New Roman, by the size of its letters.
_LINE_HEIGHT = 1.15
_ALIGN = {"": "trai", "left": "trai", "start": "trai", "center": "giua", "right": "phai", "end": "phai", "both": "deu"}
_EMU_PER_TWIP, _EMU_PER_HALF_POINT = 635, 6350


def length(twips: int, *near: object) -> Length:
    """A length of Word's; the one of `near` that it is but for rounding."""
    for each in near:
        if isinstance(each, Length) and abs(each.twips - twips) <= _TOLERANCE:
            return each
    return Length(twips * _EMU_PER_TWIP)


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The styles by their ids, the ids of ours by name, and the fonts of the theme by Word's names ("minorHAnsi")."""

    root: Element
    by_id: Mapping[str, Element]
    ids: Mapping[str, str]
    theme: Mapping[str, str]

    def figures(self, kieu: Kieu, *direct: Element | None) -> Kieu:
        """`kieu` as this frame has it; `direct` are properties (w:pPr, w:rPr) of one paragraph that come before."""
        owners = [each for each in direct if each is not None]
        chain = list(self.chain(self.ids.get(kieu.ten, "")))
        letters = Properties([*(e for e in owners if e.tag == W + "rPr"), *self._of(chain, "rPr")])
        lines = Properties([*(e for e in owners if e.tag == W + "pPr"), *self._of(chain, "pPr")])
        return replace(kieu, **_letters(kieu, letters), **_lines(kieu, lines))

    def letters(self, id_: str, direct: Element | None = None) -> "Properties":
        """What holds for letters in a paragraph of a style; `direct` is their own (w:rPr), which may name another."""
        own = [] if direct is None else [direct, *self._own(value(direct.find(W + "rStyle")))]
        return Properties([*own, *self._of(list(self.chain(id_)), "rPr")])

    def lines(self, id_: str, direct: Element | None = None) -> "Properties":
        """What holds for the lines of a paragraph of a style; `direct` is its own (w:pPr)."""
        return Properties([*([] if direct is None else [direct]), *self._of(list(self.chain(id_)), "pPr")])

    def _own(self, id_: str) -> list[Element]:
        return [letters for style in self.chain(id_) if (letters := style.find(W + "rPr")) is not None]

    def fonts(self, id_: str, *direct: Element | None) -> set[str]:
        """The fonts that the letters of a style have, Latin and Vietnamese ones."""
        owners = [e for e in direct if e is not None]
        letters = Properties([*owners, *self._of(list(self.chain(id_)), "rPr")])
        return {font for side in ("ascii", "hAnsi") if (font := self._font(letters, side))}

    @property
    def general(self) -> str:
        """The id of the style of paragraphs that name none, "" where there is none."""
        return next((id_ for id_, style in self.by_id.items()
                     if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on")), "")

    def chain(self, id_: str) -> Iterator[Element]:
        """A style and what it is based on; a circle ends where it closes."""
        seen: set[str] = set()
        while id_ in self.by_id and id_ not in seen:
            seen.add(id_)
            yield self.by_id[id_]
            id_ = value(self.by_id[id_].find(W + "basedOn"))

    def cell_margins(self, id_: str) -> tuple[int, int]:
        """Room left and right of the text in the cells of a table style, in twips."""
        found = (style.find(f"{W}tblPr/{W}tblCellMar") for style in self.chain(id_))
        owners = Properties([margins for margins in found if margins is not None])
        return owners.number("left", "w") or owners.number("start", "w") or 0, \
            owners.number("right", "w") or owners.number("end", "w") or 0

    def _of(self, chain: list[Element], kind: str) -> list[Element]:
        own = [properties for style in chain if (properties := style.find(W + kind)) is not None]
        defaults = self.root.find(f"{W}docDefaults/{W}{kind}Default/{W}{kind}")
        return own if defaults is None else [*own, defaults]

    def _font(self, letters: "Properties", side: str) -> str:
        for owner in letters.owners:
            fonts = owner.find(W + "rFonts")
            if themed := value(fonts, f"{side}Theme"):
                return self.theme.get(themed, themed)
            if stated := value(fonts, side):
                return stated
        return ""


def style_sheet(root: Element, theme: Element | None) -> StyleSheet:
    """The styles of a package; its theme says which fonts "major" and "minor" are. Raises RefusedPackage."""
    by_id = {value(style, "styleId"): style for style in root.iter(W + "style")}
    if len(by_id) > _MAX_STYLES:
        raise RefusedPackage(f"Khung trang có quá {_MAX_STYLES} kiểu.")
    names = {id_: value(style.find(W + "name")) for id_, style in by_id.items()}
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        latin = None if theme is None else theme.find(f".//{_A}{kind}Font/{_A}latin")
        if latin is not None:
            fonts |= dict.fromkeys((f"{kind}HAnsi", f"{kind}Ascii"), latin.get("typeface", ""))
    return StyleSheet(root, by_id, {name: id_ for id_, name in names.items() if name.startswith(PREFIX)}, fonts)


@dataclass(frozen=True, slots=True)
class Properties:
    """Property elements, the nearest first."""

    owners: list[Element]

    def text(self, tag: str, attribute: str = "val") -> str:
        for owner in self.owners:
            if stated := value(owner.find(W + tag), attribute):
                return stated
        return ""

    def number(self, tag: str, attribute: str = "val") -> int | None:
        for owner in self.owners:
            if (stated := number(owner.find(W + tag), attribute)) is not None:
                return stated
        return None

    def is_on(self, tag: str) -> bool:
        for owner in self.owners:
            if (element := owner.find(W + tag)) is not None:
                return is_on(element)
        return False


def _letters(kieu: Kieu, letters: Properties) -> dict[str, Any]:
    size, colour = letters.number("sz"), letters.text("color").upper()
    stated = "" if colour in ("AUTO", "000000") else colour
    return {
        "co_chu": Length((size or 20) * _EMU_PER_HALF_POINT) if kieu.loai == "doan" else kieu.co_chu,
        "dam": letters.is_on("b"), "nghieng": letters.is_on("i"), "gach_chan": letters.text("u") not in ("", "none"),
        # The writer puts letters in capitals where the decree wants them; Word's "all caps" adds to that.
        "in_hoa": kieu.in_hoa or letters.is_on("caps"),
        "mau_chu": kieu.mau_chu if stated == kieu.mau_chu.replace("000000", "") else stated,
    }


def _lines(kieu: Kieu, lines: Properties) -> dict[str, Any]:
    if kieu.loai != "doan":
        return {}
    before, after = lines.number("spacing", "before") or 0, lines.number("spacing", "after") or 0
    left = lines.number("ind", "left") or lines.number("ind", "start") or 0
    return {
        "canh_le": cast(CanhLe, _ALIGN.get(align := lines.text("jc"), align)),
        "thut_trai": length(left, *_known(kieu, "thut_trai")),
        "thut_dau_dong": length(first_line(lines), *_known(kieu, "thut_dau_dong")),
        "cach_truoc": length(before, *_known(kieu, "cach_truoc")),
        "cach_sau": length(after, *_known(kieu, "cach_sau")),
        "khit_cung_kieu": lines.is_on("contextualSpacing"),
        **_line_spacing(kieu, lines),
    }


def first_line(lines: Properties) -> int:
    """Indent of the first line; the nearest properties that speak of it decide, a hanging one against the left."""
    for owner in lines.owners:
        indent = owner.find(W + "ind")
        if (hanging := number(indent, "hanging")) is not None:
            return -hanging
        if (first := number(indent, "firstLine")) is not None:
            return first
    return 0


def _line_spacing(kieu: Kieu, lines: Properties) -> dict[str, Any]:
    """Of a line with a height of its own, how many single lines that is."""
    line, rule = lines.number("spacing", "line") or _SINGLE_LINE, lines.text("spacing", "lineRule")
    if rule in ("", "auto"):
        multiple = line / _SINGLE_LINE
        same = abs(multiple - kieu.cach_dong) < 0.005
        return {"cach_dong": kieu.cach_dong if same else round(multiple, 3), "dong_co_dinh": Length(0)}
    height = length(line, kieu.dong_co_dinh)
    if height == kieu.dong_co_dinh and rule == "exact":
        return {"cach_dong": kieu.cach_dong, "dong_co_dinh": height}
    multiple = round(height.pt / (_LINE_HEIGHT * kieu.co_chu.pt), 2)
    if rule == "atLeast":
        return {"cach_dong": max(1.0, multiple), "dong_co_dinh": Length(0)}
    return {"cach_dong": multiple, "dong_co_dinh": height}


def _known(kieu: Kieu, name: str) -> tuple[object, ...]:
    """Our own figure and the ends of what the law allows: what a length of Word's may be meant to be."""
    limit = kieu.gioi_han.get(name)
    return (getattr(kieu, name), *((*limit.mot_trong, limit.tu, limit.den) if limit else ()))
