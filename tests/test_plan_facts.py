"""What next year's plan takes from registers and reports: bases and series, days off, bodies, states of tasks, targets."""

import re
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project, put_sample_figures
from tests.support.planning import NEW, answer, carried, change, faults, sample
from vanban.model.year_turn import QuyetDinhChuyen
from vanban.pipeline.planning import Planned
from vanban.pipeline.project import Project

ACTS = """\
loai_du_lieu: can_cu
can_cu:
  - {ma: cu, ten_loai: Quyết định, so_ky_hieu: 11/QĐ-UBND, ngay_ban_hanh: 05/01/2020, co_quan_ban_hanh: Ủy ban nhân dân tỉnh Nghệ An, trich_yeu: ban hành Quy định A, den_ngay: 30/9/2025, thay_the_boi: giua}
  - {ma: giua, ten_loai: Quyết định, so_ky_hieu: 12/QĐ-UBND, ngay_ban_hanh: 01/10/2025, co_quan_ban_hanh: Ủy ban nhân dân tỉnh Nghệ An, trich_yeu: ban hành Quy định B, den_ngay: 30/11/2025, thay_the_boi: moi}
  - {ma: moi, ten_loai: Quyết định, so_ky_hieu: 13/QĐ-UBND, ngay_ban_hanh: 01/12/2025, co_quan_ban_hanh: Ủy ban nhân dân tỉnh Nghệ An, trich_yeu: ban hành Quy định C}
  - {ma: mat, ten_loai: Quyết định, so_ky_hieu: 14/QĐ-UBND, ngay_ban_hanh: 01/12/2020, co_quan_ban_hanh: Ủy ban nhân dân tỉnh Nghệ An, trich_yeu: ban hành Quy định D, den_ngay: 30/9/2025}
  - {ma: kh_2025, ten_loai: Kế hoạch, so_ky_hieu: 15/KH-UBND, ngay_ban_hanh: 01/12/2024, co_quan_ban_hanh: Ủy ban nhân dân tỉnh Nghệ An, trich_yeu: chuyển đổi số năm 2025, thuoc_chuoi: ke_hoach_so, cho_nam: 2025}
"""
NEXT = """\
  - {ma: kh_2026, ten_loai: Kế hoạch, so_ky_hieu: 90/KH-UBND, ngay_ban_hanh: 20/12/2025, co_quan_ban_hanh: Ủy ban nhân dân tỉnh Nghệ An, trich_yeu: chuyển đổi số năm 2026, thuoc_chuoi: ke_hoach_so, cho_nam: 2026}
"""


def small(folder: Path, bases: str = "  - nq_76_2021\n", body: str = "      Theo phân công.\n", acts: str = ACTS,
          **more: str) -> tuple[Project, Planned]:
    decision = DECISION.replace("  - nq_76_2021\n", bases)
    home = project(folder, qd=decision, kh=PLAN.replace("      Theo phân công.\n", body), **more)
    (home.content / "dung_chung" / "can_cu_thu.yaml").write_text(acts, "utf-8")
    return home, carried(home)


def of(planned: Planned, place: str) -> list[QuyetDinhChuyen]:
    return [each for each in planned.decisions if place in each.vi_tri]


def read(home: Project, name: str) -> str:
    return (home.root / NEW / f"{name}.yaml").read_text("utf-8")


# Bases

def it_exchanges_a_repealed_basis_by_the_last_of_its_successors(tmp_path: Path) -> None:
    home, planned = small(tmp_path, "  - nq_76_2021\n  - cu\n")
    assert "can_cu:\n  - nq_76_2021\n  - moi\n" in read(home, "qd")
    told = of(planned, "#can_cu/")[1]
    assert (told.so_phan, told.de_xuat) == ("tinh_lai", "moi")
    assert "thay bằng Quyết định 13/QĐ-UBND" in told.ly_do


def it_does_not_cite_twice_what_replaces_two(tmp_path: Path) -> None:
    home, _ = small(tmp_path, "  - moi\n  - cu\n")
    assert "can_cu:\n  - moi\nd" in read(home, "qd")


def it_asks_about_a_basis_that_nothing_replaces(tmp_path: Path) -> None:
    home, planned = small(tmp_path, "  - nq_76_2021\n  - mat\n")
    assert of(planned, "#can_cu/")[1].so_phan == "hoi"
    assert '- "[[mat]] {XEM LẠI: quyết định 14/QĐ-UBND hết hiệu lực sau ngày 30/9/2025; sổ căn cứ không ghi' in read(home, "qd")
    assert set(faults(home)) >= {("C117", "info")}


