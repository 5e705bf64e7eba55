"""Totals: what an indicator is for a body, for all that report through it, or for a group, in a period.

Per unit first, then the sum; see `unit_figures` for a unit, `sums` for how the figures of units add up, `derived` for
what is worked out by a formula, `bases` for what a figure of today is compared with. Missing is never 0, and what was
refused leaves no total above it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from vanban.facts.bases import base
from vanban.facts.derived import derived
from vanban.facts.directory import Directory
from vanban.facts.question import Question
from vanban.facts.reporters import Scope
from vanban.facts.sums import reported
from vanban.facts.unit_figures import UnitFigures
from vanban.model.indicators import ChiTieu
from vanban.model.reporting import Ky
from vanban.model.total import Total


@dataclass(frozen=True, slots=True)
class RollUp:
    """The totals of a regime's figures as of a day; each is worked out once.

    accepted  by period the units that a document leaves out on purpose (`chap_nhan_thieu`)
    """

    directory: Directory
    figures: UnitFigures
    accepted: Mapping[Ky, Collection[str]] = field(default_factory=dict)
    _totals: dict[tuple[str, Question], Total] = field(default_factory=dict)
    _due: dict[object, tuple[str, ...]] = field(default_factory=dict)

    def total(self, ma: str, scope: Scope, ky: Ky) -> Total:
        """The figure of an indicator of the register, over who had to report in that period."""
        return self.answer(ma, Question(scope, ky))

    def base(self, ma: str, scope: Scope, ky: Ky, without: frozenset[str] = frozenset()) -> Total | None:
        """What the figure of `scope` today is compared with in the earlier period `ky`: the same as `total`, and where
        bodies were taken over since then those that they were. It is `without` some of them. None where that cannot be
        said ("không có kỳ gốc")."""
        return base(self, ma, scope, ky, without)

    def answer(self, ma: str, asked: Question) -> Total:
        """As `total`, of a question that says more."""
        if (ma, asked) not in self._totals:
            indicator = self.directory.chi_tieu[ma]
            work = derived if indicator.tinh_chat == "tinh" else reported
            self._totals[ma, asked] = work(self, indicator, asked)
        return self._totals[ma, asked]

    def due(self, indicator: ChiTieu, asked: Question) -> tuple[str, ...]:
        """Who should have reported, in the order of the register, those left out too."""
        if asked.units is not None:
            return asked.units
        about = (indicator.che_do_bao_cao, indicator.hieu_luc, indicator.nguoi_bao_cao)
        key = (about, asked.scopes or (asked.scope,), asked.ky)
        if key not in self._due:
            regime, reporters = self.figures.regime, self.directory.reporters
            period = regime.period(asked.ky)
            self._due[key] = reporters.due(regime, period, indicator, key[1]) if period else ()
        return self._due[key]

    def left_out(self, ky: Ky) -> Collection[str]:
        """The units that a document leaves out on purpose."""
        return self.accepted.get(ky, ())
