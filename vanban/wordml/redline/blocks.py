"""Two lists of paragraphs and tables → one: the text of a cell, of a footnote, of a document of the set."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from vanban.wordml.elements import Element, W, child, style_of
from vanban.wordml.redline.alignment import Pair, aligned, shared_words, shown, words_in
from vanban.wordml.redline.merging import Merging
from vanban.wordml.redline.paragraphs import merged_paragraph
from vanban.wordml.redline.revisions import Change, Unmarkable
from vanban.wordml.redline.tables import columns, merge_table

P, TBL = W + "p", W + "tbl"
_KNOWN = (P, TBL, *(W + name for name in ("tcPr", "sectPr", "proofErr", "bookmarkStart", "bookmarkEnd")))
# Paragraphs of so few words are one that was changed, if they stand at the same place in the same style.
_SHORT = 12


@dataclass
class Item:
    """A paragraph or a table of the merged list.

    change  "" for one that stands in both texts
    end     what is marked at the end of a paragraph
    """

    element: Element
    change: Literal["", "ins", "del"] = ""
    end: Literal["", "ins", "del"] = ""


def merge_cells(old: Element, new: Element, merging: Merging, *, is_ordinal: bool = False) -> None:
    """Puts into the `new` cell, footnote or footer what both hold, marked."""
    items = merged_blocks(blocks_of(old), blocks_of(new), merging, is_ordinal=is_ordinal)
    for each in blocks_of(new):
        new.remove(each)
    new.extend(written(items, merging))


def merged_blocks(
    old: Sequence[Element], new: Sequence[Element], merging: Merging, *, is_ordinal: bool = False
) -> list[Item]:
    """The items of both lists in order. The last paragraph of both is never one that goes or comes: its words are."""
    pairs: Iterator[Pair[Element]] = aligned(old, new, _key, _likeness, _by_place)
    return settled([item for pair in _with_last([*pairs]) for item in _items(pair, merging, is_ordinal)])


def changed(block: Element, change: Change, merging: Merging) -> Item:
    """A paragraph or a table that goes (a copy of it) or comes as a whole."""
    if change == "del":
        block = deepcopy(block)
        merging.gone.append(block)
        _forget_headers(block)
    if block.tag == TBL:
        for row in block.findall(W + "tr"):
            merging.pens.mark_row(row, change)
        return Item(block, change)
    merging.pens.mark_words(block, change)
    return Item(block, change, change)


def settled(items: list[Item]) -> list[Item]:
    """Where a list ends in what goes or comes, the end of the last paragraph that stays is marked in place of the last
    one: the end of a cell, and of a text, can neither come nor go."""
    last = items[-1] if items else None
    if last is None or not last.end:
        return items
    kept = next((each for each in reversed(items) if each.change != last.change), None)
    if kept is None or kept.change or kept.element.tag != P:
        raise Unmarkable("Phần cuối của văn bản đổi theo cách mà bản sửa đổi không đánh dấu được.")
    kept.end, last.end = last.end, ""
    return items


def written(items: Iterable[Item], merging: Merging) -> Iterator[Element]:
    """The elements, ends marked. Between two tables of which one goes or comes stands a paragraph of neither text:
    Word makes one of two tables that touch."""
    above: Item | None = None
    for item in items:
        if above and item.element.tag == above.element.tag == TBL and (item.change or above.change):
            between = etree.Element(P)
            merging.pens.mark_end(between, "ins")
            merging.pens.mark_end(between, "del")
            yield between
        if item.end:
            merging.pens.mark_end(item.element, item.end)
        yield item.element
        above = item


def _items(pair: Pair[Element], merging: Merging, is_ordinal: bool) -> Iterator[Item]:
    old, new = pair
    if old is None or new is None:
        yield from [changed(old, "del", merging)] if old is not None else []
        yield from [changed(new, "ins", merging)] if new is not None else []
    elif new.tag == P:
        yield Item(merged_paragraph(old, new, merging, is_ordinal=is_ordinal))
    else:
        merge_table(old, new, merging, lambda one, other, counted: merge_cells(one, other, merging, is_ordinal=counted))
        yield Item(new)


def _with_last(pairs: list[Pair[Element]]) -> list[Pair[Element]]:
    """The pairs, the last paragraphs of both lists one of them where neither has another, or where a table stands
    behind that other: no end of a paragraph can be marked in place of one behind a table."""
    gone, come = (max((at for at, pair in enumerate(pairs) if pair[side] is not None), default=-1) for side in (0, 1))
    if gone == come or min(gone, come) < 0:
        return pairs
    old, new = pairs[gone].old, pairs[come].new
    are_free = pairs[gone].new is None and pairs[come].old is None
    behind = [block for pair in pairs[min(gone, come) + 1:] for block in pair if block is not None and block.tag == TBL]
    if old is None or new is None or old.tag != P or new.tag != P or not (are_free or behind):
        return pairs
    rest = [Pair(pair.old if at != gone else None, pair.new if at != come else None) for at, pair in enumerate(pairs)]
    return [*(pair for pair in rest if any(block is not None for block in pair)), Pair(old, new)]


def blocks_of(container: Element) -> list[Element]:
    """The paragraphs and tables of a cell, a text. Raises Unmarkable for what no frame of ours has."""
    for strange in (each for each in container if each.tag not in _KNOWN):
        raise Unmarkable(f"Văn bản có “{etree.QName(strange).localname}”, là phần mà bản sửa đổi không đánh dấu được.")
    return [each for each in container if each.tag in (P, TBL)]


def _key(block: Element) -> Hashable:
    if block.tag == TBL:
        return TBL, columns(block), shown(block)
    return style_of(block), shown(block)


def _likeness(old: Element, new: Element) -> float:
    if old.tag != new.tag:
        return 0.0
    if old.tag == TBL and columns(old) != columns(new):
        return 0.0
    return shared_words(words_in([old]), words_in([new]))


def _by_place(old: Element, new: Element) -> bool:
    if old.tag != new.tag:
        return False
    if old.tag == TBL:
        return columns(old) == columns(new)
    return style_of(old) == style_of(new) and max(words_in([old]).total(), words_in([new]).total()) <= _SHORT


def has_section(block: Element) -> bool:
    """Whether a document of the set ends here."""
    return child(child(block, "pPr"), "sectPr") is not None


def _forget_headers(block: Element) -> None:
    """Headers of the old file, whose ids mean others in the new one; a section without takes those before it."""
    for named in list(block.iter(W + "headerReference", W + "footerReference")):
        section = named.getparent()
        if section is not None:
            section.remove(named)