def it_takes_no_act_that_is_younger_than_the_signing(tmp_path: Path) -> None:
    home, planned = small(tmp_path, "  - nq_76_2021\n  - cu\n", acts=ACTS.replace("01/12/2025", "05/01/2026"))
    assert of(planned, "#can_cu/")[1].so_phan == "hoi"
    assert "sau ngày dự kiến ký" in of(planned, "#can_cu/")[1].ly_do


def it_takes_the_plan_of_the_new_year_of_a_series(tmp_path: Path) -> None:
    home, _ = small(tmp_path, "  - kh_2025\n", acts=ACTS + NEXT)
    assert "can_cu:\n  - kh_2026\n" in read(home, "qd")


def it_asks_for_the_plan_of_the_new_year_that_is_not_there_yet(tmp_path: Path) -> None:
    _, planned = small(tmp_path, "  - kh_2025\n")
    assert "sổ căn cứ chưa có văn bản cho năm 2026" in of(planned, "#can_cu/")[0].ly_do


def it_knows_a_typed_act_by_number_and_date(tmp_path: Path) -> None:
    home, planned = small(tmp_path, body="      Theo Quyết định số 11/QĐ-UBND ngày 05/01/2020 về Quy định A.\n"
                                         "      Theo Quyết định số 11/QĐ-UBND ngày 06/01/2020 về việc khác.\n")
    told = {each.cau_van: each.so_phan for each in of(planned, "kh#de_muc")}
    assert told["Theo Quyết định số 11/QĐ-UBND ngày 05/01/2020 về Quy định A"] == "hoi"
    assert told["Theo Quyết định số 11/QĐ-UBND ngày 06/01/2020 về việc khác"] == "giu"


# Days off

def it_says_that_a_moved_day_is_a_day_off(tmp_path: Path) -> None:
    home, planned = small(tmp_path, body="      Báo cáo trước ngày 18/02/2025.\n")
    home, planned = small(tmp_path / "x", body="      Báo cáo trước ngày 02/9/2025.\n")
    (told,) = [each for each in planned.decisions if "02/9/2025" in each.cau_van]
    assert "nghỉ: Quốc khánh" in told.ly_do
    assert not planned.told


def it_tells_that_no_calendar_of_the_year_is_there(tmp_path: Path) -> None:
    home, _ = small(tmp_path)
    (home.content / "dung_chung" / "ngay_nghi.yaml").unlink()
    again = carried(home)
    assert any("chưa có năm 2026" in each for each in again.told)


# Tasks

ANNEX = """\
loai_van_ban: phu_luc
ma: pl
trich_yeu: Nhiệm vụ năm 2025
bang_bieu: [{ma: bang, bo_cuc: nhiem_vu}]
nhiem_vu:
  - nhom: Một
    gom:
      - {ma: nv_xong, noi_dung: Việc xong, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Quý III/2025}
  - nhom: Hai
    gom:
      - {ma: nv_do, noi_dung: Việc dở, chu_tri: [so_noi_vu_nghe_an, so_cu], thoi_gian: Quý IV/2025, ghi_chu: Khó}
      - {ma: nv_moi, noi_dung: Việc có hạn mới, chu_tri: [so_cu], thoi_gian: Quý IV/2025}
      - {ma: nv_nam, noi_dung: Việc hằng năm, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Quý IV/2025, hang_nam: true}
"""
REPORT = """\
loai_van_ban: bao_cao
ma: bc
co_quan: so_noi_vu_nghe_an
so_van_ban: 9
ngay_ban_hanh: 10/12/2025
trich_yeu: Kết quả
ket_qua_nhiem_vu:
  theo_ke_hoach: nghe_an/2025/pl
  hoan_thanh: [nv_xong, nv_nam]
  dang_thuc_hien: [nv_do]
  chua_trien_khai:
    - {ma: nv_moi, ly_do: Chờ hướng dẫn, han_moi: Quý II/2026}
"""
BODIES = """\
loai_du_lieu: co_quan
co_quan:
  - {ma: so_cu, ten_goi: Sở Cũ tỉnh Nghệ An, ten_ngan: Sở Cũ, den_ngay: 30/9/2025}
"""
HEIR = "  - {ma: so_moi, ten_goi: Sở Mới tỉnh Nghệ An, ten_ngan: Sở Mới, tu_ngay: 01/10/2025, tiep_nhan_tu: [{ma: so_cu, phan_nhan: toan_bo}]}\n"


