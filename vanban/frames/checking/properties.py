"""What may stand in the looks of a frame, by a closed list: all else could black out, strike, turn or displace letters.

What the decree measures (size, bold, indents …) has its ranges in `measures`, what nobody sees is told by `hidden`.
Here every other property is held to the frame in templates/: it says the same there, or says nothing, or is told.
"""

from collections.abc import Iterable, Iterator, Mapping

from vanban.frames.checking.opened import Opened, quoted
from vanban.the_thuc import TheThuc
from vanban.wordml.elements import Element, W, number, style_of, text_of, texts, value
from vanban.wordml.styles import Properties

# Code, message, hint, source.
Fault = tuple[str, str, str, str]
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# Measured elsewhere, or of no weight on paper.
_LETTERS = frozenset((
    *(f"{W}{name}" for name in (
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "color", "sz", "szCs", "u", "lang", "noProof", "vanish",
        "kern", "snapToGrid", "rPrChange")),
    *(f"{_W14}{name}" for name in ("ligatures", "numForm", "numSpacing", "stylisticSets", "cntxtAlts")),
))
_LINES = frozenset(f"{W}{name}" for name in (
    "pStyle", "keepNext", "keepLines", "widowControl", "outlineLvl", "jc", "contextualSpacing", "pBdr", "tabs",
    "suppressAutoHyphens", "suppressLineNumbers", "autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid",
    "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "textAlignment", "rPr", "sectPr", "cnfStyle", "divId",
    "pPrChange"))
# Twips that lines and letters may be moved by; per cent of their width that letters may have; all beyond that is no
# look of a page.
_MOST: Mapping[tuple[str, str], tuple[int, int]] = {
    ("rPr/spacing", "val"): (-20, 40), ("rPr/w", "val"): (0, 150),
    **{("pPr/ind", side): (-1134, 5670) for side in ("left", "start", "right", "end", "firstLine", "hanging")},
    **{("pPr/spacing", side): (0, 2400) for side in ("before", "after")},
}
_OFF = ("0", "false", "off", "none", "nil", "baseline")
_WORDS = {
    "shd": "nền tô (Shading)", "highlight": "tô nền chữ (Highlight)", "strike": "gạch ngang chữ (Strikethrough)",
    "dstrike": "gạch ngang hai nét (Double strikethrough)", "position": "chữ nâng lên hay hạ xuống (Position)",
    "spacing": "khoảng cách quá xa (Spacing)", "vertAlign": "chữ trên hay chữ dưới (Superscript, Subscript)",
    "outline": "chữ rỗng (Outline)", "emboss": "chữ nổi (Emboss)", "imprint": "chữ chìm (Engrave)",
    "shadow": "chữ có bóng (Shadow)", "smallCaps": "chữ hoa nhỏ (Small caps)", "bdr": "khung quanh chữ (Borders)",
    "fitText": "ép chữ vừa một bề rộng (Fit text)", "webHidden": "chữ ẩn (Web hidden)", "specVanish": "chữ ẩn",
    "rtl": "chữ từ phải sang trái", "bidi": "đoạn từ phải sang trái", "framePr": "khung nổi (Frame)",
    "pageBreakBefore": "sang trang trước đoạn (Page break before)", "numPr": "đánh số tự động (Numbering)",
    "textDirection": "chữ xoay (Text direction)", "ind": "thụt lề quá xa (Indent)", "w": "bề rộng chữ (Scale)",
}
_RESTYLE = "Bỏ trong Word (Styles, Modify, Format), hoặc chép lại kiểu này từ templates/."
_RESET = "Bôi đen đoạn này, bấm Ctrl+Space và Ctrl+Q để trả về đúng kiểu."


def property_faults(frame: Opened, model: Opened, the_thuc: TheThuc) -> Iterator[Fault]:
    """Of each style, then of each paragraph past its style, and of the cells."""
    for name, id_ in frame.sheet.ids.items():
        told = _of_style(frame, id_) - _of_style(model, model.sheet.ids.get(name, ""))
        above = _of_style(frame, value(frame.sheet.by_id[id_].find(W + "basedOn")))
        what = f"Kiểu {name} ({the_thuc.kieu[name].nhan})" if name in the_thuc.kieu else f"Kiểu {name}"
        if told and not (told <= above and _is_ours(frame, id_)):
            yield _fault(what, told, _RESTYLE)
    past = {each for paragraph in _paragraphs(model) for each in _direct(model, paragraph)}
    boxed = {text_of(each).strip() for each in _paragraphs(model) if _is_boxed(each)}
    for paragraph in _paragraphs(frame):
        told = _direct(frame, paragraph) - past
        if text_of(paragraph).strip() in boxed:  # where its box stands an office may say otherwise
            told = {(name, said) for name, said in told if name != "framePr"}
        if told:
            yield _fault(f"Đoạn {quoted(text_of(paragraph))}", told, _RESET)
    if (cells := _shaded(frame)) and not _shaded(model):
        yield _fault(f"Bảng có {quoted(text_of(cells[0]))}", {("shd", "")}, "Chọn bảng, vào Shading, chọn No Color.")


