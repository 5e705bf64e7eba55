"""A built DOCX, read back for tests: its parts, its documents, its paragraphs, what a style comes to."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = etree._Element


def w(name: str) -> str:
    """`name` in the namespace of WordprocessingML."""
    return W + name


def read_parts(docx: Path) -> dict[str, bytes]:
    """The members of the package, in their order."""
    with zipfile.ZipFile(docx) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def value(element: Element | None, name: str = "val") -> str:
    """An attribute, "" where it or the element is not there."""
    return "" if element is None else element.get(w(name), "")


def is_on(element: Element | None) -> bool:
    """A switch (w:b, w:keepNext …): on when it is there and does not say otherwise."""
    return element is not None and value(element) not in ("0", "false", "off")


def text_of(element: Element) -> str:
    """Its text with plain spaces; a line break is a line break."""
    pieces = ("\n" if node.tag == w("br") else node.text or "" for node in element.iter(w("t"), w("br")))
    return "".join(pieces).replace("\N{NO-BREAK SPACE}", " ")


def style_of(paragraph: Element) -> str:
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


@dataclass(frozen=True)
class Part:
    """One document of the set: what stands on its pages, and its section."""

    blocks: tuple[Element, ...]
    section: Element

    def paragraphs(self) -> Iterator[Element]:
        """Those in tables too, in the order of print."""
        for block in self.blocks:
            yield from [block] if block.tag == w("p") else block.iter(w("p"))

    def in_style(self, *styles: str) -> list[Element]:
        return [paragraph for paragraph in self.paragraphs() if style_of(paragraph) in styles]

    def tables(self, style: str) -> list[Element]:
        return [block for block in self.blocks if value(block.find(f"{W}tblPr/{W}tblStyle")) == style]


def split_sections(body: Element) -> list[Part]:
    """The documents of a set: a section ends in its last paragraph, the last one at the end of the body."""
    parts, blocks = [], []
    for block in body:
        if block.tag == w("sectPr"):
            parts.append(Part(tuple(blocks), block))
            break
        blocks.append(block)
        section = block.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            parts.append(Part(tuple(blocks), section))
            blocks = []
    return parts


@dataclass(frozen=True)
class Styles:
    """word/styles.xml. What a style does not say it has from its base, the last base from the defaults."""

    root: Element

    @property
    def names(self) -> set[str]:
        return {value(style, "styleId") for style in self.root.iter(w("style"))}

    def get(self, style_id: str) -> Element:
        return next(style for style in self.root.iter(w("style")) if value(style, "styleId") == style_id)

    def chain(self, style_id: str) -> Iterator[Element]:
        while style_id:
            style = self.get(style_id)
            yield style
            style_id = value(style.find(w("basedOn")))

    def figure(self, style_id: str, path: str, attribute: str = "val", default: str = "") -> str:
        """One attribute as Word sees it; `path` as "pPr/jc"."""
        kind, name = path.split("/")
        defaults = self.root.find(f"{W}docDefaults/{W}{kind}Default")
        for owner in (*self.chain(style_id), *([defaults] if defaults is not None else [])):
            found = value(owner.find(f"{W}{kind}/{W}{name}"), attribute)
            if found:
                return found
        return default

    def switch(self, style_id: str, path: str) -> bool:
        kind, name = path.split("/")
        for style in self.chain(style_id):
            element = style.find(f"{W}{kind}/{W}{name}")
            if element is not None:
                return is_on(element)
        return False
