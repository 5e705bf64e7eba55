"""Annexes that hands name in a text: "Phụ lục 05", "Phụ lục I và Phụ lục II", "Phụ lục kèm theo"; those of another act
are told apart.
"""

import re
from collections.abc import Iterator

from vanban.lint.quoted import is_quoted
from vanban.numerals import roman

# Annexes by their numbers; not those of another act, whose name follows or stands right before, or which is amended.
_ACT = (
    "(?:Nghị định|Thông tư|Quyết định|Nghị quyết|Bộ luật|Luật|Pháp lệnh|Kế hoạch|Công văn|Hướng dẫn|Chỉ thị|Đề án|"
    "Chương trình|Báo cáo|Tờ trình|Thông báo|Kết luận|Quy định|Quy chế|Hợp đồng|Hiệp định|Chiến lược|Văn bản)"
)
_AMENDED = "".join(rf"(?<!{verb} )" for verb in ("[Tt]hay thế", "[Bb]ãi bỏ", "[Ss]ửa đổi", "[Bb]ổ sung"))
_NUMBER = r"(?:\d{1,2}[a-z]?|[IVX]+)\b(?![/.]\d)"
_NUMBERED = re.compile(
    rf"{_AMENDED}\b[Pp]hụ lục (?:số )?"
    rf"(?P<so>{_NUMBER}(?:(?:,|,? và| hoặc| đến) (?:[Pp]hụ lục )?(?:số )?{_NUMBER})*)"
)
_OF_ANOTHER = re.compile(
    rf",? (?:(?:được )?(?:ban hành )?kèm theo |của |tại |thuộc )?{_ACT}\b(?! này)|,? của (?!{_ACT} này)")
_NEAR = 60  # so many letters before an annex say whose it is
_BEHIND_ANOTHER = re.compile(r"\d/[A-ZĐ0-9][\w/-]*[ ,;(]+(?:tại |theo |ở )?$")
# Of a row of numbers those that are certainly annexes: “Phụ lục II, 15 xã” names one.
_ONE = re.compile(rf"(?:^|[Pp]hụ lục (?:số )?)({_NUMBER})|(?<!\w)([IVX]+)\b")
# Where several are announced each number is one's: “các Phụ lục số 1, 2, 3”.
_SEVERAL = re.compile(r"\b(?:[Cc]ác|[Nn]hững) $")
_EACH = re.compile(rf"(?<!\w){_NUMBER}")
# One that is named without its number, and all of them.
_BARE = re.compile(rf"{_AMENDED}\b(?P<all>(?:[Cc]ác|[Nn]hững) )?[Pp]hụ lục(?! (?:số )?{_NUMBER})\b")
# What changes another act speaks of the annexes of that: “Thay cụm từ … tại Điều 3 và Phụ lục II”, “Phụ lục II được bãi
# bỏ”.
_CHANGES = re.compile(
    r"(?:^|[.;:”] |\d\. )(?:Thay|Thay thế|Bãi bỏ|Bỏ|Sửa đổi|Bổ sung|Sửa đổi, bổ sung|Đính chính)"
    r" (?:các |một số |nội dung )?(?:cụm từ|từ|chữ|điểm|khoản|điều|mục|chương|phần|phụ lục|dòng|biểu|mẫu|số thứ tự)\b"
    r"[^.;“]*(?:“[^”]*”[^.;“]*)*$", re.IGNORECASE)
_CHANGED = re.compile(r"[^.;]{0,40}\b(?:được|bị) (?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính)\b")
_OWN = re.compile(r" (?:ban hành )?kèm theo (?:\w+ ){1,3}này\b")


def typed_annexes(words: str) -> Iterator[tuple[str, ...]]:
    """The numbers of the annexes that are named in a line, as they are typed ("05", "II"), those named together in one;
    another act's and quoted ones left out."""
    for found in _NUMBERED.finditer(words):
        if not _is_anothers(words, found):
            all_of_them = _SEVERAL.search(words, 0, found.start()) is not None
            yield (tuple(_EACH.findall(found["so"])) if all_of_them
                   else tuple("".join(one) for one in _ONE.findall(found["so"])))


def names_bare(words: str, how_many: int) -> bool:
    """Whether a line names the annexes of its document without a number: the one, or all of several."""
    return any((how_many == 1 or found["all"]) and not _is_anothers(words, found) for found in _BARE.finditer(words))


def plain_number(number: str) -> str:
    """"II", "02" and "2" are one number."""
    for value in range(1, 40):
        if number == roman(value):
            return str(value)
    return number.lstrip("0").lower()


def _is_anothers(words: str, found: re.Match[str]) -> bool:
    """Whether an annex is another act's, or quoted."""
    before = words[max(0, found.start() - _NEAR) : found.start()]
    return bool(_OF_ANOTHER.match(words, found.end()) or _BEHIND_ANOTHER.search(before)
                or is_quoted(words, found.start()) or _is_changed(words, found))


def _is_changed(words: str, found: re.Match[str]) -> bool:
    """Whether the sentence changes an annex of another act, and does not say that it is its own."""
    is_change = _CHANGES.search(words, 0, found.start()) or _CHANGED.match(words, found.end())
    return bool(is_change) and not _OWN.match(words, found.end())
