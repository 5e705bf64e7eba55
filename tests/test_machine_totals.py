"""What the machine adds up and works out in tables of figures: how sure it is, whom it lacks, nobody twice; columns that
a relation gives."""

from datetime import date
from pathlib import Path

import pytest

from tests.test_bound_cells import EACH, UNITS, cells, codes
from tests.test_reported_figures import figures, home, none_but, report_of
from tests.test_so_lieu import of, put
from vanban.model.inline import shown_text
from vanban.model.running_text import Paragraph
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project

TOTAL = "      - {tong_cong: true, don_vi_bao_cao: Cộng}\n"
OF_GROUP = "      - {tong_cong: true, don_vi_bao_cao: Cộng, cua_don_vi: xa_bao_cao_mau}\n"
WITHOUT = "chap_nhan_thieu: [{don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: Mất điện sau bão}]\n"


def notes(made: Project) -> list[str]:
    """What stands below the table."""
    (bo,) = check(made, [report_of(made)]).sets
    (table,) = bo.van_ban.bang_bieu
    return [shown_text(block.inlines) for block in table.ghi_chu_cuoi.blocks if isinstance(block, Paragraph)]


def drawn(made: Project) -> list[list[str]]:
    """The words of the grid, as they are printed."""
    (bo,) = check(made, [report_of(made)]).sets
    grid = bo.van_ban.bang_bieu[0].grid
    assert grid
    return [[" ".join(shown_text(line) for line in cell.paragraphs) for cell in row] for row in grid.rows]


def it_says_of_a_sum_of_estimates_that_it_is_one(tmp_path: Path) -> None:
    made = home(tmp_path, "", more=UNITS + EACH + TOTAL)
    put(made, of("ubnd_xa_yen_thanh", figures=figures(0, "ước 10", 2)))
    assert cells(made)[-1][1:3] == ["950", "1.900 (ước)"]
    assert drawn(made)[-1][1:3] == ["950", "1.900 (ước)"]
    put(made, of("ubnd_xa_do_luong", figures=figures(0, "sơ bộ 100", 2)), "xa_do_luong")
    assert drawn(made)[-1][2] == "1.900 (ước)"
    put(made, of("ubnd_xa_yen_thanh", figures=figures(0, "10", 2)))
    assert drawn(made)[-1][2] == "1.900 (sơ bộ)"


@pytest.mark.parametrize("twice", [
    EACH + "      - {moi_don_vi: xa_bao_cao_mau}\n", EACH + "      - {cua_don_vi: ubnd_xa_do_luong}\n",
    "    hang:\n      - {cua_don_vi: xa_bao_cao_mau}\n      - {cua_don_vi: ubnd_xa_do_luong}\n",
    "    hang:\n      - {nhom: Một, moi_don_vi: xa_bao_cao_mau}\n      - {nhom: Hai, gom: [{cua_don_vi: ubnd_xa_do_luong}]}\n",
])
def it_adds_up_no_unit_twice(twice: str, tmp_path: Path) -> None:
    made = home(tmp_path, "", more=UNITS + twice + TOTAL)
    found = [each for each in check(made, [report_of(made)]).findings if each.code == "D108"]
    assert len(found) == 1
    assert "UBND xã " in found[0].message
    assert cells(made)[-1][1:3] == ["", ""]


def it_adds_up_other_units_and_other_indicators(tmp_path: Path) -> None:
    two = "    hang:\n      - {cua_don_vi: ubnd_xa_yen_thanh}\n      - {cua_don_vi: ubnd_xa_do_luong}\n"
    made = home(tmp_path, "", more=UNITS + two + TOTAL)
    assert cells(made)[-1][1:3] == ["55", "110"]
    assert codes(made) == []


def it_says_once_below_a_table_whom_its_totals_lack_and_why(tmp_path: Path) -> None:
    said = "Số liệu 6 tháng đầu năm 2026 là của 6/7 đơn vị; chưa có số của UBND xã Yên Thành (mất điện sau bão)."
    of_quarter = said.replace("6 tháng đầu", "quý I").replace(" (mất điện sau bão)", "")
    for name, total in (("a", TOTAL), ("b", OF_GROUP)):
        made = home(tmp_path / name, "", more=WITHOUT + UNITS + EACH + total)
        (made.content / "xa_yen_thanh/2026/so_lieu/sau_thang.yaml").unlink()
        assert notes(made) == [said]
        assert not issue(made, report_of(made), "12", date(2026, 6, 24)).has_errors
    made = home(tmp_path / "c", "", more=UNITS + EACH + OF_GROUP)
    (made.content / "xa_yen_thanh/2026/so_lieu/sau_thang.yaml").unlink()
    assert notes(made) == [said.replace(" (mất điện sau bão)", "")]
    (made.content / "xa_yen_thanh/2026/so_lieu/quy_1.yaml").unlink()
    assert notes(made) == [of_quarter, said.replace(" (mất điện sau bão)", "")]


