"""Totals: what adds up is added up; rates, means, scores and ranks never are; a right typed total is accepted."""

import re
from pathlib import Path

import pytest

from tests.support.content import checked
from vanban.findings import Finding
from vanban.model.grid import Cell
from vanban.model.inline import shown_text
from vanban.model.table import BangBieu

PLAN = """\
loai_van_ban: ke_hoach
ma: kh
co_quan: ubnd_nghe_an
trich_yeu: Thử hàng tổng
ngay_du_kien: 15/7/2025
muc_tieu: [{{chi_tieu: ty_le_dung_han, so_sanh: bang, gia_tri: 95}}]
de_muc:
  - tieu_de: Số liệu
    noi_dung: Như sau.
noi_nhan: [Bộ Nội vụ]
luu: VT
nguoi_ky: nguyen_van_a
bang_bieu:
  - ma: bang
    quan_he: [{relations}]
    cot:
      - {{ma: ten, tieu_de: Tên}}
{columns}
    hang:
{rows}
"""


def told(folder: Path, columns: list[str], rows: list[str], *relations: str) -> tuple[BangBieu, list[Finding]]:
    """The table, and what is found in it. A column is "ma" or "ma: Tiêu đề, more", a row what stands in its cells;
    "_" is a cell that is left out, the row that begins with "=" a total."""
    ids = [column.partition(":")[0] for column in columns]
    text = PLAN.format(
        relations=", ".join(f'"{relation}"' for relation in relations),
        columns="\n".join(f"      - {{ma: {ma}, tieu_de: {_title(column)}, kieu_o: so}}"
                          for ma, column in zip(ids, columns, strict=True)),
        rows="\n".join(_row(ids, row) for row in rows),
    )
    if not relations:
        text = text.replace("    quan_he: []\n", "")
    result = checked(folder, kh=text)
    return result.sets[0].van_ban.bang_bieu[0], list(result.findings)


def _title(column: str) -> str:
    return column.partition(":")[2].strip() or f"Cột {column}"


def _row(ids: list[str], row: str) -> str:
    cells = row.removeprefix("=").split()
    typed = "".join(f', {ma}: "{cell}"' for ma, cell in zip(ids, cells, strict=False) if cell != "_")
    return f"      - {{ten: X{', tong_cong: true' if row.startswith('=') else ''}{typed}}}"


def last(table: BangBieu) -> list[str]:
    """The words of the cells of the last row, without its name."""
    assert table.grid
    return [_words(cell) for cell in table.grid.rows[-1][1:]]


def _words(cell: Cell) -> str:
    return " / ".join(map(shown_text, cell.paragraphs))


def codes(found: list[Finding]) -> list[str]:
    return [each.code for each in found]


# Rates


def it_gives_a_rate_of_the_totals_where_a_relation_says_how(tmp_path: Path) -> None:
    table, found = told(tmp_path, ["tong", "dung", "ty_le: Tỷ lệ (%)"], ["100 90 90", "300 300 100", "="],
                        "ty_le = 100 * dung / tong")
    assert last(table) == ["400", "390", "97,5"]
    assert found == []


@pytest.mark.parametrize(("rows", "total"), [
    (["3 1 33", "3 1 33", "="], "33,33"), (["3 1 33,3333", "3 1 33,3333", "="], "33,3333"),
    (["4 2 50,0", "4 2 50,0", "="], "50,0"), (["8 1 12,5", "8 1 12,5", "="], "12,5"), (["0 0 0", "0 0 0", "="], ""),
])
def it_shows_a_rate_as_its_rows_do_and_up_to_two_decimals_where_it_needs_them(
    rows: list[str], total: str, tmp_path: Path
) -> None:
    table, found = told(tmp_path, ["tong", "dung", "ty_le"], rows, "ty_le = 100 * dung / tong")
    assert last(table)[-1] == total
    assert found == []


