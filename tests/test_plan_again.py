"""A plan carried over again: answers are followed, twice is once, what a person has edited is his, nothing is half."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.content import DECISION, PLAN, project
from tests.support.planning import NEW, answer, asked, carried, change, faults, sample, texts
from vanban.pipeline.project import Project
from vanban.plan.merging import merged

PLAN_FILE, ANNEX = f"{NEW}/ke_hoach_cchc.yaml", f"{NEW}/phu_luc_nhiem_vu.yaml"
ONE = "      Hoàn thành trước ngày 31/7/2025; giai đoạn 2021 - 2025 báo cáo.\n      Trong năm 2025 rà soát.\n"


@pytest.fixture
def home(tmp_path: Path) -> Project:
    made = sample(tmp_path)
    carried(made)
    return made


def read(home: Project, name: str) -> str:
    return (home.root / name).read_text("utf-8")


# Answers

def it_does_nothing_the_second_time(home: Project) -> None:
    before = texts(home.content)
    assert carried(home).written == ()
    assert texts(home.content) == before


@pytest.mark.parametrize(("where", "said", "name", "there", "gone"), [
    ("a71355", "chuyển", PLAN_FILE, "hoàn thành **trước ngày 31/7/2026**.\n", "31/7/2025"),
    ("a71355", "giữ", PLAN_FILE, "hoàn thành **trước ngày 31/7/2025**.\n", "thời hạn 16 ngày"),
    ("a71355", "hoàn thành trong quý I năm 2026", PLAN_FILE, "thực tế {XEM LẠI: 6 tháng cuối năm: văn bản năm sau thường "
     "cho cả năm}; hoàn thành trong quý I năm 2026.\n", "31/7"),
    ("a71355", "xóa", PLAN_FILE, "cho cả năm}.\n", "31/7"),
    ("7bfcf8", "xóa", PLAN_FILE, "          Nghiên cứu" , "giai đoạn 2020 - 2025"),
    ("muc_tieu.gia_tri/ad9876", "97", PLAN_FILE, "gia_tri: 97", "(năm 2025: từ 95%)"),
    ("muc_tieu.gia_tri/ad9876", "giữ", PLAN_FILE, "ty_le_dung_han, so_sanh: tu_tro_len, gia_tri: 95}", "(năm 2025: từ 95%)"),
    ("nv_ra_soat_qppl.thoi_gian", "Quý II/2026", ANNEX, "        thoi_gian: Quý II/2026\n        ghi_chu: \"Chuyển tiếp từ "
     "năm 2025, thời hạn cũ: tháng 10/2025\"\n", "Tháng 10/2025 {"),
    ("nv_ra_soat_qppl.thoi_gian", "xóa", ANNEX, "nv_quy_dinh_chi_tiet", "nv_ra_soat_qppl"),
    ("#can_cu/fe97cc", "xóa", f"{NEW}/quyet_dinh_cchc.yaml", "  - qd_5158_2021\ntheo_de_nghi", "cv_4625"),
    ("#can_cu/fe97cc", "nd_118_2025", f"{NEW}/quyet_dinh_cchc.yaml", "  - nd_118_2025\n", "cv_4625"),
    ("#dieu_thi_hanh/", "xóa", f"{NEW}/quyet_dinh_cchc.yaml", "có hiệu lực kể từ ngày ký.\n", "thay thế"),
    ("#theo_de_nghi/", "Giám đốc Sở Nội vụ", f"{NEW}/quyet_dinh_cchc.yaml", "theo_de_nghi: Giám đốc Sở Nội vụ\n", "XEM LẠI: số"),
    ("#mo_dau/", "giữ", PLAN_FILE, "  Năm 2025, tỉnh Nghệ An thực hiện", "chủ đề năm 2026"),
])
def it_follows_an_answer(home: Project, where: str, said: str, name: str, there: str, gone: str) -> None:
    answer(home, where, said)
    planned = carried(home)
    assert not planned.findings
    assert there in read(home, name) or there.casefold() in read(home, name).casefold()
    assert gone not in read(home, name)
    assert set(faults(home)) == {("C117", "info")}
    before = texts(home.content)
    assert carried(home).written == ()
    assert texts(home.content) == before


@pytest.mark.parametrize(("where", "said", "why"), [
    ("nv_ra_soat_qppl.thoi_gian", "bao giờ xong thì xong 2026", "không phải là thời gian hoàn thành"),
    ("muc_tieu.gia_tri/ad9876", "nhiều hơn", "không phải"),
    ("7bfcf8", "chuyển", "không có đề xuất"),
])
def it_says_which_answer_cannot_be_followed_and_writes_nothing(home: Project, where: str, said: str, why: str) -> None:
    answer(home, where, said)
    before = texts(home.content)
    planned = carried(home)
    (told,) = planned.findings
    assert (told.code, told.file, told.level) == ("C161", f"{NEW}/chuyen_nam.yaml", "error")
    assert why in told.message
    assert said in home.root.joinpath(told.file).read_text("utf-8").splitlines()[told.line - 1]
    assert texts(home.content) == before


def it_refuses_an_answer_that_would_break_the_file(home: Project) -> None:
    answer(home, "a71355", '"xong **trước quý I"')
    before = texts(home.content)
    planned = carried(home)
    assert planned.findings
    assert {each.level for each in planned.findings} == {"error"}
    assert texts(home.content) == before


def it_follows_an_answer_to_what_the_machine_had_settled(home: Project) -> None:
    answer(home, "phu_luc_nhiem_vu#nv_boi_duong.thoi_gian", "Quý III/2026")
    assert carried(home).written
    assert "thoi_gian: Quý III/2026\n" in read(home, ANNEX)


def it_takes_the_day_that_somebody_has_typed(home: Project) -> None:
    change(home.root / NEW / "chuyen_nam.yaml", "ngay_du_kien: 31/12/2025", "ngay_du_kien: 22/12/2025")
    assert carried(home).written
    assert "ngay_du_kien: 22/12/2025" in read(home, f"{NEW}/quyet_dinh_cchc.yaml")


@pytest.mark.parametrize("day", ["31/12/2035", "1/1/1950", "1/1/1"])
def it_says_of_a_day_years_away_where_it_is_typed(home: Project, day: str) -> None:
    change(home.root / NEW / "chuyen_nam.yaml", "ngay_du_kien: 31/12/2025", f"ngay_du_kien: {day}")
    before = texts(home.content)
    told = carried(home).findings[0]
    assert told.file == f"{NEW}/chuyen_nam.yaml"
    assert day in (home.root / told.file).read_text("utf-8").splitlines()[told.line - 1]
    assert texts(home.content) == before


def it_keeps_comments_and_answers_of_the_file_in_which_people_answer(home: Project) -> None:
    path = home.root / NEW / "chuyen_nam.yaml"
    change(path, "can_tra_loi:\n", "can_tra_loi:\n  # Hỏi chị Lan ở Sở Nội vụ.\n")
    answer(home, "a71355", "chuyển  # anh Minh đồng ý")
    change(home.content / "nghe_an/2025/ke_hoach_cchc.yaml", "Năm 2025, tỉnh Nghệ An", "Trong năm 2025, tỉnh Nghệ An")
    planned = carried(home)
    text = path.read_text("utf-8")
    assert "  # Hỏi chị Lan ở Sở Nội vụ.\n" in text
    assert "tra_loi: chuyển  # anh Minh đồng ý\n" in text
    assert "Trong năm 2025, tỉnh Nghệ An" in text
    assert any("đã đổi từ lần chạy trước" in each for each in planned.told)


def it_tells_of_an_answer_whose_sentence_is_gone_and_keeps_it(home: Project) -> None:
    answer(home, "a71355", "giữ")
    change(home.content / "nghe_an/2025/ke_hoach_cchc.yaml", "**trước ngày 31/7/2025**", "**trước ngày 30/7/2025**")
    planned = carried(home)
    assert [(each.code, each.level) for each in planned.findings] == [("C162", "warning")]
    assert "a71355" in read(home, f"{NEW}/chuyen_nam.yaml")
    assert asked(planned, "30/7/2025")


def it_takes_back_a_plan_that_somebody_does_not_want(home: Project) -> None:
    path = home.root / NEW / "chuyen_nam.yaml"
    text = path.read_text("utf-8")
    at = text.index("- vi_tri: quyet_dinh_cchc\n")
    until = text.index("tra_loi:", at) + len("tra_loi:")
    path.write_text(f"{text[:until]} bỏ{text[until:]}", "utf-8")
    carried(home)
    assert sorted(each.name for each in (home.root / NEW).iterdir()) == [
        ".chuyen_nam.json", "chuyen_nam.md", "chuyen_nam.yaml"]


# Edits of a person

@pytest.fixture
def own(tmp_path: Path) -> Project:
    made = project(tmp_path, qd=DECISION, kh=PLAN.replace("      Theo phân công.\n", ONE))
    carried(made)
    return made


def it_leaves_a_file_that_somebody_has_edited(own: Project) -> None:
    change(own.root / NEW / "kh.yaml", "rà soát", "rà soát kỹ")
    assert carried(own).written == ()
    assert "rà soát kỹ" in read(own, f"{NEW}/kh.yaml")


def it_lists_what_it_would_change_and_writes_that_when_told(own: Project) -> None:
    change(own.root / NEW / "kh.yaml", "rà soát", "rà soát kỹ")
    (place,) = [each.vi_tri for each in carried(own).decisions if each.is_open and "31/7/2025" in each.cau_van]
    answer(own, place, "chuyển")
    planned = carried(own)
    (region,) = planned.held["kh.yaml"]
    assert not region.is_conflict
    assert "31/7/2026" in region.new[0]
    assert "31/7/2025" in read(own, f"{NEW}/kh.yaml")
    carried(own, apply=True)
    text = read(own, f"{NEW}/kh.yaml")
    assert "31/7/2026" in text
    assert "rà soát kỹ" in text
    assert carried(own).held == {}
    assert carried(own).written == ()


def it_never_writes_over_a_line_that_somebody_has_changed(own: Project) -> None:
    change(own.root / NEW / "kh.yaml", "Hoàn thành trước", "Xong trước")
    (place,) = [each.vi_tri for each in carried(own).decisions if each.is_open and "31/7/2025" in each.cau_van]
    answer(own, place, "chuyển")
    for _ in range(2):
        planned = carried(own, apply=True)
        assert [each.is_conflict for each in planned.held["kh.yaml"]] == [True]
        assert "Xong trước ngày 31/7/2025" in read(own, f"{NEW}/kh.yaml")


def it_does_not_bring_back_a_file_that_somebody_has_taken_away(own: Project) -> None:
    (own.root / NEW / "kh.yaml").unlink()
    planned = carried(own)
    assert not (own.root / NEW / "kh.yaml").exists()
    assert any("đã bị xóa" in each for each in planned.told)


def it_knows_no_file_when_what_it_kept_is_lost(own: Project) -> None:
    (own.root / NEW / ".chuyen_nam.json").unlink()
    change(own.root / NEW / "kh.yaml", "rà soát", "rà soát kỹ")
    before = texts(own.content)
    (told,) = carried(own).findings
    assert told.code == "C160"
    assert "lấy lại tệp .chuyen_nam.json từ git" in told.hint
    assert texts(own.content) == before


# Three texts

LINES = st.lists(st.sampled_from("abcdefgh"), max_size=8).map(lambda lines: "".join(f"{line}\n" for line in lines))


@given(LINES, LINES)
def it_takes_the_new_text_where_nobody_has_edited(base: str, new: str) -> None:
    assert merged(base, new, base).text == new


@given(LINES, LINES)
def it_keeps_the_text_of_a_person_where_nothing_is_new(base: str, there: str) -> None:
    both = merged(base, base, there)
    assert (both.text, both.regions) == (there, ())


@given(LINES, LINES, LINES)
def it_merges_a_second_time_to_the_same(base: str, new: str, there: str) -> None:
    once = merged(base, new, there)
    twice = merged(once.base, new, once.text)
    assert twice.text == once.text
    assert all(each.is_conflict for each in twice.regions)


@given(LINES, LINES, LINES)
def it_loses_no_line_of_a_person(base: str, new: str, there: str) -> None:
    own = [line for line in there.splitlines() if line not in base.splitlines()]
    text = merged(base, new, there).text.splitlines()
    assert all(text.count(line) >= min(own.count(line), 1) for line in own)


def it_tells_of_a_place_that_is_answered_twice_at_both_lines(home: Project) -> None:
    answer(home, "nv_ra_soat_qppl.thoi_gian", "Quý II/2026")
    path = home.root / NEW / "chuyen_nam.yaml"
    text = path.read_text("utf-8")
    (entry,) = re.findall(r"  - vi_tri: \S*nv_ra_soat_qppl\.thoi_gian.*\n(?:    .*\n)*", text)
    path.write_text(text.replace("\nmay_da_quyet:\n", f"\nmay_da_quyet:\n{entry.replace('Quý II/2026', 'xóa')}"), "utf-8")
    before = texts(home.content)
    findings = carried(home).findings
    assert [(each.code, each.level) for each in findings] == [("C161", "error")] * 2
    lines = path.read_text("utf-8").splitlines()
    assert [lines[each.line - 1].strip() for each in findings] == ["tra_loi: Quý II/2026", "tra_loi: xóa"]
    assert f"còn ở dòng {findings[1].line}" in findings[0].message
    assert texts(home.content) == before
    change(path, "    tra_loi: xóa\n", "    tra_loi:\n")
    assert not carried(home).findings


def it_tells_of_two_old_files_that_would_become_one(tmp_path: Path) -> None:
    made = project(tmp_path, kh_2025=PLAN, kh_2026=PLAN.replace("ma: kh\n", "ma: kh_khac\n"),
                   qd=DECISION.replace("kem_theo: [kh]", "kem_theo: [kh, kh_khac]"))
    before = texts(made.content)
    findings = carried(made).findings
    assert [(each.code, each.file.rpartition("/")[2]) for each in findings] == [("C160", "kh_2025.yaml"), ("C160", "kh_2026.yaml")]
    assert "đều thành kh_2026.yaml" in findings[0].message
    assert texts(made.content) == before


def it_tells_of_two_old_documents_that_would_get_one_id(tmp_path: Path) -> None:
    made = project(tmp_path, kh=PLAN.replace("ma: kh\n", "ma: kh_2025\n"), khac=PLAN.replace("ma: kh\n", "ma: kh_2026\n"),
                   qd=DECISION.replace("kem_theo: [kh]", "kem_theo: [kh_2025, kh_2026]"))
    before = texts(made.content)
    findings = carried(made).findings
    assert [(each.code, each.file.rpartition("/")[2]) for each in findings] == [("C160", "kh.yaml"), ("C160", "khac.yaml")]
    assert "đều thành kh_2026" in findings[0].message
    assert texts(made.content) == before
