"""Counts: marks of headings and items.

Reads: schemes (`danh_so`) and signs. Writes: `step`, `mark` of headings, `mark` of items.
Numbering twice changes nothing. Source: the_thuc noi_dung (Phụ lục I, II.6.đ); điểm after y is undefined.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

from vanban.findings import Finding, finding
from vanban.model.body import DeMuc
from vanban.model.counting import count_items, count_khoan
from vanban.model.document import BoVanBan, VanBan
from vanban.model.places import Places
from vanban.model.rebuild import rebuilt
from vanban.model.running_text import Block, Item, Text
from vanban.model.steps import STEPS, Step, parse_scheme
from vanban.model.walk import map_tables
from vanban.numerals import LETTERS
from vanban.setting import Setting

TITLE = "đánh số đề mục, khoản, điểm"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with every mark counted; headings deeper than their scheme and điểm past y are findings."""
    findings: list[Finding] = []

    def numbered(van_ban: VanBan) -> VanBan:
        counter = _Counter(setting.places, findings)
        scheme = counter.scheme(van_ban.danh_so, parse_scheme(setting.kind(van_ban).danh_so))
        numbered = replace(
            van_ban,
            mo_dau=counter.text(van_ban.mo_dau),
            de_muc=counter.nodes(van_ban.de_muc, scheme, ""),
            noi_dung_cuoi=counter.text(van_ban.noi_dung_cuoi, count_khoan(van_ban.mo_dau)),
        )
        return map_tables(numbered, lambda table: rebuilt(table, {Text: counter.text}))

    return bo.map(numbered), findings


class _Counter:
    def __init__(self, places: Places, findings: list[Finding]) -> None:
        self._places, self._findings = places, findings
        self._through: dict[str, int] = {}  # how many headings there were so far of each step that is counted through

    def scheme(self, text: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
        """The scheme that `text` states; `otherwise` where it states none, or one that the schema has refused.

        One that ends with Điều goes on as the other one does below Điều: "Mục 1 / Điều 1." of a chương leaves the
        khoản of its Điều what they are elsewhere.
        """
        try:
            stated = parse_scheme(text) if text else otherwise
        except KeyError:
            return otherwise
        return stated + _below(stated[-1], otherwise) if text else stated

    def nodes(self, nodes: tuple[DeMuc, ...], scheme: tuple[str, ...], outer: str) -> tuple[DeMuc, ...]:
        if not nodes:
            return ()
        if not scheme:
            self._findings.append(finding(
                "C103", self._places[nodes[0].origin], "Đề mục ở đây sâu hơn kiểu đánh số của văn bản.",
                "Thêm một bậc vào “danh_so”, ví dụ: I. / 1. / 1.1. / a).",
            ))
            return tuple(map(self._unnumbered, nodes))
        step = STEPS[scheme[0]]
        counts = list(accumulate((int(not node.khong_danh_so) for node in nodes), initial=self._counted(step)))
        if step.through:
            self._through[step.key] = counts[-1]
        return tuple(
            self._node(node, scheme, *self._label(node, step, count, outer))
            for count, node in zip(counts[1:], nodes, strict=True)
        )

    def _counted(self, step: Step) -> int:
        """How many headings of a step stand in front of the next one."""
        return self._through.get(step.key, 0) if step.through else 0

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
            noi_dung_cuoi=self.text(node.noi_dung_cuoi, count_khoan(body)),
        )

    def _unnumbered(self, node: DeMuc) -> DeMuc:
        """A heading that is deeper than its scheme, and all below it. The caller has reported it once for all."""
        return replace(
            node,
            step="không số",
            mark="",
            noi_dung=self.text(node.noi_dung),
            de_muc=tuple(map(self._unnumbered, node.de_muc)),
            noi_dung_cuoi=self.text(node.noi_dung_cuoi, count_khoan(node.noi_dung)),
        )

    def text(self, text: Text, start: int = 0) -> Text:
        if not any(isinstance(block, Item) for block in text.blocks):
            return text
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


def _below(step: str, scheme: tuple[str, ...]) -> tuple[str, ...]:
    """What stands in a scheme below a step that is counted through the text; () where the scheme does not have it."""
    return scheme[scheme.index(step) + 1 :] if STEPS[step].through and step in scheme else ()
