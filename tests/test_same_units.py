"""What is compared is of the same units: whom one period lacks does not count in the other, and that is said."""

from pathlib import Path

import pytest

from tests.test_bound_cells import cells
from tests.test_reported_figures import codes, home, shown, told
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
