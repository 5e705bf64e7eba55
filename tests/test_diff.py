"""The command that compares: what it takes for a side, what it prints, what it refuses and how it ends."""

import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest

import build
from tests.support.content import DECISION, PLAN, ROOT, project
from tests.test_review_history import committed, diff, git
from vanban.errors import WrongUse
from vanban.model.change import Piece
from vanban.pipeline import git as in_git
from vanban.pipeline.diffing import compared
from vanban.pipeline.drafts import last_draft
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project
from vanban.pipeline.reasons import reasons_of
from vanban.pipeline.review_files import written
from vanban.reviews import review_forms

SCHEMA = json.loads((ROOT / "docs/thay_doi.schema.json").read_text("utf-8"))
BETTER = PLAN.replace("Theo phân công.", "Theo phân công, hoàn thành 98,5% trước ngày 30/9/2025.")


@pytest.fixture
def repository(tmp_path: Path) -> Project:
    """A project with one commit, whose plan was then edited."""
    made = project(tmp_path / "kho", qd=DECISION, kh=PLAN)
    git(made.root, "init", "-q")
    committed(made.root, "start")
    (made.root / "content/nghe_an/2025/kh.yaml").write_text(BETTER, "utf-8")
    return made


def run(root: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(build, "ROOT", root)
    monkeypatch.setattr(build.bootstrap, "reexec", lambda _: None)
    monkeypatch.chdir(root)
    return build.main(["diff", *words])


# What it prints


def it_says_short_what_was_done_and_where(
    repository: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(repository.root, monkeypatch) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"So sánh HEAD \([0-9a-f]{7}, [0-9/]+, Nguyễn A\) với bản đang sửa:", lines[0])
    assert lines[2:] == [
        "Kế hoạch cải cách hành chính năm 2025 (content/nghe_an/2025/kh.yaml): 1 thay đổi",
        "  Văn bản đã ban hành số 2228 ngày 15/7/2025: không có tệp giữ lời đã ký, không biết có còn như lúc ký không.",
        "  Sửa đoạn 1 Mục I",
        "    Theo phân công{+, hoàn thành 98,5% trước ngày 30/9/2025+}.",
        "",
        "1 thay đổi trong 1 văn bản.",
    ]


def it_ends_with_1_on_a_difference_only_where_that_is_asked(repository: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(repository.root, monkeypatch, "--exit-code") == 1


def it_says_so_where_nothing_changed(
    repository: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(repository.root, monkeypatch, "HEAD", "HEAD", "--exit-code") == 0
    assert capsys.readouterr().out.endswith("\n\nKhông có thay đổi.\n")


def it_writes_json_as_its_schema_says_and_markdown(repository: Project) -> None:
    review = diff(repository).review
    paths = {path.suffix: path.read_text("utf-8") for path in written(repository, review, "all")}
    told = json.loads(paths[".json"])
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    (change,) = told["documents"][0]["changes"]
    assert change["new"]["place"] == "đoạn 1 Mục I"
    assert change["new"]["source"] == {"file": "content/nghe_an/2025/kh.yaml", "line": 7, "column": 7}
    assert [Piece(**piece) for piece in change["pieces"]][1] == Piece(", hoàn thành 98,5% trước ngày 30/9/2025", "new")
    assert "- **Sửa đoạn 1 Mục I**: Theo phân công**, hoàn thành 98,5% trước ngày 30/9/2025**\\." in paths[".md"]


DRAFT = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "ngay_du_kien: 15/7/2025\n")


def it_says_in_every_form_that_a_document_is_issued_and_whether_what_was_signed_stands(tmp_path: Path) -> None:
    """Issued with its words kept; then its plan is edited all the same."""
    made = project(tmp_path / "kho", qd=DRAFT, kh=PLAN)
    git(made.root, "init", "-q")
    committed(made.root, "draft")
    assert not issue(made, made.content / "nghe_an/2025/qd.yaml", "2228", date(2025, 7, 15)).has_errors
    with compared(made) as both:
        assert {*both.diffed.review.issued.values()} == {"Ban hành số 2228 ngày 15/7/2025 trong lần thay đổi này."}
    committed(made.root, "issued")
    plan = made.content / "nghe_an/2025/kh.yaml"
    plan.write_text(plan.read_text("utf-8").replace("Theo phân công.", "Theo phân công, sửa sau."), "utf-8")
    said = "Văn bản đã ban hành số 2228 ngày 15/7/2025: tệp đã bị sửa sau khi ký nên không in được nữa (C105)."
    with compared(made) as both:
        review = both.diffed.review
        assert [*review.issued.values()] == [said]
        forms = {name: form.told(review, False) for name, form in review_forms().items()}
    for name, words in forms.items():
        plain = words.replace("\\\\", "").replace("\\", "")
        assert said.rstrip(".") in plain or not review.comparison.changes, name
    git(made.root, "checkout", "-q", "--", "content")
    register = made.content / "dung_chung/can_cu.yaml"
    register.write_text(register.read_text("utf-8").replace("Chương trình tổng thể", "Chương trình chung"), "utf-8")
    with compared(made) as both:
        assert all("lời đã ký được giữ nguyên" in each for each in both.diffed.review.issued.values())


def it_says_nothing_of_the_kind_of_a_draft(tmp_path: Path) -> None:
    made = project(tmp_path / "kho", qd=DRAFT, kh=PLAN)
    git(made.root, "init", "-q")
    committed(made.root, "start")
    (made.content / "nghe_an/2025/kh.yaml").write_text(BETTER, "utf-8")
    with compared(made) as both:
        assert (both.diffed.review.issued, len(both.diffed.review.comparison.changes)) == ({}, 1)


def it_colours_what_goes_and_what_comes(repository: Project) -> None:
    told = review_forms()["text"].told(diff(repository).review, True)
    assert "\x1b[32m, hoàn thành 98,5% trước ngày 30/9/2025\x1b[0m" in told


# What it takes for a side


def it_compares_two_folders_without_git(tmp_path: Path) -> None:
    old, new = (project(tmp_path / name, qd=DECISION, kh=text) for name, text in (("cu", PLAN), ("moi", BETTER)))
    review = diff(new, str(old.root), str(new.root / "content")).review
    assert [(document.name, len(document.changes)) for document in review.comparison] == [("nghe_an/2025/kh", 1)]


def it_reads_a_revision_whatever_lies_in_the_working_tree(repository: Project) -> None:
    committed(repository.root, "better")
    (repository.root / "content/nghe_an/2025/kh.yaml").write_text("{", "utf-8")
    diffed = diff(repository, "HEAD~1", "HEAD")
    assert not diffed.has_errors
    assert len(diffed.review.comparison.changes) == 1
    assert diffed.review.authors == ("Nguyễn A",)


def it_knows_a_document_whose_file_was_renamed(
    repository: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = repository.root / "content/nghe_an/2025"
    (home / "kh.yaml").write_text(PLAN, "utf-8")
    (home / "kh.yaml").rename(home / "ke_hoach.yaml")
    assert run(repository.root, monkeypatch) == 0
    told = capsys.readouterr().out
    assert "Đổi tên tệp, lời văn giữ nguyên: content/nghe_an/2025/kh.yaml → content/nghe_an/2025/ke_hoach.yaml." in told
    assert told.endswith("Không có thay đổi.\n")


def it_compares_a_draft_with_the_one_that_was_circulated_last(
    repository: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025', "ngay_du_kien: 15/7/2025\ndu_thao: {lan_thu: 1}")
    path = repository.root / "content/nghe_an/2025/qd.yaml"
    for words, text in (("first", draft), ("second", draft.replace("lan_thu: 1", "lan_thu: 2")),
                        ("later", draft.replace("lan_thu: 1", "lan_thu: 2").replace("Ban hành Kế", "Phê duyệt Kế"))):
        path.write_text(text, "utf-8")
        committed(repository.root, words)
    second = git(repository.root, "rev-parse", "HEAD~1").strip()
    assert run(repository.root, monkeypatch, "--du-thao", "content/nghe_an/2025/qd.yaml") == 0
    told = capsys.readouterr().out
    assert second[:7] in told
    assert "1 thay đổi trong 1 văn bản." in told
    assert "[-Ban hành-]{+Phê duyệt+} Kế hoạch" in told


def it_compares_a_project_that_lies_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    made = project(tmp_path / "van_ban", qd=DECISION, kh=PLAN)
    git(tmp_path, "init", "-q")
    committed(tmp_path, "start")
    path = made.root / "content/nghe_an/2025/kh.yaml"
    path.write_text(BETTER, "utf-8")
    made.root.joinpath("content/nghe_an/2025/them.yaml").write_text(PLAN.replace("ma: kh", "ma: them"), "utf-8")
    assert len(diff(made).review.comparison.changes) == 2
    committed(tmp_path, "better\n\nLý do: A.")
    review = diff(made, "HEAD~1", "HEAD").review
    assert (len(review.comparison.changes), review.authors) == (2, ("Nguyễn A",))
    known = in_git.repository(made.root)
    assert len([*known.commits("nghe_an/2025/kh.yaml")]) == 2
    versions = [blob for blob in known.every_version(".yaml") if blob.path == "nghe_an/2025/kh.yaml"]
    assert [known.commit_of(blob) for blob in versions] == [*known.commits("nghe_an/2025/kh.yaml")]
    with compared(made, "HEAD~1", "HEAD") as both:
        assert {*reasons_of(made, both).values()} == {("A.",)}


# What is at fault


def it_refuses_what_is_no_revision(repository: Project) -> None:
    with pytest.raises(WrongUse, match="không có bản “abc” trong git; xem các bản bằng git log"):
        diff(repository, "abc")


def it_says_how_a_shallow_clone_is_made_whole(repository: Project, tmp_path: Path) -> None:
    committed(repository.root, "better")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository.root}", "nong")
    with pytest.raises(WrongUse, match="git fetch --unshallow"):
        diff(Project(tmp_path / "nong"), "HEAD~1")
    with pytest.raises(WrongUse, match=r"chưa đổi lần, đổi ngày; lấy đủ bằng git fetch --unshallow"):
        last_draft(Project(tmp_path / "nong"), "nghe_an/2025/kh.yaml")


def it_says_that_there_is_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(WrongUse, match="không nằm trong kho git nào"):
        diff(project(tmp_path, qd=DECISION, kh=PLAN))


def it_shows_faults_of_the_old_side_and_fails_for_those_of_the_new_one(
    repository: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = repository.root / "content/nghe_an/2025/qd.yaml"
    path.write_text(DECISION.replace("nguyen_van_a", "khong_co_ai"), "utf-8")
    assert run(repository.root, monkeypatch) == 1
    assert "Bản mới còn lỗi" in capsys.readouterr().err
    committed(repository.root, "fault")
    path.write_text(DECISION, "utf-8")
    assert run(repository.root, monkeypatch) == 0
    assert "Bản cũ có lỗi theo quy tắc hiện nay, chỉ nêu để biết:" in capsys.readouterr().err


def it_does_not_take_an_unreadable_document_for_one_that_is_gone(repository: Project) -> None:
    (repository.root / "content/nghe_an/2025/kh.yaml").write_text("a: [", "utf-8")
    diffed = diff(repository)
    assert diffed.has_errors
    assert "document" not in {change.subject for change in diffed.review.comparison.changes}
    assert diffed.review.notes == (
        "Chưa so sánh nghe_an/2025/kh.yaml: không đọc được ở bản đang sửa.",)


def it_compares_neither_of_two_documents_with_one_id(repository: Project) -> None:
    (repository.root / "content/nghe_an/2025/kh2.yaml").write_text(PLAN, "utf-8")
    diffed = diff(repository)
    assert diffed.has_errors
    assert "nghe_an/2025/kh2.yaml" in diffed.review.notes[0]


# The page


def it_writes_the_page_to_be_opened_and_prints_none_of_it(
    repository: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(repository.root, monkeypatch, "--format", "html") == 0
    page = repository.root / "outputs/thay_doi.html"
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert "thay_doi.html" in "".join(capsys.readouterr())
    assert run(repository.root, monkeypatch, "--format", "html", "--out", "khac") == 0
    assert (repository.root / "khac/thay_doi.html").read_bytes() == page.read_bytes()
