"""Where a unit stands among others by an indicator."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from vanban.facts.question import Answers, Question
from vanban.facts.reporters import Scope
from vanban.model.reporting import Ky
from vanban.model.total import Input, Total


@dataclass(frozen=True, slots=True)
class Ranking:
    """The units of a group by an indicator, as printed: those with the same printed figure share a place, and the
    places behind them stay empty (1, 2, 2, 4).

    places   from 1, of the units that have a number
    totals   the figures they are ranked by, of all units of the group
    refused  what could not be read: while there is one, no place is sure
    """

    places: Mapping[str, int]
    totals: Mapping[str, Total]
    refused: tuple[Input, ...]

    @property
    def of(self) -> int:
        """Of how many a place is one."""
        return len(self.places)


def ranking(answers: Answers, ma: str, group: str, ky: Ky) -> Ranking:
    """The ranking of the members of a group, or of a body and all that report through it. The highest is first; of
    ranks (`thu_hang`) the lowest."""
    indicator = answers.directory.chi_tieu[ma]
    due = answers.due(indicator, Question(Scope(group), ky))
    own = {don_vi: answers.answer(ma, Question(Scope(don_vi, True), ky)) for don_vi in due}
    totals = {don_vi: total for don_vi, total in own.items() if total.reporters}
    numbers = {
        don_vi: number.copy_negate() if indicator.tinh_chat == "thu_hang" else number
        for don_vi, total in totals.items() if (number := total.amount.printed) is not None
    }
    first: dict[Decimal, int] = {}
    for place, number in enumerate(sorted(numbers.values(), reverse=True), 1):
        first.setdefault(number, place)
    places = {don_vi: first[number] for don_vi, number in numbers.items()}
    return Ranking(places, totals, tuple(each for total in totals.values() for each in total.refused))
