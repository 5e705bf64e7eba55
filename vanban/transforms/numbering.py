"""Counts: marks of headings and items.

Reads: schemes (`danh_so`) and signs. Writes: `step`, `mark` of headings, `mark` of items.
Numbering twice changes nothing. Source: the_thuc noi_dung (Phụ lục I, II.6.đ); điểm after y is undefined.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from vanban.doctypes import DocType
from vanban.findings import Finding, finding
from vanban.model.body import DeMuc
from vanban.model.document import BoVanBan, VanBan
from vanban.model.places import Places
from vanban.model.running_text import RANK, Block, Item, Paragraph, Sign, Text
from vanban.model.steps import STEPS, Step, parse_scheme
from vanban.model.walk import map_tables
from vanban.numerals import LETTERS, letter

_MARKS: dict[Sign, Callable[[int], str]] = {
    "khoan": lambda n: f"{n}.", "diem": lambda n: f"{letter(n)})", "liet_ke": lambda n: f"({n})",
    "gach": lambda n: "-", "cong": lambda n: "+",
}
_B = TypeVar("_B", bound=Block)


def number(bo: BoVanBan, doctypes: Mapping[str, DocType], places: Places) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with every mark counted; headings deeper than their scheme and điểm past y are findings."""
    findings: list[Finding] = []

    def numbered(van_ban: VanBan) -> VanBan:
        counter = _Counter(places, findings)
        scheme = counter.scheme(van_ban.danh_so, parse_scheme(doctypes[van_ban.loai_van_ban].danh_so))
        numbered = replace(
            van_ban,
            mo_dau=counter.text(van_ban.mo_dau),
            de_muc=counter.nodes(van_ban.de_muc, scheme, ""),
            noi_dung_cuoi=counter.text(van_ban.noi_dung_cuoi, _count_khoan(van_ban.mo_dau)),
        )
        return map_tables(numbered, lambda table: table.map(counter.text, lambda line: line))

    return bo.map(numbered), findings


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


def _mark(sign: Sign, count: int) -> str:
    return "" if sign == "diem" and count > len(LETTERS) else _MARKS[sign](count)


class _Counter:
    def __init__(self, places: Places, findings: list[Finding]) -> None:
        self._places, self._findings = places, findings

    def scheme(self, text: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
        """The scheme that `text` states; `otherwise` where it states none, or one that the schema has refused."""
        try:
            return parse_scheme(text) if text else otherwise
        except KeyError:
            return otherwise

    def nodes(self, nodes: tuple[DeMuc, ...], scheme: tuple[str, ...], outer: str) -> tuple[DeMuc, ...]:
        if not nodes:
            return ()
        if not scheme:
            self._findings.append(finding(
                "C103", self._places[nodes[0].origin], "Đề mục ở đây sâu hơn kiểu đánh số của văn bản.",
                "Thêm một bậc vào “danh_so”, ví dụ: I. / 1. / 1.1. / a).",
            ))
            return tuple(map(self._unnumbered, nodes))
        counts = accumulate(int(not node.khong_danh_so) for node in nodes)
        return tuple(
            self._node(node, scheme, *self._label(node, STEPS[scheme[0]], count, outer))
            for count, node in zip(counts, nodes, strict=True)
        )

    def _label(self, node: DeMuc, step: Step, count: int, outer: str) -> tuple[str, str]:
        """The label and the mark of the `count`-th heading, empty where it has none or the letters are used up."""
        if node.khong_danh_so:
            return "", ""
        try:
            return step.label(count, outer), step.mark(count, outer)
        except IndexError:
            self._findings.append(finding(
                "C102", self._places[node.origin], f"Có quá {count - 1} đề mục cùng bậc đánh số bằng chữ cái.",
                "Chia thành nhiều mục, hoặc đổi “danh_so” của bậc này sang số.",
            ))
            return "", ""

    def _node(self, node: DeMuc, scheme: tuple[str, ...], label: str, mark: str) -> DeMuc:
        below = self.scheme(node.danh_so, scheme[1:])
        body = self.text(node.noi_dung)
        return replace(
            node,
            step=scheme[0],
            mark=mark,
            noi_dung=body,
            de_muc=self.nodes(node.de_muc, below, label),
            noi_dung_cuoi=self.text(node.noi_dung_cuoi, _count_khoan(body)),
        )

    def _unnumbered(self, node: DeMuc) -> DeMuc:
        """A heading that its scheme has no step for, and all below it; told once, above."""
        return replace(
            node,
            step="không số",
            mark="",
            noi_dung=self.text(node.noi_dung),
            de_muc=tuple(map(self._unnumbered, node.de_muc)),
            noi_dung_cuoi=self.text(node.noi_dung_cuoi, _count_khoan(node.noi_dung)),
        )

    def text(self, text: Text, start: int = 0) -> Text:
        counted = replace(text, blocks=count_items(text.blocks, start))
        self._refuse_unmarked(counted.blocks)
        return counted

    def _refuse_unmarked(self, blocks: Iterable[Block]) -> None:
        for item in blocks:
            if isinstance(item, Item):
                if not item.mark:
                    self._findings.append(finding(
                        "C102", self._places[item.origin], f"Có quá {len(LETTERS)} điểm; sau điểm y không còn chữ cái.",
                        "Chia thành nhiều khoản, hoặc dùng gạch đầu dòng.",
                    ))
                self._refuse_unmarked(item.items)


def _count_khoan(text: Text) -> int:
    return sum(isinstance(block, Item) and block.sign == "khoan" for block in text.blocks)
