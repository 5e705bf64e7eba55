"""The count of signed lines (khoản, điểm, dashes): which mark the machine gives each item of one block.

Print needs the marks, and so does who writes the block as an officer would type it. What is past y is the caller's
to tell of. Source: the_thuc noi_dung (Phụ lục I, II.6.đ); điểm after y is undefined.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from vanban.model.running_text import RANK, Block, Item, Paragraph, Sign, Text
from vanban.numerals import LETTERS, letter

_MARKS: dict[Sign, Callable[[int], str]] = {
    "khoan": lambda n: f"{n}.", "diem": lambda n: f"{letter(n)})", "liet_ke": lambda n: f"({n})",
    "gach": lambda n: "-", "cong": lambda n: "+",
}
_B = TypeVar("_B", bound=Block)


def count_items(blocks: Iterable[_B], start: int = 0) -> tuple[_B, ...]:
    """`blocks` of one node with their items counted; the first khoản is number `start` + 1.

    1. counts through the node; the other signs begin again under each higher mark and after an unsigned
    paragraph. An item that cannot be counted (the điểm after y) keeps its mark empty.
    """
    counts: dict[Sign, int] = {"khoan": start}
    out: list[_B] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            counts = {"khoan": counts.get("khoan", 0)}
        elif isinstance(block, Item):
            counts = {sign: n for sign, n in counts.items() if RANK[sign] <= RANK[block.sign]}
            counts[block.sign] = counts.get(block.sign, 0) + 1
            block = replace(block, mark=_mark(block.sign, counts[block.sign]), items=count_items(block.items))
        out.append(block)
    return tuple(out)


def count_khoan(text: Text) -> int:
    """How many khoản a text has; those of the text behind the nodes below count on from there."""
    return sum(isinstance(block, Item) and block.sign == "khoan" for block in text.blocks)


def _mark(sign: Sign, count: int) -> str:
    return "" if sign == "diem" and count > len(LETTERS) else _MARKS[sign](count)
