"""Columns and rows for each period of a range and each unit of a group; heads that say which; breakdowns; notes."""

from pathlib import Path

import pytest

from tests.support.content import project
from tests.test_bound_cells import cells
from tests.test_reported_figures import home, report_of
from tests.test_so_lieu import of, put
from vanban.model.inline import shown_text
from vanban.model.period_range import periods_between
from vanban.model.table import BangBieu
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.writers.to_yaml import to_yaml

YEARS = """loai_du_lieu: che_do_bao_cao
che_do_bao_cao:
  - ma: qua_cac_nam
    ten_goi: Số liệu qua các năm
    nguoi_bao_cao: [ubnd_xa_cu]
    ky_bao_cao:
      - {ma: nam, cho_nam: 2023, tu_ngay: 01/1/2023, den_ngay: 31/12/2023}
      - {ma: nam, cho_nam: 2024, tu_ngay: 01/1/2024, den_ngay: 31/12/2024}
      - {ma: nam, cho_nam: 2025, tu_ngay: 01/1/2025, den_ngay: 31/3/2025}
      - {ma: nam, cho_nam: 2026, tu_ngay: 01/1/2026, den_ngay: 31/3/2026}
"""
BODY = "loai_du_lieu: co_quan\nco_quan: [{ma: ubnd_xa_cu, ten_goi: Ủy ban nhân dân xã Cũ, ten_ngan: UBND xã Cũ, cap_co_quan: xa}]\n"
OF_YEARS = """loai_du_lieu: chi_tieu
chi_tieu:
  - {ma: vb_ban_hanh, ten_goi: Văn bản đã ban hành, don_vi_tinh: văn bản, tinh_chat: phat_sinh, che_do_bao_cao: [qua_cac_nam]}
  - {ma: vb_nghi_quyet, ten_goi: Nghị quyết, don_vi_tinh: văn bản, tinh_chat: phat_sinh, che_do_bao_cao: [qua_cac_nam]}
"""
WHOSE = "so_lieu_theo: {che_do_bao_cao: qua_cac_nam, ky_bao_cao: nam, cho_nam: 2026, don_vi: ubnd_xa_cu}\n"
TABLE = """bang_bieu:
  - ma: b
    cot:
      - {ma: ten, tieu_de: Chỉ tiêu, lay_gi: ten_goi}
      - {moi_ky: {tu_ky: nam_2023, den_ky: nam_2025}, tieu_de: "Năm {năm} {tính đến}", de_trong: true}
    hang: [{so_lieu: vb_ban_hanh}, {so_lieu: vb_nghi_quyet}]
"""


def years(folder: Path, more: str, whose: str = WHOSE) -> Project:
    """A report of what one commune has reported for 2023 and the first months of 2025."""
    made = home(folder, "", whose=whose, more=more)
    (made.content / "dung_chung/che_do_thu.yaml").write_text(YEARS, "utf-8")
    (made.content / "dung_chung/chi_tieu_thu.yaml").write_text(OF_YEARS, "utf-8")
    (made.content / "dung_chung/co_quan_thu.yaml").write_text(BODY, "utf-8")
    for year, number in (("2023", 12), ("2025", 3)):
        said = of("ubnd_xa_cu", "nam", figures=f"gia_tri:\n  vb_ban_hanh: {number}\n").replace("2026", year).replace("cchc_dinh_ky", "qua_cac_nam")
        put(made, said, "xa_cu", "nam", year)
    return made


def table_of(made: Project) -> BangBieu:
    (bo,) = check(made, [report_of(made)]).sets
    return bo.van_ban.bang_bieu[0]


def heads(made: Project) -> list[str]:
    return [shown_text(leaf.tieu_de) for leaf in table_of(made).leaves]


def codes(made: Project) -> list[str]:
    return [found.code for found in check(made, [report_of(made)]).findings]


@pytest.mark.parametrize(("first", "last", "names"), [
    ("nam_2019", "nam_2021", "nam_2019 nam_2020 nam_2021"), ("quy_1", "quy_3", "quy_1 quy_2 quy_3"),
    ("quy_3_2024", "quy_2_2025", "quy_3_2024 quy_4_2024 quy_1_2025 quy_2_2025"), ("thang_12_2024", "thang_1_2025", "thang_12_2024 thang_1_2025"),
    ("sau_thang_2025", "sau_thang_2026", "sau_thang_2025 sau_thang_2026"), ("nam_2020", "nam_2020", "nam_2020"),
])
def it_counts_from_one_period_to_another(first: str, last: str, names: str) -> None:
    assert periods_between(first, last) == tuple(names.split())


