"""Widths of columns: what is stated wins, words and numbers stand whole, the rest goes by how much text there is; what
does not fit is told with a way out that fits when it is followed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.setting import plain_setting
from vanban.findings import Finding, Place
from vanban.metrics import text_width
from vanban.model.document import VanBan
from vanban.model.grid import Grid, placed
from vanban.model.inline import Run, shown_text
from vanban.model.places import Places
from vanban.model.running_text import Paragraph, Text
from vanban.model.table import SO_THU_TU, BangBieu, Cot, Entry, Hang
from vanban.tables import draw
from vanban.the_thuc import KhoGiay
from vanban.units import Length, Mm
from vanban.web_addresses import is_web_address, unbreakable

SETTING = plain_setting(Places([Place("bang.yaml", 1)]))
THE_THUC = SETTING.the_thuc
MARGINS = 2 * THE_THUC.kieu["VB_Bang"].le_o
LONG = "Rà soát và ban hành kịp thời các quyết định quy định chức năng, nhiệm vụ, quyền hạn, cơ cấu tổ chức của từng cơ " \
    "quan hành chính theo nghị định của Chính phủ và thông tư hướng dẫn của các bộ"
ADDRESS = "https://dichvucong.vi-du.example/portaldvc/KenhTin/dich-vu-cong-truc-tuyen.aspx?_dv=THUTUCHANHCHINH2025"


def column(ma: str, tieu_de: str, do_rong: Length | None = None, ty_le: int | None = None) -> Cot:
    return Cot(ma, (Run(tieu_de),), do_rong, ty_le, de_trong=True)


def table(columns: Sequence[Cot], *rows: Sequence[str]) -> BangBieu:
    """A table of cells that are typed; "" for one that is not."""
    filled = (leaf for leaf in columns if leaf.ma != SO_THU_TU)
    names = [leaf.ma for leaf in filled]
    return BangBieu("bang", cot=tuple(columns), hang=tuple(
        Hang(tuple(Entry(ma, Text((Paragraph((Run(words),)),))) for ma, words in zip(names, row, strict=True) if words))
        for row in rows
    ))


def drawn(bang: BangBieu, kho_giay: KhoGiay = "doc") -> tuple[Grid, list[Finding]]:
    return draw(bang, VanBan("phu_luc", "pl", "", kho_giay=kho_giay), SETTING)


def grid_of(bang: BangBieu) -> Grid:
    """The grid of a table in which nothing is at fault."""
    grid, findings = drawn(bang)
    assert findings == []
    return grid


def room(text: str, bold: bool = False, slack: float = 1, letters: str = "") -> int:
    """The column in which a text stands on one line, with some slack or none."""
    return round(text_width(text, THE_THUC.kieu[f"VB_BangChu{letters}"].co_chu, bold=bold) * slack) + MARGINS


# What stands in the columns decides


def it_gives_text_the_room_that_numbers_and_dates_do_not_need() -> None:
    stt, viec, chu_tri, han, ghi_chu = grid_of(table(
        [column(SO_THU_TU, "STT"), column("viec", "Nội dung nhiệm vụ"), column("chu_tri", "Cơ quan chủ trì"),
         column("han", "Thời gian"), column("ghi_chu", "Ghi chú")],
        (LONG, "Sở Nội vụ", "Quý IV/2026", ""), ("Công khai dự toán ngân sách", "Sở Tài chính", "Năm 2026", ""),
    )).widths
    assert stt < Mm(14)
    assert chu_tri >= room("Sở Tài chính")
    assert han >= room("Quý IV/2026")
    assert ghi_chu >= Mm(15)
    assert viec > Mm(70)


def it_breaks_no_line_below_the_heads_where_all_have_room() -> None:
    """Names of units beside many columns of numbers, whose heads break instead."""
    numbers = [column(f"so_{each}", words) for each, words in enumerate(("Trực tiếp, bưu chính", "Trước hạn", "Đúng hạn") * 2)]
    for name in ("UBND phường Trường Vinh", "UBND xã Hưng Nguyên"):
        grid = grid_of(table([column("ten", "Đơn vị"), *numbers], ("Sở Nội vụ", *["8"] * 6), (name, *["49.960"] * 6)))
        assert grid.widths[0] >= room(name)
        assert all(width >= room("49.960") for width in grid.widths[1:])


def it_leaves_a_column_no_wider_than_its_longest_line_while_another_breaks_its_text() -> None:
    _, short = grid_of(table([column("a", "Nội dung"), column("b", "Ai")], (LONG, "Sở Y tế"))).widths
    assert short < room("Sở Y tế") * 1.05


def it_leaves_what_is_over_to_the_columns_with_most_text() -> None:
    stt, name, code = grid_of(table(
        [column(SO_THU_TU, "STT"), column("ten", "Tên đơn vị"), column("ma", "Mã")], ("Sở Nông nghiệp và Môi trường", "12"),
    )).widths
    assert name > stt + code


def it_leaves_room_in_cells_to_be_filled_in() -> None:
    name, *years = grid_of(table([column("ten", "Chỉ tiêu"), *(column(f"n{each}", "Số") for each in "abcd")],
                                 (LONG, "", "", "", ""))).widths
    assert all(width >= Mm(15) for width in years)
    assert name > Mm(60)


def it_keeps_a_stated_width_whatever_stands_there() -> None:
    grid = grid_of(table([column("a", "A", do_rong=Mm(100)), column("b", "B")], ("x", LONG)))
    assert grid.widths == (Mm(100), Mm(65))


def it_shares_by_stated_shares_where_a_column_says_one() -> None:
    a, b = grid_of(table([column("a", "A", ty_le=4), column("b", "B")], ("x", LONG))).widths
    assert abs(a - 4 * b) < Mm(0.1)


def it_gives_a_head_over_columns_what_its_longest_word_needs() -> None:
    word = "Nghiêngnghiêngngả"
    over = Cot("", (Run(word),), cot=(column("a", "1"), column("b", "2")))
    grid, findings = drawn(BangBieu("bang", cot=(over, column("c", "C")), hang=table(
        [column("a", "1"), column("b", "2"), column("c", "C")], ("", "", LONG)).hang))
    assert not findings
    assert grid.widths[0] + grid.widths[1] >= room(word, bold=True)


def it_measures_bold_words_as_they_print() -> None:
    bold = replace(table([column("a", "A"), column("b", "B", Mm(100))], ("", "x")), hang=(
        Hang((Entry("a", Text((Paragraph((Run("WWWWWWWWW", bold=True),)),))),)),))
    grid, _ = drawn(replace(bold, cot=(column("a", "A"), column("b", "B", Mm(124)))))
    assert grid.letters == "Nho"
    plain, _ = drawn(table([column("a", "A"), column("b", "B", Mm(124))], ("WWWWWWWWW", "x")))
    assert plain.letters == ""


def it_binds_a_number_to_its_word_only_where_both_have_room() -> None:
    grid = grid_of(table([column("a", "A", Mm(14)), column("b", "B", Mm(20)), column("c", "C")], ("Điều 15",) * 3))
    assert grid.bound == {1, 2}


# Web addresses


def it_takes_a_web_address_into_any_column_and_puts_no_sign_into_it() -> None:
    grid = grid_of(table([column("a", "Tên"), column("b", "Địa chỉ", do_rong=Mm(40))], ("Cổng", ADDRESS)))
    assert shown_text(grid.rows[0][1].paragraphs[0]) == ADDRESS


@pytest.mark.parametrize(("word", "pieces"), [
    ("https://a-b.vn/x?y=1", ["https://", "a-", "b.", "vn/", "x?", "y=", "1"]),
    ("vanthu@noivu.nghean.gov.vn", ["vanthu@noivu.", "nghean.", "gov.", "vn"]),
    ("nghean.gov.vn/tin", ["nghean.", "gov.", "vn/", "tin"]),
    ("3798/SNV-CCHC&VTLT", ["3798/SNV-CCHC&VTLT"]), ("15/7/2025", ["15/7/2025"]), ("TP.HCM", ["TP.HCM"]),
    ("1.250.000", ["1.250.000"]), ("2021-2030", ["2021-2030"]), ("ThS.Minh", ["ThS.Minh"]),
])
def it_parts_addresses_and_nothing_else(word: str, pieces: list[str]) -> None:
    assert unbreakable(word) == pieces
    assert is_web_address(word) == (len(pieces) > 1)


# What does not fit


@pytest.mark.parametrize(("columns", "row", "code", "hint"), [
    ([column("a", "A", do_rong=Mm(30)), column("b", "B")], ("2228/QĐ-UBND-NC.CCHC", "x"),
     "F110", "Ghi “do_rong” của cột “a” từ 46 trở lên, hoặc bỏ “do_rong” để máy chia."),
    ([column("a", "A", do_rong=Mm(30)), column("b", "B", do_rong=Mm(135))], ("2228/QĐ-UBND-NC.CCHC", "x"),
     "F110", "Giảm “do_rong” của cột “b” xuống 119 và ghi “do_rong: 46” ở cột “a”."),
    ([column("a", "A", do_rong=Mm(100)), column("b", "B", do_rong=Mm(100))], ("x", "x"),
     "F109", "Giảm “do_rong” của cột “a” xuống 65."),
    ([column("a", "A", do_rong=Mm(90)), column("b", "B", do_rong=Mm(90)), column("c", "C")], ("x", "x", "m" * 40),
     "F109", "Bỏ “do_rong” ở các cột “a”, “b” để máy chia."),
    ([column("a", "A"), column("b", "B")], ("m" * 32, "m" * 32), "F109", "Đặt giấy ngang: ghi “kho_giay: ngang” ở đầu tệp."),
    ([column("a", "A"), column("b", "B")], ("m" * 95, "x"), "F109", f"Tách chữ “{'m' * 95}” ở cột “a” bằng dấu cách."),
    ([column("a", "A", do_rong=Mm(36)), column("b", "B")], ("2228/QĐ-UBND.CC", "x"),
     "F120", "Muốn in chữ cỡ thường thì ghi “do_rong” của cột “a” từ 41 trở lên, hoặc bỏ “do_rong” để máy chia."),
])
def it_tells_a_way_out(columns: list[Cot], row: tuple[str, ...], code: str, hint: str) -> None:
    _, (fault,) = drawn(table(columns, row))
    assert (fault.code, fault.hint) == (code, hint)


def it_sends_the_wide_table_of_an_upright_type_to_an_annex() -> None:
    bang = table([column("a", "A"), column("b", "B")], ("m" * 32, "m" * 32))
    _, (fault,) = draw(bang, VanBan("ke_hoach", "kh", ""), SETTING)
    assert fault.hint == "Chuyển bảng sang một phụ lục đặt giấy ngang (“kho_giay: ngang”)."


@pytest.mark.parametrize(("wide", "letters", "told"), [(23, "", []), (25, "Nho", ["F120"]), (28, "NhoNhat", ["F120"])])
def it_takes_smaller_letters_before_it_refuses(wide: int, letters: str, told: list[str]) -> None:
    grid, findings = drawn(table([column(each, each) for each in "abc"], ["n" * wide] * 3))
    assert (grid.letters, [fault.code for fault in findings]) == (letters, told)


# Any table

WORDS = st.one_of(
    st.sampled_from(["", "x", "Sở Nội vụ", "Quý IV/2026", "1.250.000", "15/7/2025", "2021 - 2030", "Điều 5", ADDRESS, LONG,
                     "Quyết định số 2228/QĐ-UBND-NC.CCHC ngày 15 tháng 7 năm 2025"]),
    st.text(st.sampled_from("mi ế-/"), max_size=60).map(lambda text: " ".join(text.split())),
)
STATED = st.one_of(st.none(), st.integers(4, 120).map(Mm))


@st.composite
def tables(draw_of: st.DrawFn) -> BangBieu:
    count = draw_of(st.integers(1, 9))
    columns = [column(f"c{each}", draw_of(st.sampled_from(["A", "Nội dung", "Cơ quan chủ trì", "Năm 2025"])),
                      do_rong=draw_of(STATED)) for each in range(count)]
    rows = draw_of(st.lists(st.lists(WORDS, min_size=count, max_size=count), min_size=1, max_size=4))
    return table(columns, *rows)


def torn(grid: Grid, kho_giay: KhoGiay, slack: float = 1) -> list[str]:
    """Words that are wider than their cell, or nearly; what is wider than the page."""
    edges = [0, *accumulate(grid.widths)]
    over = ["bảng"] if edges[-1] > THE_THUC.trang.text_width(kho_giay) else []
    return over + [
        word for rows in (grid.head, grid.rows) for at, cell in placed(rows) for line in cell.paragraphs
        for word in shown_text(line).split(" ")
        if room("mmm" if is_web_address(word) else word, cell.role != "chu", slack, grid.letters) > edges[at + cell.columns] - edges[at]
    ]


@given(tables())
@settings(max_examples=150)
def it_lets_nothing_overflow_or_tells_a_way_out_that_works(bang: BangBieu) -> None:
    kho_giay: KhoGiay = "doc"
    for _ in range(80):
        grid, findings = drawn(bang, kho_giay)
        if not findings:
            assert torn(grid, kho_giay) == []
            assert grid.letters == ""
            return
        if findings[0].code == "F120":
            assert torn(grid, kho_giay) == []
            assert grid.letters
        else:
            assert torn(grid, kho_giay, slack=1.03)
            assert grid.letters == "NhoNhat"
        bang, kho_giay = followed(bang, kho_giay, findings[0])
    raise AssertionError(findings)


def followed(bang: BangBieu, kho_giay: KhoGiay, fault: Finding) -> tuple[BangBieu, KhoGiay]:
    """The table after an officer has done what the hint says."""
    told = dict(re.findall(r"“do_rong” của cột “(\w+)” xuống (\S+?)(?= và|\.$)", fault.hint))
    told |= {ma: width for width, ma in re.findall(r"“do_rong: (\S+)” ở cột “(\w+)”", fault.hint)}
    told |= dict(re.findall(r"hi “do_rong” của cột “(\w+)” từ (\S+) trở lên", fault.hint))
    widths = {ma: Mm(float(width.strip('"').replace(",", "."))) for ma, width in told.items()}
    widths |= dict.fromkeys(re.findall(r"“(c\d)”", fault.hint) if "ỏ “do_rong” ở các" in fault.hint else ())
    turned = "kho_giay: ngang" in fault.hint
    parted = re.search(r"ách chữ “(.*)” ở cột", fault.hint)
    half = "hia bảng thành hai" in fault.hint
    assert widths or turned or parted or half, fault
    leaves = tuple(replace(leaf, do_rong=widths.get(leaf.ma, leaf.do_rong)) for leaf in bang.cot)
    if half:
        leaves = leaves[: len(leaves) // 2]
    kept = {leaf.ma for leaf in leaves}
    return replace(bang, cot=leaves, hang=tuple(
        Hang(tuple(_parted(entry, parted[1]) if parted else entry for entry in row.entries if entry.cot in kept))
        for row in bang.hang
    )), "ngang" if turned else kho_giay


def _parted(entry: Entry, word: str) -> Entry:
    (paragraph,) = entry.noi_dung.blocks
    assert isinstance(paragraph, Paragraph)
    text = shown_text(paragraph.inlines).replace(word, f"{word[: len(word) // 2]} {word[len(word) // 2:]}")
    return replace(entry, noi_dung=Text((Paragraph((Run(text),)),)))


def it_adds_up_to_the_page_exactly() -> None:
    for count in range(1, 12):
        grid = grid_of(table([column(f"c{each}", "Cột") for each in range(count)], [LONG] * count))
        assert Length(sum(grid.widths)) == THE_THUC.trang.text_width()
