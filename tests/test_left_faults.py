"""Faults of registers, files and documents of figures that nobody was told of: circles, files out of place, acceptances of nobody,
ways to print that make no sense; and one cause told once."""

from pathlib import Path

import pytest

from tests.support.content import project
from tests.test_reported_figures import figures, home, shown, told
from tests.test_so_lieu import of, put
from vanban.pipeline.checking import check

REGIME = "content/dung_chung/che_do_bao_cao.yaml"


def register(folder: Path, name: str, text: str) -> None:
    (folder / f"content/dung_chung/{name}.yaml").write_text(text, "utf-8")


@pytest.mark.parametrize(("groups", "ways"), [
    ("{ma: a, ten_goi: A, thanh_vien: [a]}", ["a gồm a"]),
    ("{ma: a, ten_goi: A, thanh_vien: [b]}\n  - {ma: b, ten_goi: B, thanh_vien: [ubnd_nghe_an, a]}", ["a gồm b gồm a", "b gồm a gồm b"]),
    ("{ma: a, ten_goi: A, thanh_vien: [b]}\n  - {ma: b, ten_goi: B, thanh_vien: [ubnd_nghe_an]}", []),
])
def it_tells_of_groups_that_are_members_of_themselves(groups: str, ways: list[str], tmp_path: Path) -> None:
    made = project(tmp_path)
    register(tmp_path, "co_quan_vong", f"loai_du_lieu: co_quan\nco_quan: []\nnhom_co_quan:\n  - {groups}\n".replace("co_quan: []\n", ""))
    found = [each for each in check(made).findings if each.code == "D239"]
    assert [each.message.partition("chính nó: ")[2].rstrip(".") for each in found] == ways
    assert [each.line for each in found] == [3 + at for at, _ in enumerate(ways)]


def it_tells_of_periods_that_consist_of_themselves(tmp_path: Path) -> None:
    made = project(tmp_path)
    path = tmp_path / REGIME
    path.write_text(path.read_text("utf-8").replace("den_ngay: 14/6/2026}", "den_ngay: 14/6/2026, gom_ky: [quy_2]}"), "utf-8")
    (found,) = check(made).findings
    assert (found.code, found.message) == ("D223", "Kỳ quy_2 gồm chính nó: quy_2 gồm quy_2.")


@pytest.mark.parametrize("name", ["xa_yen_thanh/2026/sau_thang.yaml", "xa_yen_thanh/sau_thang.yaml", "dung_chung/sau_thang.yaml"])
def it_tells_of_a_file_of_figures_that_lies_elsewhere(name: str, tmp_path: Path) -> None:
    made = project(tmp_path)
    path = made.content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(of(figures=figures(0, 10, 2)), "utf-8")
    (found,) = check(made).findings
    assert (found.code, found.file) == ("D203", f"content/{name}")
    unit = "<đơn vị>" if "dung_chung" in name else "xa_yen_thanh"
    assert found.hint == f"Chuyển tệp thành content/{unit}/2026/so_lieu/sau_thang.yaml."


def it_tells_of_an_acceptance_of_a_body_that_has_nothing_to_report(tmp_path: Path) -> None:
    accepted = "chap_nhan_thieu: [{don_vi_thieu: [ubnd_nghe_an, ubnd_xa_yen_thanh], ly_do: Chưa gửi}, {don_vi_thieu: [so_bao_cao_mau], ly_do: Chưa gửi}]\n"
    made = home(tmp_path, "Có {{ hs_truc_tuyen }}.", more=accepted)
    assert [(each.code, each.message.partition("”")[0]) for each in told(made)] == [
        ("D240", "“UBND tỉnh"), ("D240", "“các sở (03 đơn vị của bản ví dụ)")]


# One cause is told once


def it_tells_once_of_a_unit_that_is_missing_whatever_follows_from_that(tmp_path: Path) -> None:
    """Totals of two periods, a change, a share, a sentence whose numbers do not add up without that unit, its own figure."""
    made = home(tmp_path, "Có {{ hs_truc_tuyen }}, gồm {{ hs_ky_truoc }} và {{ hs_truc_tiep }}; {{ hs_truc_tuyen | so_sanh quy_1 }}; "
                "quý II {{ hs_truc_tuyen@quy_2 }}; {{ hs_truc_tuyen | ty_trong hs_tiep_nhan }}; riêng {{ hs_truc_tuyen.ubnd_xa_yen_thanh }}.")
    (made.content / "xa_yen_thanh/2026/so_lieu/sau_thang.yaml").unlink()
    (found,) = told(made)
    assert (found.code, found.level) == ("D211", "warning")
    assert found.message == ("Số liệu kỳ 6 tháng đầu năm 2026, quý II năm 2026 còn thiếu báo cáo của 1 đơn vị: UBND xã Yên Thành; "
                             "6 chỗ in số còn thiếu; chỗ so sánh chỉ tính đơn vị có số ở cả hai bên.")
    assert found.hint.endswith("chap_nhan_thieu: [{don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: …}, {ky_thieu: quy_2, don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: …}, "
                                "{ky_thieu: quy_1, don_vi_thieu: [ubnd_xa_yen_thanh], ly_do: …}].")


