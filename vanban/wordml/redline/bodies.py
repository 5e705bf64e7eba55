"""The documents of a set, one behind the other: each is compared with its own; one that is new, or gone, is marked as a
whole. The sections (paper, margins, headers) are those of the new side."""

from collections.abc import Iterator
from functools import cache

from vanban.wordml.elements import Element, child
from vanban.wordml.redline.alignment import Pair, aligned, shared_words, shown, words_in
from vanban.wordml.redline.blocks import TBL, Item, blocks_of, changed, has_section, merged_blocks, settled, written
from vanban.wordml.redline.merging import Merging

Document = tuple[Element, ...]


def merge_bodies(old: Element, new: Element, merging: Merging) -> None:
    """Puts into the `new` body (`w:body`) what both hold, marked."""
    words = cache(words_in)

    def likeness(one: Document, other: Document) -> float:
        return shared_words(words(one), words(other))

    pairs: Iterator[Pair[Document]] = aligned(_documents(old), _documents(new), _key, likeness, lambda *_: True)
    items = settled([item for pair in _joined(_with_last([*pairs])) for item in _items(pair, merging)])
    last = child(new, "sectPr")
    for each in list(new):
        new.remove(each)
    new.extend(written(items, merging))
    if last is not None:
        new.append(last)


def _documents(body: Element) -> list[Document]:
    """The paragraphs and tables of each document; a document ends in the paragraph that has its section."""
    found: list[list[Element]] = [[]]
    for block in blocks_of(body):
        found[-1].append(block)
        if has_section(block):
            found.append([])
    return [tuple(each) for each in found if each]


def _items(pair: Pair[Document], merging: Merging) -> Iterator[Item]:
    old, new = pair
    if old is not None and new is not None:
        yield from merged_blocks(old, new, merging)
    elif old is not None:
        yield from (changed(block, "del", merging) for block in old)
    elif new is not None:
        yield from (changed(block, "ins", merging) for block in new)


def _with_last(pairs: list[Pair[Document]]) -> list[Pair[Document]]:
    """The last documents of both texts as a pair where neither has another, for the end of a text stays."""
    if len(pairs) < 2 or pairs[-2].new is not None or pairs[-1].old is not None:
        return pairs
    return [*pairs[:-2], Pair(pairs[-2].old, pairs[-1].new)]


def _joined(pairs: list[Pair[Document]]) -> list[Pair[Document]]:
    """The pairs; documents that go or come at the end are one with the last that stays, where a table stands in them:
    the end of a paragraph cannot be marked in place of one behind a table, so its words go behind it."""
    stays = max((at for at, pair in enumerate(pairs) if pair.old and pair.new), default=-1)
    behind = pairs[stays:]
    if stays < 0 or not any(block.tag == TBL for pair in behind[1:] for document in pair for block in document or ()):
        return pairs
    old, new = (tuple(block for pair in behind for block in pair[side] or ()) for side in (0, 1))
    return [*pairs[:stays], Pair(old, new)]


def _key(document: Document) -> tuple[str, ...]:
    return tuple(map(shown, document))
