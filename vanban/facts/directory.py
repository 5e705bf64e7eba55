"""What the engine asks of the registers, indexed once for all regimes, days and documents."""

from collections.abc import Mapping
from dataclasses import dataclass

from vanban.facts.formulas import Formulas
from vanban.facts.predecessors import Predecessors
from vanban.facts.reporters import Reporters
from vanban.model.indicators import ChiTieu
from vanban.model.registers import Registers


@dataclass(frozen=True, slots=True)
class Directory:
    """Indicators and their formulas, who reports and who was there before."""

    chi_tieu: Mapping[str, ChiTieu]
    formulas: Formulas
    reporters: Reporters
    predecessors: Predecessors

    def is_of(self, ma: str, che_do: str) -> bool:
        """Whether an indicator of the register is reported in a regime; one that is worked out, whether all that its
        formula names is."""
        formula = self.formulas.sound.get(ma)
        terms = [term.ma for term in formula.terms] if formula else []
        return self.chi_tieu[ma].is_of(che_do) and all(self.is_of(each, che_do) for each in terms)


def directory_of(registers: Registers) -> Directory:
    """It goes through all entries, so registers that remember what they were asked for would remember all."""
    return Directory(
        registers.chi_tieu, Formulas(registers.chi_tieu), Reporters(registers), Predecessors(registers.co_quan),
    )