def it_says_below_a_table_of_how_many_units_nothing_has_come_about(tmp_path: Path) -> None:
    made = none_but(tmp_path, "", more=UNITS + "    hang:\n      - {cua_don_vi: xa_bao_cao_mau}\n" + TOTAL)
    assert [row[2] for row in cells(made)] == ["không phát sinh", "0"]
    assert any("là của 6/7 đơn vị; chưa có số của UBND xã Yên Thành" in line for line in notes(made))


def it_names_the_indicators_where_not_all_lack_the_same(tmp_path: Path) -> None:
    made = home(tmp_path, "", more=UNITS + EACH + OF_GROUP)
    put(made, of("ubnd_xa_yen_thanh", figures="gia_tri:\n  hs_truc_tuyen: 10\n"))
    (line,) = notes(made)
    assert line.startswith("Số liệu 6 tháng đầu năm 2026 là của 6/7 đơn vị")
    more = UNITS.replace("so_lieu: ty_le_nop_truc_tuyen", "so_lieu: hs_qua_han")
    made = home(tmp_path / "b", "", more=more + EACH + OF_GROUP)
    put(made, of("ubnd_xa_yen_thanh", figures="gia_tri:\n  hs_truc_tuyen: 10\n"))
    put(made, of("ubnd_xa_do_luong", figures="gia_tri:\n  hs_qua_han: 6\n"), "xa_do_luong")
    assert [line.partition(" là ")[0] for line in notes(made)] == [
        "Số liệu 6 tháng đầu năm 2026 về hồ sơ mới nộp trực tuyến", "Số liệu 6 tháng đầu năm 2026 về hồ sơ giải quyết quá hạn"]


def it_says_nothing_below_a_table_that_lacks_nobody(tmp_path: Path) -> None:
    assert notes(home(tmp_path, "", more=UNITS + EACH + OF_GROUP)) == []


# Columns that a relation gives

COMPUTED = """bang_bieu:
  - ma: b
    cot:
      - {ma: ten, tieu_de: Đơn vị, lay_gi: ten_don_vi}
      - {ma: truoc, tieu_de: Quý I, so_lieu: hs_truc_tuyen, trong_ky: quy_1, de_trong: true}
      - {ma: sau, tieu_de: Sáu tháng, so_lieu: hs_truc_tuyen, de_trong: true}
      - {ma: tang, tieu_de: "Tăng, giảm", lay_gi: quan_he, de_trong: true}
    quan_he: [tang = sau - truoc]
    hang:
      - {cua_don_vi: ubnd_xa_yen_thanh}
      - {cua_don_vi: ubnd_xa_do_luong}
"""


def it_works_a_column_out_of_two_others_where_both_are_there(tmp_path: Path) -> None:
    made = home(tmp_path, "", more=COMPUTED)
    assert cells(made) == [["UBND xã Yên Thành", "5", "10", "5"], ["UBND xã Đô Lương", "50", "100", "50"]]
    put(made, of(figures=figures(0, 2, 1)))
    assert drawn(made)[0][3] == "-3"
    put(made, of("ubnd_xa_yen_thanh", figures=figures(0, "ước 12", 1)))
    assert drawn(made)[0][3] == "7 (ước)"
    (made.content / "xa_yen_thanh/2026/so_lieu/quy_1.yaml").unlink()
    assert cells(made)[0] == ["UBND xã Yên Thành", "", "12 (ước)", ""]
    assert codes(made) == []


def it_works_out_of_typed_figures_too_and_lets_a_typed_cell_stand(tmp_path: Path) -> None:
    typed = ("bang_bieu:\n  - ma: b\n    cot:\n      - {ma: mot, tieu_de: A (ha), kieu_o: so}\n      - {ma: hai, tieu_de: B (ha), kieu_o: so}\n"
             "      - {ma: tong, tieu_de: C, lay_gi: quan_he}\n      - {ma: phan, tieu_de: D, lay_gi: quan_he, cach_tong: quan_he}\n"
             "    quan_he: [tong = mot + hai, phan = 100 * mot / tong]\n    hang: [{mot: '1,5', hai: '2,5'}, {mot: 1, hai: 2, tong: 3}, {tong_cong: true}]\n")
    made = home(tmp_path, "", more=typed)
    assert cells(made) == [["1,5", "2,5", "4,0", "37,5"], ["1", "2", "3", "33,33"], ["2,5", "4,5", "7,0", "35,71"]]
    assert codes(made) == []
    wrong = home(tmp_path / "b", "", more=typed.replace("tong: 3", "tong: 4"))
    assert "D104" in codes(wrong)
    without = home(tmp_path / "c", "", more=typed.replace("quan_he: [tong = mot + hai, phan", "quan_he: [phan"))
    assert "D103" in codes(without)


