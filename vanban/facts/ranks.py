"""Where a unit stands among others by an indicator."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from vanban.facts.question import Answers, Question
from vanban.facts.reporters import Scope
from vanban.model.reporting import Ky
from vanban.model.total import Input, Total
from vanban.model.value import worst


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

    def of_unit(self, don_vi: str) -> Total:
        """The figure of a unit, with all that its place rests on: whom the others are, who is missing among them."""
        own, all_ = self.totals[don_vi], self.totals.values()
        known = worst(each.amount for each in all_ if each.amount.number is not None)
        amount = replace(own.amount, number=None, state="khong_doc_duoc") if self.refused else own.amount
        if amount.number is not None:
            amount = replace(amount, state=known)
        inputs = dict.fromkeys(each for total in all_ for each in total.all_inputs)
        return replace(
            own, amount=amount, reporters=_joined(each.reporters for each in all_), used=tuple(self.places),
            missing=_joined(each.missing for each in all_), outside=_joined(each.outside for each in all_),
            accepted=_joined(each.accepted for each in all_), refused=self.refused, inputs=tuple(inputs),
        )


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


def _joined(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for each in lists for unit in each))
