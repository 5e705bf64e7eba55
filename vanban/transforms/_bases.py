"""What a figure of units is held against: a target of the set, the same in another period, another indicator."""

from dataclasses import dataclass, replace

from vanban.dates import short_date
from vanban.facts import Key
from vanban.facts.periods import meant_of
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.figure_words import Refusal, base_kind, base_name, target_name
from vanban.model.document import MucTieu
from vanban.model.indicators import ChiTieu
from vanban.model.inline import Figure
from vanban.model.measured import Base, Measured, Reporters
from vanban.model.reporting import KyBaoCao
from vanban.model.total import Total
from vanban.model.value import Amount
from vanban.setting import Setting
from vanban.transforms._same_units import Pair, paired


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure is looked for: the totals of a regime, whose, in which period."""

    roll_up: RollUp
    scope: Scope
    period: KyBaoCao


@dataclass(frozen=True, slots=True)
class Bases:
    """The bases of the figures of one set, of the units alone that have both (`pair`)."""

    setting: Setting

    def pair(self, figure: Figure, spot: Spot, total: Total) -> Pair | None:
        """The figure and what it is held against; None where that is no total."""
        kind = base_kind(figure.co_so) if figure.co_so else ""
        indicator = self.setting.registers.chi_tieu.get(figure.co_so if kind == "chi_tieu" else figure.ma)
        if indicator is None or not kind or kind == "muc_tieu":
            return None
        if kind == "chi_tieu":
            then: Total | None = spot.roll_up.total(figure.co_so, spot.scope, spot.period.ky)
        else:
            period = meant_of(spot.roll_up.figures.regime, spot.period.ky, figure.co_so, indicator)
            then = spot.roll_up.base(figure.ma, spot.scope, period.ky) if period else None
        return paired(spot.roll_up, spot.scope, total, then) if then else None

    def of(self, figure: Figure, spot: Spot, pair: Pair | None) -> Base | Refusal | None:
        """What a figure is held against; None where its form asks for nothing."""
        match base_kind(figure.co_so) if figure.co_so else "muc_tieu" if figure.cach_in == "danh_gia" else "":
            case "muc_tieu":
                return self._target(figure, spot)
            case "ky":
                return self._earlier(figure, spot, pair)
            case "chi_tieu":
                return self._whole(figure, spot, pair)
        return None

    def _target(self, figure: Figure, spot: Spot) -> Base | Refusal:
        fact = self.setting.facts.muc_tieu.get(Key(figure.ma))
        if fact is None:
            return Refusal(f"Không có mục tiêu cho chỉ tiêu “{figure.ma}” trong bộ văn bản.")
        target: MucTieu = fact.value
        indicator = self.setting.registers.chi_tieu[figure.ma]
        value = Amount(target.gia_tri, indicator.don_vi_tinh, inputs=(target.origin,))
        return Base("muc_tieu", Measured(value, indicator.tinh_chat), target_name(), target.so_sanh)

    def _earlier(self, figure: Figure, spot: Spot, pair: Pair | None) -> Base | Refusal:
        indicator, regime = self.setting.registers.chi_tieu[figure.ma], spot.roll_up.figures.regime
        period = meant_of(regime, spot.period.ky, figure.co_so, indicator)
        if period is None:
            return Refusal(f"Chế độ báo cáo không có kỳ gốc “{figure.co_so}”.")
        if pair is None:
            return Refusal(f"“{indicator.ten_goi}” không có kỳ gốc “{figure.co_so}” để so sánh.")
        day = short_date(period.den_ngay) if period.den_ngay else ""
        name = base_name(figure.co_so, period.ma, period.ky.cho_nam, day)
        return Base("ky", self.measured(pair.then, indicator, period), name)

    def _whole(self, figure: Figure, spot: Spot, pair: Pair | None) -> Base | Refusal:
        indicator = self.setting.registers.chi_tieu.get(figure.co_so)
        if indicator is None or pair is None:
            return Refusal(f"Không có chỉ tiêu “{figure.co_so}” trong sổ chỉ tiêu.")
        name = indicator.ten_goi[:1].lower() + indicator.ten_goi[1:]
        return Base("chi_tieu", self.measured(pair.then, indicator, spot.period), name)

    def measured(self, total: Total, indicator: ChiTieu, period: KyBaoCao) -> Measured:
        """A total as its words are made of it: how sure it is, on which scale, of how many units, who is missing."""
        called = self.setting.registers.called
        scale = next((each.tong_so for each in indicator.thang_do if each.holds(period.ky.cho_nam)), 0)
        is_sum = len(total.reporters) > 1
        absent = (*total.missing, *(each.don_vi for each in total.refused), *total.accepted)
        names = tuple(dict.fromkeys(map(called, absent)))
        broken = next((f"{called(each.don_vi)}, {each.tep}:{each.reported.line}" for each in total.refused), "")
        sign = total.inputs[0].reported.sign if indicator.tinh_chat == "danh_dau" and total.inputs else ""
        return Measured(_as_sure(total), indicator.tinh_chat, scale, Reporters(total.m, names) if is_sum else None,
                        broken, sign)


def _as_sure(total: Total) -> Amount:
    """The figure with how sure the least sure of its inputs is, where reports are missing too: both are said."""
    if total.amount.state != "chua_du":
        return total.amount
    return replace(total.amount, state=total.sureness)
