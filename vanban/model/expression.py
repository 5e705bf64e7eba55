"""Sums between columns: "truoc_han + dung_han", "100 * dung_han / tiep_nhan".

Read by Python's own parser, of which only names, whole numbers, + - * / and brackets are let through.
"""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from vanban.numerals import LONGEST

Operator = Literal["+", "-", "*", "/"]
_OPERATORS: dict[type[ast.operator], Operator] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
# What a relation is written with; of numbers only digits, not what Python would also read ("0x10", "1_000").
_WRITTEN = re.compile(r"[\w\s.+*/()=-]*")
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


def parse_relation(text: str) -> tuple[str, Expression]:
    """The column left of "=", the expression right of it. ValueError, in words for the clerk, for anything else."""
    text = " ".join(text.split())
    left, equals, right = text.partition("=")
    try:
        if not equals or not _WRITTEN.fullmatch(text) or _ODD_NUMBER.search(text):
            raise SyntaxError
        if sum(map(text.count, "+-*/(")) > _MOST_SIGNS:
            raise ValueError
        cot, expression = _read(_parsed(left)), _read(_parsed(right))
    except (SyntaxError, ValueError):
        cot, expression = None, None
    if not isinstance(cot, Column) or cot.bang_bieu or expression is None:
        said = text if len(text) <= 60 else f"{text[:57]}…"
        raise ValueError(f"“{said}” không đọc được; viết như tiep_nhan = truoc_han + dung_han")
    return cot.cot, expression


def columns(expression: Expression) -> Iterator[Column]:
    """Every column that it names, left to right."""
    match expression:
        case Column():
            yield expression
        case Operation(left=left, right=right):
            yield from columns(left)
            yield from columns(right)


def evaluate(expression: Expression, values: Mapping[Column, Decimal]) -> Decimal:
    """Its value. Raises ZeroDivisionError for a division by zero."""
    match expression:
        case Column():
            return values[expression]
        case Constant(value):
            return value
        case Operation(operator, left, right):
            a, b = evaluate(left, values), evaluate(right, values)
            if operator == "/" and not b:
                raise ZeroDivisionError
            return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b}[operator]()


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
        case Operation(operator, left, right):
            return operator == "/" or divides(left) or divides(right)
    return False


def _is_constant(expression: Expression) -> bool:
    return not any(columns(expression))


def _degree(expression: Expression) -> int | None:
    """How many columns are multiplied by each other, less those that are divided by; None where summands differ."""
    match expression:
        case Operation("+" | "-", left, right):
            degrees = {_degree(left), _degree(right)}
            return degrees.pop() if len(degrees) == 1 else None
        case Operation(operator, left, right):
            a, b = _degree(left), _degree(right)
            return None if a is None or b is None else a + b if operator == "*" else a - b
    return int(isinstance(expression, Column))


def show(expression: Expression, name: Callable[[Column], str]) -> str:
    """As printed: "(4) + (5)", the columns as `name` calls them."""
    match expression:
        case Column():
            return name(expression)
        case Constant(value):
            return f"{value}"
        case Operation(operator, left, right):
            return f"{_bracketed(left, operator, name)} {_SHOWN[operator]} {_bracketed(right, operator, name, True)}"


def source(expression: Expression) -> str:
    """As it is written in YAML."""
    text = show(expression, lambda column: f"{column.bang_bieu}.{column.cot}" if column.bang_bieu else column.cot)
    return text.replace(" − ", " - ").replace(" × ", " * ").replace(" : ", " / ")


def _bracketed(
    side: Expression, operator: Operator, name: Callable[[Column], str], right: bool = False
) -> str:
    text = show(side, name)
    if not isinstance(side, Operation):
        return text
    looser = operator in "*/" and side.operator in "+-"
    against = right and (side.operator in "+-") == (operator in "+-")
    return f"({text})" if looser or against else text


def _parsed(text: str) -> ast.expr:
    return ast.parse(text.strip(), mode="eval").body


def _read(node: ast.expr) -> Expression:
    match node:
        case ast.Name(id=cot):
            return Column(cot)
        case ast.Attribute(value=ast.Name(id=bang_bieu), attr=cot):
            return Column(cot, bang_bieu)
        case ast.Constant(value=int(value)) if not isinstance(value, bool) and value < 10**LONGEST:
            return Constant(Decimal(value))
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
            return Operation(_OPERATORS[type(operator)], _read(left), _read(right))
    raise ValueError
