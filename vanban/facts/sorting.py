"""The units that are due, sorted by what they have said."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from vanban.facts.unit_figures import Figure
from vanban.model.reporting import Ky
from vanban.model.total import Input
from vanban.model.value import Amount, State, worst


@dataclass(frozen=True, slots=True)
class Sorted:
    """Who is due; each has been used, or is in one of the lists."""

    due: tuple[str, ...]
    used: dict[str, Figure] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    refused: list[Input] = field(default_factory=list)

    @property
    def numbers(self) -> list[Figure]:
        """The figures that have one, of those that were used."""
        return [figure for figure in self.used.values() if figure.number is not None]

    @property
    def inputs(self) -> tuple[Input, ...]:
        return tuple(each for figure in self.used.values() for each in figure.inputs)

    @property
    def state(self) -> State:
        """That of what the figures come to: nothing has come about only where all that were used have said so. Of how
        many units that is stands beside it, as it does beside a number."""
        if self.refused:
            return "khong_doc_duoc"
        if known := {figure.state for figure in self.numbers}:
            return "chua_du" if self.missing else worst(Amount(None, state=each) for each in known)
        if self.used:
            return worst(Amount(None, state=figure.state) for figure in self.used.values())
        return "khong_thuoc_tham_quyen" if self.outside and not self.missing else "chua_co"


def _nobody(ky: Ky) -> Collection[str]:
    return ()


def sort_out(
    due: tuple[str, ...], accepted: Collection[str], figure: Callable[[str], Figure | None],
    left_out: Callable[[Ky], Collection[str]] = _nobody,
) -> Sorted:
    """`figure` gives what a unit has said. Those in `accepted` are not looked at; nor is what follows from a period in
    which the unit is `left_out`."""
    found = Sorted(due)
    for don_vi in due:
        said = None if don_vi in accepted else figure(don_vi)
        if don_vi in accepted or said and any(don_vi in left_out(each.ky) for each in said.inputs):
            found.accepted.append(don_vi)
        elif said is None or said.state == "chua_co":
            found.missing.append(don_vi)
        elif said.state == "khong_thuoc_tham_quyen":
            found.outside.append(don_vi)
        elif said.state == "khong_doc_duoc":
            found.refused.extend(each for each in said.inputs if each.reported.state == "khong_doc_duoc")
        else:
            found.used[don_vi] = said
    return found
