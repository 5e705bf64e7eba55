"""TheThuc → word/theme/theme1.xml: the smallest theme that Word takes, black on white, the decree's type.

No style of ours uses it; Word asks for one, and shows its colours and fonts in its menus.
"""

from lxml import etree

from vanban.frames.making._xml import Element
from vanban.the_thuc import TheThuc

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_BLACK, _WHITE = "000000", "FFFFFF"
# The names are the schema's; dark and light alternate, the rest has no use here.
_COLOURS = {"dk1": _BLACK, "lt1": _WHITE, "dk2": _BLACK, "lt2": _WHITE} | dict.fromkeys(
    ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"), _BLACK)


def theme(the_thuc: TheThuc) -> Element:
    font, name = the_thuc.phong_chu.ten_phong, the_thuc.ma
    colours = (_a(slot, _a("srgbClr", val=colour)) for slot, colour in _COLOURS.items())
    return _a(
        "theme",
        _a(
            "themeElements",
            _a("clrScheme", *colours, name=name),
            _a("fontScheme", _a("majorFont", *_faces(font)), _a("minorFont", *_faces(font)), name=name),
            # Three of each are the least that the schema allows.
            _a("fmtScheme", _a("fillStyleLst", *_fills()), _a("lnStyleLst", *(_a("ln", fill) for fill in _fills())),
               _a("effectStyleLst", *(_a("effectStyle", _a("effectLst")) for _ in range(3))),
               _a("bgFillStyleLst", *_fills()), name=name),
        ),
        name=name,
    )


def _fills() -> list[Element]:
    return [_a("solidFill", _a("schemeClr", val="phClr")) for _ in range(3)]


def _faces(font: str) -> list[Element]:
    return [_a("latin", typeface=font), _a("ea", typeface=""), _a("cs", typeface="")]


def _a(tag: str, *children: Element, **attributes: str) -> Element:
    element = etree.Element(f"{{{_A}}}{tag}", attributes, nsmap={"a": _A})
    element.extend(children)
    return element