@pytest.mark.parametrize(("first", "last"), [
    ("nam_2020", "nam_2019"), ("nam_2020", "quy_1_2021"), ("quy_5", "quy_6"), ("quy_1", "quy_2_2025"), ("nam", "nam"), ("nam_1900", "nam_2020"), ("thang_13", "thang_14"),
])
def it_tells_of_what_is_no_range(first: str, last: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="; ghi như"):
        periods_between(first, last)
    made = years(tmp_path, TABLE.replace("nam_2023", first).replace("nam_2025", last))
    (found,) = [each for each in check(made, [report_of(made)]).findings if each.code == "D241"]
    assert found.file.endswith("bc.yaml")


def it_has_a_column_for_each_year_filled_where_there_is_a_figure(tmp_path: Path) -> None:
    made = years(tmp_path, TABLE)
    assert heads(made) == ["Chỉ tiêu", "Năm 2023", "Năm 2024", "Năm 2025 (Tính đến 31/3)"]
    assert [leaf.ma for leaf in table_of(made).leaves] == ["ten", "nam_2023", "nam_2024", "nam_2025"]
    assert cells(made) == [["Văn bản đã ban hành", "12", "", "3"], ["Nghị quyết", "", "", ""]]
    assert codes(made) == []


def it_asks_for_the_figure_of_a_year_that_nobody_may_leave_blank(tmp_path: Path) -> None:
    assert set(codes(years(tmp_path, TABLE.replace(", de_trong: true", "")))) == {"D211"}


def it_lets_cells_beside_figures_be_typed_by_the_id_of_their_year(tmp_path: Path) -> None:
    made = years(tmp_path, TABLE.replace("{so_lieu: vb_nghi_quyet}", '{ten: Khác, nam_2024: "7"}'))
    assert cells(made)[1] == ["Khác", "", "7", ""]
    assert codes(made) == []
    wrong = years(tmp_path / "b", TABLE.replace("{so_lieu: vb_nghi_quyet}", '{ten: Khác, nam_2026: "7"}'))
    assert codes(wrong) == ["S311"]
    of_words = years(tmp_path / "c", TABLE.replace("{so_lieu: vb_nghi_quyet}", "{ten: Khác, nam_2024: bảy}").replace("de_trong", "kieu_o: so, de_trong"))
    assert codes(of_words) == ["S207"]


def it_repeats_a_head_with_the_columns_below_it(tmp_path: Path) -> None:
    both = ('      - tieu_de: "Năm {năm}"\n        moi_ky: {tu_ky: nam_2023, den_ky: nam_2024}\n        cot:\n'
            "          - {ma: tong, tieu_de: Văn bản, so_lieu: vb_ban_hanh, de_trong: true}\n"
            "          - {ma: nq, tieu_de: Nghị quyết, so_lieu: vb_nghi_quyet, de_trong: true}\n")
    made = years(tmp_path, "bang_bieu:\n  - ma: b\n    cot:\n      - {ma: ten, tieu_de: Tên, lay_gi: ten_don_vi}\n" + both + "    hang: [{cua_don_vi: ubnd_xa_cu}]\n")
    table = table_of(made)
    assert [leaf.ma for leaf in table.leaves] == ["ten", "tong_nam_2023", "nq_nam_2023", "tong_nam_2024", "nq_nam_2024"]
    assert [shown_text(cot.tieu_de) for cot in table.cot] == ["Tên", "Năm 2023", "Năm 2024"]
    assert cells(made) == [["UBND xã Cũ", "12", "", "", ""]]
    assert codes(made) == []


def it_has_a_row_for_each_period(tmp_path: Path) -> None:
    rows = ("bang_bieu:\n  - ma: b\n    cot: [{ma: ten, tieu_de: Kỳ, lay_gi: ten_ky}, {ma: x, tieu_de: Văn bản, so_lieu: vb_ban_hanh, de_trong: true}]\n"
            "    hang: [{moi_ky: {tu_ky: nam_2023, den_ky: nam_2025}}]\n")
    made = years(tmp_path, rows)
    assert cells(made) == [["năm 2023", "12"], ["năm 2024", ""], ["năm 2025", "3"]]
    assert codes(made) == []


def it_has_a_column_for_each_unit_of_a_group(tmp_path: Path) -> None:
    table = ("bang_bieu:\n  - ma: b\n    cot:\n      - {ma: ten, tieu_de: Chỉ tiêu, lay_gi: ten_goi}\n"
             '      - {ma: cua, moi_don_vi: xa_bao_cao_mau, tieu_de: "{đơn vị}"}\n    hang: [{so_lieu: hs_truc_tuyen}]\n')
    made = home(tmp_path, "", more=table)
    assert heads(made)[1:3] == ["UBND phường Thành Vinh", "UBND phường Trường Vinh"]
    assert heads(made)[-1] == "UBND xã Yên Thành"
    assert table_of(made).leaves[1].ma == "cua_ubnd_phuong_thanh_vinh"
    assert cells(made)[0][1:3] == ["700", "500"]
    assert codes(made) == []


