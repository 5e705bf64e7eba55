"""What a number is besides its digits: unit, decimals, how sure it is, and from where it was worked out.

A number that could not be read is never 0: it has no number, and neither has anything that is worked out from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, get_args

from vanban.numerals import rounded, total

# From the surest to the one that takes away the others' worth. So far cells, targets and totals are official, added up
# over blanks, still asked for, or not read; the states of reported figures come with their registers.
State = Literal[
    "chinh_thuc", "so_bo", "uoc", "khong_phat_sinh", "khong_thuoc_tham_quyen", "chua_du", "chua_co", "khong_doc_duoc"
]
_STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure.

    number    None where there is none, for the reason that `state` gives
    unit      as it is printed behind the number: "%", "hồ sơ"; "" for a bare number
    decimals  how many are printed; None: as many as the number has
    state     chua_du: a sum that leaves out blanks; chua_co: still asked for; khong_doc_duoc: refused when it was read
    inputs    origins of what it was worked out from; of a typed number its own
    of_cells  of a sum: what its cells add up to as they are printed, where one of them is printed rounded
    """

    number: Decimal | None
    unit: str = ""
    decimals: int | None = None
    state: State = "chinh_thuc"
    inputs: tuple[int, ...] = ()
    of_cells: Decimal | None = None

    @property
    def printed(self) -> Decimal | None:
        """The number that is printed; it is rounded once, and everything else is worked out from the exact one."""
        return self.number if self.number is None or self.decimals is None else rounded(self.number, self.decimals)

    @property
    def on_paper(self) -> Decimal | None:
        """The number that a reader finds: of a sum that is not printed itself what the cells below it add up to."""
        return self.printed if self.of_cells is None else self.of_cells

    @property
    def places(self) -> int:
        """How many decimals are printed."""
        return _places(self.number or Decimal(0)) if self.decimals is None else self.decimals

    @property
    def is_whole(self) -> bool:
        """Whether there is a number that stands for everything it should: no blank was left out, nothing unread."""
        return self.number is not None and self.state != "chua_du"


def worst(amounts: Iterable[Amount]) -> State:
    """The state of what is worked out from `amounts`: that of the least sure one."""
    return max((amount.state for amount in amounts), key=_STATES.index, default="chinh_thuc")


def added(amounts: Iterable[Amount | None]) -> Amount | None:
    """The sum, exact to the last digit; None (a blank) is left out, and of blanks alone there is no sum.

    Without number where one of `amounts` has none. The unit is that of all of them, "" where they differ. Where one is
    printed rounded, the sum prints as many decimals as the one with most.
    """
    given = list(amounts)
    there = [amount for amount in given if amount is not None]
    if not there:
        return None
    inputs = tuple(origin for amount in there for origin in amount.inputs)
    numbers = [amount.number for amount in there if amount.number is not None]
    if len(numbers) < len(there):
        return Amount(None, state=worst(there), inputs=inputs)
    units = {amount.unit for amount in there}
    state = worst(there) if len(there) == len(given) else "chua_du"
    exact = Amount(total(numbers), units.pop() if len(units) == 1 else "", None, state, inputs)
    if all(amount.decimals is None for amount in there):
        return exact
    cells = total(amount.on_paper for amount in there if amount.on_paper is not None)
    return replace(exact, decimals=max(amount.places for amount in there), of_cells=cells)


def _places(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))