HEADS = [
    "Tỷ lệ", "Tỉ lệ đúng hạn", "Đúng hạn (%)", "Số hồ sơ bình quân một ngày", "Điểm", "Điểm đánh giá", "Thứ hạng",
    "Chỉ số hài lòng", "Đơn giá", "Tốc độ tăng", "Năm sinh", "Chỉ số PAR INDEX", "Năm", "Xếp thứ", "Năng suất (tạ)", "Sản lượng (kg/người)",
    "Lãi suất", "Mật độ dân số", "Giá bán lẻ", "Mức độ hoàn thành", "So với cùng kỳ", "Bậc lương", "Nhiệt độ", "Mã ngân sách", "Số điện thoại",
    "TL đúng hạn", "T.lệ", "Tăng trưởng", "So cùng kỳ năm trước", "Kết quả/kế hoạch", "Thuế suất", "Tỷ giá", "Hiệu suất", "Độ che phủ rừng", "Tỷ số giới tính",
    "TB", "Thu nhập đầu người", "Hồ sơ/ngày", "Giá trị trung vị", "Cao nhất", "Tối đa", "Giá", "Mức giá", "Mức lương", "Độ cao", "Vĩ độ", "Năm hoàn thành",
    "Lớp", "Tháng", "Quý", "Khóa", "Vị trí", "Tiến độ", "Mức đạt",
    "Mức thưởng", "Mức chi (đồng/buổi)", "Mức lương (đồng)", "Mức giá (đồng)", "Mức hỗ trợ (đồng/hộ)", "Mức chi (tháng)",
]


@pytest.mark.parametrize("head", HEADS)
def it_leaves_blank_what_does_not_add_up_and_says_so_once(head: str, tmp_path: Path) -> None:
    table, found = told(tmp_path, ["so_luong", f"mot: {head}", f"hai: {head}"], ["1 2 3", "1 2 3", "="])
    assert last(table) == ["2", "", ""]
    assert codes(found) == ["D105"]
    assert found[0].level == "info"
    assert "“mot”, “hai”" in found[0].message


@pytest.mark.parametrize("head", [
    "Số lượng", "Giá trị sản xuất", "Mức độ 4", "Sản lượng (tấn)", "Điển hình", "Hạng mục", "Điểm bưu điện", "Năm 2025", "Tổng số", "Trung ương", "Chỉ tiêu giao", "Tỷ đồng", "Điều chỉnh",
    "Số xã/phường", "Xã/phường", "Đồng", "Tháng 1", "Quý I", "Độ dài tuyến (km)", "Lớp 1", "Cấp xã", "Thực hiện (kế hoạch/năm)", "Tổng thu/chi",
    "Mức thưởng (đồng)", "Mức hỗ trợ (triệu đồng)", "Mức chi (nghìn đồng)", "Mức thưởng (đơn vị đồng)", "Mức hưởng (VNĐ)",
])
def it_adds_up_what_only_begins_alike(head: str, tmp_path: Path) -> None:
    table, found = told(tmp_path, [f"mot: {head}"], ["1", "2", "="])
    assert last(table) == ["3"]
    assert found == []


@pytest.mark.parametrize(("head", "cells", "codes_"), [
    ("Hiệu quả", ["95,5", "96,2"], ["D113"]), ("Kết quả", ["1,5", "2"], ["D113"]), ("Hiệu quả", ["95", "96"], []),
    ("Diện tích (ha)", ["1,5", "2,5"], []), ("Kết quả (triệu đồng)", ["1,5", "2,5"], []), ("Kinh phí", ["1,5", "2,5"], []),
    ("Hàm lượng", ["1,5", "2,5"], ["D113"]),
])
def it_says_once_that_it_adds_decimals_of_which_nothing_is_said(
    head: str, cells: list[str], codes_: list[str], tmp_path: Path
) -> None:
    table, found = told(tmp_path, [f"mot: {head}", f"hai: {head}"], [f"{cell} {cell}" for cell in cells] + ["="])
    assert "" not in last(table)
    assert codes(found) == codes_


