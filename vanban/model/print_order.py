"""A document → what its body prints, node by node, in the order of print: the one place that knows this order.

Fields of a node stand in the order of print but for what `@chen` places: a table or picture stands where the text says,
else behind the headings of its node.
"""

from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.picture import Hinh
from vanban.model.running_text import Block, Insert, Item, Paragraph, Text
from vanban.model.steps import STEPS
from vanban.model.table import BangBieu

# What `@chen` places.
Placed = BangBieu | Hinh
# A heading without a title runs on: the paragraph that opens its text (`opening`), if one does, is the next node.
Node = DeMuc | Paragraph | Item | Placed


def in_print_order(van_ban: VanBan) -> list[Node]:
    """The nodes of the body: headings, paragraphs, signed lines, tables and pictures, each before what stands in it."""
    out: list[Node] = []
    placed = van_ban.bang_bieu + van_ban.hinh
    _text(out, van_ban.mo_dau, placed)
    for node in van_ban.de_muc:
        _heading(out, node)
    _unplaced(out, placed, van_ban.mo_dau, van_ban.noi_dung_cuoi)
    _text(out, van_ban.noi_dung_cuoi, placed)
    return out


def opening(node: DeMuc) -> Paragraph | None:
    """The paragraph that stands behind the mark of a heading without a title; None where its text opens otherwise, and
    where the mark stands alone."""
    runs_on = not (node.tieu_de or node.mark and STEPS[node.step].alone)
    first = node.noi_dung.blocks[0] if node.noi_dung.blocks and runs_on else None
    return first if isinstance(first, Paragraph) else None


def _heading(out: list[Node], node: DeMuc) -> None:
    placed = node.bang_bieu + node.hinh
    out.append(node)
    _text(out, node.noi_dung, placed)
    for child in node.de_muc:
        _heading(out, child)
    _unplaced(out, placed, node.noi_dung, node.noi_dung_cuoi)
    _text(out, node.noi_dung_cuoi, placed)


def _text(out: list[Node], text: Text, placed: tuple[Placed, ...]) -> None:
    for block in text.blocks:
        _block(out, block, placed)


def _block(out: list[Node], block: Block, placed: tuple[Placed, ...]) -> None:
    if isinstance(block, Insert):
        # One that leads nowhere is a finding.
        out += [each for each in placed if each.ma == block.ma][:1]
        return
    out.append(block)
    if isinstance(block, Item):
        for inner in (*block.paragraphs, *block.items):
            _block(out, inner, placed)


def _unplaced(out: list[Node], placed: tuple[Placed, ...], *texts: Text) -> None:
    """The tables and pictures that no `@chen` in `texts` has placed."""
    if placed:
        inserted = {ma for text in texts for ma in text.inserted()}
        out += [each for each in placed if each.ma not in inserted]
