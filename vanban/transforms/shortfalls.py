"""Says below each table whose totals lack somebody's figures of how many units they are, who is missing and why.

Reads: the figures of units in cells, total rows, `chap_nhan_thieu`. Writes: `ghi_chu_cuoi` of tables. In running text
the first such total says it itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vanban.dates import short_date
from vanban.facts.periods import lacking
from vanban.facts.reporters import Reporters
from vanban.figure_words import period_words, shortfall
from vanban.findings import Finding
from vanban.model.document import BoVanBan
from vanban.model.inline import Run
from vanban.model.reporting import Ky, SoLieuTheo
from vanban.model.running_text import Paragraph
from vanban.model.table import BangBieu, Hang, addends
from vanban.model.total import Total
from vanban.model.walk import map_tables
from vanban.setting import Setting
from vanban.transforms._added_rows import totals_in
from vanban.transforms._reported import AS_IT_IS

TITLE = "ghi chú đơn vị còn thiếu"


@dataclass(frozen=True, slots=True)
class _Lack:
    """Totals of one period that lack the same units: of how many units they are, of how many they should be."""

    ky: Ky
    absent: tuple[str, ...]
    n: int
    m: int


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with these notes; there are no findings, rules tell of what is missing."""
    return bo.map(lambda van_ban: map_tables(van_ban, lambda table: _noted(
        table, _Notes(bo, setting, bo.so_lieu_theo(van_ban))))), []


def _noted(table: BangBieu, notes: "_Notes") -> BangBieu:
    lines = list(notes.of(table))
    if not lines:
        return table
    shown = tuple(Paragraph((Run(line),), origin=table.origin) for line in lines)
    return replace(table, ghi_chu_cuoi=replace(table.ghi_chu_cuoi, blocks=(*shown, *table.ghi_chu_cuoi.blocks)))


@dataclass(frozen=True, slots=True)
class _Notes:
    bo: BoVanBan
    setting: Setting
    theo: SoLieuTheo | None

    def of(self, table: BangBieu) -> Iterator[str]:
        """One line for each set of units that is missing in a period, with the indicators where that differs."""
        found: dict[_Lack, dict[str, None]] = {}
        for lack, ma in _lacks(table):
            found.setdefault(lack, {})[ma] = None
        for lack, indicators in found.items():
            is_alone = len([each for each in found if each.ky == lack.ky]) == 1
            names = [] if is_alone else [self.setting.registers.chi_tieu[ma].ten_goi for ma in indicators]
            yield shortfall(self._period(lack.ky), lack.n, lack.m, self._by_reason(lack), names)

    def _period(self, ky: Ky) -> str:
        regimes = self.setting.registers.che_do_bao_cao
        regime = regimes.get(self.theo.che_do_bao_cao) if self.theo else None
        period = regime.period(ky) if regime else None
        return period_words(ky.ma, ky.cho_nam, short_date(period.den_ngay) if period and period.den_ngay else "")

    def _by_reason(self, lack: _Lack) -> dict[str, list[str]]:
        by_reason: dict[str, list[str]] = {}
        for unit in lack.absent:
            by_reason.setdefault(self._reason(unit, lack.ky), []).append(self.setting.registers.called(unit))
        return by_reason

    def _reason(self, unit: str, ky: Ky) -> str:
        """Why the set is issued without the figures of a unit; "" where nobody has said."""
        stated = [each for van_ban in self.bo for each in van_ban.chap_nhan_thieu if self.theo
                  and lacking(each, self.theo, self.setting.registers.che_do_bao_cao) == ky]
        named = (each.ly_do for each in stated if self._names(each.don_vi_thieu, unit, ky))
        return next(named, next((each.ly_do for each in stated if not each.don_vi_thieu), ""))

    def _names(self, listed: tuple[str, ...], unit: str, ky: Ky) -> bool:
        che_do = self.setting.facts.che_do
        regime = che_do.known.get(self.theo.che_do_bao_cao) if che_do and self.theo else None
        period = regime.period(ky) if regime else None
        if unit in listed or not (che_do and period and period.den_ngay):
            return unit in listed
        reporters: Reporters = che_do.directory.reporters
        return any(unit in reporters.members(each, period.den_ngay) for each in listed)


def _lacks(table: BangBieu) -> Iterator[tuple[_Lack, str]]:
    """What the totals in a table lack, with their indicators: those of cells, and those that the machine adds up."""
    for row in table.rows():
        for entry in row.entries:
            figure, total = entry.figure, entry.figure.total if entry.figure else None
            is_sum = figure and total and len(total.reporters) > 1 and figure.cach_in in AS_IT_IS
            if is_sum and total and total.absent and total.used:
                yield _lack_of([total]), total.ma
    for level in _levels(table.hang):
        for row in level:
            for entry in row.totals if row.tong_cong else ():
                summed = [each for one in addends(level) if one is not row for each in _all_in(one, entry.cot)]
                for ma in dict.fromkeys(each.ma for each in summed):
                    own = [each for each in summed if each.ma == ma]
                    if any(each.accepted for each in own):
                        yield _lack_of(own), ma


def _levels(rows: tuple[Hang, ...]) -> Iterator[tuple[Hang, ...]]:
    yield rows
    for row in rows:
        if row.gom:
            yield from _levels(row.gom)


def _all_in(row: Hang, cot: str) -> Iterator[Total]:
    """Figures of units in a cell, also those that were left out of it."""
    entry = row.entry(cot)
    if entry and entry.figure and entry.figure.total:
        yield entry.figure.total
    else:
        yield from totals_in(row, cot)


def _lack_of(totals: list[Total]) -> _Lack:
    absent = tuple(dict.fromkeys(unit for each in totals for unit in each.absent))
    due = {unit for each in totals for unit in each.reporters} - {unit for each in totals for unit in each.outside}
    return _Lack(totals[0].ky, absent, len(due.difference(absent)), len(due))
