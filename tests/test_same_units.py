"""What is compared is of the same units: whom one period lacks does not count in the other, and that is said."""

from datetime import date
from pathlib import Path

import pytest

from tests.test_bound_cells import cells
from tests.test_reported_figures import codes, home, report_of, shown, told
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project

ACCEPTED = "[{don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: Bão}, {ky_thieu: quy_1, don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: Bão}]"
TO_PASTE = ACCEPTED.replace("Bão", "…")
COMPARED = "Có {{ hs_truc_tuyen }}, {{ hs_truc_tuyen | so_sanh quy_1 }}."


def lacking(folder: Path, *periods: str, text: str = COMPARED, more: str = "") -> Project:
    """Seven communes, of which xã Yên Thành has not reported for `periods`: 10 of 1,900, and 5 of 950 in quý I."""
    made = home(folder, text, more=more)
    for name in periods:
        (made.content / f"xa_yen_thanh/2026/so_lieu/{name}.yaml").unlink()
    return made


def it_compares_with_what_the_same_units_had_where_one_has_not_reported_yet(tmp_path: Path) -> None:
    made = lacking(tmp_path, "sau_thang")
    assert shown(made) == ["1.890 hồ sơ (6/7 đơn vị)", "tăng 945 hồ sơ so với quý I năm 2026"]
    (found,) = told(made)
    assert found.code == "D211"
    assert "chỉ tính đơn vị có số ở cả hai bên" in found.message
    assert f"chap_nhan_thieu: {TO_PASTE}" in found.hint


@pytest.mark.parametrize(("form", "words"), [
    ("so_sanh", "tăng 945 hồ sơ so với quý I năm 2026 (6/7 đơn vị)"), ("tang_giam", "tăng 945 hồ sơ (6/7 đơn vị)"),
    ("toc_do", "tăng 100,0% (6/7 đơn vị)"),
])
def it_leaves_out_whom_the_earlier_period_lacks(form: str, words: str, tmp_path: Path) -> None:
    made = lacking(tmp_path, "quy_1", text=f"Có {{{{ hs_truc_tuyen }}}}, {{{{ hs_truc_tuyen | {form} quy_1 }}}}.")
    assert shown(made) == ["1.900 hồ sơ", words]
    (found,) = told(made)
    assert (found.code, found.level) == ("D209", "warning")
    assert "6/7 đơn vị có ở cả hai bên, là 1.890 hồ sơ và 945 hồ sơ" in found.message
    assert f"thêm dòng: chap_nhan_thieu: {TO_PASTE}." in found.hint


@pytest.mark.parametrize("periods", [("sau_thang",), ("quy_1",), ("sau_thang", "quy_1")])
def it_says_nothing_more_where_the_document_leaves_the_unit_out_of_both(periods: tuple[str, ...], tmp_path: Path) -> None:
    made = lacking(tmp_path, *periods, more=f"chap_nhan_thieu: {ACCEPTED}\n")
    assert shown(made) == ["1.890 hồ sơ (6/7 đơn vị)", "tăng 945 hồ sơ so với quý I năm 2026"]
    assert codes(made) == []


def it_asks_for_the_other_period_where_a_document_leaves_a_unit_out_of_one(tmp_path: Path) -> None:
    made = lacking(tmp_path, more="chap_nhan_thieu: [{don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: Bão}]\n")
    assert shown(made) == ["1.890 hồ sơ (6/7 đơn vị)", "tăng 945 hồ sơ so với quý I năm 2026"]
    (found,) = told(made)
    assert "chap_nhan_thieu mục {ky_thieu: quy_1, don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: …}" in found.hint


def it_warns_of_no_share_of_which_both_lack_the_same(tmp_path: Path) -> None:
    more = "chap_nhan_thieu: [{don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: Bão}]\n"
    made = lacking(tmp_path, "sau_thang", text="Riêng {{ hs_truc_tuyen | ty_trong hs_tiep_nhan }}.", more=more)
    assert shown(made) == ["75,1%"]
    assert codes(made) == []


def it_says_in_a_cell_of_how_many_units_a_change_is(tmp_path: Path) -> None:
    table = ("bang_bieu:\n  - ma: b\n    cot:\n      - {ma: x, tieu_de: Sáu tháng, lay_gi: gia_tri}\n"
             "      - {ma: y, tieu_de: So với quý I, lay_gi: tang_giam, so_voi: quy_1}\n"
             "      - {ma: z, tieu_de: Tốc độ, lay_gi: toc_do, so_voi: quy_1}\n    hang:\n      - {so_lieu: hs_truc_tuyen}\n")
    made = lacking(tmp_path, "sau_thang", text="", more=table)
    assert cells(made) == [["1.890", "tăng 945 hồ sơ (6/7 đơn vị)", "tăng 100,0% (6/7 đơn vị)"]]


