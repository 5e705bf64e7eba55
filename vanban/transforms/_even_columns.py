"""Columns of figures of units that a relation holds against each other: of the same units, or not at all.

What is worked out of two cells of a row goes onto paper beside them, so none of the two can quietly be of other units.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from vanban.facts.roll_up import RollUp
from vanban.facts.same_units import gone
from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.expression import columns
from vanban.model.reporting import SoLieuTheo
from vanban.model.table import Cot, Hang, QuanHe
from vanban.model.total import Total
from vanban.model.value import Amount
from vanban.setting import Setting
from vanban.transforms._same_units import Pair, uneven, way_out
from vanban.transforms._worked_out import OF_NOBODY

# So many units are named.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Uneven:
    """Two columns of a row whose figures are not of the same units.

    told   what is said of that; None where who is missing is told anyway (D211), and where all are left out
    shown  what stands in place of what would be worked out of them
    """

    told: Finding | None = None
    shown: Amount = Amount(None, state="chua_co")


@dataclass(frozen=True, slots=True)
class EvenColumns:
    """Whether the figures that a document holds against each other are of the same units."""

    setting: Setting
    van_ban: VanBan
    theo: SoLieuTheo
    roll_up: RollUp

    def fault(self, row: Hang, leaf: Cot, relation: QuanHe, rows: Iterable[Hang]) -> Uneven | None:
        """What keeps a relation from being worked out in `row`, which stands alone or adds up `rows`."""
        named = dict.fromkeys(column.cot for column in columns(relation.bieu_thuc))
        sides = [side for ma in named if (side := _whole([*_all_in(row, ma, rows)]))]
        if any(side.is_left_out for side in sides):
            return Uneven(shown=OF_NOBODY)
        for pair in combinations(sorted(sides, key=self._last_day), 2):
            if found := self._apart(*pair):
                return Uneven(None if any(each.missing for each in pair) else self._told(row, leaf, found))
        return None

    def _last_day(self, total: Total) -> date:
        period = self.roll_up.figures.regime.period(total.ky)
        return period and period.den_ngay or date.min

    def _apart(self, then: Total, now: Total) -> Pair | None:
        chi_tieu = self.roll_up.directory.chi_tieu
        if all(chi_tieu[each.ma].adds == "chung" for each in (now, then)):
            return None
        found = gone(self.roll_up, now, then)
        return Pair(now, then, found, uneven(now, then, found)) if found else None

    def _told(self, row: Hang, leaf: Cot, pair: Pair) -> Finding:
        units = dict.fromkeys(unit for _, each in pair.uneven for unit in each)
        names = ", ".join(map(self.setting.registers.called, [*units][:_NAMED]))
        more = f" và {len(units) - _NAMED} đơn vị nữa" if len(units) > _NAMED else ""
        return finding(
            "D103", self.setting.places[row.origin],
            f"Cột “{leaf.ma}” tính từ hai số không cùng đơn vị: {names}{more} chỉ có trong một số.",
            way_out(self.van_ban, self.theo.ky, pair))


def even_columns(bo: BoVanBan, van_ban: VanBan, setting: Setting) -> EvenColumns | None:
    """None where a document has no figures of units."""
    theo, facts = bo.so_lieu_theo(van_ban), setting.facts
    roll_up = facts.che_do.of(theo.che_do_bao_cao) if theo and facts.che_do else None
    return EvenColumns(setting, van_ban, theo, roll_up) if theo and roll_up else None


def _all_in(row: Hang, cot: str, rows: Iterable[Hang]) -> Iterable[Total]:
    """The totals that stand in a cell, those of units that are left out too; of a sum by the machine in its rows."""
    for each in (row, *rows) if not ((entry := row.entry(cot)) and entry.figure) else (row,):
        entry = each.entry(cot)
        if entry and entry.figure and entry.figure.total:
            yield entry.figure.total
        elif each is not row or not entry:
            for below in (*each.chia_hang, *each.gom):
                yield from () if below.tong_cong else _all_in(below, cot, ())


def _whole(totals: Sequence[Total]) -> Total | None:
    """All of a column as one total, as far as it matters whose it is."""
    if not totals:
        return None
    return replace(
        totals[0], reporters=_joined(each.reporters for each in totals), used=_joined(each.used for each in totals),
        missing=_joined(each.missing for each in totals), outside=_joined(each.outside for each in totals),
        accepted=_joined(each.accepted for each in totals),
    )


def _joined(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for each in lists for unit in each))
