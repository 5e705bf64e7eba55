"""The parts of a frame as Word has saved it → those that documents take over: what a page shows, and how.

Word and what is built into it leave more in a file than a page shows: who worked on it, labels of the house, data for
forms, pieces of text to choose from. None of it reaches those whom a document is sent to. What is neither needed nor
Word's own is told by `frames.checking`.
"""

import posixpath
import re
from collections.abc import Callable, Mapping

from lxml import etree

from vanban.wordml.elements import Element, W, parse
from vanban.wordml.parts import CONTENT_TYPES

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_SETTINGS, _APP = "word/settings.xml", "docProps/app.xml"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_NEEDED = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|docprops/(core|app)\.xml|word/media/[^/]+\.(png|jpg|jpeg)|"
    r"word/theme/[^/]+\.xml|word/(_rels/)?(document|styles|settings|websettings|fonttable|numbering|footnotes|endnotes|"
    r"(header|footer)[0-9]*)\.xml(\.rels)?", re.IGNORECASE)
_WORDS_OWN = re.compile(
    r"customxml/.*|docmetadata/.*|docprops/(custom\.xml|thumbnail\.\w+)|word/glossary/.*|\[trash\]/.*|"
    r"word/(_rels/)?(people|comments\w*|styleswitheffects)\.xml(\.rels)?", re.IGNORECASE)
# What settings say of how a page looks. Of the others some are refused by `frames.checking`, the rest is Word's.
_KEPT_SETTINGS = frozenset(W + name for name in (
    "zoom", "defaultTabStop", "characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore", "footnotePr",
    "endnotePr", "compat", "themeFontLang", "clrSchemeMapping", "shapeDefaults", "hdrShapeDefaults", "decimalSymbol",
    "listSeparator",
)) | {_MATH + "mathPr"}
_KEPT_PROPERTIES = ("Application", "AppVersion")


def is_needed(part: str) -> bool:
    """Whether documents take the part over."""
    return bool(_NEEDED.fullmatch(part))


def is_words_own(part: str) -> bool:
    """Whether Word puts such a part into its files for itself."""
    return bool(_WORDS_OWN.fullmatch(part))


def needed(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those of the parts that documents take over, with nothing in them that speaks of the others."""
    found = {name: data for name, data in parts.items() if is_needed(name)}
    for name, data in found.items():
        if name.endswith(".rels"):
            found[name] = _without(name, data, lambda each, name=name: not _leads_on(each, name, found))  # type: ignore[misc]
        elif name == CONTENT_TYPES:
            found[name] = _without(name, data, lambda each: each.tag == _OVERRIDE and not _is_of(each, found))
        elif name == _SETTINGS:
            found[name] = _without(name, data, lambda each: each.tag not in _KEPT_SETTINGS)
        elif name == _APP:
            found[name] = _without(name, data, lambda each: etree.QName(each).localname not in _KEPT_PROPERTIES)
    return found


def target_part(relation: Element, part: str) -> str:
    """The part that a relation of `part` leads to; "" for a place in the document itself."""
    target = relation.get("Target", "").partition("#")[0]
    home = posixpath.dirname(posixpath.dirname(part))
    return posixpath.normpath(posixpath.join("/", home, target)).lstrip("/") if target else ""


def _leads_on(relation: Element, part: str, parts: Mapping[str, bytes]) -> bool:
    return not (target := target_part(relation, part)) or _in(target, parts)


def _is_of(override: Element, parts: Mapping[str, bytes]) -> bool:
    return _in(override.get("PartName", "").lstrip("/"), parts)


def _in(name: str, parts: Mapping[str, bytes]) -> bool:
    return name in parts or name.lower() in map(str.lower, parts)


def _without(name: str, data: bytes, is_left_out: Callable[[Element], bool]) -> bytes:
    """The part without those of its first elements; as it is where there are none."""
    root = parse(name, data)
    left_out = [each for each in root if is_left_out(each)]
    if not left_out:
        return data
    for each in left_out:
        root.remove(each)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