@pytest.mark.parametrize(("head", "printed"), [("Năm hoàn thành", "2024"), ("Năm", "2024"), ("Năm 2025", "2.024"), ("Số hồ sơ", "2.024")])
def it_prints_a_year_without_a_dot(head: str, printed: str, tmp_path: Path) -> None:
    table, _ = told(tmp_path, [f"mot: {head}"], ["2024", "2025"])
    assert table.grid
    assert _words(table.grid.rows[-2][-1]) == printed


def it_knows_a_rate_by_the_head_above(tmp_path: Path) -> None:
    text = PLAN.format(relations="", columns="      - {tieu_de: Tỷ lệ, cot: [{ma: mot, tieu_de: Sớm, kieu_o: so}]}",
                       rows="      - {ten: X, mot: 1}\n      - {ten: Y, mot: 2}\n      - {ten: T, tong_cong: true}")
    assert codes(list(checked(tmp_path, kh=text.replace("    quan_he: []\n", "")).findings)) == ["D105"]


def it_knows_a_rate_by_the_unit_of_a_figure(tmp_path: Path) -> None:
    table, found = told(tmp_path, ["mot: Mục tiêu"], ["_", "_", "="])
    text = PLAN.format(
        relations="", columns="      - {ma: mot, tieu_de: Mục tiêu, kieu_o: so}",
        rows='      - {ten: X, mot: "{{ muc_tieu.ty_le_dung_han | so }}"}\n      - {ten: Y, mot: 5}\n'
             "      - {ten: T, tong_cong: true}",
    )
    found = list(checked(tmp_path, kh=text.replace("    quan_he: []\n", "")).findings)
    assert codes(found) == ["D105"]
    assert table.grid


def it_adds_no_figures_of_different_units(tmp_path: Path) -> None:
    text = PLAN.format(
        relations="",
        columns="      - {ma: don_vi_tinh, tieu_de: Đơn vị tính}\n      - {ma: mot, tieu_de: Kết quả, kieu_o: so}",
        rows="      - {ten: X, don_vi_tinh: hồ sơ, mot: 1}\n      - {ten: Y, don_vi_tinh: UNIT, mot: 2}\n"
             "      - {ten: T, tong_cong: true, don_vi_tinh: UNIT}",
    ).replace("    quan_he: []\n", "")
    assert codes(list(checked(tmp_path, kh=text.replace("UNIT", "thủ tục")).findings)) == ["D105"]
    assert codes(list(checked(tmp_path, kh=text.replace("UNIT", "hồ sơ")).findings)) == []


# What was typed


@pytest.mark.parametrize(("typed", "relation", "code"), [
    ("97,5", "", ""), ("90", "", ""), ("97,5", "ty_le = 100 * dung / tong", ""), ("98", "ty_le = 100 * dung / tong", ""),
    ("95", "ty_le = 100 * dung / tong", "D104"), ("190", "ty_le = 100 * dung / tong", "D104"),
])
def it_accepts_a_typed_rate_and_holds_it_to_its_relation(typed: str, relation: str, code: str, tmp_path: Path) -> None:
    table, found = told(tmp_path, ["tong", "dung", "ty_le: Tỷ lệ (%)"], ["100 90 90", "300 300 100", f"=_ _ {typed}"],
                        *filter(None, [relation]))
    assert last(table) == ["400", "390", typed]
    assert codes(found) == [code] * bool(code)


@pytest.mark.parametrize(("way", "total", "code"), [
    ("cong", "190", ""), ("khong", "", ""), ("go", "", "D103"), ("quan_he", "", "D103"),
])
def it_does_what_the_column_states(way: str, total: str, code: str, tmp_path: Path) -> None:
    table, found = told(tmp_path, [f"ty_le: Tỷ lệ, cach_tong: {way}"], ["90", "100", "="])
    assert last(table) == [total]
    assert codes(found) == [code] * bool(code)


