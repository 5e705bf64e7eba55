"""Formulas over indicators: "100 * (hs_truoc_han + hs_dung_han) / hs_da_giai_quyet", and equations between them.

`ma@ky` is the indicator in another period than the one that is asked for: @ky_truoc, @cung_ky, @quy_1_2024. Read,
worked out and shown by `expression`, which sees in `ma@ky` the column `ma` of a table `ky`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from vanban.model.expression import (
    DECIMALS,
    Arithmetic,
    Column,
    Expression,
    N,
    columns,
    compiled,
    cut,
    has_too_many_signs,
    parse_expression,
    show,
    source,
)

Comparison = Literal["=", "<=", ">="]
_IN_PERIOD = re.compile(r"\b([a-z]\w*) ?@ ?([a-z]\w*)")
_COMPARISON = re.compile(r"<=|>=|=")
_LIKE = "viết như 100 * (hs_truoc_han + hs_dung_han) / hs_da_giai_quyet"
_EQUAL_LIKE = "viết như hs_tiep_nhan = hs_ky_truoc + hs_moi, hoặc phieu_hop_le <= phieu_thu_ve"


class Term(NamedTuple):
    """An indicator in a formula, in the period that is asked for, or in `ky` as it was typed: "ky_truoc"."""

    ma: str
    ky: str = ""

    @property
    def written(self) -> str:
        return f"{self.ma}@{self.ky}" if self.ky else self.ma


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula. `terms` are what it names, left to right, each once; in this order their values are given."""

    expression: Expression
    terms: tuple[Term, ...]

    def worked_by(self, arithmetic: Arithmetic[N]) -> Callable[[Sequence[N]], N]:
        """A function from the values of `terms` to its own; to be made once and called often."""
        named = [Column(*term) for term in self.terms]
        work = compiled(self.expression, arithmetic)
        return lambda values: work(dict(zip(named, values, strict=True)))

    def value(self, values: Sequence[Decimal]) -> Decimal:
        """Its value. Raises ZeroDivisionError for a division by zero."""
        return self.worked_by(DECIMALS)(values)

    def shown(self, name: Callable[[Term], str]) -> str:
        """As printed, the indicators as `name` calls them."""
        return show(self.expression, lambda column: name(Term(column.cot, column.bang_bieu)))

    @property
    def written(self) -> str:
        """As it is typed."""
        return re.sub(r"\b([a-z]\w*)\.(\w+)", r"\2@\1", source(self.expression))


@dataclass(frozen=True, slots=True)
class Equation:
    """Two formulas and how they stand to each other."""

    left: Formula
    comparison: Comparison
    right: Formula

    @property
    def terms(self) -> tuple[Term, ...]:
        """What it names, each once."""
        return tuple(dict.fromkeys((*self.left.terms, *self.right.terms)))


def parse_formula(text: str) -> Formula:
    """The formula that `text` says. ValueError, in words for the clerk, for anything else."""
    return _formula(text, text, _LIKE)


def parse_equation(text: str) -> Equation:
    """The equation that `text` says: "a = b + c", "a <= b", "a >= b@ky_truoc". ValueError as `parse_formula`."""
    signs = _COMPARISON.findall(text)
    if len(signs) != 1 or has_too_many_signs(text):
        raise ValueError(f"“{cut(text)}” không đọc được; {_EQUAL_LIKE}")
    left, right = (_formula(side, text, _EQUAL_LIKE, bare=True) for side in _COMPARISON.split(text))
    if not left.terms and not right.terms:
        raise ValueError(f"“{cut(text)}” không có chỉ tiêu nào; {_EQUAL_LIKE}")
    return Equation(left, signs[0], right)


def added_to(formula: Formula, term: Term) -> Formula:
    """The sum of both."""
    return parse_formula(f"{formula.written} + {term.written}")


def _formula(text: str, whole: str, like: str, *, bare: bool = False) -> Formula:
    """`bare`: it may be a number alone."""
    said = " ".join(text.split())
    try:
        if "." in said:
            raise ValueError
        expression = parse_expression(_IN_PERIOD.sub(r"\2.\1", said))
    except ValueError:
        raise ValueError(f"“{cut(' '.join(whole.split()))}” không đọc được; {like}") from None
    terms = _terms(columns(expression))
    if not terms and not bare:
        raise ValueError(f"“{cut(said)}” không có chỉ tiêu nào; {like}")
    return Formula(expression, terms)


def _terms(named: Iterable[Column]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(Term(column.cot, column.bang_bieu) for column in named))
