"""A folded text → its mentions, in order, with the days that they name."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import cast

from vanban.years.folding import Folded
from vanban.years.grammar import COUNT, COUNTED, LIST_BEFORE, MENTIONS, PATTERNS
from vanban.years.mention import Kind, Mention

_NUMBER = re.compile(r"\d+")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_QUARTERS = re.compile(r"(?<![^\WQ])(IV|III|II|I|[1-4])(?!\w)")
# Words behind which a number counts something: “in 2025 tờ rơi”.
_COUNTS = re.compile(
    r"(?:in|có|còn|gần|trên|dưới|khoảng|tổng|hơn|giảm|tăng|thêm|đạt|được|là|với|gồm|số|và|cho|cấp|nhận|giao|hành|lý|thoại|"
    r"lẻ|Điều|điều|khoản|[Mm]ục|phòng|mã|thành|xuống|lên|hồ sơ) ?$"
)
# Words behind which a year stands, or a number that counts what follows: “dự toán 2025 giao”, “vụ xuân 2026 gieo”.
_OF_A_YEAR = re.compile(
    r"\b(?:[Đđ]ến|[Hh]ết|[Cc]uối|[Gg]iữa|[Dd]ự toán|[Kk]ế hoạch|[Cc]hỉ tiêu|[Nn]iên độ(?: ngân sách)?|[Tt]uyển|"
    r"[Tt]uyển sinh|[Mm]ùa(?: \w+)?|[Vv]ụ(?: \w+){1,2}|DTI|PCI|PAPI|SIPAS|PAR INDEX|CCHC|[Xx]uân|[Hh]è|"
    r"Tết(?: Nguyên đán)?|(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)"
    r" (?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi)) ?$"
)
_COUNTED_THINGS = re.compile(
    r"\s*(?:đồng|tỷ|tỉ|triệu|nghìn|ngàn|tấn|tạ|ha|m|m2|km|người|hộ|lượt|hồ sơ|đơn vị|học sinh|học viên|thẻ|"
    r"công trình|biên chế|lao động|đảng viên|văn bản|cuộc|lớp|con|cây|chỗ|giường|thủ tục|suất|xuất|tờ|bộ|cái|bản|"
    r"sản phẩm|khách|mét|lần|điểm|USD)\b"
)
# What follows a year and no number: the end of its part of the sentence, or a word that counts nothing.
_NO_NUMBER = re.compile(r"\s*(?:[\t|,;.:)\n]|$)|\s+(?:và|là|đạt|đến|-|toàn|tỉnh|phải|được|của|cho|theo|tại)\b")
Days = tuple[date | None, date | None]


def spot(folded: Folded) -> Iterator[tuple[Mention, int, int]]:
    """The mentions of a text, each with where it begins and ends in the folded form."""
    for found in MENTIONS.finditer(folded.text):
        number = -1 if found["bare"] else int(str(found.lastgroup).removeprefix("k"))
        kind = cast(Kind, PATTERNS[number][0])
        start, end = found.span("bare") if found["bare"] else found.span()
        if found["bare"] and not _is_a_year(folded.text, start, end):
            continue
        words = folded.text[start:end]
        told = _wrong_count(words) if kind == "cua_so" else ""
        first, last = _days(kind, words)
        typed_at = folded.offsets[start], folded.offsets[end]
        yield Mention(kind, *typed_at, " ".join(words.split()), first, last, told), start, end


def _is_a_year(text: str, start: int, end: int) -> bool:
    """Whether a number without the word “năm” is a year: in a list of years or in brackets, behind a word that
    takes no number, alone in its cell or line."""
    before, after = text[max(0, start - 60):start], text[end:end + 12]
    if LIST_BEFORE.search(before) or _OF_A_YEAR.search(before) and not _COUNTED_THINGS.match(after):
        return True
    if before.endswith("(") or re.search(r"\w ?$", before) and not _COUNTS.search(before):
        return bool(_NO_NUMBER.match(after))
    line = before[before.rfind("\n") + 1:]
    cell = re.split(r"[\t|]", line)[-1]
    return not cell.strip() and bool(re.match(r"\s*(?:[\t|\n]|$)", after))


def _wrong_count(words: str) -> str:
    """What is told of a window whose number of years is not that of its years; "" for none."""
    typed = COUNT.match(words)
    years = [int(year) for year in re.findall(r"(?:19|20)\d\d", words)]
    counted = years[-1] - years[0] + 1
    number = COUNTED.get(typed[0].lower(), 0) if typed and not typed[0].isdecimal() else int(typed[0] if typed else 0)
    # Of ten years and more, as of an anniversary, the first one may not be counted: “80 năm (1945 - 2025)”.
    if number == counted or number == counted - 1 >= 10:
        return ""
    return f"ghi {number:02} năm nhưng từ {years[0]} đến {years[-1]} là {counted:02} năm"


def _days(kind: str, words: str) -> Days:
    """The first and the last day that a mention names; None where it names none, or one that no calendar has."""
    numbers = [int(number) for number in _NUMBER.findall(words)]
    years = [number for number in numbers if number >= 1900]
    if not years or kind in ("so_co_nam", "hang_nam", "so_thu_tu"):
        return None, None
    match kind:
        case "ngay":
            return _day(numbers)
        case "thang":
            months = [number for number in numbers if number <= 12]
            return _months(years[0], months[0], years[-1], months[-1]) if months else (None, None)
        case "quy":
            quarters = [_ROMAN.get(each) or int(each) for each in _QUARTERS.findall(words)]
            return _months(years[0], 3 * quarters[0] - 2, years[-1], 3 * quarters[-1])
        case "nua_nam":
            return _months(years[0], *((1, years[0], 6) if "đầu" in words else (7, years[0], 12)))
        case "nam_hoc":
            return _months(years[0], 9, years[-1], 8)
        case _:
            return date(years[0], 1, 1), date(years[-1], 12, 31)


def _day(numbers: list[int]) -> Days:
    """A whole date; of one with blanks the month or the year that it names."""
    if len(numbers) == 3:
        try:
            day = date(numbers[2], numbers[1], numbers[0])
        except ValueError:
            return date(numbers[2], 1, 1), date(numbers[2], 12, 31)
        return day, day
    if len(numbers) == 2 and 1 <= numbers[0] <= 12:
        return _months(numbers[1], numbers[0], numbers[1], numbers[0])
    return date(numbers[-1], 1, 1), date(numbers[-1], 12, 31)


def _months(year: int, month: int, last_year: int, last_month: int) -> Days:
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])
