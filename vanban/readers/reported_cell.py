"""What a unit types for one figure → the figure: "1204", "ước 150,5", "không phát sinh", "x".

Nothing is made of what cannot be read: no zero, no guess. The words for "nothing" are four, and stay apart: 0, không
phát sinh (there was nothing to count), chưa có (not known yet), không thuộc thẩm quyền (not a matter of this unit).
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from vanban.model.indicators import ChiTieu
from vanban.model.so_lieu import Reported
from vanban.model.value import State
from vanban.numerals import LONGEST, decimals_of, format_number, parse_number, typed_number

_WORDS: Mapping[str, State] = {
    "không phát sinh": "khong_phat_sinh", "chưa có": "chua_co", "không thuộc thẩm quyền": "khong_thuoc_tham_quyen",
}
_BEFORE: Mapping[str, State] = {"ước": "uoc", "sơ bộ": "so_bo"}
_SIGNS = ("x", "0")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_ZERO = Decimal(0)
# What spreadsheets hold in place of words, and what they most likely mean.
_MEANT = {
    "-": "không phát sinh", "kps": "không phát sinh", "không có": "không phát sinh", "n/a": "chưa có", "...": "chưa có",
}
FORMS = "con số, “ước 150,5”, “sơ bộ 150,5”, “không phát sinh”, “chưa có” hoặc “không thuộc thẩm quyền”"


def parse_cell(text: str, chi_tieu: ChiTieu, year: int, line: int = 0) -> Reported:
    """The figure of `chi_tieu` that was typed in a period of `year`, in that line of its file; `text` is not blank.

    Raises ValueError, the fault and after "; " the way out, for what is no figure or cannot be one of that indicator.
    """
    if text.isdigit() and text.isascii() and len(text) <= LONGEST and chi_tieu.tinh_chat != "danh_dau":
        number = Decimal(text)  # what nearly all are
        _check(number, chi_tieu, year)
        return Reported(number, line=line)
    typed = " ".join(text.split())
    words = typed.lower()
    if state := _WORDS.get(words):
        return Reported(None, state, line)
    if words in _MEANT:
        raise ValueError(f"“{text}” không nói rõ; ghi “{_MEANT[words]}” nếu đúng là vậy, hoặc ghi con số")
    if chi_tieu.tinh_chat == "danh_dau":
        return _sign(text, words, line)
    before = next((word for word in _BEFORE if words.startswith(f"{word} ")), "")
    typed = typed[len(before) :].strip()
    number = _number(typed, chi_tieu)
    _check(number, chi_tieu, year, typed)
    return Reported(number, _BEFORE[before] if before else "chinh_thuc", line)


def typed_cell(reported: Reported) -> str:
    """What is typed for a figure, as `parse_cell` reads it; "?" for what could not be read."""
    if reported.number is not None:
        before = next((f"{word} " for word, state in _BEFORE.items() if state == reported.state), "")
        return before + typed_number(reported.number)
    return reported.sign or next((words for words, state in _WORDS.items() if state == reported.state), "?")


def _sign(text: str, words: str, line: int) -> Reported:
    if words not in _SIGNS:
        raise ValueError(f"“{text}” không phải là dấu; chỉ tiêu này ghi x (có) hoặc 0 (không)")
    return Reported(None, "chinh_thuc", line, words)


def _number(words: str, chi_tieu: ChiTieu) -> Decimal:
    unit = chi_tieu.don_vi_tinh.lower()
    if unit and words.lower() != unit and words.lower().endswith(unit):
        raise ValueError(f"“{words}” có kèm đơn vị tính; chỉ ghi {words[: -len(unit)].strip()}")
    if not chi_tieu.so_le and _GROUPED.fullmatch(words):  # it can only be a whole number
        raise ValueError(f"“{words}” có dấu phân cách hàng nghìn; viết {re.sub('[.,]', '', words)}")
    try:
        return parse_number(words)
    except ValueError as error:
        if any(map(str.isdigit, words)):
            raise
        raise ValueError(f"“{words}” không phải là số liệu; ghi {FORMS}") from error


def _check(number: Decimal, chi_tieu: ChiTieu, year: int, typed: str = "") -> None:
    """Raises ValueError for a number that the indicator cannot have, with what was `typed`; "": its digits alone."""
    typed = typed or typed_number(number)
    bounds = chi_tieu.gioi_han
    least, most = (bounds.tu_so, bounds.den_so) if bounds else (None, None)
    if number < (_ZERO if least is None else least):
        limit = "0" if least is None else typed_number(least)
        raise ValueError(f"“{typed}” nhỏ hơn {limit}, số nhỏ nhất có thể có; kiểm tra lại số này")
    if most is not None and number > most:
        limit = typed_number(most)
        raise ValueError(f"“{typed}” lớn hơn {limit}, số lớn nhất có thể có; kiểm tra lại số này")
    _check_decimals(number, chi_tieu, typed)
    if chi_tieu.tinh_chat == "thu_hang":
        _check_rank(number, chi_tieu, year)


def _check_decimals(number: Decimal, chi_tieu: ChiTieu, shown: str) -> None:
    """More than are printed would be rounded away, and nobody would see it."""
    if (places := decimals_of(number)) <= chi_tieu.so_le:
        return
    has = chi_tieu.so_le
    if not has:
        raise ValueError(f"“{shown}” có số lẻ mà chỉ tiêu này là số nguyên; ghi số nguyên, hoặc khai so_le trong sổ")
    raise ValueError(f"“{shown}” có {places} số lẻ mà sổ khai chỉ tiêu này in {has}; ghi {has} số lẻ, hoặc khai "
                     f"so_le: {places} trong sổ")


def _check_rank(number: Decimal, chi_tieu: ChiTieu, year: int) -> None:
    scale = next((each for each in chi_tieu.thang_do if each.holds(year)), None)
    if number < 1 or scale and number > scale.tong_so:
        of = f" trên {scale.tong_so}" if scale else ""
        raise ValueError(f"hạng {format_number(number)} không có{of}; kiểm tra lại số này")
