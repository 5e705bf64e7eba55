"""What a number is besides its digits: unit, decimals, how sure it is, and from where it was worked out.

A number that could not be read is never 0: it has no number, and neither has anything that is worked out from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from vanban.numerals import total

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
    """

    number: Decimal | None
    unit: str = ""
    decimals: int | None = None
    state: State = "chinh_thuc"
    inputs: tuple[int, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether there is a number that stands for everything it should: no blank was left out, nothing unread."""
        return self.number is not None and self.state != "chua_du"


def worst(amounts: Iterable[Amount]) -> State:
    """The state of what is worked out from `amounts`: that of the least sure one."""
    return max((amount.state for amount in amounts), key=_STATES.index, default="chinh_thuc")


def added(amounts: Iterable[Amount | None]) -> Amount | None:
    """The sum, exact to the last digit; None (a blank) is left out, and of blanks alone there is no sum.

    Without number where one of `amounts` has none. The unit is that of all of them, "" where they differ.
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
    return Amount(total(numbers), units.pop() if len(units) == 1 else "", None, state, inputs)
