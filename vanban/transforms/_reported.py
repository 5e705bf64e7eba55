"""A figure of units, `{{ ma.don_vi@ky | cach_in co_so }}` → its total and its words.

Whose it is and of which period stands in the figure, else in `so_lieu_theo` of the document, else in that of the
document that attaches it. What cannot be found is a fault with the way out; a total that lacks reports is printed as
what it is, and rules tell of it (D211, D212).
"""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from vanban.datatypes import Known
from vanban.facts.periods import lacking, meant
from vanban.facts.question import Question
from vanban.facts.ranks import Ranking, ranking
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.figure_words import (
    Refusal,
    Style,
    Words,
    base_kind,
    misfit,
    note_of,
    ways_to_print,
    words,
)
from vanban.figure_words.periods import named_in
from vanban.figure_words.table import said
from vanban.findings import Finding, finding
from vanban.keys.pointers import Named
from vanban.model.document import BoVanBan, VanBan
from vanban.model.indicators import ChiTieu
from vanban.model.inline import Figure
from vanban.model.measured import Base, Measured, Reporters
from vanban.model.reporting import Ky, SoLieuTheo
from vanban.model.total import Total
from vanban.model.value import Amount
from vanban.setting import Setting
from vanban.transforms._bases import Bases, Spot
from vanban.transforms._nonsense import nonsense
from vanban.transforms._same_units import Pair, way_out

# What to do where there is nothing to hold a figure against.
_OTHER_BASE = {
    "ky": "Chọn kỳ gốc khác, hoặc khai số của kỳ gốc.",
    "muc_tieu": "Thêm mục tiêu vào “muc_tieu” của văn bản trong bộ, hoặc chọn cách in khác.",
    "chi_tieu": "Ghi mã của chỉ tiêu có trong sổ.",
}
# The ways to print a total as it is: behind them it can be said of how many units it is, and a table can add it up.
AS_IT_IS = ("", "so", "dat")