def it_prints_what_was_typed_whatever_the_column_states(tmp_path: Path) -> None:
    for way in ("khong", "go", "quan_he"):
        table, found = told(tmp_path, [f"diem: Điểm, cach_tong: {way}"], ["90", "100", "=95"])
        assert (last(table), codes(found)) == (["95"], [])


# Blanks and what was not read


def it_counts_blanks_as_blank_where_they_are_allowed(tmp_path: Path) -> None:
    columns = ["mot: Một, de_trong: true"]
    table, found = told(tmp_path, columns, ["1", "_", "4", "="])
    assert (last(table), codes(found)) == (["5"], [])
    assert table.hang[-1].value("mot").state == "chua_du"
    assert codes(told(tmp_path, columns, ["1", "_", "4", "=5"])[1]) == []
    assert codes(told(tmp_path, columns, ["1", "_", "4", "=7"])[1]) == ["D104"]
    assert last(told(tmp_path, columns, ["_", "_", "="])[0]) == [""]


def it_tells_a_missing_cell_once(tmp_path: Path) -> None:
    assert codes(told(tmp_path, ["mot"], ["1", "_", "="])[1]) == ["C107"]
    assert codes(told(tmp_path, ["mot"], ["1", "_", "=7"])[1]) == ["C107"]


def it_works_out_no_rate_of_sums_over_blanks(tmp_path: Path) -> None:
    columns = ["tong: Tổng, de_trong: true", "dung: Đúng, de_trong: true", "ty_le: Phần, de_trong: true"]
    table, found = told(tmp_path, columns, ["100 _ _", "300 300 100", "="], "ty_le = 100 * dung / tong")
    assert last(table) == ["400", "300", ""]
    assert codes(found) == ["D105"]
    assert found[0].message == (
        "Hàng tổng để trống cột “ty_le”: cột này tính theo quan hệ, mà ô của cột “dung” còn trống ở dòng "
        f"{found[0].line - 2}."
    )
    assert found[0].hint == "Điền ô ấy, hoặc gõ số tổng của cột “ty_le” ở hàng này."


def it_works_out_a_rate_of_sums_that_leave_out_the_same_rows(tmp_path: Path) -> None:
    columns = ["tong: Tổng, de_trong: true", "dung: Đúng, de_trong: true", "ty_le: Phần, de_trong: true"]
    table, found = told(tmp_path, columns, ["100 90 90", "_ _ _", "300 300 100", "="], "ty_le = 100 * dung / tong")
    assert (last(table), found) == (["400", "390", "97,5"], [])
    assert table.hang[-1].value("ty_le").state == "chua_du"


def it_says_which_total_a_rate_lacks(tmp_path: Path) -> None:
    columns = ["tong: Tổng, cach_tong: khong", "dung", "ty_le: Phần"]
    _, (fault,) = told(tmp_path, columns, ["100 90 90", "300 300 100", "="], "ty_le = 100 * dung / tong")
    assert fault.code == "D105"
    assert "mà cột “tong” ở hàng tổng không có số" in fault.message


def it_names_some_lines_of_many_blanks(tmp_path: Path) -> None:
    columns = ["tong", "dung: Đúng, de_trong: true", "ty_le: Phần, de_trong: true"]
    _, (fault,) = told(tmp_path, columns, ["100 90 90", *["100 _ _"] * 5, "="], "ty_le = 100 * dung / tong")
    assert re.search(r"ở dòng \d+, \d+, \d+ và 2 dòng nữa\.$", fault.message)


# A slip in the id of a column