def it_breaks_figures_down_beside_their_total(tmp_path: Path) -> None:
    table = TABLE.replace("lay_gi: ten_goi}", "lay_gi: ten_goi, tach: 2}").replace(
        "[{so_lieu: vb_ban_hanh}, {so_lieu: vb_nghi_quyet}]",
        "\n      - so_lieu: vb_ban_hanh\n        chia_theo: Chia theo loại\n        gom: [{so_lieu: vb_nghi_quyet}]")
    made = years(tmp_path, table)
    assert cells(made) == [["Văn bản đã ban hành", "12", "", "3"], ["Nghị quyết", "", "", ""]]
    grid = table_of(made).grid
    assert grid
    assert codes(made) == []


def it_prints_what_a_unit_has_said_of_its_figure(tmp_path: Path) -> None:
    table = ("bang_bieu:\n  - ma: b\n    cot:\n      - {ma: ten, tieu_de: Đơn vị, lay_gi: ten_don_vi}\n      - {ma: x, tieu_de: Quá hạn, so_lieu: hs_qua_han}\n"
             "      - {ma: y, tieu_de: Lý do, so_lieu: hs_qua_han, lay_gi: ghi_chu, de_trong: true}\n"
             "    hang: [{cua_don_vi: ubnd_xa_yen_thanh}, {cua_don_vi: ubnd_xa_do_luong}]\n")
    made = home(tmp_path, "", more=table)
    file = made.content / "xa_yen_thanh/2026/so_lieu/sau_thang.yaml"
    file.write_text(file.read_text("utf-8") + "ghi_chu:\n  hs_qua_han: 02 hồ sơ chờ bản đồ\n", "utf-8")
    assert cells(made) == [["UBND xã Yên Thành", "2", "02 hồ sơ chờ bản đồ"], ["UBND xã Đô Lương", "6", ""]]
    assert codes(made) == []


@pytest.mark.parametrize(("table", "code"), [
    (TABLE.replace("{tính đến}", "{đơn vị}"), "D242"), (TABLE.replace("{năm}", "{nắm}"), "D242"),
    (TABLE.replace("moi_ky: {tu_ky: nam_2023, den_ky: nam_2025}", "ma: x, moi_ky: {tu_ky: nam_2023, den_ky: nam_2025}, trong_ky: nam_2024"), "S201"),
    (TABLE.replace("[{so_lieu: vb_ban_hanh}", "[{so_lieu: vb_ban_hanh, moi_ky: {tu_ky: nam_2023, den_ky: nam_2024}, moi_don_vi: xa_bao_cao_mau}"), "S201"),
    (TABLE.replace("[{so_lieu: vb_ban_hanh}", "[{ten: A, chia_hang: [{so_lieu: vb_ban_hanh}, {nam_2023: 1}]}"), "D213"),
])
def it_tells_of_what_cannot_be_repeated(table: str, code: str, tmp_path: Path) -> None:
    assert code in codes(years(tmp_path, table))


def it_tells_of_a_year_in_a_head_that_nobody_has_said(tmp_path: Path) -> None:
    made = home(tmp_path, "", whose="", more='bang_bieu: [{ma: b, cot: [{ma: x, tieu_de: "Năm {năm}"}], hang: [{x: A}]}]\n')
    assert codes(made) == ["D242"]


def it_writes_back_the_columns_as_they_were_typed(tmp_path: Path) -> None:
    made = years(tmp_path, TABLE)
    (bo,) = check(made, [report_of(made)]).sets
    text = to_yaml(bo.van_ban, made.schemas.schema("bao_cao"), made.schemas.follow, "")
    assert "moi_ky:" in text
    assert "Năm {năm} {tính đến}" in text
    assert "Năm 2023" not in text


def it_lists_the_units_of_a_group_as_the_group_does(tmp_path: Path) -> None:
    made = project(tmp_path)
    group = "loai_du_lieu: co_quan\nnhom_co_quan: [{ma: nhom_thu, ten_goi: thử, thanh_vien: [ubnd_xa_do_luong, ubnd_xa_yen_thanh, ubnd_phuong_cua_lo]}]\n"
    table = "bang_bieu:\n  - ma: b\n    cot: [{ma: x, tieu_de: A, lay_gi: ten_don_vi}]\n    hang: [{moi_don_vi: nhom_thu}]\n"
    made = home(tmp_path, "", more=table)
    (made.content / "dung_chung/nhom_thu.yaml").write_text(group, "utf-8")
    assert [row[0] for row in cells(made)] == ["UBND xã Đô Lương", "UBND xã Yên Thành", "UBND phường Cửa Lò"]
