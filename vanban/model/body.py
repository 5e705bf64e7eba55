"""The body of a document: headings (đề mục), and the running text under them.

Khoản, điểm and dashes typed in running text are Items; what has a heading line of its own in YAML is a
DeMuc. A mark ("II.", "a)") is empty until the numbering transform has counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from vanban.model.grid import Grid
from vanban.model.inline import Line
from vanban.model.places import NOWHERE

Sign = Literal["khoan", "diem", "liet_ke", "gach", "cong"]

# Depth of nesting of the signs 1. > a) (1) > - > +; equal ranks stand beside each other.
RANK: dict[Sign, int] = {"khoan": 1, "diem": 2, "liet_ke": 2, "gach": 3, "cong": 4}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An unsigned paragraph of running text."""

    inlines: Line
    ma: str = ""
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """A signed line: its text, further paragraphs of its own and tables placed among them, the items below it."""

    sign: Sign
    inlines: Line
    paragraphs: tuple["Paragraph | Insert", ...] = ()
    items: tuple["Item", ...] = ()
    ma: str = ""
    mark: str = ""
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Insert:
    """`@chen ma`: the table or picture of that id stands here."""

    ma: str
    origin: int = field(default=NOWHERE, compare=False)


Block = Paragraph | Item | Insert


@dataclass(frozen=True, slots=True)
class Note:
    """The text of a footnote."""

    ma: str
    inlines: Line
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

    def inserted(self) -> set[str]:
        """Ids of the tables and pictures that `@chen` places here."""
        return {block.ma for block in self.walk() if isinstance(block, Insert)}


@dataclass(frozen=True, slots=True)
class DeMuc:
    """A heading and all below it, printed in the order of the fields.

    Without `tieu_de` the first paragraph of `noi_dung` runs on behind the mark. `danh_so` numbers the
    headings below, in the words of `steps.py`; empty: the next step of the scheme above.
    """

    tieu_de: Line = ()
    noi_dung: Text = Text()
    de_muc: tuple["DeMuc", ...] = ()
    bang_bieu: tuple["BangBieu", ...] = ()
    noi_dung_cuoi: Text = Text()
    danh_so: str = ""
    ma: str = ""
    step: str = ""
    mark: str = ""
    origin: int = field(default=NOWHERE, compare=False)

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands below the heading."""
        return not (self.noi_dung.blocks or self.de_muc or self.bang_bieu or self.noi_dung_cuoi.blocks)


@dataclass(frozen=True, slots=True)
class BangBieu:
    """A table, drawn by the layout `bo_cuc` from the records of its document; `grid` is what it drew."""

    ma: str
    bo_cuc: str
    tieu_de: Line = ()
    grid: Grid | None = None
    origin: int = field(default=NOWHERE, compare=False)