def it_says_all_the_more_what_is_wrong_besides(tmp_path: Path) -> None:
    made = home(tmp_path, "Có {{ hs_truc_tuyen }}, {{ hs_qua_han }}.")
    (made.content / "xa_yen_thanh/2026/so_lieu/sau_thang.yaml").unlink()
    put(made, of("ubnd_xa_do_luong", figures=figures(2, "1.204", 6)), "xa_do_luong")
    assert sorted(each.code for each in told(made)) == ["D204", "D211", "D212"]


def it_compares_with_a_period_that_the_same_unit_lacks_too(tmp_path: Path) -> None:
    """A draft is printed: the way back to a period is lost only where the body is no more."""
    made = home(tmp_path, "Có {{ hs_truc_tuyen | so_sanh quy_1 }}.")
    for name in ("sau_thang", "quy_1"):
        (made.content / f"xa_yen_thanh/2026/so_lieu/{name}.yaml").unlink()
    assert [each.code for each in told(made)] == ["D211"]
    assert shown(made) == ["tăng 945 hồ sơ so với quý I năm 2026"]


# What makes no sense


@pytest.mark.parametrize(("called", "words"), [
    ("hs_tiep_nhan | theo_dau", "“Hồ sơ tiếp nhận” không bao giờ là số âm"), ("hs_truc_tuyen | theo_dau", "không bao giờ là số âm"),
    ("ty_le_nop_truc_tuyen | theo_dau", "không bao giờ là số âm"), ("hs_truc_tuyen | ty_trong hs_truc_tuyen", "luôn là 100% của chính nó"),
    ("hs_truc_tuyen | ty_trong sang_kien", "“Hồ sơ mới nộp trực tuyến” (hồ sơ) không phải là một phần của"),
])
def it_refuses_a_way_to_print_that_makes_no_sense(called: str, words: str, tmp_path: Path) -> None:
    (found,) = told(home(tmp_path, f"Có {{{{ {called} }}}}."))
    assert (found.code, words in found.message) == ("D102", True)


OWN = """loai_du_lieu: chi_tieu
chi_tieu:
  - {ma: tang_rong, ten_goi: Tăng ròng, don_vi_tinh: hồ sơ, tinh_chat: tinh, cong_thuc: hs_truc_tuyen - hs_truc_tiep, che_do_bao_cao: [cchc_dinh_ky]}
  - {ma: dien_bien, ten_goi: Diễn biến, don_vi_tinh: hồ sơ, tinh_chat: phat_sinh, gioi_han: {tu_so: -100}, che_do_bao_cao: [cchc_dinh_ky]}
  - {ma: y_kien, ten_goi: Ý kiến, don_vi_tinh: ý kiến, tinh_chat: phat_sinh, che_do_bao_cao: [cchc_dinh_ky]}
quan_he_chi_tieu:
  - {ma: qh_y_kien, dang_thuc: y_kien <= hs_truc_tuyen}
"""


@pytest.mark.parametrize(("called", "printed"), [
    ("tang_rong | theo_dau", "tăng 1.200 hồ sơ"), ("dien_bien | theo_dau", "giảm 70 hồ sơ"), ("y_kien | ty_trong hs_truc_tuyen", "0,4%"),
    ("hs_qua_han | ty_trong hs_tiep_nhan", "3,0%"),
])
def it_prints_what_the_register_says_can_be(called: str, printed: str, tmp_path: Path) -> None:
    made = home(tmp_path, f"Có {{{{ {called} }}}}.")
    register(tmp_path, "chi_tieu_rieng", OWN)
    for path in made.content.glob("*/2026/so_lieu/sau_thang.yaml"):
        path.write_text(path.read_text("utf-8").rstrip("\n") + "\n  dien_bien: -10\n  y_kien: 1\n", "utf-8")
    assert shown(made) == [printed]


def it_takes_the_note_of_a_unit_for_the_reason_that_its_figures_do_not_agree(tmp_path: Path) -> None:
    made = project(tmp_path)
    lines = "gia_tri:\n  hs_ky_truoc: 10\n  hs_truc_tuyen: 10\n  hs_truc_tiep: 10\n  hs_truoc_han: 10\n  hs_dung_han: 5\n  hs_qua_han: 5\n  hs_dang_giai_quyet: 12\n"
    put(made, of(figures=lines))
    assert [(each.code, each.level) for each in check(made).findings] == [("D225", "warning")]
    put(made, of(figures=lines + "ghi_chu:\n  hs_dang_giai_quyet: 02 hồ sơ dân rút\n"))
    (found,) = check(made).findings
    assert (found.code, found.level, found.message.endswith("Đơn vị ghi chú: “02 hồ sơ dân rút”.")) == ("D225", "info", True)
