"""Numbers in Vietnamese words → numbers: "một triệu hai trăm năm mươi lăm nghìn" → 1255000.

What has two readings, or is no whole numeral ("một triệu hai", "hai lăm"), is not read: None, never a guess.
"""

from collections.abc import Sequence
from decimal import Decimal

_DIGITS = {
    word: value for value, words in enumerate(
        ("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm nhăm", "sáu", "bảy bẩy", "tám", "chín"))
    for word in words.split()
}
_TENS, _TEN, _HUNDRED = "mươi", "mười", "trăm"
# A zero in the tens: "một trăm linh năm", and of a whole hundred, "hai nghìn lẻ năm".
_ODD = ("linh", "lẻ")
_HALF, _COMMA = "rưỡi", "phẩy"
# Forms that a digit has behind others alone.
_BOUND = ("mốt", "tư", "lăm", "nhăm")
_BILLION = ("tỷ", "tỉ")
_SCALES = {**dict.fromkeys(_BILLION, 10**9), "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3}
_WORDS = frozenset({*_DIGITS, *_ODD, *_SCALES, _TENS, _TEN, _HUNDRED, _HALF, _COMMA})


def number_in_words(text: str) -> Decimal | None:
    """The number that the words are, letters of either case; None where they are none that has one reading."""
    words = text.lower().split()
    return _read(words) if words and all(word in _WORDS for word in words) else None


def numeral_length(words: Sequence[str]) -> int:
    """How many words from the first on are words of numerals."""
    return next((at for at, word in enumerate(words) if word.lower() not in _WORDS), len(words))


def _read(words: list[str]) -> Decimal | None:
    if words[-1] == _HALF:
        return _with_half(words[:-1])
    if _COMMA in words:
        return _with_decimals(words)
    whole = _scaled(words, 10**15)
    return None if whole is None else Decimal(whole)


def _with_half(words: list[str]) -> Decimal | None:
    """"hai tỷ rưỡi", "một trăm rưỡi": half of the last scale more."""
    if not words or words[-1] not in (*_SCALES, _HUNDRED):
        return None
    before = _scaled(words, 10**15)
    return None if before is None else Decimal(before) + Decimal(_SCALES.get(words[-1], 100)) / 2


def _with_decimals(words: list[str]) -> Decimal | None:
    """"hai phẩy năm tỷ", "một phẩy không năm", "ba phẩy hai mươi lăm"."""
    at, scale = words.index(_COMMA), 1
    behind = words[at + 1 :]
    while behind and behind[-1] in _SCALES:
        scale *= _SCALES[behind.pop()]
    whole, decimals = _scaled(words[:at], 1000), _decimals(behind)
    return None if whole is None or not decimals else Decimal(f"{whole}.{decimals}") * scale


def _decimals(words: list[str]) -> str:
    """The digits behind a comma; "" where they are none."""
    if words and all(word in _DIGITS for word in words):
        return "".join(str(_DIGITS[word]) for word in words)
    value = _below_thousand(words)
    return "" if value is None else str(value)


def _scaled(words: list[str], below: int) -> int | None:
    """A whole number of scales that fall: "… tỷ … triệu … nghìn …"; what is counted in billions may be thousands."""
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at] in _BILLION), -1) if below > 10**9 else -1
    if at < 0:
        at = next((at for at, word in enumerate(words) if _SCALES.get(word, below) < below), -1)
    if at < 0:
        return _below_thousand(words)
    scale = _SCALES[words[at]]
    count = _scaled(words[:at], 10**9) if scale == 10**9 else _below_thousand(words[:at])
    rest = _rest(words[at + 1 :], scale)
    return None if count is None or rest is None or not count else count * scale + rest


def _rest(words: list[str], scale: int) -> int | None:
    """What stands behind a scale; where no scale follows, it could be of the next one: "một triệu hai", "ba triệu hai
    trăm"."""
    if not words:
        return 0
    if scale > 1000 and words[0] not in ("không", *_ODD) and not any(word in _SCALES for word in words):
        return None
    if words[0] in _ODD:
        return _DIGITS.get(words[1]) if len(words) == 2 else None
    return None if len(words) == 1 else _scaled(words, scale)


def _below_thousand(words: list[str]) -> int | None:
    if _HUNDRED not in words:
        return _below_hundred(words)
    if len(words) < 2 or words[1] != _HUNDRED or words[0] not in _DIGITS or words[0] in _BOUND:
        return None
    hundreds, rest = _DIGITS[words[0]] * 100, words[2:]
    if not rest:
        return hundreds
    if rest[0] in _ODD:
        ones = _DIGITS.get(rest[1]) if len(rest) == 2 else None
    else:
        ones = None if len(rest) == 1 and rest[0] != _TEN else _below_hundred(rest)
    return None if ones is None else hundreds + ones


def _below_hundred(words: list[str]) -> int | None:
    match words:
        case [one] if one in _DIGITS and one not in _BOUND:
            return _DIGITS[one]
        case ["mười", *ones]:
            return _behind_tens(10, ones)
        case [tens, "mươi", *ones] if _DIGITS.get(tens, 0) > 1 and tens not in _BOUND:
            return _behind_tens(_DIGITS[tens] * 10, ones)
    return None


def _behind_tens(tens: int, ones: list[str]) -> int | None:
    """"mười năm" are ten years: five is "lăm" here."""
    if not ones or ones == ["năm"]:
        return None if ones else tens
    return tens + _DIGITS[ones[0]] if len(ones) == 1 and _DIGITS.get(ones[0]) else None
