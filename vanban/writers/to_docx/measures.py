"""What is measured of a page: how long the rules under words are, where a stamp's box stands, whether a line fits."""

from dataclasses import replace
from functools import lru_cache

from vanban.frames.prepared import DATE_STYLE, RULES, STAMPS, Frame
from vanban.metrics import text_width
from vanban.model.zones import Zone, ZoneLine, ZonePiece, Zones
from vanban.the_thuc import Kieu, TheThuc
from vanban.title_lines import SLACK
from vanban.units import Length

(_DATE,) = DATE_STYLE


def rules(zones: Zones, the_thuc: TheThuc, width: Length, frame: Frame) -> dict[str, object]:
    """The indents of the rules; `width` is that of the page or cell in which trích yếu stands."""
    left = the_thuc.trang.tieu_de_trai
    right = the_thuc.trang.text_width() - left
    titles = ((zones.kem_theo, "VB_KemTheo"), (zones.trich_yeu, ""), (zones.ten_loai, "VB_TenLoai"))
    words, style = next((each for each in titles if each[0]), titles[-1])
    under = {"VB_KeCoQuan": (zones.co_quan_ban_hanh.texts, left, ""), "VB_KeTrichYeu": (words.texts, width, style)}
    for rule, figures in the_thuc.ke_ngang.items():
        if fixed := the_thuc.fixed_line(figures.duoi_kieu):
            under[rule] = (fixed,), right, ""
    return {RULES[rule]: _indent(the_thuc, rule, lines, frame.cell(rule, within), over)
            for rule, (lines, within, over) in under.items() if rule in the_thuc.ke_ngang}


def stamps(zones: Zones, the_thuc: TheThuc, frame: Frame) -> dict[str, object]:
    """The indents that leave a stamp the width of the decree in its cell."""
    indents: dict[str, object] = dict.fromkeys(STAMPS.values(), "0")
    for style, words in (("VB_DauMat", zones.do_mat), ("VB_DauKhan", zones.do_khan)):
        if stamp := the_thuc.con_dau.get(words.text):
            within = frame.cell(style, the_thuc.trang.tieu_de_trai)
            indents[STAMPS[style]] = str(stamp.indent(within, the_thuc.kieu[style].khung).twips)
    return indents


def style_of_date(zones: Zones, the_thuc: TheThuc, frame: Frame) -> str:
    """The style that sets place and date on one line, in smaller letters where it must be; "" where neither does."""
    room = frame.cell(_DATE, the_thuc.trang.text_width() - the_thuc.trang.tieu_de_trai)
    words = f"{zones.dia_danh.text}, {zones.ngay_thang.text}"
    return next((style for style in (_DATE, f"{_DATE}Nho") if _width(words, the_thuc.kieu[style]) * SLACK <= room), "")


def whole_or_broken(zone: Zone, the_thuc: TheThuc, within: Length) -> Zone:
    """"(Kèm theo …)" on one line where that fits, else in the lines as they break by sense."""
    if len(zone.lines) < 2 or _width(zone.text, the_thuc.kieu["VB_KemTheo"]) > within:
        return zone
    first, *others = zone.lines
    whole = [*first.pieces, *(piece for line in others for piece in (ZonePiece(" "), *line.pieces))]
    return replace(zone, lines=(ZoneLine(tuple(whole)),))


def _indent(the_thuc: TheThuc, rule: str, lines: tuple[str, ...], within: Length, over: str = "") -> str:
    """Indent on both sides, in twips, of the rule under the last of `lines`, which have the style `over`
    (default: the one that the rule is made for)."""
    figures = the_thuc.ke_ngang[rule]
    line = _width(lines[-1], the_thuc.kieu[over or figures.duoi_kieu]) if lines else Length(0)
    return str(figures.indent(min(line, within), within).twips)


def _width(text: str, style: Kieu) -> Length:
    return _measured(text, style.co_chu, style.dam, style.nghieng)


# Mottoes, bodies and "(Kèm theo …)" stand in document after document.
_measured = lru_cache(maxsize=256)(text_width)
