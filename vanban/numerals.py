"""Numbers as the decree counts and prints them: Roman, Vietnamese letters, ordinals, decimals."""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext

# Điểm follow the Vietnamese alphabet; letters with a mark (ă â ê ô ơ ư) are not used, f j w z do not exist.
LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NUMBER = re.compile(r"-?[0-9]+(,[0-9]+)?")
# "2228"; of a legal normative text with the year of issue behind it, "161/2025".
_DOCUMENT = re.compile(r"[0-9]+(?:/(?P<year>[0-9]{4}))?")
# More than any sum of money has; sums of such numbers are exact to the last digit.
LONGEST = 24
_EXACT = 100
_LEADING_ZERO = re.compile(r"-?0[0-9]")
_THOUSANDS_LOOKALIKE = re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3})+")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}((,[0-9]{3})+|(\.[0-9]{3})+)")
# Thousands and decimals with a sign each, be it the Vietnamese way or the English one.
_OTHER_WAY = re.compile(r"(?P<whole>-?[1-9][0-9]{0,2}((\.[0-9]{3})+(?=,)|(,[0-9]{3})+(?=\.)))[.,](?P<decimals>[0-9]+)")


def is_document_number(text: str) -> bool:
    """Whether it is the number of a document, without its symbol."""
    return _DOCUMENT.fullmatch(text) is not None


def year_in_number(number: str) -> int | None:
    """The year in the number of a legal normative text ("161/2025"); None for that of an administrative document."""
    found = _DOCUMENT.fullmatch(number)
    return int(found["year"]) if found and found["year"] else None


def roman(number: int) -> str:
    """`number` (1 to 3999) in Roman numerals."""
    out = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out


def counted(number: int, like: str) -> str:
    """`number` written as `like`, the first of its series: "I", "1" or "01"."""
    return roman(number) if like == "I" else str(number).zfill(len(like))


def letter(number: int) -> str:
    """The letter of the `number`-th điểm, from 1. After y nothing is defined: IndexError."""
    return LETTERS[number - 1] if number > 0 else LETTERS[len(LETTERS)]


def decimals_of(number: Decimal) -> int:
    """How many decimals it needs to be written whole; those that are 0 at its end are none."""
    return max(0, -int(number.normalize().as_tuple().exponent))


def ordinal(number: int) -> str:
    """"nhất", "hai", "ba", "tư" … as after "thứ"; above ten in digits."""
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else str(number)


def parse_number(text: str) -> Decimal:
    """The number that a clerk wrote: digits, a comma before decimals, no thousands sign.

    Raises ValueError, with words for the clerk, for anything else; "1.000" and "1,000" could mean a
    thousand or one, and are refused.
    """
    if _GROUPED.fullmatch(text):
        raise ValueError(_ungrouped(text))
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"“{text}” không phải là số; {_way_to_type(text)}")
    if sum(map(str.isdigit, text)) > LONGEST:
        raise ValueError(f"“{text[:LONGEST]}…” dài quá {LONGEST} chữ số; kiểm tra lại số này")
    return Decimal(text.replace(",", "."))


def has_leading_zero(text: str) -> bool:
    """Whether a number that a clerk wrote has a zero in front that adds nothing to it: "05", not "0,5"."""
    return _LEADING_ZERO.match(text) is not None


def _ungrouped(text: str) -> str:
    """What to type for a number with signs between its thousands; with one sign alone it has two readings."""
    plain = re.sub(r"[.,]", "", text)
    way = f"viết {plain}, không có dấu phân cách hàng nghìn"
    if len(re.findall(r"[.,]", text)) > 1:
        return f"“{text}” có dấu phân cách hàng nghìn; {way}"
    decimal = Decimal(text.replace(",", ".")).normalize()
    return f"“{text}” có thể hiểu là {plain} hoặc {format_number(decimal)}; {way}, hoặc viết {typed_number(decimal)}"


def _way_to_type(text: str) -> str:
    """How the number is typed that `text` is in another way of writing: "1.000,5", "1,000.5", "1.5"."""
    if parts := _OTHER_WAY.fullmatch(text):
        number = Decimal(re.sub(r"[.,]", "", parts["whole"]) + "." + parts["decimals"])
        return f"viết {typed_number(number)}, bỏ dấu phân cách hàng nghìn"
    if re.fullmatch(r"-?[0-9]+\.[0-9]+", text):
        return f"viết {typed_number(Decimal(text))}, phần thập phân sau dấu phẩy"
    return "viết chữ số, phần thập phân sau dấu phẩy, ví dụ 98,63"


def total(numbers: Iterable[Decimal]) -> Decimal:
    """The sum of numbers that clerks wrote, exact however long they are."""
    with localcontext(prec=_EXACT):
        return sum(numbers, Decimal(0))


def rounded(number: Decimal, decimals: int) -> Decimal:
    """`number` with so many decimals, half away from zero, exact however long it is. What rounds to 0 has no sign."""
    with localcontext(prec=max(_EXACT, number.adjusted() + decimals + 2)):
        return number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP) + Decimal(0)


def format_number(number: Decimal, decimals: int | None = None) -> str:
    """`number` as printed: "1.234.567", "98,63". Rounds half up to `decimals`; None keeps what is there."""
    if decimals is not None:
        number = rounded(number, decimals)
    whole, _, fraction = f"{number:,f}".partition(".")
    return whole.replace(",", ".") + ("," + fraction if fraction else "")


def typed_number(number: Decimal) -> str:
    """`number` as a clerk types it and `parse_number` reads it: "1234567", "98,63".

    Three decimals get a fourth, "98,6250": "98,625" could be read as a number of thousands.
    """
    text = f"{number:f}".replace(".", ",")
    return f"{text}0" if _THOUSANDS_LOOKALIKE.fullmatch(text) else text
