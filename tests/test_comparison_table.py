"""The table that is laid before whoever decides: old beside new beside why, a row for each change of the list."""

from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from docx.table import Table
from openxml_audit import OpenXmlValidator

from tests.support.content import DECISION, PLAN, project
from tests.test_diff import run
from tests.test_pdf_words import needs_libreoffice
from tests.test_review_history import ANNEX, BLANK, EDITS, HOME, committed, git
from tests.test_review_history import DECISION as LONG_DECISION
from tests.test_review_history import PLAN as LONG_PLAN
from vanban.commands import review_writing
from vanban.model.change import Change
from vanban.pipeline.comparison_tables import write_comparison_tables
from vanban.pipeline.diffing import compared
from vanban.pipeline.project import Project
from vanban.pipeline.reasons import reasons_of
from vanban.pipeline.supplementing import supplement
from vanban.wordml.reading.stories import read
from vanban.writers.to_text import to_text

__all__ = ["needs_libreoffice"]
PLACE = f"{HOME}/kh.yaml"
THREE = PLAN.replace("      Theo phân công.\n", "      1. Rà soát thủ tục hành chính.\n      1. Công khai kết quả.\n"
                     "      1. Tập huấn cho công chức.\n")


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A commit for each of EDITS but the last, which says why it was made."""
    made = project(tmp_path_factory.mktemp("reasons"), qd=LONG_DECISION, kh=LONG_PLAN, pl=ANNEX)
    git(made.root, "init", "-q")
    committed(made.root, "start")
    for words, (name, old, new, _) in [*EDITS.items()][:-1]:
        path = made.root / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        committed(made.root, f"edit\n\nLý do: {words}")
    return made


@pytest.fixture
def plan(tmp_path: Path) -> Project:
    made = project(tmp_path / "kho", qd=DECISION, kh=THREE)
    git(made.root, "init", "-q")
    committed(made.root, "start")
    return made


def edit(made: Project, old: str, new: str, message: str = "") -> None:
    path = made.root / PLACE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    if message:
        committed(made.root, message)


def reasons(made: Project, *sides: str) -> Mapping[str, tuple[str, ...]]:
    """By the place of each change, those without reason left out."""
    with compared(made, *sides) as both:
        return {change.place: why for change, why in reasons_of(made, both).items()}


def rows(path: Path) -> list[list[str]]:
    """The cells of the table, each with its paragraphs in one line, any space a plain one."""
    return [[" / ".join(cell.text.replace(BLANK, " ").split("\n")) for cell in row.cells] for row in table_of(path).rows]


def table_of(path: Path) -> Table:
    (table,) = docx.Document(str(path)).tables
    return table


# Why


def it_gives_to_each_change_the_reason_of_the_commit_that_made_it(history: Project) -> None:
    assert reasons(history, f"HEAD~{len(EDITS) - 1}", "HEAD") == {
        "số, ký hiệu và ngày tháng": ("number and day",), "căn cứ, dòng 2": ("a basis replaced",),
        "Điều 2": ("an Điều moved",), "khoản 1 Mục I": ("a target raised",), "khoản 2 Mục I": ("a khoản put in",),
        "khoản 2 Mục II": ("a body renamed",), "chú thích 1": ("a footnote taken out",),
        "cột “Chủ trì”, bảng “Việc phải làm”": ("a column put in",), "hàng 2, bảng “Việc phải làm”": ("a row put in",),
    }


def it_joins_the_reasons_of_several_commits_in_their_order_and_says_each_once(plan: Project) -> None:
    edit(plan, "hành chính.", "hành chính hằng quý.", "a\n\nLý do: Góp ý của Sở Tư pháp,\nnêu tại cuộc họp.\n\nSigned-off-by: A <a@b.c>")
    edit(plan, "      1. Rà", "      1. Việc mới.\n      1. Rà", "b\n\nLý do: Việc được giao thêm.\nLý do: Thông báo số 12.")
    edit(plan, "hằng quý", "hằng tháng", "c")
    edit(plan, "hằng tháng", "hai tháng một lần", "Lý do: Kết luận của Chủ tịch.")
    edit(plan, "một lần", "một lượt", "d\n\nlý do : Góp ý của Sở Tư pháp, nêu tại cuộc họp.")
    assert reasons(plan, "HEAD~5", "HEAD") == {
        "khoản 1 Mục I": ("Việc được giao thêm.", "Thông báo số 12."),
        "khoản 2 Mục I": ("Góp ý của Sở Tư pháp, nêu tại cuộc họp.", "Kết luận của Chủ tịch."),
    }


@pytest.mark.parametrize(("message", "why"), [
    ("- Lý do: A.", ("A.",)), ("* Lý do: A,\n  nêu sau.", ("A, nêu sau.",)), ("+ Lý do: A.\n- Sửa câu 2.", ("A.",)),
    ("1. Lý do: A.\n2. Lý do: B.", ("A.", "B.")), ("**Lý do:** A.", ("A.",)), ("- **Lý do**: A.", ("A.",)),
    ("Lí do: A.", ("A.",)), ("– LÝ DO: A.", ("A.",)), ("Lý do:\n- A;\n- B.", ("- A; - B.",)),
    ("Không nêu lý do: A.", ()), ("Lý do A.", ()),
])
def it_reads_a_reason_however_the_line_begins(message: str, why: tuple[str, ...], plan: Project) -> None:
    edit(plan, "hành chính.", "hành chính hằng quý.", f"a\n\n{message}")
    assert [*reasons(plan, "HEAD~1", "HEAD").values()] == ([why] if why else [])


def it_gives_the_reason_of_what_was_taken_out_past_other_edits(plan: Project) -> None:
    edit(plan, "      1. Rà", "      1. Việc mới.\n      1. Rà", "a\n\nLý do: A.")
    edit(plan, "      1. Công khai kết quả.\n", "", "b\n\nLý do: B.")
    assert reasons(plan, "HEAD~2", "HEAD") == {"khoản 1 Mục I": ("A.",), "khoản 2 Mục I": ("B.",)}


def it_looks_past_what_is_not_committed_yet(plan: Project) -> None:
    edit(plan, "hành chính.", "hành chính hằng quý.", "a\n\nLý do: A.")
    edit(plan, "      1. Rà", "      1. Việc mới.\n      1. Rà")
    assert reasons(plan, "HEAD~1") == {"khoản 2 Mục I": ("A.",)}
    assert reasons(plan) == {}


def it_finds_the_reason_on_the_side_of_a_merge_and_past_a_rename(plan: Project) -> None:
    git(plan.root, "checkout", "-q", "-b", "nhanh")
    edit(plan, "hành chính.", "hành chính hằng quý.", "a\n\nLý do: A.")
    (plan.root / PLACE).rename(plan.root / HOME / "ke_hoach.yaml")
    committed(plan.root, "rename")
    git(plan.root, "checkout", "-q", "-")
    edit(plan, "công chức.", "công chức, viên chức.", "b\n\nLý do: B.")
    git(plan.root, "merge", "-q", "nhanh", "-m", "merge")
    assert reasons(plan, "HEAD~2", "HEAD") == {"khoản 1 Mục I": ("A.",), "khoản 3 Mục I": ("B.",)}


def it_looks_for_none_where_there_is_no_git(tmp_path: Path) -> None:
    old, new = (project(tmp_path / name, qd=DECISION, kh=text) for name, text in (("cu", PLAN), ("moi", THREE)))
    assert reasons(new, str(old.root), str(new.root)) == {}


# The table


def tables(made: Project, *sides: str, pdf: bool = False) -> tuple[list[Path], list[Change]]:
    with compared(made, *sides) as both:
        review = both.diffed.review
        done = write_comparison_tables(made, review, both.new, reasons_of(made, both), pdf=pdf)
        assert (done.failures, done.notes) == ([], [])
        return done.written, [*review.comparison.changes]


def it_says_the_changes_of_the_list_in_their_order(history: Project, tmp_path: Path) -> None:
    (path,), changes = tables(history, f"HEAD~{len(EDITS) - 1}", "HEAD")
    assert path == history.outputs / "nghe_an/2025/qd.so_sanh.docx"
    head, *others = rows(path)
    assert head == ["Bản cũ", "Bản mới", "Lý do, thuyết minh"]
    named = [row for row in others if len({*row}) > 1]
    assert [row[0] for row in others if len({*row}) == 1] == [
        "Quyết định ban hành Kế hoạch", "Kế hoạch cải cách hành chính năm 2025", "Phụ lục phân công", "./."]
    assert len(named) == len(changes)
    for row, change in zip(named, changes, strict=True):
        assert change.place in row[1]
        assert row[0] == "Không có." if change.old is None else change.old.place.casefold() in row[0].casefold()
    assert named[3] == [
        "Khoản 1 Mục I: / 1. Hồ sơ giải quyết đúng hạn đạt từ 95% trở lên.",
        "Sửa số liệu (+2 điểm phần trăm), khoản 1 Mục I: / 1. Hồ sơ giải quyết đúng hạn đạt từ 97% trở lên.", "a target raised"]
    assert named[4] == ["Không có.", "Thêm khoản 2 Mục I: / 2. Không để hồ sơ quá hạn. / "
                        "Kéo theo 1 chỗ đánh số lại, 1 chỗ dẫn chiếu.", "a khoản put in"]
    assert named[6] == ["Chú thích 1: / Theo kế hoạch riêng của từng cơ quan.",
                        "Bỏ chú thích 1 (bản cũ). / Kéo theo 1 chỗ đánh số lại.", "a footnote taken out"]
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def it_sets_what_went_in_italics_and_what_came_in_bold(history: Project) -> None:
    (path,), _ = tables(history, f"HEAD~{len(EDITS) - 1}", "HEAD")
    row = next(row for row in table_of(path).rows if "95%" in row.cells[0].text)
    old, new = (cell.paragraphs[1].runs for cell in row.cells[:2])
    assert [run.text for run in old if run.style.name == "VB_Nghieng" or run.italic] == ["95%"]
    assert [run.text for run in new if run.style.name == "VB_Dam" or run.bold] == ["97%"]


def it_leaves_the_reason_to_be_filled_in_where_nobody_gave_one(plan: Project) -> None:
    edit(plan, "Công khai kết quả.", "Công khai kết quả, [có dấu ngoặc] & <dấu lớn>.")
    (path,), _ = tables(plan)
    assert rows(path)[1] == [
        "Khoản 2 Mục I: / 2. Công khai kết quả.",
        "Sửa khoản 2 Mục I: / 2. Công khai kết quả, [có dấu ngoặc] & <dấu lớn>.", ""]


def it_writes_as_much_as_there_is_for_a_document_that_has_come_or_gone(plan: Project) -> None:
    annex = "loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Biểu\nmo_dau: Nội dung.\n"
    (plan.root / HOME / "pl.yaml").write_text(annex, "utf-8")
    decision = plan.root / HOME / "qd.yaml"
    decision.write_text(decision.read_text("utf-8").replace("  - kh\n", "  - kh\n  - pl\n"), "utf-8")
    (path,), _ = tables(plan)
    assert rows(path)[1:2] == [["Không có.", "Văn bản mới: Phụ lục biểu.", ""]]


def it_says_of_a_new_set_that_there_is_nothing_to_compare(
    plan: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = DECISION.replace("ma: qd", "ma: qd_moi").replace("2228", "2229").replace("kem_theo:\n  - kh\n", "").replace("[[kh]]", "Quy chế")
    (plan.root / HOME / "qd_moi.yaml").write_text(alone, "utf-8")
    monkeypatch.setattr(review_writing, "prepare_pdf", lambda: False)
    assert run(plan.root, monkeypatch, "--format", "so_sanh") == 0
    told = capsys.readouterr()
    assert "Quyết định ban hành Kế hoạch (content/nghe_an/2025/qd_moi.yaml): văn bản mới, không có bản cũ để so sánh." in told.err
    assert "so_sanh" not in told.out


@needs_libreoffice
def it_is_a_pdf_too_and_with_all_the_other_forms_a_word_file_alone(
    plan: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(plan, "hành chính.", "hành chính hằng quý.", "a\n\nLý do: A.")
    assert run(plan.root, monkeypatch, "HEAD~1", "HEAD", "--format", "so_sanh") == 0
    home = plan.outputs / "nghe_an/2025"
    assert sorted(path.name for path in home.iterdir()) == ["qd.so_sanh.docx", "qd.so_sanh.pdf"]
    assert run(plan.root, monkeypatch, "HEAD~1", "HEAD", "--format", "all", "--out", "khac") == 0
    home = plan.root / "khac/nghe_an/2025"
    assert sorted(path.name for path in home.iterdir()) == ["qd.so_sanh.docx", "qd.thay_doi.docx"]


def it_compares_what_was_issued_with_what_is_printed_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = project(tmp_path, qd=DECISION, kh=THREE)
    file = made.content / "nghe_an/2025/qd.yaml"
    assert supplement(made, file).record
    edit(made, "hành chính.", "hành chính hằng quý.")
    run(made.root, monkeypatch, "--ban-hanh", str(file), "--format", "all")
    home = made.outputs / "nghe_an/2025"
    assert rows(home / "qd.so_sanh.docx")[1][:2] == [
        "Khoản 1 Mục I: / 1. Rà soát thủ tục hành chính.", "Sửa khoản 1 Mục I: / 1. Rà soát thủ tục hành chính hằng quý."]
    assert "Rà soát thủ tục hành chính[thêm:  hằng quý]." in to_text(read((home / "qd.thay_doi.docx").read_bytes()))
