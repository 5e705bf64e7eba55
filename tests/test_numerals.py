"""Numbers as the decree counts and prints them, and as clerks type them."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.numerals import (
    LETTERS,
    LONGEST,
    counted,
    format_number,
    letter,
    ordinal,
    parse_number,
    roman,
    rounded,
    total,
    typed_number,
)

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def value_of(numeral: str) -> int:
    """What a Roman numeral is worth: a letter before a larger one counts against it."""
    values = [_VALUES[each] for each in numeral]
    return sum(-one if one < next_one else one for one, next_one in zip(values, [*values[1:], 0], strict=True))


# Counting


@pytest.mark.parametrize(("number", "printed"), [
    (1, "I"), (3, "III"), (4, "IV"), (5, "V"), (8, "VIII"), (9, "IX"), (10, "X"), (14, "XIV"), (39, "XXXIX"),
    (40, "XL"), (49, "XLIX"), (50, "L"), (90, "XC"), (99, "XCIX"), (100, "C"), (399, "CCCXCIX"), (400, "CD"),
    (999, "CMXCIX"), (3999, "MMMCMXCIX"),
])
def it_writes_roman_numerals(number: int, printed: str) -> None:
    assert roman(number) == printed


def it_writes_a_roman_numeral_of_its_own_for_every_number() -> None:
    assert [value_of(roman(number)) for number in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize(("like", "printed"), [("I", "XII"), ("1", "12"), ("01", "12"), ("001", "012")])
def it_counts_as_the_first_of_the_series_looks(like: str, printed: str) -> None:
    assert counted(12, like) == printed


def it_gives_a_small_number_the_zeros_of_its_series() -> None:
    assert [counted(number, "01") for number in (1, 9, 10, 100)] == ["01", "09", "10", "100"]


def it_follows_the_vietnamese_alphabet_without_marked_letters() -> None:
    assert [letter(number) for number in (1, 4, 5, 6, 23)] == ["a", "d", "đ", "e", "y"]
    assert len(set(LETTERS)) == 23
    assert not set(LETTERS) & set("ăâêôơưfjwz")


@pytest.mark.parametrize("number", [0, -1, 24, 100])
def it_has_no_letter_before_a_and_after_y(number: int) -> None:
    with pytest.raises(IndexError):
        letter(number)


@pytest.mark.parametrize(("number", "words"), [(1, "nhất"), (2, "hai"), (4, "tư"), (5, "năm"), (10, "mười"), (11, "11")])
def it_says_ordinals_in_words_up_to_ten(number: int, words: str) -> None:
    assert ordinal(number) == words


# What clerks type


@pytest.mark.parametrize(("typed", "number"), [
    ("0", "0"), ("007", "7"), ("98,63", "98.63"), ("-4,5", "-4.5"), ("1000", "1000"), ("0,125", "0.125"),
    ("98,6250", "98.6250"), ("1,25", "1.25"), ("1234,567", "1234.567"), ("-0,001", "-0.001"),
])
def it_reads_digits_and_a_comma(typed: str, number: str) -> None:
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["1.000", "1,000", "-1.000", "999.999", "12.345.678", "1,234,567"])
def it_refuses_what_could_be_a_thousand_or_one(typed: str) -> None:
    plain = typed.replace(".", "").replace(",", "")
    with pytest.raises(ValueError, match=f"viết {plain}, không có dấu phân cách hàng nghìn"):
        parse_number(typed)


@pytest.mark.parametrize(("typed", "said"), [
    ("1.200", "“1.200” có thể hiểu là 1200 hoặc 1,2; viết 1200, không có dấu phân cách hàng nghìn, hoặc viết 1,2"),
    ("1,234", "“1,234” có thể hiểu là 1234 hoặc 1,234; viết 1234, không có dấu phân cách hàng nghìn, hoặc viết 1,2340"),
    ("100.000", "“100.000” có thể hiểu là 100000 hoặc 100; viết 100000, không có dấu phân cách hàng nghìn, hoặc viết 100"),
    ("1.234.567", "“1.234.567” có dấu phân cách hàng nghìn; viết 1234567, không có dấu phân cách hàng nghìn"),
    ("1.000,5", "“1.000,5” không phải là số; viết 1000,5, bỏ dấu phân cách hàng nghìn"),
    ("-1.234.567,25", "“-1.234.567,25” không phải là số; viết -1234567,25, bỏ dấu phân cách hàng nghìn"),
    ("1,000.5", "“1,000.5” không phải là số; viết 1000,5, bỏ dấu phân cách hàng nghìn"),
    ("98.63", "“98.63” không phải là số; viết 98,63, phần thập phân sau dấu phẩy"),
    ("98.6250", "“98.6250” không phải là số; viết 98,6250, phần thập phân sau dấu phẩy"),
])
def it_says_what_a_number_may_mean_and_how_it_is_typed(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match="viết") as told:
        parse_number(typed)
    assert str(told.value) == said


@given(st.from_regex(r"-?[0-9]{1,4}([.,][0-9]{1,4}){0,3}", fullmatch=True))
def it_reads_every_number_that_it_says_to_type(typed: str) -> None:
    try:
        parse_number(typed)
    except ValueError as told:
        for advised in re.findall(r"viết (-?[0-9]\S*?),?(?= |$)", str(told)):
            parse_number(advised)


@pytest.mark.parametrize("typed", [
    "", " ", "12 ", "1.5", "1e3", "0x10", "1_000", "+5", "--5", "5,", ",5", "1,2,3", "mười", "NaN", "Infinity", "5%",
    "٥", "５", "5²", "1.000.00",
])
def it_refuses_what_is_no_number(typed: str) -> None:
    with pytest.raises(ValueError, match="không phải là số"):
        parse_number(typed)


def it_reads_a_number_of_24_digits_and_refuses_the_25th() -> None:
    assert str(parse_number("1" * LONGEST)) == "1" * LONGEST
    assert str(parse_number(f"{'1' * 20},{'2' * 4}")) == f"{'1' * 20}.{'2' * 4}"
    with pytest.raises(ValueError, match="dài quá 24 chữ số"):
        parse_number("1" * (LONGEST + 1))
    with pytest.raises(ValueError, match="dài quá 24 chữ số"):
        parse_number(f"{'1' * 20},{'2' * 5}")


_CLERKS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-10**18, max_value=10**18)


@given(number=_CLERKS)
def it_reads_again_what_it_wrote_for_a_clerk(number: Decimal) -> None:
    assert parse_number(typed_number(number)) == number


@pytest.mark.parametrize(("number", "typed"), [
    ("98.625", "98,6250"), ("0.625", "0,625"), ("1234.567", "1234,567"), ("-1.500", "-1,5000"), ("1234567", "1234567"),
])
def it_types_a_fourth_decimal_where_three_look_like_thousands(number: str, typed: str) -> None:
    assert typed_number(Decimal(number)) == typed


# What is printed


@pytest.mark.parametrize(("number", "decimals", "printed"), [
    ("0.5", 0, "1"), ("1.5", 0, "2"), ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("2.4999", 0, "2"), ("0.125", 2, "0,13"),
    ("0.135", 2, "0,14"), ("98.625", 2, "98,63"), ("98.624", 2, "98,62"), ("99.995", 2, "100,00"), ("7", 2, "7,00"),
    ("-0.4", 0, "0"), ("-0.004", 2, "0,00"),
])
def it_rounds_half_up(number: str, decimals: int, printed: str) -> None:
    assert format_number(Decimal(number), decimals) == printed


@pytest.mark.parametrize(("number", "printed"), [
    ("0", "0"), ("999", "999"), ("1000", "1.000"), ("1234567", "1.234.567"), ("98.60", "98,60"), ("-1234.5", "-1.234,5"),
    ("0.0001", "0,0001"), ("1E+3", "1.000"), ("999999.999", "999.999,999"),
])
def it_prints_dots_for_thousands_and_keeps_the_decimals_that_are_there(number: str, printed: str) -> None:
    assert format_number(Decimal(number)) == printed


@given(number=_CLERKS, decimals=st.integers(0, 3))
def it_rounds_by_half_a_unit_at_most_and_a_half_away_from_zero(number: Decimal, decimals: int) -> None:
    unit = Decimal(1).scaleb(-decimals)
    error = abs(rounded(number, decimals)) - abs(number)
    assert -unit / 2 < error <= unit / 2


def it_rounds_the_longest_number_exactly() -> None:
    assert rounded(Decimal("9" * LONGEST + ".5"), 0) == Decimal(10**LONGEST)
    assert format_number(Decimal("9" * LONGEST), 6) == f"{int('9' * LONGEST):,}".replace(",", ".") + ",000000"


def it_adds_long_numbers_to_the_last_digit() -> None:
    assert total([Decimal("9" * LONGEST), Decimal("0." + "1" * (LONGEST - 1))]) == Decimal(f"{'9' * 24}.{'1' * 23}")


def it_adds_nothing_to_nothing() -> None:
    assert total([]) == 0


def it_adds_tenths_without_a_rest() -> None:
    assert total([Decimal("0.1")] * 10) == 1
