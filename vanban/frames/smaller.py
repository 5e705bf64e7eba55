"""Styles in smaller letters, for tables and for place and date, put into a frame that has none: an office may have
copied it before there were any, or deleted what it does not use."""

from lxml import etree

from vanban.the_thuc import Kieu, latest
from vanban.wordml.elements import Element, W
from vanban.wordml.styles import StyleSheet


def add_smaller(styles: Element, sheet: StyleSheet) -> bool:
    """Adds to `styles` those that `sheet` lacks, each based on the frame's own; whether there were any."""
    lacking = [kieu for kieu in latest("nha_nuoc").kieu.values()
               if kieu.is_smaller and kieu.ten not in sheet.ids and kieu.dua_tren in sheet.ids]
    for kieu in lacking:
        styles.append(_style(kieu, sheet.ids[kieu.dua_tren]))
    return bool(lacking)


def _style(kieu: Kieu, base: str) -> Element:
    style = etree.Element(f"{W}style", {f"{W}type": "paragraph", f"{W}customStyle": "1", f"{W}styleId": kieu.ten})
    etree.SubElement(style, f"{W}name", {f"{W}val": kieu.ten})
    etree.SubElement(style, f"{W}basedOn", {f"{W}val": base})
    if kieu.cach_truoc != latest("nha_nuoc").kieu[kieu.dua_tren].cach_truoc:
        etree.SubElement(etree.SubElement(style, f"{W}pPr"), f"{W}spacing", {f"{W}before": str(kieu.cach_truoc.twips)})
    letters = etree.SubElement(style, f"{W}rPr")
    for size in ("sz", "szCs"):
        etree.SubElement(letters, f"{W}{size}", {f"{W}val": str(kieu.co_chu.half_points)})
    return style
