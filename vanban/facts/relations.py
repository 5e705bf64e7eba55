"""Which relations between indicators do not hold in the figures of a unit, or in a total.

Judged are only those of which every part is known. What may have been rounded before it was reported, amounts of money,
areas and shares, is judged within the bounds of that rounding; what is counted is exact.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from vanban.facts.arithmetic import BOUNDS, LEAVING_OUT, Bounds
from vanban.facts.derived import part
from vanban.facts.formulas import Work
from vanban.facts.question import Answers, Question
from vanban.facts.reporters import Scope
from vanban.facts.sums import EXACT
from vanban.model.formula import Equation, Formula, Term, added_to, parse_equation
from vanban.model.indicators import ChiTieu, QuanHeChiTieu
from vanban.model.reporting import Ky
from vanban.model.total import Total
from vanban.model.value import State

# What is measured and so may have been rounded to whole numbers too; everything else without decimals is counted.
_MEASURED = frozenset({"%", "ha", "km", "m", "m2", "m²", "km2", "km²", "tấn", "tạ", "kg", "lít", "giờ"})
# What a part is known to be without a number.
_NOTHING: frozenset[State] = frozenset({"khong_phat_sinh", "khong_thuoc_tham_quyen"})
# More than what divisions leave over, less than anybody reports.
_DUST = Decimal(1).scaleb(-EXACT // 2)


@dataclass(frozen=True, slots=True)
class Broken:
    """A relation that does not hold.

    left, right  what its sides are worth, exact, what may be left over (`con_lai`) on the right
    parts        what its terms are worth
    """

    relation: QuanHeChiTieu
    equation: Equation
    don_vi: str
    ky: Ky
    left: Decimal
    right: Decimal
    parts: tuple[tuple[Term, Total], ...]

    @property
    def difference(self) -> Decimal:
        """How much the left side is more."""
        return self.left - self.right


@dataclass(frozen=True, slots=True)
class Held:
    """A relation, read; what may be left over stands on the right.

    left, right  functions from the values of the terms of each side to its value
    """

    relation: QuanHeChiTieu
    equation: Equation
    left: Work
    right: Work


def read_relations(relations: Mapping[str, QuanHeChiTieu], indicators: Mapping[str, ChiTieu]) -> tuple[Held, ...]:
    """The relations that can be held to figures. Those that cannot be read, or name what is not there, are left out:
    the check of the registers tells of them."""
    return tuple(held for relation in relations.values() if (held := _read(relation, indicators)))


def broken(answers: Answers, held: Held, scope: Scope, ky: Ky) -> Broken | None:
    """The relation as it does not hold for `scope` in a period; None where it holds, or cannot be judged."""
    equation, asked = held.equation, Question(scope, ky)
    parts = {term: part(answers, term, asked) for term in equation.terms}
    if not all(_is_known(each) or _is_no_remainder(held, term, each) for term, each in parts.items()):
        return None
    exact = {term: Decimal(0) if each.amount.state == "khong_phat_sinh" else each.amount.number
             for term, each in parts.items()}
    try:
        with localcontext(prec=EXACT):
            left = held.left([exact[term] for term in equation.left.terms])
            right = held.right([exact[term] for term in equation.right.terms])
            if left is None or right is None or _stands(Bounds(left, left), equation, Bounds(right, right)):
                return None
            low, high = (_bounds(answers, side, parts) for side in (equation.left, equation.right))
            if low is None or high is None or _stands(low, equation, high):
                return None
    except ZeroDivisionError:
        return None
    return Broken(held.relation, equation, scope.don_vi, ky, left, right, tuple(parts.items()))


def _read(relation: QuanHeChiTieu, indicators: Mapping[str, ChiTieu]) -> Held | None:
    try:
        equation = parse_equation(relation.dang_thuc)
    except ValueError:
        return None
    if relation.con_lai:
        equation = replace(equation, right=added_to(equation.right, Term(relation.con_lai)))
    if any(term.ma not in indicators for term in equation.terms):
        return None
    return Held(relation, equation, equation.left.worked_by(LEAVING_OUT), equation.right.worked_by(LEAVING_OUT))


def _is_known(total: Total) -> bool:
    """Whether it is the figure of all who are due."""
    state = total.amount.state
    return state in _NOTHING and not total.missing if total.amount.number is None else state != "chua_du"


def _is_no_remainder(held: Held, term: Term, total: Total) -> bool:
    """Whether it is what may be left over, which nobody here is asked for."""
    return term == Term(held.relation.con_lai) and not total.reporters


def _stands(left: Bounds, equation: Equation, right: Bounds) -> bool:
    """Whether it can hold for numbers within these bounds."""
    may_be_less = equation.comparison == "<=" or right.low <= left.high + _DUST
    may_be_more = equation.comparison == ">=" or left.low <= right.high + _DUST
    return may_be_less and may_be_more


def _bounds(answers: Answers, formula: Formula, parts: Mapping[Term, Total]) -> Bounds | None:
    return formula.worked_by(BOUNDS)([_bounds_of(answers, parts[term]) for term in formula.terms])


def _bounds_of(answers: Answers, total: Total) -> Bounds | None:
    """What a figure may have been before it was rounded, once for each report that it is made of."""
    if total.formula:
        return _bounds(answers, total.formula, dict(total.parts))
    if (number := total.amount.number) is None:
        return Bounds(Decimal(0), Decimal(0)) if total.amount.state == "khong_phat_sinh" else None
    slack = rounding(answers.directory.chi_tieu[total.ma], number) * len(total.inputs)
    return Bounds(number - slack, number + slack)


def rounding(indicator: ChiTieu, number: Decimal) -> Decimal:
    """By how much one report may have been rounded; 0 of what is counted."""
    places = max(indicator.so_le, -int(number.as_tuple().exponent))
    is_money = indicator.don_vi_tinh.endswith(" đồng")
    if indicator.so_le == 0 and not is_money and indicator.don_vi_tinh not in _MEASURED:
        return Decimal(0)
    return Decimal(1).scaleb(-places) / 2
