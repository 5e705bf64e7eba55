"""A resolved set and the ids of parts of it → the set with these parts alone, as an extract copies them (Điều 25.3).

What is kept says what it said: numbers, references and totals were worked out before. What a part stands in keeps its
own line (“Chương II”, “Điều 5”, “1. … gồm:”), heads and signatures stay as they are.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TypeVar

from vanban.model.body import DeMuc
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import NoteMark
from vanban.model.picture import Hinh
from vanban.model.print_order import opening
from vanban.model.rebuild import found
from vanban.model.running_text import Block, Item, Note, Paragraph, Text
from vanban.model.table import BangBieu
from vanban.model.walk import map_texts

# What may be named: a document that is attached, and what of a text has an id.
_Node = DeMuc | Item | Paragraph | BangBieu | Hinh
_KINDS: tuple[type[_Node], ...] = (DeMuc, Item, Paragraph, BangBieu, Hinh)
_Placed = TypeVar("_Placed", BangBieu, Hinh)


def extract(bo: BoVanBan, parts: Collection[str]) -> BoVanBan:
    """`bo` with what `parts` names. An attached document of which nothing is named is left out, for a head alone says
    nothing; so what is named of its own annexes, which say by themselves what they belong to, follows directly."""
    wanted = frozenset(parts)
    return replace(bo, van_ban=_part_of(bo.van_ban, wanted), kem_theo=tuple(_attached(bo, wanted)))


def _attached(bo: BoVanBan, wanted: frozenset[str]) -> Iterator[BoVanBan]:
    for each in bo.kem_theo:
        if each.van_ban.ma in wanted:
            yield each
        elif not wanted.isdisjoint(_ids(replace(each, kem_theo=()))):
            yield extract(each, wanted)
        else:
            yield from _attached(each, wanted)


def ids_to_extract(bo: BoVanBan) -> list[str]:
    """The ids that an extract of `bo` can name, in the order of print: of its texts, and of what is attached."""
    own = [ma for ma in _ids(replace(bo, kem_theo=())) if ma != bo.van_ban.ma]
    return own + [ma for each in bo.kem_theo for ma in (each.van_ban.ma, *ids_to_extract(each))]


def notes_in_order(bo: BoVanBan) -> bool:
    """Whether the footnotes that are left are numbered from 1 on: Word counts them anew."""
    kept = {mark.number for van_ban in bo for mark in found(van_ban, NoteMark)}
    return kept == {*range(1, len(kept) + 1)}


def _ids(bo: BoVanBan) -> Iterator[str]:
    for van_ban in bo:
        yield van_ban.ma
        yield from (node.ma for node in found(van_ban, *_KINDS) if node.ma)


def _part_of(van_ban: VanBan, wanted: frozenset[str]) -> VanBan:
    placed = _placed_by(van_ban.mo_dau, van_ban.noi_dung_cuoi, wanted=wanted)
    kept = replace(
        van_ban, mo_dau=_text(van_ban.mo_dau, wanted), de_muc=_headings(van_ban.de_muc, wanted),
        bang_bieu=_named(van_ban.bang_bieu, wanted | placed), hinh=_named(van_ban.hinh, wanted | placed),
        noi_dung_cuoi=_text(van_ban.noi_dung_cuoi, wanted),
    )
    # A note may be written far from its mark, in what is left out.
    marks = {mark.ma for mark in found(kept, NoteMark)}
    notes = tuple(note for note in found(van_ban, Note) if note.ma in marks)
    kept = map_texts(kept, lambda text: replace(text, notes=()) if text.notes else text)
    return replace(kept, mo_dau=replace(kept.mo_dau, notes=notes))


def _headings(nodes: tuple[DeMuc, ...], wanted: frozenset[str]) -> tuple[DeMuc, ...]:
    return tuple(node if node.ma in wanted else _heading(node, wanted) for node in nodes if _has(node, wanted))


def _heading(node: DeMuc, wanted: frozenset[str]) -> DeMuc:
    """A heading of which parts are kept: its own line, the sentence that runs on behind its mark, and these."""
    placed = wanted | _placed_by(node.noi_dung, node.noi_dung_cuoi, wanted=wanted)
    return replace(
        node, noi_dung=_text(node.noi_dung, wanted, opening(node)), de_muc=_headings(node.de_muc, wanted),
        bang_bieu=_named(node.bang_bieu, placed), hinh=_named(node.hinh, placed),
        noi_dung_cuoi=_text(node.noi_dung_cuoi, wanted),
    )


def _text(text: Text, wanted: frozenset[str], kept: Paragraph | None = None) -> Text:
    blocks = tuple(_block(each, wanted) for each in text.blocks
                   if each is kept or each.ma in wanted or isinstance(each, Item) and _has(each, wanted))
    return replace(text, blocks=blocks)


def _block(block: Block, wanted: frozenset[str]) -> Block:
    if block.ma in wanted or not isinstance(block, Item):
        return block
    return replace(
        block, paragraphs=tuple(each for each in block.paragraphs if each.ma in wanted),
        items=tuple(_kept_item(each, wanted) for each in block.items if each.ma in wanted or _has(each, wanted)),
    )


def _kept_item(item: Item, wanted: frozenset[str]) -> Item:
    kept = _block(item, wanted)
    assert isinstance(kept, Item)
    return kept


def _named(placed: tuple[_Placed, ...], wanted: frozenset[str]) -> tuple[_Placed, ...]:
    return tuple(each for each in placed if each.ma in wanted)


def _placed_by(*texts: Text, wanted: frozenset[str]) -> frozenset[str]:
    """The tables and pictures that stand in what is kept of `texts`."""
    return frozenset(ma for text in texts for ma in _text(text, wanted).inserted())


def _has(node: _Node, wanted: frozenset[str]) -> bool:
    """Whether `node` or something in it is named."""
    return any(each.ma in wanted for each in found(node, *_KINDS)) or _inserts(node, wanted)


def _inserts(node: _Node, wanted: frozenset[str]) -> bool:
    texts = found(node, Text)
    return any(ma in wanted for text in texts for ma in text.inserted())
