"""The totals of every reporting regime, as one set of documents may ask for them: as of its day, without the reports
that it is issued without.

Files are read when a figure of their period is first asked for. Which periods were asked for is remembered: their files
are what a document rests on.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from vanban.facts.directory import Directory
from vanban.facts.roll_up import RollUp
from vanban.facts.unit_figures import UnitFigures
from vanban.model.reporting import CheDoBaoCao, Ky
from vanban.model.so_lieu import SoLieu

# What was reported for a period of a regime, one file for each unit.
Load = Callable[[str, Ky], Iterable[SoLieu]]


def _nothing(che_do: str, ky: Ky) -> Iterable[SoLieu]:
    return ()


@dataclass(slots=True)
class Regimes:
    """The regimes by id.

    day       as of which figures are read; None: with every correction
    accepted  by regime and period the units that the set is issued without
    """

    directory: Directory
    known: Mapping[str, CheDoBaoCao]
    load: Load = _nothing
    day: date | None = None
    accepted: Mapping[str, Mapping[Ky, frozenset[str]]] = field(default_factory=dict)
    _roll_ups: dict[str, RollUp] = field(default_factory=dict, repr=False)
    _files: dict[tuple[str, Ky], dict[str, SoLieu]] = field(default_factory=dict, repr=False)

    def of(self, che_do: str) -> RollUp | None:
        """The totals of a regime; None where there is no such regime."""
        if (regime := self.known.get(che_do)) is None:
            return None
        if che_do not in self._roll_ups:
            figures = UnitFigures(regime, lambda don_vi, ky: self._file(che_do, don_vi, ky), self.day)
            self._roll_ups[che_do] = RollUp(self.directory, figures, self.accepted.get(che_do, {}))
        return self._roll_ups[che_do]

    @property
    def asked(self) -> tuple[tuple[str, Ky], ...]:
        """The regimes and periods of which files were looked for."""
        return tuple(self._files)

    def _file(self, che_do: str, don_vi: str, ky: Ky) -> SoLieu | None:
        if (che_do, ky) not in self._files:
            self._files[che_do, ky] = {each.co_quan: each for each in self.load(che_do, ky)}
        return self._files[che_do, ky].get(don_vi)
