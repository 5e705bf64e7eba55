"""What a file with tracked changes says when all of them are accepted, and when all are rejected: the proof that it
stands for both texts (ECMA-376-1, 17.13.5: what an end of a paragraph that comes or goes does to the next one)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest

from lxml import etree

from vanban.wordml.elements import Element, R, W, child, parse, value
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.parts import DOCUMENT, FOOTNOTES, RELATIONS
from vanban.wordml.redline.merging import BLIP, NOTE, RELATION
from vanban.wordml.redline.revisions import Change

_AROUND = ("word/header", "word/footer")
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
    texts = {"old": _opened(old), "new": _opened(new)}
    for text, dropped, name in _WAYS:
        found = _opened(redline)
        for root in found.roots.values():
            settle(root, dropped)
        pairs = zip_longest(texts[text].lines(), found.lines(), fillvalue="")
        for number, (one, other) in enumerate(pairs, 1):
            if one != other:
                return Difference(f"{name}, dòng {number}", one, other)
    return None


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file: its parts that hold text, and the sums of its pictures by the ids that the text has for them."""

    roots: Mapping[str, Element]
    pictures: Mapping[str, str]

    def lines(self) -> Iterator[str]:
        """Tables, rows, cells and paragraphs of all parts in order, with their words; footnotes at their marks."""
        for name in sorted(self.roots):
            if name != FOOTNOTES:
                for element in self.roots[name].iter(_P, _TBL, _TR, W + "tc"):
                    yield self._words(element) if element.tag == _P else etree.QName(element).localname

    def _words(self, paragraph: Element) -> str:
        return "".join(map(self._said, paragraph.iter(W + "t", _DEL_TEXT, W + "br", NOTE, BLIP)))

    def _said(self, element: Element) -> str:
        if element.tag == NOTE:
            (note,) = (each for each in self.roots[FOOTNOTES] if value(each, "id") == value(element, "id"))
            return f"[{'|'.join(map(self._words, note.iter(_P)))}]"
        if element.tag == BLIP:
            return f"<{self.pictures.get(element.get(R + 'embed', ''), '')}>"
        return (element.text or "") if element.tag in (W + "t", _DEL_TEXT) else "<br>"


def _opened(docx: bytes) -> _Opened:
    parts = read_parts(docx, OF_DOCUMENTS)
    roots = {name: parse(name, data) for name, data in parts.items()
             if name in (DOCUMENT, FOOTNOTES) or name.startswith(_AROUND)}
    named = parse(RELATIONS, parts[RELATIONS]).iter(RELATION)
    pictures = {each.get("Id", ""): sha256(parts.get(f"word/{each.get('Target')}", b"")).hexdigest() for each in named}
    return _Opened(roots, pictures)


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