@dataclass
class Reported:
    """The figures of units that the documents of one set call."""

    bo: BoVanBan
    setting: Setting
    findings: list[Finding] = field(default_factory=list)
    _bodies: Known = field(init=False)
    _bases: Bases = field(init=False)
    _rankings: dict[tuple[str, str, Ky], Ranking] = field(default_factory=dict)
    _noted: set[tuple[Ky, tuple[str, ...]]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._bodies, self._bases = Known(self.setting.registers.lists), Bases(self.setting)

    def resolved(self, van_ban: VanBan, figure: Figure, style: Style) -> Figure:
        """`figure` with its total, value and words; as it was where it cannot be had, which is told."""
        indicator = self.setting.registers.chi_tieu[figure.ma]
        if not self._may_be_asked(figure, indicator) or (spot := self._spot(van_ban, figure)) is None:
            return figure
        if not self._is_of_regime(figure, indicator, spot.roll_up):
            return figure
        total = spot.roll_up.total(figure.ma, spot.scope, spot.period.ky)
        if not total.reporters:
            return self._of_nobody(figure, total, indicator, style)
        pair = self._bases.pair(figure, spot, total)
        base = self._bases.of(figure, spot, pair)
        if isinstance(base, Refusal):
            return self._refused(figure, "D208", base.why, _OTHER_BASE[base_kind(figure.co_so or "muc_tieu")])
        if total.is_left_out:
            return replace(figure, total=total, value=_amount(total, figure), shown=said("khong_co_so.chap_nhan_thieu"))
        if total.is_blank:
            return self._without_total(figure, total, indicator, style)
        if total.differing:
            names = ", ".join(map(self.setting.registers.called, total.differing))
            self._tell(figure, "D209", f"“{indicator.ten_goi}” phải như nhau ở mọi đơn vị mà {names} ghi khác.",
                       "Xem từng số bằng lệnh explain, sửa ở tệp của đơn vị ghi sai.")
        figure = replace(figure, total=total, value=_amount(total, figure), uneven=pair.uneven if pair else ())
        if figure.cach_in == "thu_hang" and indicator.tinh_chat not in ("thu_hang", "danh_dau"):
            return self._placed(van_ban, figure, spot, indicator, style)
        if pair and pair.gone:
            return self._held(van_ban, figure, spot, pair, base, style)
        return self._worded(van_ban, figure, self._bases.measured(total, indicator, spot.period), base, style)

    def _may_be_asked(self, figure: Figure, indicator: ChiTieu) -> bool:
        """Whether there is such a way to print, and whether anybody reports the indicator; if not that is told."""
        if why := misfit(figure.cach_in, figure.co_so):
            self._tell(figure, "D102", why, f"Bỏ phần sau dấu |, hoặc viết một trong: {ways_to_print()}.")
        elif indicator.tinh_chat is None:
            self._tell(
                figure, "D205", f"Chỉ tiêu “{figure.ma}” chưa khai tinh_chat nên không có số liệu báo cáo.",
                f"Muốn dẫn mục tiêu thì viết {{{{ muc_tieu.{figure.ma} }}}}; có báo cáo thì thêm tinh_chat trong sổ.")
        elif (found := nonsense(figure, indicator, self.setting.registers))[0]:
            self._tell(figure, "D102", *found)
            return False
        return not why and indicator.tinh_chat is not None

    def _is_of_regime(self, figure: Figure, indicator: ChiTieu, roll_up: RollUp) -> bool:
        """Whether the indicator is reported in the regime of the document; if not that is told."""
        regime = roll_up.figures.regime
        if is_of := roll_up.directory.is_of(figure.ma, regime.ma):
            return is_of
        others = [each for each in self.setting.registers.che_do_bao_cao if roll_up.directory.is_of(figure.ma, each)]
        self._tell(
            figure, "D205", f"“{indicator.ten_goi}” không có trong chế độ báo cáo “{regime.ma}”.",
            f"Chỉ tiêu ấy báo cáo theo chế độ {', '.join(others)}: sửa so_lieu_theo; hoặc thêm {regime.ma} vào "
            "che_do_bao_cao của chỉ tiêu trong sổ." if others else
            "Sửa mã, hoặc sửa che_do_bao_cao của chỉ tiêu ấy và các chỉ tiêu trong công thức của nó.")
        return is_of

    def _of_nobody(self, figure: Figure, total: Total, indicator: ChiTieu, style: Style) -> Figure:
        """What nobody there is asked for: nothing in a cell, in text no way to say it."""
        if style.in_table:
            return replace(figure, total=total, shown="")
        whose = self.setting.registers.called(total.don_vi)
        return self._refused(
            figure, "D205", f"Không ai ở “{whose}” phải báo cáo “{indicator.ten_goi}” trong kỳ này.",
            "Sửa đơn vị, kỳ; hoặc sửa nguoi_bao_cao, thời hạn hiệu lực của chỉ tiêu, của đơn vị trong sổ.")

    def _placed(
        self, van_ban: VanBan, figure: Figure, spot: Spot, indicator: ChiTieu, style: Style,
    ) -> Figure:
        """Where a unit stands by a figure of its own among all whose figures the document takes."""
        theo, total = self.bo.so_lieu_theo(van_ban), figure.total
        assert theo is not None  # who asks has looked
        assert total is not None
        key = (figure.ma, theo.don_vi, spot.period.ky)
        if key not in self._rankings:
            self._rankings[key] = ranking(spot.roll_up, *key)
        found = self._rankings[key]
        if total.don_vi not in found.totals or len(total.reporters) > 1:
            if style.in_table:
                return replace(figure, value=None, shown="")
            called = self.setting.registers.called
            return self._refused(
                replace(figure, total=None, value=None), "D102",
                f"“{called(total.don_vi)}” không phải một trong các đơn vị của “{called(theo.don_vi)}” nên không xếp "
                "hạng được.",
                f"Ghi một đơn vị trong số đó, như {{{{ {figure.ma}.<mã đơn vị> | thu_hang }}}}; hoặc sửa so_lieu_theo.")
        figure = replace(figure, total=found.of_unit(total.don_vi))
        assert figure.total is not None
        measured = replace(self._bases.measured(figure.total, indicator, spot.period), of_how_many=found.of,
                           place=found.places.get(total.don_vi, 0))
        return self._worded(van_ban, figure, measured, None, style)

    def _held(
        self, van_ban: VanBan, figure: Figure, spot: Spot, pair: Pair, base: Base | None, style: Style,
    ) -> Figure:
        """A figure that is compared over the units alone that both periods have; of how many stands behind it."""
        indicator, called = self.setting.registers.chi_tieu[figure.ma], self.setting.registers.called
        assert figure.total is not None  # who asks has looked
        assert pair.gone is not None
        units = tuple(each for each in figure.total.reporters if each in pair.gone.now)
        measured = self._bases.measured(pair.now, indicator, spot.period)
        measured = replace(measured, reporters=Reporters(figure.total.m, tuple(map(called, units))))
        made, note = self._worded(van_ban, figure, measured, base, style), note_of(measured)
        theo = self.bo.so_lieu_theo(van_ban)
        if made.is_open or made.shown is None or theo is None:
            return made
        if base and not figure.total.missing and not van_ban.is_issued:  # who is missing is told once (D211)
            sides = {side: words(each) for side, each in (("so", measured), ("goc", base.figure))}
            shown = {side: each.text for side, each in sides.items() if isinstance(each, Words)}
            advice = said("xem_lai.cung_don_vi", dem=note.strip("()"), **shown)
            self._tell(figure, "D209", advice, way_out(van_ban, theo.ky, pair))
        key = (figure.total.ky, units)
        is_said = key in self._noted and units == figure.total.absent and not style.in_table
        self._noted |= set() if style.in_table else {key}
        return made if is_said else replace(made, shown=f"{made.shown} {note}")

    def _worded(
        self, van_ban: VanBan, figure: Figure, measured: Measured, base: Base | None, style: Style,
    ) -> Figure:
        """`figure` with its words, and with what these would have the author read again."""
        total = figure.total
        assert total is not None  # who asks has looked
        made = words(measured, figure.cach_in, base, style)
        if isinstance(made, Refusal):
            bare = replace(figure, total=None, value=None, uneven=())
            return self._refused(bare, "D102", made.why, "Chọn cách in khác; xem docs/so_lieu.md.")
        if made.advice and not (made.is_partial and (total.missing or van_ban.is_issued)):  # D211 tells who is missing
            self._tell(figure, "D209", made.advice, "Đọc lại câu này, sửa lời hoặc cách in.")
        is_bare = style.in_table or made.is_open
        shown = made.text if is_bare else f"{made.text}{self._note(figure, total, measured)}"
        return replace(figure, shown=shown, is_open=made.is_open)

    def _note(self, figure: Figure, total: Total, measured: Measured) -> str:
        """" (9/10 đơn vị)" behind the first total of a set that lacks the same reports; "" behind the others."""
        key = (total.ky, total.absent)
        if figure.cach_in not in AS_IT_IS or key in self._noted or not (note := note_of(measured)):
            return ""
        self._noted.add(key)
        return f" {note}"

    def _without_total(self, figure: Figure, total: Total, indicator: ChiTieu, style: Style) -> Figure:
        """A rank, a score, a sign of many units at once: nothing in a cell, in text no way to say it."""
        if style.in_table:
            return replace(figure, total=total, shown="")
        return self._refused(
            figure, "D208", f"“{indicator.ten_goi}” không có số tổng hợp: điểm, thứ hạng, dấu x không cộng.",
            f"Ghi của đơn vị nào, như {{{{ {figure.ma}.<mã đơn vị> }}}}.")

    def hold(self, van_ban: VanBan) -> None:
        """Tells of periods that the document names and the regime does not have; that there is no such regime, its key
        tells."""
        theo, facts = self.bo.so_lieu_theo(van_ban), self.setting.facts
        if theo is None or facts.che_do is None or (roll_up := facts.che_do.of(theo.che_do_bao_cao)) is None:
            return
        self._hold_accepted(van_ban, theo, roll_up)
        named = [(theo.ky, theo.origin)] if van_ban.so_lieu_theo else []
        regimes = self.setting.registers.che_do_bao_cao
        named += [(lacking(each, theo, regimes), each.origin) for each in van_ban.chap_nhan_thieu if each.ky_thieu]
        for ky, origin in named:
            if roll_up.figures.regime.period(ky) is None:
                self._once(finding(
                    "D202", self.setting.places[origin],
                    f"Chế độ báo cáo “{theo.che_do_bao_cao}” không có kỳ {ky.ma} năm {ky.cho_nam}.", _periods(roll_up)))

    def _hold_accepted(self, van_ban: VanBan, theo: SoLieuTheo, roll_up: RollUp) -> None:
        """Tells of units that the document is issued without, and that have nothing to report there anyway."""
        for each in van_ban.chap_nhan_thieu:
            ky = lacking(each, theo, self.setting.registers.che_do_bao_cao)
            period = roll_up.figures.regime.period(ky)
            if period is None or period.den_ngay is None:
                continue
            reporters, due = roll_up.directory.reporters, self._due(theo, roll_up, ky)
            for ma in each.don_vi_thieu:
                if due and due.isdisjoint(reporters.members(ma, period.den_ngay)):
                    self._once(finding(
                        "D240", self.setting.places[each.origin],
                        f"“{self.setting.registers.called(ma)}” không phải báo cáo số nào của "
                        f"“{self.setting.registers.called(theo.don_vi)}” kỳ {named_in(period)}, nên không thiếu.",
                        "Bỏ mã ấy khỏi don_vi_thieu; nếu định ghi đơn vị khác thì sửa mã."))

    def _due(self, theo: SoLieuTheo, roll_up: RollUp, ky: Ky) -> frozenset[str]:
        """Who has to report anything of what the document is about, in a period."""
        asked = Question(Scope(theo.don_vi), ky)
        return frozenset(unit for indicator in roll_up.directory.chi_tieu.values()
                         if indicator.tinh_chat not in (None, "tinh") for unit in roll_up.due(indicator, asked))

    def _spot(self, van_ban: VanBan, figure: Figure) -> Spot | None:
        theo = self.bo.so_lieu_theo(van_ban)
        if theo is None or self.setting.facts.che_do is None:
            self._refused(
                figure, "D210", f"Văn bản chưa ghi số liệu “{figure.name}” lấy của đơn vị nào, kỳ nào.",
                "Thêm so_lieu_theo: {che_do_bao_cao: …, ky_bao_cao: …, cho_nam: …, don_vi: …}.")
            return None
        roll_up = self.setting.facts.che_do.of(theo.che_do_bao_cao)
        own = roll_up.figures.regime.period(theo.ky) if roll_up else None
        if roll_up is None or own is None:  # `hold` has told
            return None
        period, scope = meant(roll_up.figures.regime, own, figure.ky), self._scope(figure, theo)
        if period is None:
            self._refused(figure, "D202", f"Chế độ báo cáo không có kỳ “{figure.ky}” tính từ {theo.ky_bao_cao} năm "
                          f"{theo.cho_nam}.", _periods(roll_up))
        return Spot(roll_up, scope, period) if period and scope else None

    def _scope(self, figure: Figure, theo: SoLieuTheo) -> Scope | None:
        named = Named(("co_quan", "nhom_co_quan"), figure.don_vi or theo.don_vi, False, (), None)
        fault = self._bodies.fault(named, lambda: self.setting.places[figure.origin])
        if fault and figure.don_vi:  # of what stands in its key that key tells
            self._once(fault)
        return None if fault else Scope(named.words, alone=figure.is_own)

    def _refused(self, figure: Figure, code: str, message: str, hint: str) -> Figure:
        self._tell(figure, code, message, hint)
        return figure

    def _tell(self, figure: Figure, code: str, message: str, hint: str) -> None:
        self._once(finding(code, self.setting.places[figure.origin], message, hint))

    def _once(self, found: Finding) -> None:
        if found not in self.findings:
            self.findings.append(found)


def _amount(total: Total, figure: Figure) -> Amount:
    """The number behind what is printed. Where nothing has come about, or is nobody's business, that is nothing to
    add; where somebody has still to say so, no sum that holds it is whole."""
    amount = replace(total.amount, inputs=(figure.origin,))
    if amount.state not in ("khong_phat_sinh", "khong_thuoc_tham_quyen"):
        return amount
    return replace(amount, number=Decimal(0), state="chua_du" if total.missing else amount.state)


def _periods(roll_up: RollUp) -> str:
    return f"Sổ có các kỳ: {roll_up.figures.regime.last_periods}; thêm kỳ vào ky_bao_cao của chế độ nếu thiếu."