def with_tasks(folder: Path, report: str = REPORT, bodies: str = BODIES) -> tuple[Project, Planned]:
    home = project(folder, qd=DECISION, kh=PLAN + "kem_theo: [pl]\n", pl=ANNEX)
    (home.content / "dung_chung" / "co_quan_thu.yaml").write_text(bodies, "utf-8")
    if report:
        other = home.content / "so_noi_vu_nghe_an" / "2025"
        other.mkdir(parents=True)
        (other / "bc.yaml").write_text(report, "utf-8")
    return home, carried(home)


def it_drops_what_a_report_says_is_done_and_brings_back_what_is_not(tmp_path: Path) -> None:
    home, _ = with_tasks(tmp_path)
    text = read(home, "pl")
    assert "nv_xong" not in text
    assert "nhom: Một" not in text
    assert '{ma: nv_do, noi_dung: Việc dở' in text
    assert "{XEM LẠI: chưa xong (Báo cáo số 09/BC-SNV ngày 10/12/2025); hạn mới?}" in text
    assert "thoi_gian: Quý II/2026, ghi_chu: \"Chuyển tiếp từ năm 2025, thời hạn cũ: Quý IV/2025\"" in text
    assert "thoi_gian: Quý IV/2026, hang_nam: true" in text


def it_names_the_paper_in_the_cell_and_its_file_only_where_it_is_answered(tmp_path: Path) -> None:
    """A path does not break: in a narrow cell it would take the room of all other columns."""
    home, planned = with_tasks(tmp_path)
    drafts = "".join(read(home, name) for name in ("qd", "kh", "pl"))
    assert ".yaml}" not in drafts
    assert "bc.yaml" not in drafts
    (told,) = of(planned, "nv_do.thoi_gian")
    assert told.ly_do == "Báo cáo số 09/BC-SNV ngày 10/12/2025: chưa xong; hạn mới trong năm 2026 là khi nào"
    assert f"{told.ly_do} (so_noi_vu_nghe_an/2025/bc.yaml)" in read(home, "chuyen_nam")
    assert "bc.yaml" not in (home.root / NEW / "chuyen_nam.md").read_text("utf-8")


def it_names_a_report_without_a_number_by_its_day(tmp_path: Path) -> None:
    home, _ = with_tasks(tmp_path, REPORT.replace("so_van_ban: 9\n", ""))
    assert "{XEM LẠI: chưa xong (Báo cáo ngày 10/12/2025); hạn mới?}" in read(home, "pl")


def it_asks_in_cells_in_a_few_words(tmp_path: Path) -> None:
    home = sample(tmp_path, "nghe_an", "so_noi_vu_nghe_an")
    carried(home)
    cells = re.findall(r"thoi_gian:.*\{XEM LẠI: ([^}]*)\}", read(home, "phu_luc_nhiem_vu"))
    assert len(cells) == 6
    assert all(len(word) <= 15 for each in cells for word in each.split())
    assert all(len(each) <= 70 for each in cells)


def it_asks_of_all_tasks_where_no_report_speaks_of_them(tmp_path: Path) -> None:
    _, planned = with_tasks(tmp_path, "")
    assert [each.so_phan for each in of(planned, ".thoi_gian/")] == ["hoi", "hoi", "hoi", "chuyen"]


def it_heeds_no_report_that_is_signed_after_the_plan(tmp_path: Path) -> None:
    _, planned = with_tasks(tmp_path, REPORT.replace("10/12/2025", "10/01/2026"))
    assert of(planned, "nv_xong.thoi_gian")[0].so_phan == "hoi"


def it_adds_to_a_remark_that_is_there(tmp_path: Path) -> None:
    home, _ = with_tasks(tmp_path)
    answer(home, "pl#nv_do.thoi_gian", "Quý I/2026")
    carried(home)
    assert "Khó; chuyển tiếp từ năm 2025, thời hạn cũ: Quý IV/2025" in read(home, "pl")


def it_asks_who_leads_in_place_of_a_body_that_is_gone(tmp_path: Path) -> None:
    home, planned = with_tasks(tmp_path)
    assert {each.so_phan for each in of(planned, ".chu_tri")} | {each.so_phan for each in planned.decisions
            if each.cau_van == "Sở Cũ tỉnh Nghệ An"} == {"hoi"}
    assert '"{XEM LẠI: cơ quan thay Sở Cũ tỉnh Nghệ An}"' in read(home, "pl")
    assert not [level for _, level in faults(home) if level == "error"]