SLIPS = """\
loai_van_ban: phu_luc
ma: pl
trich_yeu: Bảng
bang_bieu:
  - ma: ket_qua
    danh_so_cot: true
    quan_he: [tiep_nhan = dung_han + tre_han, ty_le = 100 * dung_han / tiep_nhan]
    cot:
      - {ma: don_vi, tieu_de: Đơn vị}
      - {ma: tiep_nhan, tieu_de: Tiếp nhận, kieu_o: so}
      - {ma: dung_han, tieu_de: Đúng hạn, kieu_o: so}
      - {ma: tre_han, tieu_de: Trễ hạn, kieu_o: so}
      - {ma: ty_le, tieu_de: Tỷ lệ, kieu_o: so}
      - {ma: diem_so, tieu_de: Điểm, kieu_o: so, cach_tong: go}
    hang:
      - {don_vi: Sở A, tiep_nhan: 10, dung_han: 9, tre_han: 1, ty_le: 90, diem_so: 8}
      - {don_vi: Sở B, tiep_nhan: 10, dung_han: 9, tre_han: 1, ty_le: 90, diem_so: 8}
      - {don_vi: Cộng, tong_cong: true, diem_so: 8}
"""
NAMES_COLUMN = "loai_van_ban: ke_hoach\nma: kh\ntrich_yeu: Thử\nco_quan: ubnd_nghe_an\nngay_du_kien: 15/7/2025\n" \
    "de_muc: [{tieu_de: A, noi_dung: 'Theo [[ket_qua.dung_han]].'}]\nnoi_nhan: [Bộ Nội vụ]\nluu: VT\n" \
    "nguoi_ky: nguyen_van_a\nkem_theo: [pl]\n"


def it_finds_nothing_where_no_id_has_a_slip(tmp_path: Path) -> None:
    assert checked(tmp_path, kh=NAMES_COLUMN, pl=SLIPS).findings == ()


@pytest.mark.parametrize("place", [found.span() for found in re.finditer(r"\b(?:dung_han|tiep_nhan|diem_so)\b", SLIPS)],
                         ids=lambda place: f"{SLIPS[:place[0]].count(chr(10)) + 1}:{SLIPS[slice(*place)]}")
def it_tells_of_a_slip_in_the_id_of_a_column_and_of_nothing_that_follows_from_it(
    place: tuple[int, int], tmp_path: Path
) -> None:
    start, end = place
    found = checked(tmp_path, kh=NAMES_COLUMN, pl=f"{SLIPS[:end - 1]}{SLIPS[end:]}").findings
    assert codes(list(found)) == ["S311"]
    assert SLIPS[start:end] in found[0].message + found[0].hint


def it_tells_of_a_slip_in_a_reference_once(tmp_path: Path) -> None:
    found = checked(tmp_path, kh=NAMES_COLUMN.replace("dung_han", "dung_hn"), pl=SLIPS).findings
    assert codes(list(found)) == ["R101"]


@pytest.mark.parametrize("refused", ["1.000", "1,000", "nhiều", "12 hồ sơ"])
def it_prints_and_tells_nothing_more_of_what_was_not_read(refused: str, tmp_path: Path) -> None:
    relations = "hai = mot + 1", "phan = 100 * mot / hai"
    rows = [f"{refused.replace(' ', '')} 7 9", "1 2 50", "="]
    table, found = told(tmp_path, ["mot", "hai", "phan"], rows, *relations)
    assert codes(found) == ["S207"]
    assert last(table) == ["", "9", ""]
    assert table.hang[-1].value("mot").number is None
    assert table.hang[-1].value("phan").state == "khong_doc_duoc"


# Relations and totals


def it_holds_no_total_to_a_relation_of_rows_alone(tmp_path: Path) -> None:
    """A price times a number is no relation between their totals."""
    table, found = told(tmp_path, ["so_luong", "don_gia: Đơn giá", "tien"], ["2 3 6", "4 5 20", "=6 4 26"],
                        "tien = so_luong * don_gia")
    assert (last(table), codes(found)) == (["6", "4", "26"], [])
    table, found = told(tmp_path, ["mot", "hai"], ["3 2", "4 3", "="], "mot = hai + 1")
    assert (last(table), codes(found)) == (["7", "5"], [])


