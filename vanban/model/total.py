"""A figure of a unit or of many together, with all that it rests on: what is printed, explained and kept of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from vanban.model.formula import Formula, Term
from vanban.model.reporting import Ky
from vanban.model.so_lieu import Reported
from vanban.model.value import Amount, State, worst


class Input(NamedTuple):
    """One reported figure that went into a total.

    tep      the file it stands in; the line is that of `reported`
    version  the day of the correction that it comes from, else of the report; None where the file does not say
    taken    whether it is taken away, as quý I is from six months to give quý II
    """

    don_vi: str
    ma: str
    ky: Ky
    tep: str
    reported: Reported
    version: date | None
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """The figure of an indicator for a body or a group, in a period, as it was known on a day.

    A body that reports it was either used, or is `missing` (not reported, or "chưa có"), `outside` (không thuộc thẩm
    quyền), `refused` (typed, and not read) or `accepted` (left out on purpose). Together these are all of `reporters`.

    ky         the period; as_of: the day as of which it was read, None: with every correction
    amount     the figure; without number where nothing was reported, where something was refused, and where there is
               no total: see `is_blank`
    refused    what was typed and could not be read; as long as there is one, there is no number
    inputs     what was reported and went in; of a derived figure the inputs are those of `parts`
    formula    of a derived figure; parts: what its terms are worth, in the order of the formula. They are taken over
               the units alone that have all of them
    differing  the units that say otherwise than the others of what is the same everywhere (`chung`)
    elsewhere  of a formula that asks for other periods (`ma@ky`): who of the missing lacks one of these, by period
    is_blank   whether there cannot be a total: ranks, scores and signs of several units
    """

    ma: str
    don_vi: str
    ky: Ky
    amount: Amount
    reporters: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    refused: tuple[Input, ...] = ()
    inputs: tuple[Input, ...] = ()
    formula: Formula | None = None
    parts: tuple[tuple[Term, "Total"], ...] = ()
    differing: tuple[str, ...] = ()
    elsewhere: tuple[tuple[Ky, tuple[str, ...]], ...] = ()
    is_blank: bool = False
    as_of: date | None = None

    @property
    def n(self) -> int:
        """How many have reported it."""
        return len(self.used)

    @property
    def m(self) -> int:
        """How many should have."""
        return len(self.reporters) - len(self.outside)

    @property
    def sureness(self) -> State:
        """How sure the least sure of what went in is, also where reports are missing."""
        return worst(Amount(None, state=each.reported.state) for each in self.all_inputs
                     if each.reported.number is not None)

    @property
    def missing_by_period(self) -> Iterator[tuple[Ky, tuple[str, ...]]]:
        """Who is missing, in the period whose report is."""
        others = {unit for _, units in self.elsewhere for unit in units}
        if own := tuple(unit for unit in self.missing if unit not in others):
            yield self.ky, own
        yield from self.elsewhere

    @property
    def is_left_out(self) -> bool:
        """Whether all whose figure it would be are left out on purpose: there is none, and nobody waits for one."""
        return bool(self.accepted) and not (self.used or self.missing or self.refused)

    @property
    def absent(self) -> tuple[str, ...]:
        """Who is missing, and who was left out on purpose."""
        return (*self.missing, *self.accepted)

    @property
    def all_inputs(self) -> Iterator[Input]:
        """Its own and those of its parts, each once, those first that come first in the formula."""
        seen: dict[Input, None] = dict.fromkeys(self.inputs)
        for _, part in self.parts:
            seen.update(dict.fromkeys(part.all_inputs))
        return iter(seen)
