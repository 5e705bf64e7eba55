"""Marks as officers typed them beside those that the machine has counted: lists, gaps in them, references that were
typed by hand to one of them.

The machine counts, so any mark of a series may be typed, the same one again too. What does not follow from that is a
gap (1. 12.), which may be a lost line or a number of the text, a list that begins in its middle (4. 5.), and a typed
"điểm e" whose điểm is printed as another letter.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from string import ascii_lowercase

from vanban.model.running_text import Block, Item, Sign
from vanban.numerals import LETTERS

_FIRST: dict[Sign, str] = {"khoan": "1.", "diem": "a)", "liet_ke": "(1)"}
# Orders in which hands type letters: that of the decree, the same without đ, that of the Latin alphabet.
_ORDERS = ("".join(LETTERS), "".join(LETTERS).replace("đ", ""), ascii_lowercase)
# More marks than this are never missing by a slip.
_SMALL = 1
# "điểm e khoản 1", "khoản 4": a mark by its noun.
REFERENCE = re.compile(
    r"\b[Đđ]iểm (?P<diem>[a-zđ])\b(?:,? [Kk]hoản (?P<trong_khoan>\d{1,3})\b)?|\b[Kk]hoản (?P<khoan>\d{1,3})\b"
)


def bare(mark: str) -> str:
    """"1." → "1", "đ)" → "đ"."""
    return mark.strip("().").lower()


def lists(blocks: Iterable[Block]) -> Iterator[list[Item]]:
    """The counted items of one text that count together; those below an item after those that it stands among."""
    items = [block for block in blocks if isinstance(block, Item)]
    by_sign: dict[Sign, list[Item]] = {}
    for item in items:
        if item.sign in _FIRST:
            if item.mark == _FIRST[item.sign] and item.sign in by_sign:
                yield by_sign.pop(item.sign)
            by_sign.setdefault(item.sign, []).append(item)
    yield from by_sign.values()
    for item in items:
        yield from lists(item.items)


def begins_late(items: list[Item]) -> bool:
    """Whether the first mark of a list was typed as neither the first of the series nor the one that is printed: khoản
    that go on from the text above are printed as they were typed. One mark typed for all leaves the count to us."""
    first = items[0]
    typed = bare(first.typed_mark)
    if len(items) > 1 and len({item.typed_mark for item in items}) == 1:
        return False
    return typed not in ("", bare(_FIRST[first.sign]), bare(first.mark))


def gap(before: Item, after: Item) -> int:
    """How many marks were left out between two items that follow each other; 0 too where one was typed again."""
    first, second = bare(before.typed_mark), bare(after.typed_mark)
    if not first or not second:
        return 0
    if second.isdecimal():
        return max(int(second) - int(first) - 1, 0) if first.isdecimal() else 0
    gaps = [order.index(second) - order.index(first) - 1 for order in _ORDERS if first in order and second in order]
    return max(min(gaps), 0) if gaps else 0


def gaps(items: list[Item]) -> list[tuple[Item, Item, int]]:
    """The places of a list where marks were left out, and how many."""
    pairs = zip(items, items[1:], strict=False)
    return [(before, after, left_out) for before, after in pairs if (left_out := gap(before, after))]


def leaps(items: list[Item]) -> bool:
    """Whether more marks were left out somewhere than a slip explains."""
    return any(left_out > _SMALL for _, _, left_out in gaps(items))


def moved(items: Iterable[Item]) -> dict[str, str]:
    """The marks that the items of a list are printed with, by those that only one of them was typed with, where these
    differ."""
    marks = [(bare(item.typed_mark), bare(item.mark)) for item in items]
    times = Counter(typed for typed, _ in marks)
    return {typed: counted for typed, counted in marks if typed and counted and typed != counted and times[typed] == 1}


def named(words: str) -> set[tuple[Sign, str]]:
    """The marks that are named in typed references: ("diem", "e"), ("khoan", "1")."""
    found: set[tuple[Sign, str]] = set()
    for match in REFERENCE.finditer(words):
        if match["diem"]:
            found.add(("diem", match["diem"]))
        if khoan := match["khoan"] or match["trong_khoan"]:
            found.add(("khoan", khoan))
    return found