def it_tells_a_wrong_total_once(tmp_path: Path) -> None:
    found = told(tmp_path, ["tong", "dung", "tre"], ["3 2 1", "4 3 1", "=8 5 2"], "tong = dung + tre")[1]
    assert codes(found) == ["D104"]


def it_does_not_hold_sums_of_rounded_rows_to_the_last_digit(tmp_path: Path) -> None:
    rows = ["1,4 1449", "1,4 1449", "="]
    table, found = told(tmp_path, ["ty_dong", "trieu"], rows, "ty_dong = trieu / 1000")
    assert (last(table), codes(found)) == (["2,8", "2.898"], [])


def it_holds_totals_that_were_typed_and_are_no_sums(tmp_path: Path) -> None:
    columns = ["chung: Điểm chung", "mot: Điểm một", "hai: Điểm hai"]
    assert codes(told(tmp_path, columns, ["3 1 2", "5 2 3", "=4 1,5 2,5"], "chung = mot + hai")[1]) == []
    assert codes(told(tmp_path, columns, ["3 1 2", "5 2 3", "=5 1,5 2,5"], "chung = mot + hai")[1]) == ["D104"]


FIGURE = "{{{{ muc_tieu.ty_le_dung_han{form} }}}}"


@pytest.mark.parametrize("form", ["", " | so", " | day_du"])
@pytest.mark.parametrize(("twice", "code"), [("190", ""), ("7", "D104")])
def it_holds_relations_over_figures_that_are_called(form: str, twice: str, code: str, tmp_path: Path) -> None:
    text = PLAN.format(
        relations="hai = 2 * mot",
        columns="      - {ma: mot, tieu_de: Một, kieu_o: so}\n      - {ma: hai, tieu_de: Hai, kieu_o: so}",
        rows=f'      - {{ten: X, mot: "{FIGURE.format(form=form)}", hai: {twice}}}',
    )
    found = list(checked(tmp_path, kh=text).findings)
    assert codes(found) == [code] * bool(code)
    assert all(found[0].path.endswith("hang[0].hai") for _ in found)


def it_holds_a_typed_total_over_figures_that_are_called(tmp_path: Path) -> None:
    row = f'      - {{ten: X, mot: "{FIGURE.format(form="")}"}}'
    text = PLAN.format(
        relations="", columns="      - {ma: mot, tieu_de: Một, kieu_o: so, cach_tong: cong}",
        rows=f"{row}\n      - {{ten: Y, mot: 5}}\n      - {{ten: T, tong_cong: true, mot: TOTAL}}",
    ).replace("    quan_he: []\n", "")
    assert codes(list(checked(tmp_path, kh=text.replace("TOTAL", "100")).findings)) == []
    assert codes(list(checked(tmp_path, kh=text.replace("TOTAL", "99")).findings)) == ["D104"]


def it_holds_no_relation_over_a_target_that_was_refused(tmp_path: Path) -> None:
    text = PLAN.replace("gia_tri: 95", "gia_tri: 9x5").format(
        relations="hai = 2 * mot",
        columns="      - {ma: mot, tieu_de: Một, kieu_o: so}\n      - {ma: hai, tieu_de: Hai, kieu_o: so}",
        rows=f'      - {{ten: X, mot: "{FIGURE.format(form="")}", hai: 7}}\n      - {{ten: T, tong_cong: true}}',
    )
    result = checked(tmp_path, kh=text)
    assert len(result.findings) == 1
    first, total = result.sets[0].van_ban.bang_bieu[0].hang
    assert first.value("mot").state == "khong_doc_duoc"
    assert (first.value("mot").number, total.value("mot")) == (None, None)


# Where a total comes from


def it_remembers_the_cells_that_a_total_adds_up(tmp_path: Path) -> None:
    table, _ = told(tmp_path, ["mot"], ["1", "2", "="])
    assert table.hang[-1].value("mot").inputs == tuple(row.entry("mot").origin for row in table.hang[:2])
