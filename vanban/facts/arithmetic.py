"""Two ways to calculate besides exact numbers: leaving out what is nobody's business, and within bounds of rounding."""

from decimal import Decimal
from typing import NamedTuple

from vanban.model.expression import DECIMALS, Arithmetic, N


class Bounds(NamedTuple):
    """What a number lies between, both counted, where it may have been rounded."""

    low: Decimal
    high: Decimal


def _added(a: Bounds, b: Bounds) -> Bounds:
    return Bounds(a.low + b.low, a.high + b.high)


def _taken(a: Bounds, b: Bounds) -> Bounds:
    return Bounds(a.low - b.high, a.high - b.low)


def _multiplied(a: Bounds, b: Bounds) -> Bounds:
    corners = [one * other for one in a for other in b]
    return Bounds(min(corners), max(corners))


def _divided(a: Bounds, b: Bounds) -> Bounds:
    if b.low <= 0 <= b.high:
        raise ZeroDivisionError
    corners = [one / other for one in a for other in b]
    return Bounds(min(corners), max(corners))


def leaving_out(plain: Arithmetic[N]) -> Arithmetic[N | None]:
    """`plain`, with None for what is nobody's business: a summand less, but no share without its whole."""
    nothing = plain.read(Decimal(0))

    def plus(a: N | None, b: N | None) -> N | None:
        return b if a is None else a if b is None else plain.works["+"](a, b)

    def minus(a: N | None, b: N | None) -> N | None:
        return a if b is None else plain.works["-"](nothing if a is None else a, b)

    def times(a: N | None, b: N | None) -> N | None:
        return None if a is None or b is None else plain.works["*"](a, b)

    def by(a: N | None, b: N | None) -> N | None:
        return None if a is None or b is None else plain.works["/"](a, b)

    return Arithmetic(plain.read, {"+": plus, "-": minus, "*": times, "/": by})


LEAVING_OUT: Arithmetic[Decimal | None] = leaving_out(DECIMALS)
# Raises ZeroDivisionError where the divisor may be 0.
BOUNDS: Arithmetic[Bounds | None] = leaving_out(Arithmetic(
    lambda value: Bounds(value, value), {"+": _added, "-": _taken, "*": _multiplied, "/": _divided}
))
