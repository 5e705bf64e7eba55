"""Paragraphs, footnotes and items that further lines may still add to → the blocks of the tree."""

from dataclasses import dataclass, field

from vanban.model.inline import Inline
from vanban.model.running_text import Block, Insert, Item, Paragraph, Sign
from vanban.readers.inline_text import InlineText, add_line, merged, trimmed


@dataclass(slots=True)
class Growing:
    """A paragraph or footnote, to which unsigned lines may still add.

    lines   those that it has, each with the column at which its words begin
    quoted  it is a line of another text
    """

    inlines: list[Inline]
    ma: str
    origin: int
    lines: list[tuple[int, int]]
    quoted: bool = field(default=False, kw_only=True)

    def grow(self, number: int, more: InlineText) -> None:
        add_line(self.inlines, more.inlines)
        self.ma = more.ma or self.ma
        self.lines.append((number, 0))

    def closed(self) -> Paragraph:
        return Paragraph(trimmed(merged(self.inlines)), self.ma, self.quoted, self.origin)


@dataclass(slots=True)
class OpenItem(Growing):
    """An item, which may also get paragraphs, tables and items of its own."""

    sign: Sign
    typed_mark: str
    paragraphs: list[Growing | Insert] = field(default_factory=list)
    items: list["OpenItem"] = field(default_factory=list)

    def closed_item(self) -> Item:
        paragraphs = tuple(p if isinstance(p, Insert) else p.closed() for p in self.paragraphs)
        items = tuple(item.closed_item() for item in self.items)
        line = trimmed(merged(self.inlines))
        return Item(self.sign, line, paragraphs, items, self.ma, typed_mark=self.typed_mark, origin=self.origin)


def closed_block(block: Growing | Insert) -> Block:
    """The block, to which no line adds any more."""
    if isinstance(block, OpenItem):
        return block.closed_item()
    return block if isinstance(block, Insert) else block.closed()
