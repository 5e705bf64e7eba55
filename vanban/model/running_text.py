"""Running text: paragraphs, signed lines (khoản, điểm, dashes), the places of tables and pictures, footnotes.

A mark ("a)") is empty until the numbering transform has counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from vanban.model.inline import Line
from vanban.model.places import NOWHERE

Sign = Literal["khoan", "diem", "liet_ke", "gach", "cong"]

# Depth of nesting of the signs 1. > a) (1) > - > +; equal ranks stand beside each other.
RANK: dict[Sign, int] = {"khoan": 1, "diem": 2, "liet_ke": 2, "gach": 3, "cong": 4}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An unsigned paragraph of running text.

    quoted    it is a line of another text, quoted in whole (model/quotations): marks in it are typed ones
    composed  nobody typed it: it follows from other keys
    centred   it stands in the middle of the page
    """

    inlines: Line
    ma: str = ""
    quoted: bool = field(default=False, compare=False)
    origin: int = field(default=NOWHERE, compare=False)
    composed: bool = field(default=False, compare=False)
    centred: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """A signed line: its text, further paragraphs of its own and tables placed among them, the items below it.

    typed_mark  the mark in front of it in the file, which counts for nothing: "" where nobody typed one
    """

    sign: Sign
    inlines: Line
    paragraphs: tuple["Paragraph | Insert", ...] = ()
    items: tuple["Item", ...] = ()
    ma: str = ""
    mark: str = ""
    typed_mark: str = field(default="", compare=False)
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Insert:
    """`@chen ma`: the table or picture of that id stands here."""

    ma: str
    origin: int = field(default=NOWHERE, compare=False)


Block = Paragraph | Item | Insert


@dataclass(frozen=True, slots=True)
class Note:
    """The text of a footnote; `number` is that of its mark, 0 until it is counted."""

    ma: str
    inlines: Line
    number: int = 0
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Text:
    """One literal block: its paragraphs and items, and the footnotes written between them."""

    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()

    def walk(self) -> Iterator[Block]:
        """Every paragraph, item and insert, nested ones included, in the order of print."""
        pending: list[Block] = list(reversed(self.blocks))
        while pending:
            block = pending.pop()
            yield block
            if isinstance(block, Item):
                pending += reversed((*block.paragraphs, *block.items))

    def inserted(self) -> tuple[str, ...]:
        """Ids of the tables and pictures that `@chen` places here, in the order of print."""
        return tuple(block.ma for block in self.walk() if isinstance(block, Insert))
