"""A sentence → the number that is typed in it for an indicator that it names.

Seen is what a reader would take for that figure: "1.204 hồ sơ giải quyết quá hạn", "Hồ sơ giải quyết quá hạn là 1.204
hồ sơ"; anywhere else in the sentence only a number that is just the same. Left alone is what speaks of something else:
a target, a part, a change, another period, other bodies, and what is only about right.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from vanban.lint.said_numbers import Said, Sentence
from vanban.model.indicators import ChiTieu

# The figure of an indicator; None where there is none to be held against.
Value = Callable[[ChiTieu], Decimal | None]
# Of the name of an indicator what a sentence leaves out.
_COUNT = re.compile(r"^(?:số lượng|số|tổng số) ")
# Between a name and its number.
_LINK = re.compile(
    r"[\s:(]*(?:(?:trong kỳ|toàn tỉnh|chung|của kỳ này|cả kỳ|là|đạt|có|được|bằng|chiếm|tổng cộng)[\s:]*){0,3}")
_TARGET = re.compile(
    r"\b(?:mục tiêu|kế hoạch|chỉ tiêu|phấn đấu|yêu cầu|bảo đảm|được giao|giao|quy định|trở lên|trở xuống|dự kiến|cần"
    r"|phải)\b")
_OTHER = re.compile(
    r"\b(?:quý|tháng|năm|tuần|ngày|kỳ trước|cùng kỳ|đầu kỳ|giai đoạn|tăng|giảm|so với|thêm|còn|riêng|trong đó|gồm|mỗi"
    r"|bình quân|trung bình|cao nhất|thấp nhất|một số|nhiều|có nơi|các sở|xã|phường|sở|ngành|huyện|đơn vị|cấp tỉnh"
    r"|cấp xã|lĩnh vực|nếu|vượt|hơn|kém|chưa)\b")
# A number that small is the same by chance.
_LARGE = 100


@dataclass(frozen=True, slots=True)
class Typed:
    """A number that is typed for an indicator. is_same: it is the figure, as exactly as it is written."""

    indicator: ChiTieu
    said: Said
    figure: Decimal
    is_same: bool


def typed_in(
    sentence: Sentence, indicators: Mapping[str, ChiTieu], bound: frozenset[str], value: Value
) -> Typed | None:
    """The first number of a sentence that is typed for one of `indicators`; None for none.

    indicators  by their names as a sentence writes them (`names_of`)
    bound       the ids of those whose figure the sentence calls too: another number is not that one
    """
    text = sentence.text.casefold()
    for name, at in _named(text, indicators):
        indicator, rest = indicators[name], f"{text[:at]} {text[at + len(name):]}"
        if _TARGET.search(rest):
            continue
        for said, is_beside in _numbers(sentence, indicator, at, at + len(name)):
            if (figure := value(indicator)) is None:
                break
            is_same = abs(figure - said.number) <= said.slack
            is_other = is_beside and not _OTHER.search(rest) and indicator.ma not in bound
            if is_same and (is_beside or said.number >= _LARGE) or not is_same and is_other:
                return Typed(indicator, said, figure, is_same)
    return None


def names_of(indicators: Mapping[str, ChiTieu]) -> dict[str, ChiTieu]:
    """The indicators that units report, by their names as a sentence has them, the longest first; one of a single word
    or two is no name to go by."""
    names = {_COUNT.sub("", each.ten_goi.casefold()): each for each in indicators.values() if each.tinh_chat}
    return {name: names[name] for name in sorted(names, key=len, reverse=True) if len(name.split()) > 2}


def _named(text: str, indicators: Mapping[str, ChiTieu]) -> Iterator[tuple[str, int]]:
    """The names that stand in a text, and where; not those that are a part of a longer one."""
    taken: list[tuple[int, int]] = []
    for name in indicators:
        at = text.find(name)
        if at < 0 or any(start <= at < end for start, end in taken) or not _is_whole(text, at, at + len(name)):
            continue
        taken.append((at, at + len(name)))
        yield name, at


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _numbers(sentence: Sentence, indicator: ChiTieu, start: int, end: int) -> Iterator[tuple[Said, bool]]:
    """The numbers of a sentence in the unit of an indicator, and whether they stand beside its name."""
    for said in sentence.numbers:
        if said.of is not None or said.is_about:
            continue
        is_before = said.end <= start and not sentence.text[said.end : start].strip()
        is_behind = said.start >= end and _LINK.fullmatch(sentence.text[end : said.start].casefold()) is not None
        if is_before and not said.is_percentage or _has_unit(sentence, said, indicator):
            yield said, is_before or is_behind


def _has_unit(sentence: Sentence, said: Said, indicator: ChiTieu) -> bool:
    unit = indicator.don_vi_tinh.casefold()
    if unit == "%" or said.is_percentage:
        return said.is_percentage and unit == "%"
    return re.match(rf"\s+{re.escape(unit)}\b", sentence.behind(said).casefold()) is not None