def _is_boxed(paragraph: Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}framePr") is not None


def _fault(what: str, told: Iterable[tuple[str, str]], hint: str) -> Fault:
    words = ", ".join(dict.fromkeys(_WORDS.get(name, f"thuộc tính “{name}”") for name, _ in sorted(told)))
    return "F213", f"{what}: có {words}; khung trong templates/ không có.", hint, ""


def _is_ours(frame: Opened, id_: str) -> bool:
    """Whether a style is based on one of ours, which is told of itself."""
    return value(frame.sheet.by_id[id_].find(W + "basedOn")) in frame.sheet.ids.values()


def _of_style(frame: Opened, id_: str) -> set[tuple[str, str]]:
    """What a style says beyond the list, with what it is based on: name and figures of each property."""
    return {*_odd("rPr", frame.sheet.letters(id_)), *_odd("pPr", frame.sheet.lines(id_))}


def _direct(frame: Opened, paragraph: Element) -> set[tuple[str, str]]:
    """What stands on the letters and lines of a paragraph itself, or comes of a style that is none of ours."""
    style = style_of(paragraph)
    is_ours = style in frame.sheet.ids.values()
    own = paragraph.find(W + "pPr")
    found = {*_odd("pPr", Properties([own] if own is not None else []) if is_ours else frame.sheet.lines(style, own))}
    runs = (run for text in texts(paragraph) if (text.text or "").strip() and (run := text.getparent()) is not None)
    for letters in {run.find(W + "rPr") for run in runs}:
        named = "" if letters is None else value(letters.find(W + "rStyle"))
        held = [] if letters is None else [letters] if named in frame.sheet.ids.values() else \
            frame.sheet.letters("", letters).owners
        found |= {*_odd("rPr", Properties(held) if is_ours else frame.sheet.letters(style, letters))}
    return found


def _odd(kind: str, held: Properties) -> Iterator[tuple[str, str]]:
    """The properties beyond the list that are on; the nearest that speaks of one decides."""
    listed, seen = _LETTERS if kind == "rPr" else _LINES, set[str]()
    for each in (each for owner in held.owners for each in owner):
        if not isinstance(each.tag, str) or each.tag in listed or each.tag in seen:
            continue
        seen.add(each.tag)
        name = each.tag.rpartition("}")[2]
        if not _is_harmless(kind, name, each):
            yield name, _figures(each)


def _figures(element: Element) -> str:
    """What a property states; "auto" is what it says without it."""
    return " ".join(sorted(f"{str(key).rpartition('}')[2]}={said!s}" for key, said in element.attrib.items()
                           if said != "auto"))


def _is_harmless(kind: str, name: str, element: Element) -> bool:
    sides = {side: bounds for (path, side), bounds in _MOST.items() if path == f"{kind}/{name}"}
    if sides:
        return all(least <= figure <= most for side, (least, most) in sides.items()
                   if (figure := number(element, side)) is not None)
    if name == "shd":
        return value(element) in ("", "clear", "nil") and value(element, "fill").upper() in ("", "AUTO", "FFFFFF")
    return value(element) in _OFF


def _paragraphs(frame: Opened) -> Iterator[Element]:
    for name, root in frame.roots.items():
        if name == "word/document.xml" or name.startswith(("word/header", "word/footer", "word/footnotes")):
            yield from (each for each in root.iter(W + "p") if text_of(each).strip())


def _shaded(frame: Opened) -> list[Element]:
    """The tables and cells that have a ground of their own."""
    return [parent for root in frame.roots.values() for shading in root.iter(W + "shd")
            if (looks := shading.getparent()) is not None and looks.tag in (W + "tcPr", W + "tblPr")
            and not _is_harmless("tcPr", "shd", shading) and (parent := looks.getparent()) is not None]
