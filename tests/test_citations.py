"""Legal bases on the day of the document: made by then, in force, and what stands in their place."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from vanban.act_titles import in_sentence
from vanban.findings import Finding
from vanban.model.inline import shown_text
from vanban.model.rebuild import found
from vanban.model.running_text import Paragraph
from vanban.pipeline.checking import check
from vanban.pipeline.own_frames import NoLooks
from vanban.pipeline.resolving import resolve

# Issued on 15 July, in force from 1 August to 30 November, then replaced.
ACTS = """\
loai_du_lieu: can_cu
can_cu:
  - ma: qd_thu_nghiem
    ten_loai: Quyết định
    so_ky_hieu: 77/QĐ-UBND
    ngay_ban_hanh: 15/7/2025
    co_quan_ban_hanh: Ủy ban nhân dân tỉnh Nghệ An
    trich_yeu: ban hành Quy chế thử nghiệm
{dates}
  - ma: qd_thay_the
    ten_loai: Quyết định
    so_ky_hieu: 99/QĐ-UBND
    ngay_ban_hanh: 1/12/2025
    co_quan_ban_hanh: Ủy ban nhân dân tỉnh Nghệ An
    trich_yeu: ban hành Quy chế thử nghiệm mới
"""
IN_FORCE = "    tu_ngay: 1/8/2025\n    den_ngay: 30/11/2025\n    thay_the_boi: qd_thay_the\n"


def told(folder: Path, day: str, dates: str = "", basis: str = "qd_thu_nghiem") -> list[Finding]:
    """What is found of a decision of that day which rests on the act."""
    home = project(folder, qd=DECISION.replace("15/7/2025", day).replace("nq_76_2021", basis), kh=PLAN)
    (home.content / "dung_chung" / "can_cu_thu.yaml").write_text(ACTS.format(dates=dates), "utf-8")
    return list(check(home).findings)


@pytest.mark.parametrize(("day", "codes"), [("14/7/2025", ["R109"]), ("15/7/2025", []), ("16/7/2025", [])])
def it_accepts_a_basis_of_the_same_day_and_refuses_a_younger_one(day: str, codes: list[str], tmp_path: Path) -> None:
    assert [found.code for found in told(tmp_path, day)] == codes


@pytest.mark.parametrize(("day", "codes"), [
    ("31/7/2025", ["R102"]), ("1/8/2025", []), ("30/11/2025", []), ("1/12/2025", ["R102"]),
])
def it_accepts_a_basis_from_its_first_day_to_its_last(day: str, codes: list[str], tmp_path: Path) -> None:
    assert [found.code for found in told(tmp_path, day, IN_FORCE)] == codes


def it_says_of_a_younger_basis_both_days(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "14/7/2025")
    assert found.message == "Căn cứ Quyết định 77/QĐ-UBND ban hành ngày 15/7/2025, sau ngày của văn bản này."
    assert (found.line, found.column) == (8, 5)


def it_tells_of_each_act_that_the_text_names_before_it_was_there(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION.replace("15/7/2025", "14/7/2025").replace(
        "kèm theo Quyết định này [[kh]].", "theo [[qd_thu_nghiem]], [[qd_thu_nghiem]], [[kh]]."), kh=PLAN.replace(
        "Theo phân công.", "Theo [[nq_76_2021]]."))
    (home.content / "dung_chung" / "can_cu_thu.yaml").write_text(ACTS.format(dates=""), "utf-8")
    (found,) = check(home).findings
    assert (found.code, found.message) == (
        "R109", "Quyết định 77/QĐ-UBND ban hành ngày 15/7/2025, sau ngày của văn bản này.")


@pytest.mark.parametrize(("day", "word"), [("31/7/2025", "chưa có hiệu lực"), ("1/12/2025", "hết hiệu lực")])
def it_says_whether_force_has_ended_or_not_begun(day: str, word: str, tmp_path: Path) -> None:
    (found,) = told(tmp_path, day, IN_FORCE)
    assert f"{word} vào ngày {day}" in found.message


def it_names_the_act_that_stands_in_its_place(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "1/12/2025", IN_FORCE)
    assert found.hint == "Thay bằng “qd_thay_the” (Quyết định 99/QĐ-UBND)."
    (alone,) = told(tmp_path, "1/12/2025", IN_FORCE.split("    thay_the_boi")[0])
    assert alone.hint == "Bỏ căn cứ này hoặc thay bằng văn bản còn hiệu lực."


def it_offers_the_basis_that_was_meant(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "1/9/2025", basis="qd_thu_nghiemm")
    assert (found.code, found.line) == ("R101", 8)
    assert "“qd_thu_nghiem”" in found.hint


# Lines of căn cứ in words

LAW = "luat_chinh_quyen_dia_phuong_2025"


@pytest.mark.parametrize(("typed", "printed"), [
    (f"khoản 3 Điều 15 [[{LAW}]]",
     "Căn cứ khoản 3 Điều 15 Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
    (f"[[{LAW} | theo_so]]", "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
    ("Xét đề nghị của Giám đốc Sở Nội vụ tại [[cv_4625_bnv_2025 | so_ngay]]",
     "Xét đề nghị của Giám đốc Sở Nội vụ tại Công văn số 4625/BNV-CCHC ngày 02 tháng 7 năm 2025"),
    ("Căn cứ Quy chế làm việc của Ủy ban nhân dân tỉnh", "Căn cứ Quy chế làm việc của Ủy ban nhân dân tỉnh"),
    ("Quy chế làm việc của Ủy ban nhân dân tỉnh", "Căn cứ Quy chế làm việc của Ủy ban nhân dân tỉnh"),
    ("Trên cơ sở kết quả lấy ý kiến các sở", "Trên cơ sở kết quả lấy ý kiến các sở"),
    ("Để thực hiện nhiệm vụ được giao", "Để thực hiện nhiệm vụ được giao"),
    ("Đề nghị của Giám đốc Sở Nội vụ", "Căn cứ đề nghị của Giám đốc Sở Nội vụ"),
    ("Ý kiến thống nhất của các thành viên", "Căn cứ ý kiến thống nhất của các thành viên"),
])
def it_prints_a_basis_in_words_as_typed_with_what_it_opens_with(typed: str, printed: str, tmp_path: Path) -> None:
    content = check(project(tmp_path, qd=DECISION.replace("nq_76_2021", f'"{typed}"'), kh=PLAN)).content
    (bo,) = content.sets
    resolved, _, findings = resolve(content, bo, NoLooks())
    assert not [found for found in findings if found.level != "info"]
    assert resolved.zones is not None
    assert resolved.zones.can_cu.texts[0].rstrip(";.") == printed


PARTY = DECISION.replace("ubnd_nghe_an", "btv_tinh_uy_nghe_an").replace("nguyen_van_a", "hoang_van_m").replace(
    "VT, KSTT", "Văn phòng Tỉnh ủy").replace("15/7/2025", "15/7/2026")


@pytest.mark.parametrize(("typed", "printed"), [
    ("Xét đề nghị của Ban Tổ chức Tỉnh ủy", "- Xét đề nghị của Ban Tổ chức Tỉnh ủy"),
    ("Theo đề nghị của Ban Tổ chức Tỉnh ủy", "- Theo đề nghị của Ban Tổ chức Tỉnh ủy"),
    ("Trên cơ sở kết luận của Ban Thường vụ", "- Trên cơ sở kết luận của Ban Thường vụ"),
    ("Căn cứ Điều lệ Đảng Cộng sản Việt Nam", "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam"),
    ("Điều lệ Đảng Cộng sản Việt Nam", "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam"),
    ("Đề nghị của Ban Tổ chức Tỉnh ủy", "- Căn cứ đề nghị của Ban Tổ chức Tỉnh ủy"),
])
def it_opens_a_basis_of_the_party_as_typed_behind_its_dash(typed: str, printed: str, tmp_path: Path) -> None:
    result = check(project(tmp_path, qd=PARTY.replace("nq_76_2021", f'"{typed}"'), kh=PLAN))
    assert [each.code for each in result.findings if each.line == 8 and each.level != "info"] == []
    assert result.sets[0].zones.can_cu.texts[0].rstrip(";.,") == printed


@pytest.mark.parametrize("typed", ["- Căn cứ Điều lệ", "- Xét đề nghị", "xét đề nghị", "căn cứ Điều lệ", "1. Điều lệ"])
def it_tells_of_words_and_signs_before_a_basis_that_are_printed_twice(typed: str, tmp_path: Path) -> None:
    found = check(project(tmp_path, qd=PARTY.replace("nq_76_2021", f'"{typed}"'), kh=PLAN)).findings
    assert "F106" in [each.code for each in found if each.line == 8]


@pytest.mark.parametrize(("typed", "codes"), [
    ("Quy chế làm việc của Ủy ban nhân dân tỉnh", ["R115"]), (f"điểm a khoản 3 Điều 15 [[{LAW}]]", []),
    ("Xét [[to_trinh_khong_co]]", ["R101"]), ("nq_76_2021, qd_06_2022", ["S205"]), ("NQ_76", ["S205"]),
    ("theo nq_76_2021", ["S205"]), ("Đạt {{ tyle }} mục tiêu", ["S205"]), ("Nêu tại Quy chế[^a]", ["S205"]),
])
def it_tells_what_it_cannot_check_or_read_in_a_basis(typed: str, codes: list[str], tmp_path: Path) -> None:
    found = check(project(tmp_path, qd=DECISION.replace("nq_76_2021", f'"{typed}"'), kh=PLAN)).findings
    assert [each.code for each in found if each.line == 8][:1] == codes


def it_holds_an_act_in_words_to_its_validity(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "31/7/2025", IN_FORCE, '"khoản 1 Điều 2 [[qd_thu_nghiem]]"')
    assert found.code == "R102"


# A basis that is typed again

TWICE = {
    "alone": ("  - nq_76_2021\n  - nq_76_2021", [9]),
    "in one line": ("  - nq_76_2021; nq_76_2021", [8]),
    "in a line of several": ("  - nq_76_2021\n  - qd_3667_2024; nq_76_2021", [9]),
    "three times": ("  - nq_76_2021\n  - nq_76_2021\n  - nq_76_2021", [9, 10]),
    "by another id": ("  - nq_76_2021\n  - nq_76_lap_lai", [9]),
    "the same khoản": ("  - khoản 1 [[nq_76_2021]]\n  - khoản 1 [[nq_76_2021]]", [9]),
    "words": ("  - Quy chế làm việc của tỉnh\n  - Quy chế làm việc  của tỉnh", [9]),
    "another khoản": ("  - khoản 1 [[nq_76_2021]]\n  - khoản 2 [[nq_76_2021]]", []),
    "whole and part": ("  - nq_76_2021\n  - khoản 2 [[nq_76_2021]]", []),
    "two acts": ("  - nq_76_2021\n  - luat_giao_dich_dien_tu_2023", []),
}


@pytest.mark.parametrize(("lines", "told"), TWICE.values(), ids=TWICE)
def it_prints_a_basis_as_often_as_it_is_typed_and_tells_of_it(lines: str, told: list[int], tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION.replace("  - nq_76_2021", lines), kh=PLAN)
    again = ACTS.format(dates="").replace("qd_thu_nghiem", "nq_76_lap_lai").replace("77/QĐ-UBND", "76/NQ-CP")
    (home.content / "dung_chung" / "can_cu_thu.yaml").write_text(again.replace("15/7/2025", "15/7/2021"), "utf-8")
    checked = check(home)
    assert [found.line for found in checked.findings if found.code == "R116"] == told
    printed = " ".join(line.text for line in checked.sets[0].zones.can_cu.lines)
    assert printed.count("76/NQ-CP") == sum(lines.count(ma) for ma in ("nq_76_2021", "nq_76_lap_lai"))


# Phụ lục II, V.6: the first letter of what a law is called


@pytest.mark.parametrize("ten_loai", ["Luật", "Bộ luật", "Pháp lệnh"])
@pytest.mark.parametrize("form", ["", " | so_ngay", " | theo_so"])
def it_calls_a_law_with_a_capital_however_its_entry_is_typed(form: str, ten_loai: str, tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION.replace("  - nq_76_2021", f'  - "khoản 1 Điều 2 [[luat_thu{form}]]"'), kh=PLAN)
    (home.content / "dung_chung" / "can_cu_thu.yaml").write_text(
        f"loai_du_lieu: can_cu\ncan_cu:\n  - ma: luat_thu\n    ten_loai: {ten_loai}\n    so_ky_hieu: 47/2019/QH14\n"
        "    ngay_ban_hanh: 22/11/2019\n    trich_yeu: sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ\n", "utf-8")
    (line,) = check(home).sets[0].zones.can_cu.lines
    assert f"{ten_loai} sửa đổi" not in line.text
    assert (f"{ten_loai} Sửa đổi, bổ sung" in line.text) == (form != " | so_ngay")


# What an act is cited by that has no number, and how its subject stands in a sentence

ACTS_BARE = """\
loai_du_lieu: can_cu
can_cu:
  - {ma: nq_thu, ten_loai: Nghị quyết, ngay_ban_hanh: 10/10/2024, co_quan_ban_hanh: Đại hội Đảng bộ tỉnh, trich_yeu: Về phương hướng}
  - {ma: thu_thu, ten_loai: Thư, ngay_ban_hanh: 5/9/2024, trich_yeu: chúc mừng}
  - {ma: luat_thu, ten_loai: Luật, ngay_ban_hanh: 29/11/2024, trich_yeu: Đầu tư công}
  - {ma: cv_thu, ten_loai: Công văn, so_ky_hieu: 5/SNV, ngay_ban_hanh: 5/9/2024, co_quan_ban_hanh: Sở Nội vụ, trich_yeu: Về việc đôn đốc}
