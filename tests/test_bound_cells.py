"""Tables whose cells are bound to figures: by column, by head, by row, a row for each unit; blank forms are the same file."""

from pathlib import Path

import pytest

from tests.support.content import ROOT
from tests.test_reported_figures import home, report_of
from tests.test_so_lieu import of, put
from vanban.model.grid import Grid
from vanban.model.inline import shown_text
from vanban.model.running_text import Paragraph
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project

UNITS = """bang_bieu:
  - ma: b
    cot:
      - {ma: don_vi_bao_cao, tieu_de: Đơn vị, lay_gi: ten_don_vi}
      - tieu_de: Hồ sơ mới
        so_lieu: hs_truc_tuyen
        cot:
          - {ma: x, tieu_de: Quý I, trong_ky: quy_1}
          - {ma: y, tieu_de: Sáu tháng, trong_ky: sau_thang}
      - {ma: z, tieu_de: Tỷ lệ trực tuyến, so_lieu: ty_le_nop_truc_tuyen}
      - {ma: ghi_chu_them, tieu_de: Ghi chú, de_trong: true}
"""
EACH = "    hang:\n      - {moi_don_vi: xa_bao_cao_mau}\n"
INDICATORS = """bang_bieu:
  - ma: b
    danh_so: "1"
    cot:
      - {ma: so_thu_tu, tieu_de: STT}
      - {ma: ten, tieu_de: Chỉ tiêu, lay_gi: ten_goi}
      - {ma: don_vi_do, tieu_de: Đơn vị tính, lay_gi: don_vi_tinh}
      - {ma: x, tieu_de: Sáu tháng, lay_gi: gia_tri}
      - {ma: y, tieu_de: So với quý I, lay_gi: tang_giam, so_voi: quy_1, trong_ky: quy_2}
    hang:
      - {so_lieu: hs_truc_tuyen}
      - {so_lieu: hs_qua_han}
"""


def cells(made: Project) -> list[list[str]]:
    """The words of the rows of the one table, left to right, heads left out."""
    checked = check(made, [report_of(made)])
    (bo,) = checked.sets
    (table,) = bo.van_ban.bang_bieu
    assert isinstance(table.grid, Grid), checked.findings
    leaves = [leaf.ma for leaf in table.leaves]
    return [[_words(row, ma) for ma in leaves] for row in table.rows()]


def _words(row: object, ma: str) -> str:
    entry = row.entry(ma)  # type: ignore[attr-defined]
    blocks = entry.noi_dung.blocks if entry else ()
    return "".join(shown_text(block.inlines) for block in blocks if isinstance(block, Paragraph))


def codes(made: Project) -> list[str]:
    return [found.code for found in check(made, [report_of(made)]).findings]


def it_writes_a_row_for_each_unit_of_a_group_and_columns_for_periods(tmp_path: Path) -> None:
    made = home(tmp_path, "", more=UNITS + EACH)
    rows = cells(made)
    assert [row[0] for row in rows] == [
        "UBND phường Thành Vinh", "UBND phường Trường Vinh", "UBND phường Cửa Lò",
        "UBND xã Diễn Châu", "UBND xã Đô Lương", "UBND xã Hưng Nguyên", "UBND xã Yên Thành"]
    assert rows[0] == ["UBND phường Thành Vinh", "350", "700", "87,50%", ""]
    assert codes(made) == []


def it_adds_up_what_adds_up_and_works_a_ratio_out_anew_for_a_row_of_the_group(tmp_path: Path) -> None:
    totals = "      - {tong_cong: true, don_vi_bao_cao: Cộng, cua_don_vi: xa_bao_cao_mau}\n"
    made = home(tmp_path, "", more=UNITS + EACH + totals)
    assert cells(made)[-1] == ["Cộng", "950", "1.900", "73,08%", ""]
    assert codes(made) == []


def it_adds_no_ratio_where_the_machine_makes_the_total(tmp_path: Path) -> None:
    made = home(tmp_path, "", more=UNITS + EACH + "      - {tong_cong: true, don_vi_bao_cao: Cộng}\n")
    assert cells(made)[-1] == ["Cộng", "950", "1.900", "", ""]


