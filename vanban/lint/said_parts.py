"""Parts that do not add up to the whole that is stated in front of them.

“gồm” promises all parts: they give the whole. “trong đó” promises none: told is a part that is more than the whole,
and parts of kinds that exclude each other ("trước hạn", "quá hạn") which together are more. Levels of government, named
all ("cấp tỉnh", "cấp huyện", "cấp xã"), are the whole. Told only where every part counts what the whole counts, or
where the sum comes so near that nothing else can be meant; a list with a part that is no number is left alone.
Measures, which are rounded, may be off by what rounding does.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from vanban.lint.said_numbers import Said, Sentence, half_of_last, value_of
from vanban.numerals import format_number, total

_LEADS_IN = re.compile(
    r"(?: (?P<noun>[^,;.:()0-9]{1,60}?))?(?:,| (?P<bracket>\()|:)? ?(?:(?P<all>gồm|bao gồm|chia ra)|(?P<some>trong đó))"
    r"(?: có)?[,:]? ")
_IN_BRACKETS = re.compile(r" (?P<noun>[^,;.:()0-9]{1,60}) (?P<bracket>\()")
_PARTED = re.compile(r"[,;] | và ")
_PART = re.compile(
    r"(?:và |có |là )?(?P<label>[^,;.:()0-9]{0,60}?)(?P<colon>: ?| ?)(?P<number>[0-9][0-9.,]*)(?P<words>(?: [^% ].*)?)")
_NUMBER = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,15})(?:,(?P<decimals>[0-9]{1,6}))?")
_REMARK = re.compile(r" ?\([^()]*\)")
# What may follow the last part in the same sentence.
_TAIL = re.compile(r"(?:và )?(?:tăng|giảm|đạt|chiếm|bằng|so với|trong đó|nâng|tỷ lệ|qua đó|góp phần)\b")
# A number in front of these is no count; a part of each of many is no part.
_NO_COUNT = re.compile(
    r"(?is:.*\b(?:ngày|tháng|quý|năm|thứ|hạng|(?<!tổng )số|điều|khoản|điểm|mục|phần|kỳ|khóa|cấp|giai đoạn) )")
_OF_EACH = re.compile(r"\b(?:mỗi|bình quân|trung bình|lượt)\b")
_LEVELS = ("cấp tỉnh", "cấp huyện", "cấp xã")
_EXCLUSIVE = (_LEVELS, ("trước hạn", "đúng hạn", "quá hạn"), ("trước hạn", "đúng hạn", "trễ hạn"),
              ("trong hạn", "quá hạn"), ("trực tuyến", "trực tiếp", "bưu chính"))
# What is a kind of what: each part is one of the whole.
_ACTS = ("nghị quyết", "quyết định", "chỉ thị", "kế hoạch", "công văn", "thông báo", "báo cáo", "tờ trình", "hướng dẫn")
_STAFF = ("công chức", "viên chức", "cán bộ", "người", "lao động", "nam", "nữ", "thành viên")
_KINDS_OF = {"văn bản": _ACTS, "người": _STAFF, "cán bộ": _STAFF, "biên chế": _STAFF}
# By how much the sum may be off, of a whole of at least so many, for the parts to be meant as all of it.
_NEAR, _MANY = Decimal("0.05"), 20


class Part(NamedTuple):
    """A part of a list: its number and how many decimals that has, what stands in front and behind."""

    number: Decimal
    places: int
    label: str
    words: str


class Listing(NamedTuple):
    """A whole, what it counts, and its parts; whether these are promised to be all."""

    whole: Said
    noun: str
    parts: Sequence[Part]
    are_all: bool


def doubtful_parts(sentence: Sentence) -> Iterator[str]:
    """What is told of each list whose parts cannot be those of its whole."""
    for whole in sentence.numbers:
        if found := _listing(sentence, whole):
            yield from _told(found)


def _told(found: Listing) -> Iterator[str]:
    added, whole = total(part.number for part in found.parts), found.whole.number
    sum_of = " + ".join(format_number(part.number) for part in found.parts)
    kinds = _kinds(found)
    is_meant = _are_same(found) or not found.whole.is_measure and _is_near(added, whole)
    slack = _slack(found)
    is_all = found.are_all or kinds == set(_LEVELS)
    biggest = max(part.number for part in found.parts)
    if is_meant and (is_all and abs(added - whole) > slack or kinds and added > whole + slack):
        yield f"{sum_of} = {format_number(added)}, trong câu ghi tất cả là {found.whole.text}"
    elif not found.are_all and biggest > whole + slack and _are_same(found):
        yield f"trong {found.whole.text} có {format_number(biggest)}, nhiều hơn tất cả"


def _listing(sentence: Sentence, whole: Said) -> Listing | None:
    """The list that follows a number; None where none does, or one that cannot be read for certain."""
    if not whole.is_plain or whole.is_about or _NO_COUNT.fullmatch(sentence.before(whole)):
        return None
    behind = sentence.behind(whole)
    lead = _LEADS_IN.match(behind) or _IN_BRACKETS.match(behind)
    if not lead:
        return None
    listed = _region(behind[lead.end() :], is_bracketed=bool(lead["bracket"]))
    parts = None if listed is None or _OF_EACH.search(listed) else _parts(listed)
    is_bare = lead.re is _IN_BRACKETS
    found = Listing(whole, lead["noun"] or "", parts, not is_bare and bool(lead["all"])) if parts else None
    return None if found and is_bare and not _kinds(found) else found


def _region(behind: str, *, is_bracketed: bool) -> str | None:
    """What is listed: up to the bracket that closes, else up to the end of the sentence, remarks in brackets left out;
    None where that is not seen."""
    if is_bracketed:
        listed, closing, _ = behind.partition(")")
        return listed if closing and "(" not in listed else None
    listed = _REMARK.sub("", behind).rstrip(" .:")
    return None if "(" in listed or ")" in listed else listed


def _parts(listed: str) -> list[Part] | None:
    """The parts of a list, two or more; None where one of them is no number."""
    parts: list[Part] = []
    for piece in _PARTED.split(listed):
        if _TAIL.match(piece):
            break
        part = _part(piece)
        if part is None:
            return None
        parts.append(part)
    return parts if len(parts) > 1 else None


def _part(piece: str) -> Part | None:
    found = _PART.fullmatch(piece)
    number = _NUMBER.fullmatch(found["number"]) if found else None
    if not found or not number:
        return None
    label, words = found["label"].strip().lower(), found["words"].strip()
    is_called = not label or ":" in found["colon"] or any(kind in label for kinds in _EXCLUSIVE for kind in kinds)
    return Part(value_of(number[0]), len(number["decimals"] or ""), label, words) if is_called else None


def _kinds(found: Listing) -> set[str]:
    """The kinds that exclude each other, where each part is of another one of them; else none."""
    for kinds in _EXCLUSIVE:
        said = [[kind for kind in kinds if kind in f"{part.label} {part.words}".lower()] for part in found.parts]
        if all(len(each) == 1 for each in said) and len(one_each := {each[0] for each in said}) == len(said):
            return one_each
    return set()


def _are_same(found: Listing) -> bool:
    """Whether each part counts what the whole does, or a kind of it; a bare number does."""
    noun = found.noun.lower()
    kinds = next((kinds for whole, kinds in _KINDS_OF.items() if f"{noun} ".startswith(f"{whole} ")), ())
    nouns = (*noun.split()[:1], *kinds)
    return all(not part.words or _is_of(f"{part.words.lower()} ", nouns) for part in found.parts)


def _is_of(words: str, nouns: Sequence[str]) -> bool:
    return words.startswith(tuple(f"{noun} " for noun in nouns))


def _slack(found: Listing) -> Decimal:
    """By how much the sum may be off: numbers of things are exact."""
    places = [found.whole.places, *(part.places for part in found.parts)]
    is_exact = not found.whole.is_measure and not any(places)
    return Decimal(0) if is_exact else total(map(half_of_last, places))


def _is_near(added: Decimal, whole: Decimal) -> bool:
    return whole >= _MANY and abs(added - whole) <= _NEAR * whole