def it_names_the_body_that_has_taken_over(tmp_path: Path) -> None:
    home, _ = with_tasks(tmp_path, bodies=BODIES + HEIR)
    assert "so_cu" not in read(home, "pl")
    assert read(home, "pl").count("so_moi") == 2


# Targets

TARGETS = """\
muc_tieu:
  - {chi_tieu: ty_le_dung_han, so_sanh: tu_tro_len, gia_tri: 95, moi_nam: 1}
  - {chi_tieu: ty_le_xin_loi, so_sanh: tu_tro_len, gia_tri: "99,5", moi_nam: 1, toi_da: 100}
  - {chi_tieu: hai_long_tthc, so_sanh: tren, gia_tri: 87, moi_nam: -1}
  - {chi_tieu: hai_long_phuc_vu, so_sanh: tren, gia_tri: 90}
  - {chi_tieu: ty_le_ky_so, so_sanh: bang, gia_tri: 100}
"""


def it_takes_a_step_up_to_a_bound_and_asks_where_it_would_be_easier(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN.replace("de_muc:", f"{TARGETS}de_muc:"))
    planned = carried(home)
    text = read(home, "kh")
    assert "gia_tri: 96, moi_nam: 1}" in text
    assert 'gia_tri: "100", moi_nam: 1, toi_da: 100}' in text
    assert "gia_tri: 87, moi_nam: -1}" in text
    fates = [each.so_phan for each in of(planned, "muc_tieu.gia_tri")]
    assert fates == ["tinh_lai", "tinh_lai", "hoi", "hoi", "giu"]
    assert "thấp hơn năm trước" in of(planned, "muc_tieu.gia_tri")[2].ly_do


def it_says_what_came_of_a_target_in_the_old_year(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION.replace("15/7/2025", "05/01/2026"), kh=PLAN.replace("2025", "2026").replace(
        "de_muc:", "muc_tieu:\n  - {chi_tieu: ty_le_dung_han_bao_cao, so_sanh: tu_tro_len, gia_tri: 95}\nde_muc:"))
    put_sample_figures(home)
    known = [line for line in (home.content / "dung_chung" / "chi_tieu_bao_cao.yaml").read_text("utf-8").splitlines()
             if "ma: " in line]
    code = next(line.split("ma: ")[1].split(",")[0].strip() for line in known if "ty_le" in line)
    change(home.content / "nghe_an/2025/kh.yaml", "ty_le_dung_han_bao_cao", code)
    planned = carried(home, old=2026, new=2027)
    (told,) = of(planned, "muc_tieu.gia_tri")
    assert "năm 2026" in told.ly_do
    assert "đạt" in told.ly_do or "Chưa có kết quả" in told.ly_do


# From year to year

def it_goes_from_year_to_year(tmp_path: Path) -> None:
    home = sample(tmp_path)
    carried(home)
    planned = carried(home, old=2026, new=2027)
    assert {path.name for path in planned.written} >= {"quyet_dinh_cchc.yaml", "ke_hoach_cchc.yaml", "phu_luc_nhiem_vu.yaml"}
    there = "content/nghe_an/2027"
    text = (home.root / there / "ke_hoach_cchc.yaml").read_text("utf-8")
    assert 'cho_nam: "2027"' in text
    assert "tỉnh Nghệ An năm 2027" in text
    assert "hoàn thành **trước ngày 31/7/2025** {XEM LẠI: " in text
    assert "bản năm 2026 còn để ngỏ: thời hạn 16 ngày" in text
    assert set(faults(home, there)) == {("C117", "info")}
    before = text
    assert carried(home, old=2026, new=2027).written == ()
    assert (home.root / there / "ke_hoach_cchc.yaml").read_text("utf-8") == before


@pytest.mark.parametrize("said", ["giữ", "xóa"])
def it_asks_once_of_what_was_left_open(tmp_path: Path, said: str) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN.replace(
        "Theo phân công.", "Mua máy {XEM LẠI: ai duyệt; năm nào}. Trong năm 2025 rà soát."))
    carried(home)
    (place,) = [each.vi_tri for each in carried(home).decisions if each.is_open and "Mua máy" in each.cau_van]
    answer(home, place, said)
    carried(home)
    assert "XEM LẠI" not in read(home, "kh")
    assert ("Mua máy" in read(home, "kh")) == (said == "giữ")
    assert "Trong năm 2026 rà soát." in read(home, "kh")
