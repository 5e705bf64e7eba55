"""The footer of page 1 of the issuing document: the address of its body (ô 13). Documents behind it have an empty one,
for a section without a footer takes that of the section before."""

from collections.abc import Mapping

from lxml import etree

from vanban.wordml.elements import parse
from vanban.wordml.parts import CONTENT_TYPES, RELATIONS

# The relations of the two parts, which are their names too.
ADDRESS, NONE = "dia_chi", "khong_dia_chi"
_EMPTY = (
    '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:p><w:pPr><w:pStyle w:val="VB_CuoiTrang"/></w:pPr></w:p></w:ftr>'
)
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_FOOTER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"


def foots(foot: str, count: int) -> list[str]:
    """The relation of the first footer of each of `count` documents; "" for none."""
    return [ADDRESS, *[NONE] * (count - 1)] if foot else [""] * count


def footer_parts(around: Mapping[str, bytes], foot: str, count: int) -> dict[str, bytes]:
    """The parts with the footers of `count` documents, and those of `around` that must know them; {} for no `foot`."""
    parts = {ADDRESS: foot, **({NONE: _EMPTY} if count > 1 else {})} if foot else {}
    if not parts:
        return {}
    types, relations = parse(CONTENT_TYPES, around[CONTENT_TYPES]), parse(RELATIONS, around[RELATIONS])
    for name in parts:
        etree.SubElement(types, f"{_TYPES}Override", {"PartName": f"/{_part(name)}", "ContentType": _TYPE})
        related = {"Id": name, "Type": _FOOTER, "Target": f"{name}.xml"}
        etree.SubElement(relations, f"{_RELATED}Relationship", related)
    written = {_part(name): etree.fromstring(xml) for name, xml in parts.items()}
    return {name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, root in (*written.items(), (CONTENT_TYPES, types), (RELATIONS, relations))}


def _part(name: str) -> str:
    return f"word/{name}.xml"
