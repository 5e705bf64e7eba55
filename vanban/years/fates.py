"""The role of a mention, its years and days → what becomes of it in the new year, and why."""

from collections.abc import Callable, Mapping
from datetime import date

from vanban.dates import short_date
from vanban.years.mention import Fate, Mention, Turn

# A deadline so soon after the signing was set by when the text was signed, not by the calendar.
_SOON = 31
_WEEKEND = {5: "thứ Bảy", 6: "Chủ nhật"}
Verdict = tuple[Fate, str]


def fate(role: str, mention: Mention, turn: Turn) -> Verdict:
    """What becomes of a mention with that role, and why in a clerk's words."""
    if mention.contradicts:
        return "hoi", f"Tự mâu thuẫn: {mention.contradicts}"
    return _FATES[role](mention, turn)


def role_by_year(role: str, mention: Mention, turn: Turn) -> str:
    """A target is reached or still ahead; one that lies behind was a result, or long ago."""
    if role != "target" or mention.last is None:
        return role
    year = mention.last.year
    if year >= turn.new:
        return "target_ahead"
    return "target_reached" if year >= turn.old else "last_year_results" if year == turn.old - 1 else "event"


def _stays(reason: str) -> Callable[[Mention, Turn], Verdict]:
    return lambda _mention, _turn: ("giu", reason)


def _asks(reason: str) -> Callable[[Mention, Turn], Verdict]:
    return lambda _mention, _turn: ("hoi", reason)


def _recomputed(reason: str) -> Callable[[Mention, Turn], Verdict]:
    return lambda _mention, _turn: ("tinh_lai", reason)


def _moved(mention: Mention, turn: Turn, reason: str) -> Verdict:
    """Moves, with what the calendar says of the new day."""
    if mention.last is None:
        return "giu", "Không ghi năm"
    by = turn.new - turn.old
    day = mention.last if mention.kind == "ngay" and mention.first == mention.last else None
    if day and (day.month, day.day) == (2, 29):
        return "hoi", f"Năm {day.year + by} có thể không có ngày 29/2"
    words = f"{reason}: {mention.moved(by)}"
    new = date(day.year + by, day.month, day.day) if day else None
    if new and new.weekday() in _WEEKEND:
        words += f" (ngày {short_date(new)} là {_WEEKEND[new.weekday()]})"
    return "chuyen", words


def _own_year(mention: Mention, turn: Turn) -> Verdict:
    if mention.kind == "nua_nam" and "cuối" in mention.words:
        return "hoi", "6 tháng cuối năm: văn bản năm sau thường cho cả năm"
    return _moved(mention, turn, "Năm của văn bản")


def _deadline(mention: Mention, turn: Turn) -> Verdict:
    if mention.kind == "nua_nam" and "cuối" in mention.words:
        return "hoi", "6 tháng cuối năm: văn bản năm sau thường cho cả năm"
    if mention.kind == "hang_nam" or mention.last is None:
        return "giu", "Thời hạn không ghi năm"
    if mention.kind in ("giai_doan", "cua_so"):
        return _period(mention, turn)
    if turn.signed and mention.last < turn.signed and mention.last.year >= turn.old - 1:
        return "hoi", "Thời hạn đã qua khi ký"
    if turn.signed and 0 <= (mention.last - turn.signed).days <= _SOON:
        return "hoi", f"Thời hạn {(mention.last - turn.signed).days} ngày sau khi ký ({short_date(turn.signed)})"
    if mention.last.year < turn.old:
        return ("hoi", "Thời hạn năm trước") if mention.last.year == turn.old - 1 else ("giu", "Thời hạn đã qua từ lâu")
    if mention.last.year > turn.old and not turn.is_yearly:
        return "giu", "Thời hạn của văn bản nhiều năm, chưa đến"
    if turn.goes_on:
        return "hoi", "Việc một lần của văn bản nhiều năm"
    if mention.last.year > turn.new:
        return "giu", f"Thời hạn sau năm {turn.old}, sang năm {turn.new} vẫn chưa đến"
    return _moved(mention, turn, "Thời hạn")


def _period(mention: Mention, turn: Turn) -> Verdict:
    if mention.last is None:
        return "giu", "Không ghi năm"
    if mention.last.year >= turn.new:
        return "giu", "Giai đoạn chưa kết thúc"
    if mention.last.year >= turn.old - 1:
        return "hoi", f"Giai đoạn kết thúc trước năm {turn.new}"
    return "giu", "Giai đoạn đã qua từ lâu"


def _rolling(mention: Mention, turn: Turn) -> Verdict:
    if mention.first and mention.last and mention.first.year <= turn.new and mention.last.year >= turn.new:
        return _moved(mention, turn, "Cửa sổ trượt theo năm")
    return _period(mention, turn)


def _results(mention: Mention, turn: Turn) -> Verdict:
    if mention.last is None or mention.last.year < turn.old - 1:
        return "giu", "Số liệu của năm đã qua từ lâu"
    return "hoi", "Kết quả, số liệu của năm trước; cập nhật theo số liệu mới"


def _event(mention: Mention, turn: Turn) -> Verdict:
    since = turn.old if mention.kind == "nam" else turn.old - 1
    if mention.last and since <= mention.last.year < turn.new:
        return "hoi", f"Việc của năm {mention.last.year}; sang năm {turn.new} còn nhắc hay không"
    return "giu", "Việc có ngày, năm cố định"


def _onwards(mention: Mention, turn: Turn) -> Verdict:
    if mention.last and turn.old <= mention.last.year <= turn.new:
        return _moved(mention, turn, "Năm của văn bản và các năm sau")
    return "giu", "Mốc bắt đầu cố định"


_FATES: Mapping[str, Callable[[Mention, Turn], Verdict]] = {
    "own_title": _own_year,
    "own_year": _own_year,
    "own_signing": _asks("Ngày ký, ngày ban hành: để trống, hỏi lại"),
    "own_effect": _asks("Ngày có hiệu lực của chính văn bản"),
    "own_reference": _recomputed("Dẫn chiếu văn bản mà nó kèm theo; máy ghi lại theo văn bản mới"),
    "own_deadline": _deadline,
    "citation": _stays("Số, ngày của văn bản được viện dẫn"),
    "act_title": _stays("Trong tên văn bản, chương trình, đề án hoặc lời trích"),
    "one_year_act": _asks("Văn bản của riêng một năm"),
    "period": _period,
    "rolling_window": _rolling,
    "onwards": _onwards,
    "recurring": _stays("Việc lặp lại"),
    "baseline": _stays("Mốc so sánh"),
    "target_reached": _asks("Mục tiêu đến hạn trước năm mới"),
    "target_ahead": _stays("Mục tiêu chưa đến hạn"),
    "last_year_results": _results,
    "turning_point": _stays("Mốc thời gian cố định"),
    "event": _event,
    "name": _stays("Tên gọi, không phải thời gian"),
    "unknown": _asks("Chưa rõ vai trò của năm này"),
}
ROLES = tuple(_FATES)