"""


@pytest.mark.parametrize(("ma", "first", "again"), [
    ("nq_thu", "Nghị quyết ngày 10 tháng 10 năm 2024 của Đại hội Đảng bộ tỉnh về phương hướng",
     "Nghị quyết ngày 10 tháng 10 năm 2024 của Đại hội Đảng bộ tỉnh"),
    ("thu_thu", "Thư ngày 05 tháng 9 năm 2024 chúc mừng", "Thư ngày 05 tháng 9 năm 2024 chúc mừng"),
    ("luat_thu", "Luật Đầu tư công", "Luật Đầu tư công"),
    ("cv_thu", "Công văn số 5/SNV ngày 05 tháng 9 năm 2024 của Sở Nội vụ về việc đôn đốc", "Công văn số 5/SNV"),
])
def it_says_each_time_which_act_is_meant(ma: str, first: str, again: str, tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION, kh=PLAN.replace("Theo phân công.", f"Theo [[{ma}]]; [[{ma}]]."))
    (home.content / "dung_chung" / "can_cu_thu.yaml").write_text(ACTS_BARE, "utf-8")
    lines = [shown_text(each.inlines) for van_ban in check(home).sets[0] for each in found(van_ban, Paragraph)]
    assert f"Theo {first}; {again}." in lines


@pytest.mark.parametrize(("typed", "cited"), [
    ("Ban hành Quy chế", "ban hành Quy chế"), ("Về việc đôn đốc", "về việc đôn đốc"), ("Về đôn đốc", "về đôn đốc"),
    ("ban hành Quy chế", "ban hành Quy chế"), ("Đại hội đại biểu", "Đại hội đại biểu"), ("PHÊ DUYỆT Đề án", "PHÊ DUYỆT Đề án"),
    ("Ban chỉ đạo", "Ban chỉ đạo"), ("Giao chỉ tiêu", "giao chỉ tiêu"), ("", ""),
])
def it_begins_a_subject_that_is_no_name_with_a_small_letter(typed: str, cited: str) -> None:
    assert in_sentence(typed) == cited
