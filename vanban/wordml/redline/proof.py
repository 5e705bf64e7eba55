"""What a file with tracked changes says when all of them are accepted, and when all are rejected: the proof that it
stands for both texts (ECMA-376-1, 17.13.5: what an end of a paragraph that comes or goes does to the next one)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from lxml import etree

from vanban.wordml.elements import Element, W, child, parse, value
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.parts import DOCUMENT, FOOTNOTES
from vanban.wordml.redline.merging import NOTE
from vanban.wordml.redline.revisions import Change

# Which text is left when all changes of a kind are dropped, and what a person does for that.
_WAYS: Sequence[tuple[str, Change, str]] = (("new", "del", "chấp nhận"), ("old", "ins", "từ chối"))
_P, _TR, _TBL, _DEL_TEXT = (W + name for name in ("p", "tr", "tbl", "delText"))


@dataclass(frozen=True, slots=True)
class Difference:
    """The first line that is not as it must be. "" where there is no such line."""

    where: str
    expected: str
    found: str


def disproof(redline: bytes, old: bytes, new: bytes) -> Difference | None:
    """None where accepting gives the new text and rejecting the old one; else where it does not."""
    for source, dropped, name in _WAYS:
        parts = _roots(redline)
        for root in parts.values():
            settle(root, dropped)
        expected = _lines(_roots(new if source == "new" else old))
        for number, (one, other) in enumerate(zip_longest(expected, _lines(parts), fillvalue=""), 1):
            if one != other:
                return Difference(f"{name}, dòng {number}", one, other)
    return None


def _roots(docx: bytes) -> Mapping[str, Element]:
    parts = read_parts(docx, OF_DOCUMENTS, lambda name: name in (DOCUMENT, FOOTNOTES) or name.startswith(_AROUND))
    return {name: parse(name, data) for name, data in parts.items()}


_AROUND = ("word/header", "word/footer")


def _lines(parts: Mapping[str, Element]) -> Iterator[str]:
    """Tables, rows, cells and paragraphs of all parts in order, with their words; footnotes at their marks."""
    notes = {value(each, "id"): each for root in (parts.get(FOOTNOTES),) if root is not None for each in root}
    for name in sorted(parts):
        if name != FOOTNOTES:
            for element in parts[name].iter(_P, _TBL, _TR, W + "tc"):
                yield _paragraph(element, notes) if element.tag == _P else etree.QName(element).localname


def _paragraph(paragraph: Element, notes: Mapping[str, Element]) -> str:
    return "".join(_said(each, notes) for each in paragraph.iter(W + "t", _DEL_TEXT, W + "br", NOTE, W + "drawing"))


def _said(element: Element, notes: Mapping[str, Element]) -> str:
    if element.tag == NOTE:
        note = notes[value(element, "id")]
        return f"[{'|'.join(_paragraph(each, notes) for each in note.iter(_P))}]"
    return (element.text or "") if element.tag in (W + "t", _DEL_TEXT) else f"<{etree.QName(element).localname}>"


def settle(root: Element, dropped: Change) -> None:
    """Accepts all changes of a part (`del` is dropped), or rejects them (`ins` is dropped)."""
    for row in [each for each in root.iter(_TR) if _is_marked(child(each, "trPr"), dropped)]:
        table = row.getparent()
        if table is not None:
            table.remove(row)
            if table.find(_TR) is None:
                _remove(table)
    for mark in list(root.iter(W + dropped)):
        if mark.getparent() is not None and etree.QName(mark.getparent()).localname not in ("rPr", "trPr"):
            _remove(mark)
    for paragraph in list(root.iter(_P)):
        if _is_marked(child(child(paragraph, "pPr"), "rPr"), dropped):
            _join(paragraph)


def _is_marked(properties: Element | None, change: Change) -> bool:
    return child(properties, change) is not None


def _join(paragraph: Element) -> None:
    """A paragraph whose end has gone runs on into the next one."""
    following = paragraph.getnext()
    words = [each for each in paragraph if each.tag != W + "pPr"]
    if following is not None and following.tag == _P:
        place = 1 if child(following, "pPr") is not None else 0
        following[place:place] = words
    elif words:
        return
    _remove(paragraph)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
