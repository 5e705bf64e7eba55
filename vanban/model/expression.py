"""Sums between columns: "truoc_han + dung_han", "100 * dung_han / tiep_nhan".

Read by Python's own parser, of which only names, whole numbers, + - * / and brackets are let through.
"""

import ast
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from vanban.numerals import LONGEST

Operator = Literal["+", "-", "*", "/"]
_OPERATORS: dict[type[ast.operator], Operator] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
# What a relation is written with; of numbers only digits, not what Python would also read ("0x10", "1_000").
_WRITTEN = re.compile(r"[\w\s.+*/()-]*")
_ODD_NUMBER = re.compile(r"\b\d+[^\W\d]")
# More signs than any table of figures asks for; below it nothing is too deep and no value too long.
_MOST_SIGNS = 50
_SHOWN: dict[Operator, str] = {"+": "+", "-": "−", "*": "×", "/": ":"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column, of another table where `bang_bieu` names it."""

    cot: str
    bang_bieu: str = ""


@dataclass(frozen=True, slots=True)
class Constant:
    value: Decimal


@dataclass(frozen=True, slots=True)
class Operation:
    operator: Operator
    left: "Expression"
    right: "Expression"


Expression = Column | Constant | Operation
N = TypeVar("N")


def parse_relation(text: str) -> tuple[str, Expression]:
    """The column left of "=", the expression right of it. ValueError, in words for the clerk, for anything else."""
    text = " ".join(text.split())
    left, equals, right = text.partition("=")
    try:
        if not equals or has_too_many_signs(text):
            raise ValueError
        cot, expression = parse_expression(left), parse_expression(right)
    except ValueError:
        cot, expression = None, None
    if not isinstance(cot, Column) or cot.bang_bieu or expression is None:
        raise ValueError(f"“{cut(text)}” không đọc được; viết như tiep_nhan = truoc_han + dung_han")
    return cot.cot, expression


def parse_expression(text: str) -> Expression:
    """The expression that `text` says. ValueError, without words, for anything else."""
    if not _WRITTEN.fullmatch(text) or _ODD_NUMBER.search(text) or has_too_many_signs(text):
        raise ValueError
    try:
        return _read(ast.parse(text.strip(), mode="eval").body)
    except SyntaxError:
        raise ValueError from None


def has_too_many_signs(text: str) -> bool:
    return sum(map(text.count, "+-*/(")) > _MOST_SIGNS


def cut(text: str) -> str:
    """What was typed, as a message repeats it."""
    return text if len(text) <= 60 else f"{text[:57]}…"


def columns(expression: Expression) -> Iterator[Column]:
    """Every column that it names, left to right."""
    match expression:
        case Column():
            yield expression
        case Operation(left=left, right=right):
            yield from columns(left)
            yield from columns(right)


def replaced(expression: Expression, put: Callable[[Column], Expression]) -> Expression:
    """The same with what `put` gives in place of each column."""
    match expression:
        case Column():
            return put(expression)
        case Operation(sign, left, right):
            return Operation(sign, replaced(left, put), replaced(right, put))
    return expression


@dataclass(frozen=True, slots=True)
class Arithmetic(Generic[N]):
    """What is calculated with: `read` makes a number of a constant, `works` are the four operations."""

    read: Callable[[Decimal], N]
    works: Mapping[Operator, Callable[[N, N], N]]


def _divided(a: Decimal, b: Decimal) -> Decimal:
    if not b:
        raise ZeroDivisionError
    return a / b


# As exact as the context in which it is done.
DECIMALS: Arithmetic[Decimal] = Arithmetic(
    lambda value: value, {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": _divided}
)


def evaluate(expression: Expression, values: Mapping[Column, Decimal]) -> Decimal:
    """Its value. Raises ZeroDivisionError for a division by zero."""
    return compiled(expression, DECIMALS)(values)


def compiled(expression: Expression, arithmetic: Arithmetic[N]) -> Callable[[Mapping[Column, N]], N]:
    """A function that gives its value again and again: the tree is walked once."""
    match expression:
        case Column():
            return operator.itemgetter(expression)
        case Constant(value):
            constant = arithmetic.read(value)
            return lambda values: constant
        case Operation(sign, left, right):
            work, a, b = arithmetic.works[sign], compiled(left, arithmetic), compiled(right, arithmetic)
            return lambda values: work(a(values), b(values))


def adds_up(expression: Expression) -> bool:
    """Whether it gives of sums the sum of what it gives of the parts: a + b, a - b / 2; not a * b, not a + 2."""
    match expression:
        case Operation("+" | "-", left, right):
            return adds_up(left) and adds_up(right)
        case Operation("*", left, right):
            return _is_constant(left) and adds_up(right) or _is_constant(right) and adds_up(left)
        case Operation("/", left, right):
            return adds_up(left) and _is_constant(right)
    return isinstance(expression, Column)


def is_rate(expression: Expression) -> bool:
    """Whether it sets columns into proportion, so that of sums it is worked out anew: 100 * a / (a + b), a / b - 1."""
    return any(columns(expression)) and _degree(expression) == 0


def divides(expression: Expression) -> bool:
    """Whether it may give decimals that its columns do not have."""
    match expression:
        case Operation(sign, left, right):
            return sign == "/" or divides(left) or divides(right)
    return False


def _is_constant(expression: Expression) -> bool:
    return not any(columns(expression))


def _degree(expression: Expression) -> int | None:
    """How many columns are multiplied by each other, less those that are divided by; None where summands differ."""
    match expression:
        case Operation("+" | "-", left, right):
            degrees = {_degree(left), _degree(right)}
            return degrees.pop() if len(degrees) == 1 else None
        case Operation(sign, left, right):
            a, b = _degree(left), _degree(right)
            return None if a is None or b is None else a + b if sign == "*" else a - b
    return int(isinstance(expression, Column))


def show(expression: Expression, name: Callable[[Column], str]) -> str:
    """As printed: "(4) + (5)", the columns as `name` calls them."""
    match expression:
        case Column():
            return name(expression)
        case Constant(value):
            return f"{value}"
        case Operation(sign, left, right):
            return f"{_bracketed(left, sign, name)} {_SHOWN[sign]} {_bracketed(right, sign, name, True)}"


def source(expression: Expression) -> str:
    """As it is written in YAML."""
    text = show(expression, lambda column: f"{column.bang_bieu}.{column.cot}" if column.bang_bieu else column.cot)
    return text.replace(" − ", " - ").replace(" × ", " * ").replace(" : ", " / ")


def _bracketed(
    side: Expression, sign: Operator, name: Callable[[Column], str], right: bool = False
) -> str:
    text = show(side, name)
    if not isinstance(side, Operation):
        return text
    looser = sign in "*/" and side.operator in "+-"
    against = right and (side.operator in "+-") == (sign in "+-")
    return f"({text})" if looser or against else text


def _read(node: ast.expr) -> Expression:
    match node:
        case ast.Name(id=cot):
            return Column(cot)
        case ast.Attribute(value=ast.Name(id=bang_bieu), attr=cot):
            return Column(cot, bang_bieu)
        case ast.Constant(value=int(value)) if not isinstance(value, bool) and value < 10**LONGEST:
            return Constant(Decimal(value))
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
            return Operation(_OPERATORS[type(sign)], _read(left), _read(right))
    raise ValueError