def it_puts_the_units_of_a_group_below_its_name(tmp_path: Path) -> None:
    made = home(tmp_path, "", more=UNITS + "    hang:\n      - {nhom: Các xã, moi_don_vi: xa_bao_cao_mau}\n      - {nhom: Sở, gom: [{cua_don_vi: xa_bao_cao_mau}]}\n")
    (bo,) = check(made, [report_of(made)]).sets
    first, second = bo.van_ban.bang_bieu[0].hang
    assert [len(first.gom), len(second.gom)] == [7, 1]


def it_writes_a_row_for_each_indicator(tmp_path: Path) -> None:
    made = home(tmp_path, "", more=INDICATORS)
    assert [row[1:] for row in cells(made)] == [
        ["Hồ sơ mới nộp trực tuyến", "hồ sơ", "1.900", "không thay đổi"], ["Hồ sơ giải quyết quá hạn", "hồ sơ", "80", "tăng 66 hồ sơ"]]
    assert codes(made) == []


def it_follows_the_figure_of_one_unit(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen }}.", more=UNITS + EACH + "      - {tong_cong: true, don_vi_bao_cao: Cộng, cua_don_vi: xa_bao_cao_mau}\n")
    before = cells(made)
    put(made, of("ubnd_xa_yen_thanh", figures="gia_tri:\n  hs_ky_truoc: 0\n  hs_truc_tuyen: 1010\n  hs_qua_han: 2\n  hs_truc_tiep: 100\n"))
    after = cells(made)
    assert [(row, column) for row, (old, new) in enumerate(zip(before, after, strict=True))
            for column, (a, b) in enumerate(zip(old, new, strict=True)) if a != b] == [(6, 2), (6, 3), (7, 2), (7, 3)]


def it_leaves_a_blank_in_a_form_and_fills_it_when_the_figure_comes(tmp_path: Path) -> None:
    form = UNITS.replace("trong_ky: sau_thang}", "trong_ky: sau_thang, de_trong: true}")
    made = home(tmp_path, "", more=form + EACH)
    file = made.content / "xa_yen_thanh/2026/so_lieu/sau_thang.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("  hs_truc_tuyen: 10\n", ""), "utf-8")
    assert cells(made)[6][2] == ""
    file.write_text(text, "utf-8")
    assert cells(made)[6][2] == "10"


def it_leaves_no_blank_where_a_unit_has_answered_that_it_has_no_figure(tmp_path: Path) -> None:
    form = UNITS.replace("trong_ky: sau_thang}", "trong_ky: sau_thang, de_trong: true}")
    made = home(tmp_path, "", more=form + EACH)
    file = made.content / "xa_yen_thanh/2026/so_lieu/sau_thang.yaml"
    file.write_text(file.read_text("utf-8").replace("hs_truc_tuyen: 10", "hs_truc_tuyen: không thuộc thẩm quyền"), "utf-8")
    assert cells(made)[6][2] == "không thuộc thẩm quyền"


def it_takes_what_is_said_by_heads_of_every_depth(tmp_path: Path) -> None:
    head = "      - {ma: z, tieu_de: Tỷ lệ trực tuyến, so_lieu: ty_le_nop_truc_tuyen}\n"
    deep = ("      - tieu_de: Trực tuyến\n        so_lieu: hs_truc_tuyen\n        cot:\n          - tieu_de: Quý I\n"
            "            trong_ky: quy_1\n            cot: [{ma: z, tieu_de: Số}, {ma: t, tieu_de: Sáu tháng, trong_ky: sau_thang}]\n")
    made = home(tmp_path, "", more=UNITS.replace(head, deep) + EACH)
    assert cells(made)[0][3:5] == ["350", "700"]
    assert codes(made) == []


def it_lets_an_annex_take_units_and_period_from_its_report(tmp_path: Path) -> None:
    made = home(tmp_path, "Theo [[pl]].", more="kem_theo: [pl]\n")
    report_of(made).with_name("pl.yaml").write_text(f"loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Hồ sơ\n{UNITS}{EACH}", "utf-8")
    assert codes(made) == []
    (bo,) = check(made, [report_of(made)]).sets
    _, annex = bo
    assert len(annex.bang_bieu[0].hang) == 7