def it_asks_for_what_a_column_cannot_be_worked_out_without(tmp_path: Path) -> None:
    made = home(tmp_path, "", more=COMPUTED.replace('lay_gi: quan_he, de_trong: true', "lay_gi: quan_he"))
    assert codes(made) == []
    (made.content / "xa_yen_thanh/2026/so_lieu/quy_1.yaml").unlink()
    assert codes(made) == ["C107"]


# Columns of other units are not held against each other

ROWS = "      - {cua_don_vi: ubnd_xa_yen_thanh}\n      - {cua_don_vi: ubnd_xa_do_luong}\n"
OF_ALL = COMPUTED.replace(ROWS, "      - {cua_don_vi: xa_bao_cao_mau}\n")
IN_ROWS = COMPUTED.replace(ROWS, "      - {moi_don_vi: xa_bao_cao_mau}\n      - {tong_cong: true, ten: Cộng}\n").replace(
    "lay_gi: quan_he,", "lay_gi: quan_he, cach_tong: quan_he,").replace("trong_ky: quy_1, de_trong: true", "trong_ky: quy_1").replace(
    "tieu_de: Sáu tháng, so_lieu: hs_truc_tuyen, de_trong: true", "tieu_de: Sáu tháng, so_lieu: hs_truc_tuyen")


@pytest.mark.parametrize("table", [OF_ALL, IN_ROWS])
@pytest.mark.parametrize("period", ["", "ky_thieu: quy_1, "])
def it_takes_no_difference_of_totals_of_other_units(table: str, period: str, tmp_path: Path) -> None:
    """A unit that is left out of one period alone: the number beside both totals would be of nobody."""
    without = WITHOUT.replace("{don_vi", "{" + period + "don_vi")
    made = home(tmp_path, "", more=without + table)
    assert cells(made)[-1][3] in ("", "chưa tính được")
    assert drawn(made)[-1][3] == "chưa tính được"
    (found,) = [each for each in check(made, [report_of(made)]).findings if each.code == "D103"]
    assert "UBND xã Yên Thành chỉ có trong một số" in found.message
    other = "" if period else "ky_thieu: quy_1, "
    assert f"{{{other}don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: …}}" in found.hint


@pytest.mark.parametrize("table", [OF_ALL, IN_ROWS])
def it_takes_the_difference_where_a_unit_is_left_out_of_both(table: str, tmp_path: Path) -> None:
    both = WITHOUT.rstrip("]\n") + "}, {ky_thieu: quy_1, don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: Mất điện sau bão}]\n"
    made = home(tmp_path, "", more=both.replace("}}", "}") + table)
    assert drawn(made)[-1][1:] == ["945", "1.890", "945"]
    assert codes(made) == []


def it_tells_of_a_report_that_is_missing_once_and_takes_no_difference(tmp_path: Path) -> None:
    made = home(tmp_path, "", more=OF_ALL)
    (made.content / "xa_yen_thanh/2026/so_lieu/quy_1.yaml").unlink()
    assert codes(made) == ["D211"]
    assert drawn(made)[-1][1:] == ["945", "1.900", "chưa tính được"]


def it_adds_up_the_rows_without_those_that_are_left_out_on_purpose(tmp_path: Path) -> None:
    made = home(tmp_path / "a", "", more=WITHOUT + UNITS + EACH + TOTAL)
    assert [row[2] for row in drawn(made)][-2:] == ["chưa báo cáo", "1.890"]
    assert codes(made) == []
    only = "    hang:\n      - {cua_don_vi: ubnd_xa_yen_thanh}\n"
    made = home(tmp_path / "b", "", more=WITHOUT + UNITS + only + TOTAL)
    assert [row[2] for row in drawn(made)][-2:] == ["chưa báo cáo", "chưa báo cáo"]


def it_works_nothing_out_of_a_figure_that_is_left_out_on_purpose(tmp_path: Path) -> None:
    made = home(tmp_path, "", more=WITHOUT + COMPUTED.replace("lay_gi: quan_he, de_trong: true", "lay_gi: quan_he").replace(
        "hs_truc_tuyen, de_trong: true", "hs_truc_tuyen"))
    assert drawn(made)[-2:] == [["UBND xã Yên Thành", "5", "chưa báo cáo", "chưa báo cáo"], ["UBND xã Đô Lương", "50", "100", "50"]]
    assert codes(made) == []
