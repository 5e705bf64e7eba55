"""A frame taken apart for the check: its parts as trees, each thing found once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vanban.frames.grammar import names
from vanban.frames.looks import Looks, looks_of
from vanban.frames.needed import is_needed
from vanban.frames.tags import BadTag, RefusedTag, Tag, check_amount, tags_of, tree_of
from vanban.wordml.elements import Element, W, parse, tidy
from vanban.wordml.package import NotAPackage, read_parts
from vanban.wordml.parts import CONTENT_TYPES, DOCUMENT, STYLES, THEME
from vanban.wordml.styles import StyleSheet, style_sheet

_WORDS_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Opened:
    """A frame.

    parts   all that is in the package
    roots   as trees the XML parts that documents take over
    body    of the document part; `section` its page settings
    """

    parts: Mapping[str, bytes]
    roots: Mapping[str, Element]
    body: Element
    section: Element
    sheet: StyleSheet
    looks: Looks

    @property
    def document(self) -> Element:
        return self.roots[DOCUMENT]

    def paragraphs(self) -> Iterator[Element]:
        """Those of the document part, in the order of print."""
        yield from self.body.iter(W + "p")

    def shown(self) -> set[str]:
        """The variables that the document part reads, in tags that can be read."""
        found: set[str] = set()
        for paragraph in self.paragraphs():
            for tag in readable(paragraph):
                try:
                    found |= names(tree_of(tag))
                except (BadTag, RefusedTag):
                    continue
        return found


def open_frame(package: bytes) -> Opened:
    """Raises NotAPackage, RefusedPackage, ForbiddenXml, RefusedTag."""
    parts = read_parts(package)
    roots = {name: parse(name, data) for name, data in parts.items()
             if name.lower().endswith((".xml", ".rels")) and is_needed(name)}
    if DOCUMENT not in roots or STYLES not in roots or CONTENT_TYPES not in roots:
        raise NotAPackage("Tệp không phải là tệp Word (.docx): thiếu phần văn bản hoặc phần kiểu.")
    body = roots[DOCUMENT].find(W + "body")
    section = None if body is None else body.find(W + "sectPr")
    if body is None or section is None:
        raise NotAPackage("Tệp Word không có phần thân hoặc thiết lập trang, hoặc lưu theo kiểu Strict.")
    check_amount(body)
    tidy(roots[DOCUMENT])
    sheet = style_sheet(roots[STYLES], roots.get(THEME))
    return Opened(parts, roots, body, section, sheet, looks_of(body, section, sheet))


def readable(paragraph: Element) -> list[Tag]:
    """The tags of a paragraph; none where its braces do not close."""
    try:
        return tags_of(paragraph)
    except BadTag:
        return []


def quoted(text: str) -> str:
    """Words of a frame as a message shows them."""
    words = " ".join(text.split())
    return f"“{words[:_WORDS_SHOWN]}…”" if len(words) > _WORDS_SHOWN else f"“{words}”"
