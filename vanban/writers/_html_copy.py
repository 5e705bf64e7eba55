"""A DOCX → the copy of it that pandoc makes a page of: pandoc leaves headers and footers out, and a page has none.

What they say stands in the body instead, once: a header before its section, a footer, as the address of the body that
issues, behind it. Lines with fields (numbers of pages) and pictures are left out.
"""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from vanban.wordml.elements import Element, R, W, text_of
from vanban.wordml.opened import Opened, opened
from vanban.wordml.package import OF_DOCUMENTS, read_parts
from vanban.wordml.packing import deflated, pack
from vanban.wordml.parts import DOCUMENT

_FIELDS = (W + "fldSimple", W + "fldChar")
_DRAWN = (W + "drawing", W + "pict", W + "object")


def html_copy(docx: bytes) -> bytes | None:
    """The copy; None where no header and no footer says anything. Raises NotAPackage, RefusedPackage."""
    package, done = opened(docx, OF_DOCUMENTS), set[str]()
    body = package.root(package.main)
    assert body is not None
    sections = list(body.iter(W + "sectPr"))
    first: Element = body[0][0]
    for section in sections:
        begin, end = first, _carrier(section)
        first = behind if (behind := end.getnext()) is not None else first
        for reference in section.iter(W + "headerReference", W + "footerReference"):
            _put(list(_lines(package, reference, done)), begin, end, is_head=reference.tag == W + "headerReference")
    if not done:
        return None
    written = etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)
    parts = {**read_parts(docx, OF_DOCUMENTS), DOCUMENT: written}
    return pack({name: deflated(data) for name, data in parts.items()})


def _put(lines: list[Element], begin: Element, end: Element, *, is_head: bool) -> None:
    for line in lines:
        (begin if is_head else end).addprevious(line)


def _carrier(section: Element) -> Element:
    """What ends a section: the last paragraph, in which its properties stand; of the last section these themselves."""
    return next(section.iterancestors(W + "p"), section)


def _lines(package: Opened, reference: Element, done: set[str]) -> Iterator[Element]:
    """The paragraphs of a header or footer that say something, those of each part once."""
    relation = package.relations(package.main).get(reference.get(R + "id", ""))
    root = package.root(relation.target) if relation and relation.target not in done else None
    for paragraph in () if root is None else root.iter(W + "p"):
        if text_of(paragraph).strip() and next(paragraph.iter(*_FIELDS), None) is None:
            assert relation
            done.add(relation.target)
            copy = deepcopy(paragraph)
            for drawn in list(copy.iter(*_DRAWN)):
                drawn.getparent().remove(drawn)  # type: ignore[union-attr]
            yield copy