@pytest.mark.parametrize(("change", "code", "words"), [
    (("so_lieu: hs_truc_tuyen}", "so_lieu: hs_truc_tuyen, x: 5}"), "D214", "“x”"),
    (("lay_gi: gia_tri}", "so_lieu: hs_qua_han}"), "D213", "so_lieu"),
    (("so_lieu: hs_qua_han}", "so_lieu: hs_qua_hann}"), "D101", "hs_qua_han"),
    (("lay_gi: gia_tri}", "cua_don_vi: ubnd_khong_co}"), "R103", "ubnd_khong_co"),
    (("trong_ky: quy_2", "trong_ky: quy_9"), "D202", "quy_9"),
    (("so_voi: quy_1", "so_voi: cung_ky"), "D208", "cung_ky"),
    (("so_lieu: hs_qua_han}", "moi_don_vi: nhom_khong_co}"), "R103", "nhom_khong_co"),
])
def it_tells_of_a_binding_that_cannot_be(change: tuple[str, str], code: str, words: str, tmp_path: Path) -> None:
    made = home(tmp_path, "", more=INDICATORS.replace(*change))
    found = next(each for each in check(made, [report_of(made)]).findings if each.code == code)
    assert words in f"{found.message} {found.hint}"
    assert found.file.endswith("bc.yaml")


def it_asks_for_a_period_before_it_names_the_units_of_a_group(tmp_path: Path) -> None:
    made = home(tmp_path, "", whose="", more=UNITS + EACH)
    assert "D210" in codes(made)


def it_binds_nothing_where_nothing_is_said() -> None:
    checked = check(Project(ROOT), [ROOT / "content/so_noi_vu_nghe_an/2025"])
    assert not any("D21" in found.code for found in checked.findings)


def it_says_of_a_unit_without_which_the_report_is_issued_that_it_has_not_reported(tmp_path: Path) -> None:
    made = home(tmp_path, "", more="chap_nhan_thieu: [{don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: Mất điện}]\n" + UNITS + EACH)
    assert cells(made)[6][2:4] == ["chưa báo cáo", "chưa báo cáo"]
    assert codes(made) == []


def it_adds_up_no_column_in_which_somebody_has_not_reported(tmp_path: Path) -> None:
    form = UNITS.replace("trong_ky: sau_thang}", "trong_ky: sau_thang, de_trong: true}") + EACH
    total = "      - {tong_cong: true, don_vi_bao_cao: Cộng}\n"
    made = home(tmp_path, "", more=form + total)
    assert codes(made) == []
    file = made.content / "xa_yen_thanh/2026/so_lieu/sau_thang.yaml"
    file.write_text(file.read_text("utf-8").replace("  hs_truc_tuyen: 10\n", ""), "utf-8")
    (found,) = [each for each in check(made, [report_of(made)]).findings if each.code == "D217"]
    assert "UBND xã Yên Thành" in found.message
    report_of(made).write_text(report_of(made).read_text("utf-8").replace("Cộng}", "Cộng, cua_don_vi: xa_bao_cao_mau}"), "utf-8")
    assert "D217" not in codes(made)
    assert "D211" in codes(made)


def it_adds_up_no_changes_that_are_said_in_words(tmp_path: Path) -> None:
    changes = UNITS.replace("so_lieu: ty_le_nop_truc_tuyen", "so_lieu: hs_truc_tuyen, lay_gi: tang_giam, so_voi: quy_1, kieu_o: so")
    total = "      - {tong_cong: true, don_vi_bao_cao: Cộng}\n"
    made = home(tmp_path, "", more=changes.replace("Tỷ lệ trực tuyến", "Thay đổi") + EACH + total)
    (found,) = check(made, [report_of(made)]).findings
    assert (found.code, "“z”" in found.message, "cach_tong: khong" in found.hint) == ("D103", True, True)
    report_of(made).write_text(report_of(made).read_text("utf-8").replace("kieu_o: so}", "kieu_o: so, cach_tong: khong}"), "utf-8")
    assert codes(made) == []
    assert [row[3] for row in cells(made)][0::7] == ["tăng 350 hồ sơ", ""]


