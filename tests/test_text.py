"""Vietnamese text: folding, first letters, what a line must not part."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.text import bind, bind_dashes, fold_ascii, lower_first, nfc, unbroken, upper_first, without_end

NBSP = "\N{NO-BREAK SPACE}"


def shown(text: str) -> str:
    """`text` with its non-breaking spaces as underscores."""
    return text.replace(NBSP, "_")


# Form


def it_composes_what_was_typed_in_pieces() -> None:
    assert nfc(unicodedata.normalize("NFD", "Điều lệ ủy ban")) == "Điều lệ ủy ban"


@pytest.mark.parametrize(("text", "ascii_text"), [
    ("Đường dây đỏ", "Duong day do"), ("ẵ ệ ỗ ử ỵ", "a e o u y"), ("ỦY BAN NHÂN DÂN", "UY BAN NHAN DAN"), ("x1 - y", "x1 - y"),
])
def it_folds_every_mark_and_the_bar_of_d(text: str, ascii_text: str) -> None:
    assert fold_ascii(text) == ascii_text
    assert fold_ascii(unicodedata.normalize("NFD", text)) == ascii_text


def it_folds_every_letter_of_the_language_to_ascii() -> None:
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    marked = [nfc(each + mark) for each in letters for mark in ("", *"\u0300\u0301\u0303\u0309\u0323")]
    assert [each for each in marked + [each.upper() for each in marked] if not fold_ascii(each).isascii()] == []


@pytest.mark.parametrize(("text", "small", "large"), [
    ("Đẩy mạnh CCHC", "đẩy mạnh CCHC", "Đẩy mạnh CCHC"), ("ủy ban", "ủy ban", "Ủy ban"), ("", "", ""), ("5 việc", "5 việc", "5 việc"),
    ("CCHC năm 2025", "CCHC năm 2025", "CCHC năm 2025"), ("Hội Người làm", "Hội Người làm", "Hội Người làm"), ("Ý", "ý", "Ý"),
])
def it_changes_the_first_letter_and_no_other(text: str, small: str, large: str) -> None:
    assert (lower_first(text), upper_first(text)) == (small, large)


# What stays on one line


@pytest.mark.parametrize(("text", "bound"), [
    ("theo Điều 1 và khoản 2 Mục II", "theo Điều_1 và khoản_2 Mục_II"),
    ("Phụ lục II, Phần I, Chương IV", "Phụ lục_II, Phần_I, Chương_IV"),
    ("số 76 ngày 15 tháng 7 năm 2021", "số_76 ngày_15 tháng_7 năm_2021"),
    ("Quý I, quý 2", "Quý_I, quý_2"),
    ("điểm đ khoản 1", "điểm_đ khoản_1"),
    ("Điểm a", "Điểm_a"),
    ("cột (6), cột 7, cột A", "cột_(6), cột_7, cột_A"),
    ("Bên A giao cho bên B, nhóm Đ, hạng A", "Bên_A giao cho bên_B, nhóm_Đ, hạng_A"),
    ("Bảng 2, biểu 1, Mẫu 1.4, hình 3, khóa XV", "Bảng_2, biểu_1, Mẫu_1.4, hình_3, khóa_XV"),
    ("TCVN ISO 9001:2015", "TCVN ISO_9001:2015"),
    ("trước ngày 15/7, năm 2021-2025, số 76/1", "trước ngày_15/7, năm_2021-2025, số_76/1"),
])
def it_binds_a_number_to_the_word_that_counts_it(text: str, bound: str) -> None:
    assert shown(bind(text)) == bound


@pytest.mark.parametrize("text", [
    "số 2228/QĐ-UBND", "số 4625/BNV-CCHC ngày", "trước ngày 31/10/2025.", "số 76/NQ-CP", "ngày 5/7/2025", "số 05-NQ/TU", "cột (a)", "biểu (6", "hội nghị 3",
    "Điều này", "dứt điểm 315 hồ sơ", "điểm an toàn", "Mục Tiêu", "khoản Ix", "vị trí thứ 5", "đạt 98 hồ sơ", "hằngnăm 2025", "bên An Giang", "bên AB", "loại a",
])
def it_leaves_what_is_not_counted(text: str) -> None:
    assert bind(text) == text


@pytest.mark.parametrize(("text", "bound"), [
    ("giai đoạn 2021 - 2030", "giai đoạn 2021_-_2030"),
    ("Hà Nội - Huế", "Hà Nội_- Huế"),
    ("2021-2030", "2021-2030"),
    ("2021 - nay", "2021_- nay"),
    ("năm 2021 - 2025 - 2030", "năm_2021_-_2025_-_2030"),
    ("2021 – 2030, Hà Nội – Huế", "2021_–_2030, Hà Nội_– Huế"),
    ("2021 -2030, 2021- 2030", "2021_-2030, 2021-_2030"),
    ("đạt 95 %, giảm 5 - 10%", "đạt 95_%, giảm 5_-_10%"),
    ("- 5 hồ sơ", "- 5 hồ sơ"),
])
def it_begins_no_line_with_a_dash_and_keeps_a_period_of_years_whole(text: str, bound: str) -> None:
    assert shown(bind(text)) == bound


def it_binds_a_dash_to_the_word_before_it_only() -> None:
    assert shown(bind_dashes("a - b - c")) == "a_- b_- c"
    assert bind_dashes("a-b") == "a-b"


@given(st.text(alphabet="Điều khoản số 1IVX-ađ. ", max_size=60))
def it_changes_nothing_but_spaces_when_it_binds(text: str) -> None:
    assert bind(text).replace(NBSP, " ") == text


def it_binds_again_what_is_bound_without_a_change() -> None:
    once = bind("Điều 1 - giai đoạn 2021 - 2030, điểm a")
    assert bind(once) == once


def it_takes_the_breaks_out_of_a_title() -> None:
    assert unbroken("Ủy ban nhân dân | tỉnh Nghệ An") == "Ủy ban nhân dân tỉnh Nghệ An"
    assert unbroken("một|hai  ba ") == "một hai ba"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Theo phân công.", "Theo phân công"), ("Theo phân công;  ", "Theo phân công"), ("Theo phân công./.", "Theo phân công"),
        ("Theo phân công/.", "Theo phân công"), ("Theo phân công ./. ", "Theo phân công"), ("các sở, v.v...", "các sở, v.v..."),
        ("các sở…", "các sở…"), ("gồm:", "gồm:"), ("https://a.vi-du.example/", "https://a.vi-du.example/"),
        ("https://a.vi-du.example/.", "https://a.vi-du.example/"), ("5 km/h", "5 km/h"), ("", ""),
    ],
)
def it_takes_only_the_punctuation_of_an_end(text: str, bare: str) -> None:
    assert without_end(text, "./.") == bare


@pytest.mark.parametrize("text", ["hành chính./.", "hành chính/.", "hành chính.", "hành chính ./."])
def it_takes_the_end_mark_of_the_state_away_where_another_stands(text: str) -> None:
    assert without_end(text, ".") == "hành chính"