def it_compares_nothing_where_no_unit_has_both(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen | so_sanh quy_1 }}.")
    for at, folder in enumerate(sorted(made.content.glob("*/2026/so_lieu"))):
        (folder / ("quy_1.yaml" if at % 2 else "sau_thang.yaml")).unlink(missing_ok=True)
    assert shown(made) == ["[không tính được: chưa có số liệu quý I năm 2026]"]


# Another year


def next_year(folder: Path, without: str, more: str = "") -> Project:
    """Six months of 2027 held to those of 2026; xã Yên Thành lacks those of `without`."""
    made = home(folder, "Có {{ hs_truc_tuyen }}, {{ hs_truc_tuyen | so_sanh cung_ky }}.", more=more)
    regimes = made.content / "dung_chung/che_do_bao_cao.yaml"
    more_periods = "\n      - {ma: sau_thang, cho_nam: 2027, tu_ngay: 15/12/2026, den_ngay: 14/6/2027}\n"
    regimes.write_text(regimes.read_text("utf-8").rstrip() + more_periods, "utf-8")
    for file in sorted(made.content.glob("*/2026/so_lieu/sau_thang.yaml")):
        later = file.parents[2] / "2027/so_lieu/sau_thang.yaml"
        later.parent.mkdir(parents=True)
        later.write_text(file.read_text("utf-8").replace("2026", "2027"), "utf-8")
    (made.content / f"xa_yen_thanh/{without}/so_lieu/sau_thang.yaml").unlink()
    report = report_of(made)
    report.write_text(report.read_text("utf-8").replace("cho_nam: 2026", "cho_nam: 2027").replace("24/6/2026", "24/6/2027"), "utf-8")
    return made


def it_names_a_period_of_another_year_with_its_year_and_takes_its_unit_out_of_that_alone(tmp_path: Path) -> None:
    (found,) = told(next_year(tmp_path / "a", "2026"))
    entries = "[{don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: …}, {ky_thieu: sau_thang_2026, don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: …}]"
    assert f"chap_nhan_thieu: {entries}." in found.hint
    even = "chap_nhan_thieu: " + entries.replace("…", "Bão") + "\n"
    made = next_year(tmp_path / "b", "2026", even)
    assert shown(made) == ["1.890 hồ sơ (6/7 đơn vị)", "không thay đổi so với cùng kỳ năm 2026"]
    assert told(made) == []


@pytest.mark.parametrize("said", ["sau_thang_2026", "cung_ky"])
def it_leaves_a_unit_out_of_the_year_that_is_named_and_not_of_the_documents_own(said: str, tmp_path: Path) -> None:
    made = next_year(tmp_path, "2026", f"chap_nhan_thieu: [{{ky_thieu: {said}, don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: Bão}}]\n")
    assert shown(made)[0] == "1.900 hồ sơ"
    (found,) = told(made)
    assert found.code == "D209"
    assert "chap_nhan_thieu mục {don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: …}" in found.hint


def it_writes_at_issue_who_is_missing_by_year(tmp_path: Path) -> None:
    made = next_year(tmp_path, "2026")
    text = "Có {{ hs_truc_tuyen }}, năm trước {{ hs_truc_tuyen@cung_ky }}."
    report = report_of(made)
    report.write_text(report.read_text("utf-8").replace("Có {{ hs_truc_tuyen }}, {{ hs_truc_tuyen | so_sanh cung_ky }}.", text), "utf-8")
    assert not issue(made, report, "12", date(2027, 6, 24), without="Bão").has_errors
    assert "ky_thieu: sau_thang_2026" in report.read_text("utf-8")
    assert shown(made) == ["1.900 hồ sơ", "1.890 hồ sơ (6/7 đơn vị)"]


def it_tells_of_a_period_that_no_year_has(tmp_path: Path) -> None:
    made = next_year(tmp_path, "2026", "chap_nhan_thieu: [{ky_thieu: quy_1_2024, don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: Bão}]\n")
    assert "không có kỳ quy_1_2024" in next(each for each in told(made) if each.code == "D202").message
