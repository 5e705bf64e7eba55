"""Where a node stands in its document, in the words of the law: "điểm a khoản 2 Mục III".

Computed last, from a numbered tree, for print and messages. Nothing refers to an address; references name ids.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.rebuild import found
from vanban.model.running_text import Insert, Item, Paragraph, Sign, Text
from vanban.model.steps import STEPS
from vanban.text import fold_ascii, upper_first

# What law calls a signed line, and what stands around the number in its mark.
_SIGN_NOUNS: dict[Sign, str] = {
    "khoan": "khoản", "diem": "điểm", "liet_ke": "ý", "gach": "gạch đầu dòng", "cong": "dấu cộng"
}
_CAPITAL = frozenset({"phần", "chương", "mục", "tiểu mục", "điều"})


class AddressPart(NamedTuple):
    """One step of an address: "khoản", "2"."""

    noun: str
    label: str

    def __str__(self) -> str:
        return f"{self.noun} {self.label}"


@dataclass(frozen=True, slots=True)
class Address:
    """`eid` for machines ("muc_2__khoan_1__diem_a"), `parts` for people, innermost first."""

    eid: str = ""
    parts: tuple[AddressPart, ...] = ()

    @property
    def words(self) -> str:
        """"điểm a khoản 1 Mục II"."""
        return " ".join(map(str, self.parts))

    def below(self, noun: str, label: str, *, whole: bool = False) -> "Address":
        """The address of what is called `noun` `label` inside this one.

        whole   the label already names the steps above of its kind ("2.1"), which are then left out
        """
        own = AddressPart(upper_first(noun) if noun in _CAPITAL else noun, label)
        above = self._from_second_muc() if whole else self.parts
        # đ folds to d like d itself, so its eid doubles the letter
        part = f"{fold_ascii(noun)}_{fold_ascii(label.replace('đ', 'dd')).lower()}".replace(" ", "_").replace(".", "_")
        return Address("__".join(filter(None, (self.eid, part))), (own, *above))

    def _from_second_muc(self) -> tuple[AddressPart, ...]:
        """The steps from the first Mục on that another step stands in."""
        found = [count for count, part in enumerate(self.parts) if count and part.noun == "Mục"]
        return self.parts[found[0] :] if found else ()


def addresses(van_ban: VanBan) -> Iterator[tuple[DeMuc | Item | Paragraph, Address]]:
    """Every heading, item and paragraph of a numbered document with its address, in the order of print."""
    yield from _in_text(van_ban.mo_dau, Address())
    yield from _in_nodes(van_ban.de_muc, Address())
    yield from _in_text(van_ban.noi_dung_cuoi, Address())


def is_in_dieu(van_ban: VanBan) -> bool:
    """Whether a numbered document is laid out in điều, so that a part of it is cited with it: "khoản 1 Điều này"."""
    return any(node.step and STEPS[node.step].through for node in found(van_ban.de_muc, DeMuc))


def _in_nodes(nodes: tuple[DeMuc, ...], above: Address) -> Iterator[tuple[DeMuc | Item | Paragraph, Address]]:
    for node in nodes:
        step = STEPS[node.step]
        label = node.mark.removeprefix(step.before).removesuffix(step.after)
        outer = Address() if step.through else above  # what is counted through the text is known by its number alone
        here = outer.below(step.noun, label, whole="." in label) if label else above
        yield node, here
        yield from _in_text(node.noi_dung, here)
        yield from _in_nodes(node.de_muc, here)
        yield from _in_text(node.noi_dung_cuoi, here)


def _in_text(text: Text, above: Address) -> Iterator[tuple[Item | Paragraph, Address]]:
    dashes: dict[Sign, int] = {}
    for block in text.blocks:
        if isinstance(block, Insert):
            continue
        if isinstance(block, Paragraph):  # behind an unsigned one they begin again
            dashes = {}
        yield from _in_block(block, above, dashes)


def _in_block(
    block: Item | Paragraph, above: Address, dashes: dict[Sign, int]
) -> Iterator[tuple[Item | Paragraph, Address]]:
    if isinstance(block, Paragraph):
        yield block, above
        return
    label = block.mark.strip("().")
    if block.sign in ("gach", "cong"):
        dashes[block.sign] = dashes.get(block.sign, 0) + 1
        label = f"thứ {dashes[block.sign]}"
    here = above.below(_SIGN_NOUNS[block.sign], label)
    yield block, here
    yield from ((each, here) for each in block.paragraphs if isinstance(each, Paragraph))
    below: dict[Sign, int] = {}
    for item in block.items:
        yield from _in_block(item, here, below)
