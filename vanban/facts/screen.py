"""What certainly agrees in a unit's file, proved at once, so that only the rest has to be looked at closely.

Nearly all figures are plain numbers that hold their relations exactly and add up over the periods. For that the numbers
as they were typed are enough. What is not proved here may still agree, within rounding or by figures that follow from
others; `relations` and the checks over periods decide that, and take a hundred times as long.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from vanban.facts.directory import Directory
from vanban.facts.periods import meant_of
from vanban.facts.pieces import Pieces
from vanban.facts.relations import Held
from vanban.facts.sums import EXACT
from vanban.facts.unit_figures import UnitFigures
from vanban.model.expression import DECIMALS, Column, Expression, columns, compiled, replaced
from vanban.model.formula import Comparison, Formula
from vanban.model.indicators import ChiTieu
from vanban.model.reporting import CheDoBaoCao, Ky
from vanban.model.so_lieu import Reported

# The numbers of a file by indicator; what has not come about counts as 0, as it does in a sum.
Numbers = Mapping[str, Decimal]
_Value = Callable[[Mapping[Column, Decimal]], Decimal]
# Whether the other periods of a unit bear out the number of an indicator.
_Agrees = Callable[[str, Decimal], bool]
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Said:
    """What one unit has reported.

    numbers  its numbers by period
    of       the indicators that it has said anything of, in whatever period and words
    """

    don_vi: str
    numbers: Mapping[Ky, Numbers]
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Expanded:
    """A relation down to what units report.

    left, right  functions from the values of the columns to those of the sides
    columns      all that it names
    alone        for each side of figures of the period itself what it names
    """

    held: Held
    left: _Value
    right: _Value
    columns: tuple[Column, ...]
    alone: tuple[frozenset[str], ...]


class Screen:
    """The relations and the periods of one regime, prepared once for the files of all units."""

    def __init__(self, directory: Directory, regime: CheDoBaoCao, held: Sequence[Held]) -> None:
        self._directory, self._regime = directory, regime
        self.pieces = Pieces(regime)
        self._relations = [_expanded(each, directory) for each in held]
        self._meant: dict[tuple[Column, Ky], Ky | None] = {}

    def said(self, figures: UnitFigures, don_vi: str) -> Said:
        """What a unit has reported, with every correction that `figures` knows."""
        readings = {each.ky: found for each in self._regime.ky_bao_cao if (found := figures.reading(don_vi, each.ky))}
        numbers = {ky: _numbers(each.gia_tri) for ky, each in readings.items()}
        return Said(don_vi, numbers, frozenset().union(*(each.gia_tri for each in readings.values())))

    def relations(self, said: Said, ky: Ky) -> Iterator[Held]:
        """Those that are not proved to hold in what the unit has reported for a period, nor to be nobody's."""
        with localcontext(prec=EXACT):
            doubtful = [
                each.held for each in self._relations
                if not any(side.isdisjoint(said.of) for side in each.alone) and not self._holds(each, said, ky)
            ]
        yield from doubtful

    def over_periods(self, said: Said, ky: Ky) -> Iterator[ChiTieu]:
        """The indicators whose figure is not proved to be what the unit's other periods make of it."""
        others = {each: numbers for each, numbers in said.numbers.items() if each != ky}
        if not others:
            return
        at_end = _is_stock_of([others[each] for each in self.pieces.ending_with(ky) if each in others])
        at_first = _is_stock_of([others[each] for each in self.pieces.beginning_with(ky) if each in others])
        agrees = {"phat_sinh": self._flows(ky, others), "dau_ky": at_first, "cuoi_ky": at_end, "thoi_diem": at_end}
        for ma, number in said.numbers.get(ky, {}).items():
            indicator = self._directory.chi_tieu.get(ma)
            if indicator and indicator.tinh_chat in agrees and not agrees[indicator.tinh_chat](ma, number):
                yield indicator

    def _flows(self, ky: Ky, others: Mapping[Ky, Numbers]) -> _Agrees:
        """Whether so much may have flowed into a period: no less than into one within it, and as much as the periods
        have that make it up."""
        beside = frozenset(each for each in self.pieces.beside(ky) if each in others)
        way = [(others[each], taken) for each, taken in self.pieces.way(ky, beside)]
        within = [others[each.ky] for each in self._regime.within(ky) if each.ky in others]

        def agrees(ma: str, number: Decimal) -> bool:
            if any(each.get(ma, number) > number for each in within):
                return False
            if any(ma not in each for each, _ in way):
                return False
            return not way or number == sum(-each[ma] if taken else each[ma] for each, taken in way)

        return agrees

    def _holds(self, each: _Expanded, said: Said, ky: Ky) -> bool:
        """Whether it holds in numbers that were all typed; it does where there is no period that it speaks of."""
        values = {}
        for column in each.columns:
            period = self._period(column, ky) if column.bang_bieu else ky
            if period is None:
                return True
            number = said.numbers.get(period, {}).get(column.cot)
            if number is None or column.bang_bieu and not self._was(said.don_vi, period):
                return False
            values[column] = number
        try:
            return _stands(each.left(values), each.held.equation.comparison, each.right(values))
        except ZeroDivisionError:
            return False

    def _period(self, column: Column, ky: Ky) -> Ky | None:
        """Which period a column speaks of in `ky`; None where the regime has none."""
        if (column, ky) not in self._meant:
            indicator = self._directory.chi_tieu[column.cot]
            period = meant_of(self._regime, ky, column.bang_bieu, indicator)
            self._meant[column, ky] = period.ky if period else None
        return self._meant[column, ky]

    def _was(self, don_vi: str, ky: Ky) -> bool:
        """Whether a unit was itself in a period that is called by name, and nothing else with it."""
        period = self._regime.period(ky)
        day = period.den_ngay if period else None
        return day is not None and self._directory.predecessors.on(don_vi, day) == (don_vi,)


def _numbers(figures: Mapping[str, Reported]) -> Numbers:
    return {
        ma: _ZERO if each.number is None else each.number
        for ma, each in figures.items() if each.number is not None or each.state == "khong_phat_sinh"
    }


def _is_stock_of(others: Sequence[Numbers]) -> _Agrees:
    """Whether a stock is the same in all `others`."""
    return lambda ma, number: all(each.get(ma, number) == number for each in others)


def _stands(left: Decimal, comparison: Comparison, right: Decimal) -> bool:
    return left == right or comparison == "<=" and left < right or comparison == ">=" and left > right


def _expanded(held: Held, directory: Directory) -> _Expanded:
    left, right = (_reported(side, directory) for side in (held.equation.left, held.equation.right))
    named = tuple(dict.fromkeys((*columns(left), *columns(right))))
    sides = (tuple(columns(side)) for side in (left, right))
    alone = tuple(frozenset(each.cot for each in side) for side in sides if side and not any(
        each.bang_bieu for each in side))
    return _Expanded(held, compiled(left, DECIMALS), compiled(right, DECIMALS), named, alone)


def _reported(formula: Formula, directory: Directory) -> Expression:
    """A formula of what is derived as one of what units report."""
    def put(column: Column) -> Expression:
        inner = directory.formulas.sound.get(column.cot)
        return _reported(inner, directory) if inner and not column.bang_bieu else column

    return replaced(formula.expression, put)
