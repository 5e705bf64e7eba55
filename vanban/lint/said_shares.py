"""A percentage beside the two numbers that it comes from, and which do not give it; a share above 100%.

Told only where the words leave no other reading: "48,67% (1.597/3.281)", "276/300 cơ quan, đạt 90%", "120 hồ sơ trong
tổng số 150 hồ sơ, đạt 80%", "2.239 người, giảm 429 người (16,08%)", "6.077 doanh nghiệp, tăng 90,98% so với giai đoạn
2011 - 2015 (3.182 doanh nghiệp)", "12.221 tỷ đồng, đạt 51,8% so với dự toán (23.600 tỷ đồng)", "chiếm 104%".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from vanban.lint.said_numbers import Said, Sentence, gives, percent
from vanban.numerals import format_number

# What a number counts, and the words that lead on to its share.
_NOUN = r"[^,;.:()0-9]{0,60}"
_TO_SHARE = re.compile(
    rf"{_NOUN}(?: \((?:đạt |chiếm |bằng |tương ứng |tương đương )?(?:tỷ lệ )?"
    r"|, (?:đạt|chiếm|bằng|tương ứng|tương đương) (?:tỷ lệ )?)"
)
_OUT_OF = re.compile(rf"{_NOUN}(?:/|/ ?tổng số | trên tổng số | trong tổng số | trong số )")
_CLOSED = re.compile(r"\s*(?:[.,;)]|\Z)")
_NOUN_IN_BRACKETS = re.compile(rf"{_NOUN}\)")
_CHANGED = re.compile(rf" {_NOUN}(?:, | \()(?:đã )?(?P<way>giảm|tăng) ")
_OF_CHANGE = re.compile(rf" {_NOUN}(?: \((?:bằng |tương ứng |tương đương )?|, (?:bằng|tương ứng|tương đương) )")
_GROWS = re.compile(rf" {_NOUN}(?:, | \()(?:đã )?(?:giảm|tăng) ")
_REACHES = re.compile(rf" {_NOUN}, (?:đạt|bằng) ")
_OF_PLAN = re.compile(r" (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|nhiệm vụ)[^;()%]{0,60} \(")
_AGAINST = re.compile(r" so với [^;()]{1,60} \(")
_MAKES_UP = re.compile(r"(?s:.*\bchiếm(?: tỷ lệ| tỷ trọng)? )")
# In front of two numbers with a bar between them that are a day, a place in a list, a school year.
_NO_FRACTION = re.compile(
    r"(?is:.*\b(?:ngày|đến|trước|sau|hết|từ|tháng|năm|năm học|thứ|hạng|vị trí|xếp|số|kỳ|đợt|lúc|tại|hotline|nóng) ?)")
_DAYS, _MONTHS, _YEARS, _EVER = 31, 12, range(1900, 2100), "24/7"


def doubtful_shares(sentence: Sentence) -> Iterator[str]:
    """What is told of each percentage that cannot be, in the order of these kinds."""
    yield from _of_fractions(sentence)
    yield from _of_parts(sentence)
    yield from _of_changes(sentence)
    yield from _of_growth(sentence)
    yield from _of_plans(sentence)
    yield from _above_hundred(sentence)


def _of_fractions(sentence: Sentence) -> Iterator[str]:
    """“a/b …, đạt P%”, “P% (a/b)”."""
    for one, other in pairwise(sentence.numbers):
        gap = sentence.between(one, other)
        if other.is_percentage and _is_fraction(one, sentence) and _leads_on(sentence, one, other):
            if not (_may_be_day(one) and gap.startswith((",", " ("))):
                yield from _compared(*_parted(one), other, one.text)
        elif one.is_percentage and gap == " (" and _is_fraction_in_brackets(other, sentence):
            yield from _compared(*_parted(other), one, other.text)


def _of_parts(sentence: Sentence) -> Iterator[str]:
    """“a … trong tổng số b …, đạt P%”."""
    for part, whole, share in _threes(sentence):
        is_told = part.is_plain and whole.is_plain and share.is_percentage
        if is_told and _OUT_OF.fullmatch(sentence.between(part, whole)) and _leads_on(sentence, whole, share):
            yield from _compared(part, whole, share, f"{part.text}/{whole.text}")


def _of_changes(sentence: Sentence) -> Iterator[str]:
    """“X người, giảm Y người (P%)”: of what it was before; some write of what it is now."""
    for now, by, share in _threes(sentence):
        changed = _CHANGED.fullmatch(sentence.between(now, by))
        if not changed or not _are_change_and_share(sentence, now, by, share):
            continue
        was = now.number + by.number if changed["way"] == "giảm" else now.number - by.number
        before = replace(now, number=was)
        if was > 0 and not gives(by, before, share) and not gives(by, now, share):
            yield from _compared(by, before, share, f"{by.text} trên {format_number(was)} trước đó")


def _are_change_and_share(sentence: Sentence, now: Said, by: Said, share: Said) -> bool:
    is_written = _OF_CHANGE.fullmatch(sentence.between(by, share)) and _CLOSED.match(sentence.behind(share))
    are_numbers = now.is_plain and by.is_plain and share.is_percentage
    return bool(is_written) and are_numbers and _same_noun(sentence, now, by)


def _of_growth(sentence: Sentence) -> Iterator[str]:
    """“X doanh nghiệp, tăng P% so với … (Y doanh nghiệp)”."""
    for now, share, then in _against(sentence, _GROWS, _AGAINST):
        way = "giảm" if sentence.between(now, share).endswith("giảm ") else "tăng"
        yield from _grown(now, then, share, way)


def _of_plans(sentence: Sentence) -> Iterator[str]:
    """“X tỷ đồng, đạt P% dự toán (Y tỷ đồng)”."""
    for now, share, plan in _against(sentence, _REACHES, _OF_PLAN):
        yield from _compared(now, plan, share, f"{now.text}/{plan.text}")


def _against(sentence: Sentence, leads: re.Pattern[str], on: re.Pattern[str]) -> Iterator[tuple[Said, Said, Said]]:
    """A number, a percentage and, in brackets behind it, the number of the same things that it is held against."""
    for at, (now, share) in enumerate(pairwise(sentence.numbers)):
        if not (now.is_plain and share.is_percentage and leads.fullmatch(sentence.between(now, share))):
            continue
        for other in sentence.numbers[at + 2 :]:
            closes = _NOUN_IN_BRACKETS.match(sentence.behind(other))
            if closes and other.is_plain and on.fullmatch(sentence.between(share, other)):
                if _same_noun(sentence, now, other):
                    yield now, share, other
                break


def _grown(now: Said, then: Said, share: Said, way: str) -> Iterator[str]:
    more, less = (now, then) if way == "tăng" else (then, now)
    by = replace(more, number=more.number - less.number, is_measure=now.is_measure or then.is_measure)
    if any(each.is_about for each in (now, then, share)) or not then.number or gives(by, then, share):
        return
    grown = percent(now.number - then.number, then.number, share)
    found = f"{'giảm' if grown < 0 else 'tăng'} {format_number(abs(grown))}%"
    yield f"{now.text} so với {then.text} là {found}, trong câu ghi {way} {share.text}"


def _above_hundred(sentence: Sentence) -> Iterator[str]:
    for each in sentence.numbers:
        if each.is_percentage and each.number > 100 and _MAKES_UP.fullmatch(sentence.before(each)):
            yield f"phần chiếm {each.text} lớn hơn cả tổng thể (100%)"


def _compared(part: Said, whole: Said, share: Said, name: str) -> Iterator[str]:
    if any(each.is_about for each in (part, whole, share)) or not whole.number or gives(part, whole, share):
        return
    yield f"{name} là {format_number(percent(part.number, whole.number, share))}%, trong câu ghi {share.text}"


def _parted(fraction: Said) -> tuple[Said, Said]:
    """What stands above, what below."""
    return replace(fraction, of=None), replace(fraction, number=fraction.of or fraction.number, of=None)


def _leads_on(sentence: Sentence, whole: Said, share: Said) -> bool:
    gap = sentence.between(whole, share)
    return bool(_TO_SHARE.fullmatch(gap)) and bool(_CLOSED.match(sentence.behind(share)))


def _is_fraction(each: Said, sentence: Sentence) -> bool:
    """Whether two numbers with a bar between them are a part and its whole, and not a day, a rank, two years."""
    if each.of is None or each.is_percentage or each.places or each.text == _EVER:
        return False
    are_years = each.of in _YEARS and each.of - each.number == 1
    is_day = _may_be_day(each) and each.number > each.of
    return not (are_years or is_day or _NO_FRACTION.fullmatch(sentence.before(each)))


def _is_fraction_in_brackets(each: Said, sentence: Sentence) -> bool:
    is_closed = _NOUN_IN_BRACKETS.match(sentence.behind(each)) is not None
    return is_closed and _is_fraction(each, sentence) and not _may_be_day(each)


def _may_be_day(each: Said) -> bool:
    return each.of is not None and each.number <= _DAYS and each.of <= _MONTHS


def _same_noun(sentence: Sentence, one: Said, other: Said) -> bool:
    """Whether both count the same, as far as the first word behind each tells; a bare one counts what the other
    does."""
    words = [re.match(r" ?([^\W\d]+)", sentence.behind(each)) for each in (one, other)]
    return None in words or len({word[1] for word in words if word}) == 1


def _threes(sentence: Sentence) -> Iterator[tuple[Said, Said, Said]]:
    return zip(sentence.numbers, sentence.numbers[1:], sentence.numbers[2:], strict=False)
