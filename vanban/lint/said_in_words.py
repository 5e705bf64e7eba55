"""Numbers that a line says twice, in figures and in words: "1.250.000 đồng (Một triệu …)", "05 (năm) ngày", "ba (03)
bản".

Words that are no numeral of one reading say nothing, and "10 (năm)" may be ten years.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from vanban.lint.said_numbers import half_of_last
from vanban.number_words import number_in_words, numeral_length

_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "nghìn tỷ": 10**12}
_FIGURE = re.compile(
    r"(?<![\w/.,–-])(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,15}(?:,\d+)?)(?!(?!đ\b)[\w/]|[.,]\d)"
    rf"(?: (?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})\b)?"
    r"(?P<unit> ?(?:đồng|đ|VNĐ|VND|USD|đô la Mỹ)\b(?: chẵn)?(?:/[\w ]{1,20})?|%)?"
)
_SAYS = r"(?:(?:[Ss]ố tiền )?(?:[Vv]iết |[Gg]hi )?[Bb]ằng chữ ?(?:là)? ?:? ?)"
_BEHIND = re.compile(rf"[.,;:]? ?(?:\({_SAYS}?(?P<within>[^()]{{2,200}})\)|{_SAYS}(?P<open>[^().;]{{3,200}}))")
# What may stand behind the words of an amount: its unit.
_UNITS = ("đồng", "chẵn", "vnđ", "vnd", "usd", "đô", "phần", "việt")
# Things that are counted: beside them a lone "năm" is a number, and words in front of a figure are its words.
_COUNTED = re.compile(
    r" (?:ngày|tháng|tuần|giờ|phút|buổi|lần|bản|bộ|tờ|trang|tập|người|đồng chí|thành viên|đại biểu|cơ quan|đơn vị|sở|"
    r"ban|xã|phường|thôn|tổ|nhóm|đoàn|hồ sơ|thủ tục|dịch vụ|trường hợp|nội dung|nhiệm vụ|mục tiêu|chỉ tiêu|bước|phần|"
    r"chương|điều|khoản|mục|phụ lục|văn bản|biên chế|vị trí|phòng)\b"
)
_IN_BRACKETS = re.compile(r"(?<= )\((?P<number>\d{1,6})\)")
# So much of a line is looked at before a figure in brackets: the longest numeral of six digits.
_BEFORE, _MOST_WORDS = 100, 14
# In front of a numeral that counts nothing: "tháng hai (28) ngày", "lần thứ ba (03) ngày".
_ORDINAL = ("thứ", "tháng", "quý", "số", "lớp", "khóa", "bước", "phần", "lần", "đợt", "kỳ", "đoạn", "vòng", "lượt")
_YEAR = "năm"  # five, or a year
_NONE = "không"  # nought, or no


class SaidTwice(NamedTuple):
    """The figure and the words as they stand there, the number that the words are, where the figure begins."""

    figure: str
    words: str
    said: Decimal
    start: int


def contradictions(text: str) -> Iterator[SaidTwice]:
    """The numbers of a text whose figure and words are not the same."""
    yield from _figure_first(text)
    yield from _words_first(text)


def _figure_first(text: str) -> Iterator[SaidTwice]:
    for figure in _FIGURE.finditer(text):
        behind = _BEHIND.match(text, figure.end())
        if behind is None:
            continue
        words = _numeral(behind["within"] or behind["open"], bool(figure["unit"] or figure["scale"]))
        said = number_in_words(words)
        if said is None or words.lower() == _NONE or words.lower() == _YEAR and not _COUNTED.match(text, behind.end()):
            continue
        if not _agree(figure, said):
            yield SaidTwice(figure[0], words, said, figure.start())


def _numeral(words: str, has_unit: bool) -> str:
    """The numeral of words that say nothing but it and its unit; "" of others ("05 người (hai nữ)")."""
    pieces = words.replace(",", " ").split()
    length = numeral_length(pieces)
    rest = pieces[length:]
    is_whole = not rest or has_unit and rest[0].lower().strip("./") in _UNITS
    return " ".join(pieces[:length]) if is_whole else ""


def _agree(figure: re.Match[str], said: Decimal) -> bool:
    """Whether the words are the figure, as it stands there or with its scale; a rounded one in what it leaves open."""
    number, scale = _number(figure["number"]), _SCALES.get(figure["scale"], 1)
    places = len(figure["number"].partition(",")[2])
    slack = half_of_last(places) * scale if places and scale > 1 else Decimal(0)
    return said == number or abs(said - number * scale) <= slack


def _number(typed: str) -> Decimal:
    return Decimal(typed.replace(".", "").replace(",", "."))


def _words_first(text: str) -> Iterator[SaidTwice]:
    for found in _IN_BRACKETS.finditer(text):
        words = _last_numeral(text[max(0, found.start() - _BEFORE) : found.start()].split()[-_MOST_WORDS:])
        said = number_in_words(words)
        if said is not None and _COUNTED.match(text, found.end()) and said != _number(found["number"]):
            yield SaidTwice(found["number"], words, said, found.start("number"))


def _last_numeral(words: list[str]) -> str:
    """The longest numeral at the end; "" where it counts nothing, or may be a year."""
    for at in range(len(words)):
        numeral = " ".join(words[at:])
        if number_in_words(numeral) is not None:
            counts_none = at and words[at - 1].lower() in _ORDINAL or numeral.lower() in (_YEAR, _NONE)
            return "" if counts_none else numeral
    return ""
