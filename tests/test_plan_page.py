"""chuyen_nam.md is read by an officer: it says what is printed, not what the files say to the machine."""

import re
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.support.planning import NEW, answer, carried, sample
from tests.test_plan_facts import ACTS, ANNEX, BODIES, HEIR
from vanban.model.registers import Registers
from vanban.pipeline.planned_words import told
from vanban.pipeline.planning import Planned
from vanban.pipeline.project import Project
from vanban.plan.plain_words import PlainWords
from vanban.plan.targets import Target

# What is said to the machine: references, figures, keys, ids.
MACHINE = re.compile(r"\[\[|\{\{|\b[a-z]+(?:_[a-z0-9]+)+\b")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Planned]:
    home = sample(tmp_path_factory.mktemp("page"), "nghe_an", "so_noi_vu_nghe_an")
    return home, carried(home)


def page_of(home: Project) -> str:
    return (home.root / NEW / "chuyen_nam.md").read_text("utf-8")


def sentences(page: str) -> str:
    """The page without what names places: files in backticks and in heads."""
    return re.sub(r"(?m)`[^`\n]*`|^### .*$", "", page)


def it_has_no_name_of_the_machine_in_a_sentence(done: tuple[Project, Planned]) -> None:
    assert MACHINE.findall(sentences(page_of(done[0]))) == []


@pytest.mark.parametrize("words", [
    "thay thế Quyết định số 3667/QĐ-UBND ngày 30/12/2024”", "“Sở Nội vụ tại Công văn số 3798/SNV-CCHC&VTLT ngày 11/7/2025”",
    "giảm ít nhất 10% số đơn vị", "| Số văn bản: 2228 |", "| Nguyễn Văn A, Phó Chủ tịch |",
    "dòng trong tệp của **năm cũ**, thư mục `content/nghe_an/2025`", "### Tệp cũ content/nghe_an/2025/ke_hoach_cchc.yaml",
    "| Sao y: Quyết định về việc kiện toàn Ban Chỉ đạo cải cách hành chính tỉnh Nghệ An (`sao_y_kien_toan.yaml`) |",
    "| Chỗ | Chữ cũ | Vì sao |", "Trong dự thảo là 19 chỗ “XEM LẠI”", "còn **22 chỗ cần trả lời**",
])
def it_says_what_is_printed(done: tuple[Project, Planned], words: str) -> None:
    assert words in page_of(done[0])


def it_has_no_document_without_words(done: tuple[Project, Planned]) -> None:
    assert all(each.cau_van for each in done[1].sets)
    assert "|  (`" not in page_of(done[0])


def it_counts_nothing_of_a_task_that_is_dropped(done: tuple[Project, Planned]) -> None:
    """Its words name the old year too, but nobody moves them."""
    about = [each.so_phan for each in done[1].decisions if "Điều chỉnh hoặc ban hành mới kế hoạch" in each.cau_van]
    assert about == ["tinh_lai"]


def it_does_not_miss_an_answer_within_what_goes(tmp_path: Path) -> None:
    home = sample(tmp_path)
    (place,) = [each.vi_tri for each in carried(home).decisions
                if each.cau_van.startswith("Điều chỉnh hoặc ban hành mới") and each.so_phan == "chuyen"]
    answer(home, place, "giữ")
    task = place.partition("#")[2].partition("/")[0]
    answer(home, f"{task}.thoi_gian", "xóa")
    planned = carried(home)
    assert not planned.findings
    assert place not in {each.vi_tri for each in planned.decisions}


def it_says_why_the_drafts_ask_less_often(done: tuple[Project, Planned]) -> None:
    said = " ".join(told(done[1], False, str))
    assert "Còn 22 chỗ cần trả lời" in said
    assert "Trong dự thảo là 19 chỗ {XEM LẠI} (lệnh check, report đếm số này)" in said


def it_names_what_takes_the_place_of_acts_and_bodies(tmp_path: Path) -> None:
    home = project(tmp_path, qd=DECISION.replace("  - nq_76_2021\n", "  - nq_76_2021\n  - cu\n"),
                   kh=PLAN + "kem_theo: [pl]\n", pl=ANNEX)
    (home.content / "dung_chung" / "can_cu_thu.yaml").write_text(ACTS, "utf-8")
    (home.content / "dung_chung" / "co_quan_thu.yaml").write_text(BODIES + HEIR, "utf-8")
    carried(home)
    page = page_of(home)
    assert "| Quyết định số 13/QĐ-UBND ngày 1/12/2025 |" in page
    assert "| Sở Cũ tỉnh Nghệ An | Sở Mới tỉnh Nghệ An |" in page


def it_leaves_what_it_does_not_know() -> None:
    words = PlainWords(Registers(), targets={"ty_le": Target(0, "ty_le", "95", "tu_tro_len", "", "", "Tỷ lệ", "%")})
    for typed in ("[[khong_co]]", "{{ muc_tieu.khong_co }}", "khong_co", "{{ nhiem_vu.hoan_thanh }}"):
        assert words.of(typed) == typed
    assert words.of("đạt {{ muc_tieu.ty_le }}, {{ muc_tieu.ty_le | day_du }}") == "đạt 95%, từ 95% trở lên"
