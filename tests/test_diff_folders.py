"""Folders that are compared: whose registers they have, which documents are the same one, what they are called."""

import shutil
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, ROOT, project
from tests.test_diff import run
from tests.test_review_history import BLANK, committed, diff, git
from vanban.compare.outline import documents
from vanban.errors import WrongUse
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.sides import reading_of
from vanban.reviews import review_forms
from vanban.reviews._sentences import sentence

OLD, NEW = "content/nghe_an/2025", "content/nghe_an/2026"
NEXT_DECISION = (DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025', "ngay_du_kien: 15/7/2026")
                 .replace("  - nq_76_2021\n", "  - luat_chinh_quyen_dia_phuong_2025\n"))
NEXT_PLAN = PLAN.replace("năm 2025", "năm 2026")


@pytest.fixture
def years(tmp_path: Path) -> Project:
    """A project with the plan of one year and that of the next, both by the same names."""
    made = project(tmp_path / "kho", qd=DECISION, kh=PLAN)
    write(made.root / NEW, qd=NEXT_DECISION, kh=NEXT_PLAN)
    return made


def write(folder: Path, **texts: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")


def between(made: Project, old: str, new: str) -> list[tuple[str, str]]:
    """The documents of both sides: old name, new name, "" for none."""
    pairs = diff(made, old, new).review.comparison.documents
    return [(each.old.name if each.old else "", each.new.name if each.new else "") for each in pairs]


# Registers


def it_compares_a_year_with_the_next_by_the_registers_that_both_lie_beside(
    years: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(years.root, monkeypatch, OLD, NEW) == 0
    told = capsys.readouterr()
    assert not told.err
    lines = [line for line in told.out.replace(BLANK, "_").splitlines() if line]
    assert lines == [
        f"So sánh thư mục {OLD} với thư mục {NEW}:",
        f"Quyết định ban hành Kế hoạch ({OLD}/qd.yaml → {NEW}/qd.yaml): 2 thay đổi",
        "  Sửa số, ký hiệu và ngày tháng",
        "    [-2228/QĐ-UBND-]{+________/QĐ-UBND+} / ngày[- 15 -]{+_______+}tháng[- 7 -]{+_______+}năm "
        "[-2025-]{+2026 / DỰ THẢO+}",
        "    kéo theo 1 chỗ in theo văn bản ban hành",
        "  Thay căn cứ, dòng 1",
        "    Căn cứ [-Nghị quyết số 76/NQ-CP-]{+Luật Tổ chức chính quyền địa phương+} ngày [-15-]{+16+} tháng [-7-]{+6+} năm "
        "[-2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030-]{+2025+}.",
        f"Kế hoạch cải cách hành chính năm 2026 ({OLD}/kh.yaml → {NEW}/kh.yaml): 1 thay đổi",
        "  Sửa trích yếu",
        "    Cải cách hành chính năm [-2025-]{+2026+}",
        "    kéo theo 1 chỗ dẫn chiếu",
        "3 thay đổi trong 2 văn bản.",
    ]


def it_reads_each_of_two_roots_by_its_own_registers(tmp_path: Path) -> None:
    old, new = (project(tmp_path / name, qd=DECISION, kh=PLAN) for name in ("cu", "moi"))
    bases = old.content / "dung_chung/can_cu.yaml"
    text = bases.read_text("utf-8")
    assert "76/NQ-CP" in text
    bases.write_text(text.replace("76/NQ-CP", "75/NQ-CP"), "utf-8")
    for folders in ((old.content / "nghe_an/2025", new.content / "nghe_an/2025"), (old.root, new.root)):
        diffed = diff(new, *map(str, folders))
        assert not diffed.review.base
        assert not diffed.has_errors
        told = review_forms()["text"].told(diffed.review, False)
        assert "75/NQ-CP" in told
        assert "76/NQ-CP" in told


@pytest.mark.parametrize("without", ["old", "new"])
def it_refuses_a_folder_without_registers_and_writes_nothing(
    without: str, years: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    alone, bare = tmp_path / "rieng/2025", tmp_path / "kho_khac"
    shutil.copytree(years.root / OLD, alone)
    shutil.copytree(years.root / OLD, bare / OLD)
    for folder in (alone, bare, bare / OLD):
        words = (str(folder), NEW) if without == "old" else (OLD, str(folder))
        for form in ("text", "so_sanh", "all"):
            assert run(years.root, monkeypatch, *words, "--format", form) == 2
            told = capsys.readouterr()
            assert not told.out
            assert told.err.count("\n") == 1
            assert f"{folder} không nằm trong thư mục nào có dung_chung" in told.err
    assert not years.outputs.exists()


@pytest.mark.parametrize("folder", ["content/dung_chung", "content/nghe_an/2025/hinh", "content/xa_m"])
def it_refuses_a_folder_without_documents_rather_than_say_that_nothing_changed(folder: str, years: Project) -> None:
    (years.root / OLD / "hinh").mkdir()
    write(years.content / "xa_m/2025/so_lieu", quy_1="loai_du_lieu: so_lieu\n")
    with pytest.raises(WrongUse, match="không có văn bản nào để so sánh"):
        diff(years, str(years.root / folder), str(years.root / NEW))


def it_takes_of_a_revision_the_part_that_the_folder_beside_it_is(years: Project) -> None:
    git(years.root, "init", "-q")
    committed(years.root, "start")
    write(years.root / NEW, kh=NEXT_PLAN.replace("Theo phân công.", "Theo phân công mới."))
    changed = diff(years, "HEAD", str(years.root / NEW)).review.comparison
    assert [(each.name, len(each.changes)) for each in changed] == [("nghe_an/2026/kh", 1)]


# Which is which


def it_knows_a_document_by_its_id_in_another_year(years: Project) -> None:
    assert between(years, str(years.root / OLD), str(years.root / NEW)) == [
        ("nghe_an/2025/qd", "nghe_an/2026/qd"), ("nghe_an/2025/kh", "nghe_an/2026/kh")]


def it_knows_it_by_its_office_where_several_have_one_of_that_id(tmp_path: Path) -> None:
    """Even where the words of another office's are more alike."""
    other = "Rà soát thủ tục, công khai kết quả, tập huấn cho công chức cấp xã."
    old, new = (project(tmp_path / name, qd=DECISION, kh=PLAN) for name in ("cu", "moi"))
    write(old.content / "ha_tinh/2025", qd=DECISION, kh=PLAN.replace("Theo phân công.", other))
    write(new.content / "ha_tinh/2026", qd=NEXT_DECISION, kh=NEXT_PLAN)
    write(new.content / "nghe_an/2026", qd=NEXT_DECISION, kh=NEXT_PLAN.replace("Theo phân công.", other))
    shutil.rmtree(new.content / "nghe_an/2025")
    assert sorted(between(new, str(old.content), str(new.content))) == [
        (f"{office}/2025/{ma}", f"{office}/2026/{ma}") for office in ("ha_tinh", "nghe_an") for ma in ("kh", "qd")]


def it_knows_it_by_its_words_where_its_id_is_another_one(years: Project) -> None:
    home = years.root / NEW
    (home / "kh.yaml").unlink()
    write(home, qd=NEXT_DECISION.replace("[[kh]]", "[[kh_moi]]").replace("- kh\n", "- kh_moi\n"),
          kh_moi=NEXT_PLAN.replace("ma: kh", "ma: kh_moi"))
    assert ("nghe_an/2025/kh", "nghe_an/2026/kh_moi") in between(years, str(years.root / OLD), str(home))


def it_says_of_what_stayed_that_its_words_are_the_same(years: Project) -> None:
    write(years.root / NEW, qd=DECISION, kh=PLAN)
    told = review_forms()["text"].told(diff(years, str(years.root / OLD), str(years.root / NEW)).review, False)
    assert f"Lời văn giữ nguyên: {OLD}/kh.yaml → {NEW}/kh.yaml." in told
    assert told.endswith("Không có thay đổi.")


# What they are called


def it_calls_a_folder_from_the_project_wherever_it_was_typed(years: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(years.content)
    for old, new in (("nghe_an/2025/", "nghe_an/2026"), (str(years.root / OLD), f"../{NEW}")):
        review = diff(years, old, new).review
        assert (review.old.name, review.new.name) == (OLD, NEW)


def it_prints_no_path_of_the_machine_of_what_lies_elsewhere(years: Project, tmp_path: Path) -> None:
    for name in ("a/cu", "b/cu"):
        shutil.copytree(years.content, tmp_path / name)
    elsewhere = [tmp_path / name for name in ("a/cu", "b/cu", "b/cu/nghe_an/2025")]
    for pair, names in (((elsewhere[0], elsewhere[1]), ("a/cu", "b/cu")), ((elsewhere[0], years.root), ("cu", "kho")),
                        ((elsewhere[2], years.root / NEW), ("cu/nghe_an/2025", NEW)),
                        ((elsewhere[0], elsewhere[0]), ("cu", "cu"))):
        review = diff(years, *map(str, pair)).review
        assert (review.old.name, review.new.name) == names


# What is said


@pytest.mark.parametrize(("old", "new", "said"), [
    ("  - nq_76_2021\n", '  - "[[nq_76_2021]] {XEM LẠI: còn hiệu lực không}"\n', "Sửa căn cứ, dòng 1"),
    ("  - nq_76_2021\n", "  - luat_chinh_quyen_dia_phuong_2025\n", "Thay căn cứ, dòng 1"),
    ("  - Bộ Nội vụ\n", '  - "Bộ Nội vụ {XEM LẠI: còn gửi không}"\n', "Sửa nơi nhận, dòng 1"),
    ("  - Bộ Nội vụ\n", "  - Bộ Tài chính\n", "Thay nơi nhận, dòng 1"),
])
def it_says_that_an_entry_was_replaced_only_where_another_one_stands_in_its_place(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    draft = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh', "ngay_du_kien")
    before, after = (project(tmp_path / name, qd=text, kh=PLAN)
                     for name, text in (("cu", draft), ("moi", draft.replace(old, new))))
    (document,) = diff(after, str(before.root), str(after.root)).review.comparison
    assert [sentence(change) for change in document.changes] == [said]


def it_calls_every_document_by_a_title_that_ends_in_a_word() -> None:
    """A copy has no trích yếu."""
    made = Project(ROOT)
    titles = [each.title for each in documents(reading_of(check(made, [ROOT / OLD])))]
    assert "Sao lục" in titles
    assert [title for title in titles if title != title.strip()] == []
