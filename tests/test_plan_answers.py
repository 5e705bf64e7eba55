"""An answer to what next year's plan asks in prose: no word of the old sentence goes unless a person wrote it anew."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.planning import NEW, answer, carried, faults, sample, texts
from vanban.pipeline.project import Project

BOLD = "Rà soát, hoàn thành **trước ngày 31/7/2025**."


def asked_of(folder: Path, clause: str) -> tuple[Project, str]:
    """A plan with that line, and the name of what is asked or was decided of it."""
    home = project(folder, qd=DECISION, kh=PLAN.replace("Theo phân công.", clause))
    (place,) = [each.vi_tri for each in carried(home).decisions if "kh#de_muc" in each.vi_tri]
    return home, place


def line_of(home: Project) -> str:
    text = (home.root / NEW / "kh.yaml").read_text("utf-8")
    return text.partition("noi_dung: |\n")[2].partition("\n")[0].strip()


@pytest.mark.parametrize(("clause", "said", "line"), [
    (BOLD, "trước ngày 31/01/2026", "Rà soát, hoàn thành **trước ngày 31/01/2026**."),
    (BOLD, "Trước 31/01/2026.", "Rà soát, hoàn thành **trước 31/01/2026**."),
    (BOLD, "31/01/2026", "Rà soát, hoàn thành **trước ngày 31/01/2026**."),
    (BOLD, "ngày 31 tháng 01 năm 2026", "Rà soát, hoàn thành **trước ngày 31 tháng 01 năm 2026**."),
    (BOLD, '"**trước ngày 31/01/2026**"', "Rà soát, hoàn thành **trước ngày 31/01/2026**."),
    (BOLD, "hoàn thành trước ngày 31/01/2026", "Rà soát, hoàn thành **trước ngày 31/01/2026**."),
    (BOLD, "trong quý I/2026", "Rà soát, hoàn thành **trong quý I/2026**."),
    (BOLD, "rà soát xong trong quý I/2026.", "rà soát xong trong quý I/2026."),
    ("Trước ngày 31/7/2025 phải rà soát xong.", "trước 31/01/2026", "Trước 31/01/2026 phải rà soát xong."),
    ("Báo cáo trước ngày 31/7/2025.", '"**trước ngày 31/01/2026**"', "Báo cáo **trước ngày 31/01/2026**."),
    ("Báo cáo trong quý IV/2025.", "Quý I/2026", "Báo cáo trong quý I/2026."),
    ("Xong trước ngày 31/7/2025.", "hoàn thành trong quý I/2026", "hoàn thành trong quý I/2026."),
    ("Trước ngày 31/7/2025.", "Quý I/2026", "Quý I/2026."),
])
def it_puts_a_date_in_the_place_of_a_date(tmp_path: Path, clause: str, said: str, line: str) -> None:
    home, place = asked_of(tmp_path, clause)
    answer(home, place, said)
    assert not carried(home).findings
    assert line_of(home) == line


@pytest.mark.parametrize(("clause", "said"), [
    (BOLD, "Quý I/2026"), (BOLD, "xong trong quý I/2026"), (BOLD, "Thường xuyên"), (BOLD, "97%"), (BOLD, "từ 97% trở lên"),
    (BOLD, "30 ngày kể từ ngày ban hành Kế hoạch"), (BOLD, "qd_2228_2025"), (BOLD, '"[[qd_2228_2025]]"'),
    (BOLD, "Quyết định số 12/QĐ-UBND ngày 05/01/2026"),
    ("Trong năm 2025 làm xong trước ngày 31/7/2025.", "trước ngày 31/01/2026"),
])
def it_refuses_what_would_lose_words_and_says_the_whole_clause(tmp_path: Path, clause: str, said: str) -> None:
    home, place = asked_of(tmp_path, clause)
    answer(home, place, said)
    before = texts(home.content)
    (told,) = carried(home).findings
    assert told.code == "C161"
    assert f"viết lại cả vế “{clause.rstrip('.')}”" in told.message
    assert texts(home.content) == before


def it_leaves_the_question_of_a_target_beside_a_date_that_was_answered(tmp_path: Path) -> None:
    home = sample(tmp_path)
    carried(home)
    answer(home, "de_muc/517b79", "đến hết năm 2026")
    assert not carried(home).findings
    text = (home.root / NEW / "ke_hoach_cchc.yaml").read_text("utf-8")
    assert "đến hết năm 2026 giảm ít nhất {{ muc_tieu.muc_giam_don_vi_su_nghiep }} số đơn vị" in text
    assert "lấy năm 2021 làm mốc so sánh {XEM LẠI: mục tiêu năm 2026" in text


@pytest.mark.parametrize(("said", "written"), [
    ("Tờ trình số 900/TTr-SNV ngày 20/12/2025", "Sở Nội vụ tại Tờ trình số 900/TTr-SNV ngày 20/12/2025"),
    ("cv_4625_bnv_2025", '"Sở Nội vụ tại [[cv_4625_bnv_2025 | so_ngay]]"'),
    ('"[[cv_4625_bnv_2025]]"', '"Sở Nội vụ tại [[cv_4625_bnv_2025]]"'),
    ("Giám đốc Sở Nội vụ", "Giám đốc Sở Nội vụ"),
])
def it_keeps_who_proposes_when_only_the_letter_is_answered(tmp_path: Path, said: str, written: str) -> None:
    home = sample(tmp_path)
    carried(home)
    answer(home, "#theo_de_nghi/", said)
    assert not carried(home).findings
    text = (home.root / NEW / "quyet_dinh_cchc.yaml").read_text("utf-8")
    assert f"theo_de_nghi: {written}".replace('"', "") in text.replace('"', "")
    assert set(faults(home)) == {("C117", "info")}


@pytest.mark.parametrize("where", ["#theo_de_nghi/", "#can_cu/fe97cc"])
def it_does_not_write_as_proposed_where_nothing_is(tmp_path: Path, where: str) -> None:
    home = sample(tmp_path)
    carried(home)
    answer(home, where, "chuyển")
    (told,) = carried(home).findings
    assert "không có đề xuất" in told.message


def it_says_at_the_head_of_the_file_what_is_taken_where(tmp_path: Path) -> None:
    home, _ = asked_of(tmp_path, BOLD)
    head = (home.root / NEW / "chuyen_nam.yaml").read_text("utf-8").partition("loai_du_lieu")[0]
    for words in ("viết lại cả vế", "chỉ ghi ngày, tháng, quý, năm thì thay đúng chỗ ấy", "thời hạn nhiệm vụ (thoi_gian)"):
        assert words in head
