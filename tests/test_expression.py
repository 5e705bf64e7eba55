"""Sums between columns: what is read, what it is worth, how it is shown."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.expression import (
    Column,
    Constant,
    Expression,
    Operation,
    adds_up,
    columns,
    evaluate,
    is_rate,
    parse_relation,
    show,
    source,
)


def right_of(text: str) -> Expression:
    """The expression of "x = text"."""
    return parse_relation(f"x = {text}")[1]


def value(text: str, **values: str) -> Decimal:
    return evaluate(right_of(text), {Column(name): Decimal(number) for name, number in values.items()})


@pytest.mark.parametrize(("text", "worth"), [
    ("a + b * c", "14"), ("(a + b) * c", "20"), ("a - b - c", "-5"), ("a - (b - c)", "3"), ("c / a / 4", "0.5"),
    ("c / (a / 4)", "8"), ("100 * a / c", "50"), ("a + a", "4"), ("7", "7"),
])
def it_computes_in_the_order_of_arithmetic(text: str, worth: str) -> None:
    assert value(text, a="2", b="3", c="4") == Decimal(worth)


def it_computes_in_tenths_exactly() -> None:
    assert value("a + b", a="0.1", b="0.2") == Decimal("0.3")


def it_says_that_nothing_can_be_divided_by_zero() -> None:
    for below in ("0", "0.0", "-0"):
        with pytest.raises(ZeroDivisionError):
            value("a / b", a="1", b=below)


def it_names_its_columns_left_to_right_each_time_that_they_stand_there() -> None:
    assert list(columns(right_of("c + bang.b * (a - c) / 2"))) == [
        Column("c"), Column("b", "bang"), Column("a"), Column("c"),
    ]


@pytest.mark.parametrize(("text", "shown"), [
    ("a+b", "(a) + (b)"), ("a-(b+c)", "(a) − ((b) + (c))"), ("(a-b)-c", "(a) − (b) − (c)"), ("a*(b+c)", "(a) × ((b) + (c))"),
    ("100*a/b", "100 × (a) : (b)"), ("a/(b*c)", "(a) : ((b) × (c))"), ("a+b*c", "(a) + (b) × (c)"), ("a*(b/c)", "(a) × ((b) : (c))"),
    ("a-(b*c)", "(a) − (b) × (c)"),
])
def it_shows_the_brackets_that_are_needed_and_no_others(text: str, shown: str) -> None:
    assert show(right_of(text), lambda column: f"({column.cot})") == shown


_COLUMNS = st.sampled_from([Column("a"), Column("b"), Column("c", "bang")])
_EXPRESSIONS: st.SearchStrategy[Expression] = st.recursive(
    _COLUMNS | st.integers(0, 10**6).map(lambda number: Constant(Decimal(number))),
    lambda below: st.builds(Operation, st.sampled_from("+-*/"), below, below), max_leaves=12,
)


@given(_EXPRESSIONS)
def it_reads_again_what_it_wrote(expression: Expression) -> None:
    assert right_of(source(expression)) == expression


@pytest.mark.parametrize("text", [
    "", "x", "x =", "= a", "x = ", "1 = a", "x + y = a", "bang.x = a", "x = a = b", "x == a", "x = a ** b", "x = a // b",
    "x = a % b", "x = -a", "x = f(a)", "x = a[0]", "x = 'a'", "x = 1.5", "x = 1_000", "x = 0x10", "x = 1e3", "x = True + a",
    "x = a.b.c", "x = a if b else c", "x = a, b", "x = (a", "x = a +", "x = lambda: a", "x = a; b", "x = a\\", "x = 2a",
])
def it_refuses_what_is_no_sum_of_columns(text: str) -> None:
    with pytest.raises(ValueError, match="không đọc được; viết như tiep_nhan = truoc_han"):
        parse_relation(text)


def it_reads_a_relation_of_several_lines() -> None:
    assert parse_relation("x =\n  a\n  + b") == ("x", Operation("+", Column("a"), Column("b")))


def it_reads_fifty_signs_and_refuses_more() -> None:
    assert len(list(columns(right_of("+".join(["a"] * 51))))) == 51
    with pytest.raises(ValueError, match="không đọc được"):
        right_of("+".join(["a"] * 52))


def it_reads_a_number_of_24_digits_and_refuses_the_25th() -> None:
    assert right_of("9" * 24) == Constant(Decimal("9" * 24))
    with pytest.raises(ValueError, match="không đọc được"):
        right_of("1" + "0" * 24)


def it_quotes_sixty_letters_whole_and_shortens_more_to_fit() -> None:
    with pytest.raises(ValueError, match=f"“{'x' * 60}” không đọc được"):
        parse_relation("x" * 60)
    with pytest.raises(ValueError, match=f"“{'x' * 57}…” không đọc được"):
        parse_relation("x" * 61)


# What becomes of it where rows are added up


@pytest.mark.parametrize(("text", "sum_of_sums", "rate"), [
    ("a", True, False), ("a + b - c", True, False), ("2 * a", True, False), ("a * 2 / 3", True, False), ("(a + b) / 2", True, False),
    ("a + 2", False, False), ("a * b", False, False), ("a * b / c", False, False), ("2", False, False), ("a * (b - c)", False, False),
    ("a / b", False, True), ("100 * a / (a + b)", False, True), ("(a - b) / b", False, True), ("100 * a / b - 100", False, True),
    ("a / b + c", False, False), ("a / (b + 1)", False, False), ("a / b / c", False, False),
])
def it_knows_what_adds_up_and_what_is_a_rate(text: str, sum_of_sums: bool, rate: bool) -> None:
    assert (adds_up(right_of(text)), is_rate(right_of(text))) == (sum_of_sums, rate)


AMOUNTS = st.integers(1, 1000).map(Decimal)


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS), min_size=1, max_size=5), st.sampled_from(["a + b - c", "2 * a", "(a + b) / 2 - 3 * c"]))
def it_gives_of_sums_the_sum_where_it_adds_up(rows: list[tuple[Decimal, ...]], text: str) -> None:
    def of(row: tuple[Decimal, ...]) -> Decimal:
        return evaluate(right_of(text), dict(zip(map(Column, "abc"), row, strict=True)))
    assert of(tuple(map(sum, zip(*rows, strict=True)))) == sum(map(of, rows))