def it_counts_what_has_not_come_about_as_nothing_in_a_total(tmp_path: Path) -> None:
    made = home(tmp_path, "", more=UNITS + EACH + "      - {tong_cong: true, don_vi_bao_cao: Cộng}\n")
    put(made, of("ubnd_xa_yen_thanh", figures="gia_tri:\n  hs_truc_tuyen: không phát sinh\n  hs_truc_tiep: 100\n"))
    assert cells(made)[6][2] == "không phát sinh"
    assert cells(made)[-1][1:3] == ["950", "1.890"]


def it_leaves_the_rank_of_a_group_blank_in_a_cell_and_asks_whose_in_text(tmp_path: Path) -> None:
    made = home(tmp_path, "", more=UNITS.replace("so_lieu: ty_le_nop_truc_tuyen", "so_lieu: hang_thu") + EACH
                + "      - {tong_cong: true, don_vi_bao_cao: Cộng, cua_don_vi: xa_bao_cao_mau}\n")
    (made.content / "dung_chung/them.yaml").write_text(
        "loai_du_lieu: chi_tieu\nchi_tieu: [{ma: hang_thu, ten_goi: Hạng, don_vi_tinh: bậc, tinh_chat: thu_hang, che_do_bao_cao: [cchc_dinh_ky]}]\n", "utf-8")
    for number, file in enumerate(sorted(made.content.glob("*/2026/so_lieu/sau_thang.yaml")), 1):
        file.write_text(file.read_text("utf-8") + f"  hang_thu: {number}\n", "utf-8")
    assert [row[3] for row in cells(made)][-1] == ""
    assert codes(made) == []
    report_of(made).write_text(report_of(made).read_text("utf-8") + "mo_dau: Xếp hạng {{ hang_thu }}.\n", "utf-8")
    assert codes(made) == ["D208"]


def it_leaves_a_row_to_be_filled_in_by_hand_that_says_so(tmp_path: Path) -> None:
    rows = ("    hang:\n      - cua_don_vi: ubnd_xa_yen_thanh\n        gom:\n"
            '          - {don_vi_bao_cao: Lĩnh vực đất đai, go_tay: true, de_trong: true, x: "3", gom: [{don_vi_bao_cao: Khác, de_trong: true}]}\n')
    made = home(tmp_path, "", more=UNITS + rows)
    assert cells(made) == [["UBND xã Yên Thành", "5", "10", "9,09%", ""], ["Lĩnh vực đất đai", "3", "", "", ""], ["Khác", "", "", "", ""]]
    assert codes(made) == []
    both = home(tmp_path / "b", "", more=UNITS + rows.replace("go_tay: true", "go_tay: true, so_lieu: hs_qua_han"))
    assert "S201" in codes(both)


def it_says_in_a_column_where_each_unit_stands_and_nothing_of_all_together(tmp_path: Path) -> None:
    table = UNITS.replace("so_lieu: ty_le_nop_truc_tuyen", "so_lieu: ty_le_nop_truc_tuyen, lay_gi: thu_hang")
    made = home(tmp_path, "", more=table + EACH + "      - {tong_cong: true, don_vi_bao_cao: Cộng, cua_don_vi: xa_bao_cao_mau}\n")
    assert [row[3] for row in cells(made)] == ["1/7", "2/7", "3/7", "4/7", "5/7", "6/7", "7/7", ""]
    assert codes(made) == []


@pytest.mark.parametrize("column", ["{ma: stt, tieu_de: STT}", "{ma: so, tieu_de: Số thứ tự}", "{ma: tt, tieu_de: TT}"])
def it_says_once_by_which_id_the_machine_counts_rows(column: str, tmp_path: Path) -> None:
    table = f"bang_bieu:\n  - ma: b\n    cot: [{column}, {{ma: ten, tieu_de: Tên}}]\n    hang: [{{ten: A}}, {{ten: B}}]\n"
    (found,) = check(made := home(tmp_path, "", more=table), [report_of(made)]).findings
    assert (found.code, "ma: so_thu_tu" in found.hint) == ("C107", True)
