"""What could not be compared: nobody is told that nothing changed, nor that a document is new, whatever the form."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.test_diff import BETTER, run
from tests.test_review_history import committed, diff, git
from vanban.pipeline.project import Project
from vanban.reviews import review_forms

HOME = "content/nghe_an/2025"


def broken(path: Path) -> None:
    path.write_text("x: [", "utf-8")


def in_another_encoding(path: Path) -> None:
    path.write_bytes("tên: Kế hoạch".encode("utf-16"))


def empty(path: Path) -> None:
    path.write_text("", "utf-8")


def a_list(path: Path) -> None:
    path.write_text("- a\n", "utf-8")


def of_no_kind(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("loai_van_ban: ", "loai_van_ban: khong_"), "utf-8")


def a_link(path: Path) -> None:
    path.rename(path.with_suffix(".txt"))
    path.symlink_to(path.with_suffix(".txt").name)


def in_a_linked_folder(path: Path) -> None:
    path.parent.rename(path.parents[3] / "rieng")
    path.parent.symlink_to("../../rieng")


def under_a_hidden_ending(path: Path) -> None:
    path.rename(path.with_suffix(".yaml.txt"))


WAYS = [broken, in_another_encoding, empty, a_list, of_no_kind, a_link, in_a_linked_folder]


@pytest.fixture
def made(tmp_path: Path) -> Project:
    made = project(tmp_path / "kho", qd=DECISION, kh=PLAN)
    git(made.root, "init", "-q")
    return made


def base_and_head(made: Project, spoil: Callable[[Path], None], file: str) -> None:
    """A commit in which a file cannot be read, another one in which it can."""
    spoil(made.root / HOME / file)
    committed(made.root, "spoilt")
    home = made.root / HOME
    if home.is_symlink():
        home.unlink()
        (made.root / "rieng").rename(home)
    path = home / file
    if path.is_symlink():
        path.unlink()
    path.write_text(DECISION if file == "qd.yaml" else BETTER, "utf-8")
    committed(made.root, "mended")


@pytest.mark.parametrize("file", ["qd.yaml", "kh.yaml"])
@pytest.mark.parametrize("spoil", WAYS)
def it_says_that_what_the_old_side_has_and_cannot_read_was_not_compared(
    spoil: Callable[[Path], None], file: str, made: Project, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    base_and_head(made, spoil, file)
    for form in ("docx", "so_sanh"):
        assert run(made.root, monkeypatch, "HEAD~1", "HEAD", "--format", form) == 0
        told = capsys.readouterr()
        said = told.out + told.err
        assert "Chưa so sánh nghe_an/2025" in said, form
        assert "Không có thay đổi" not in said, form
        assert "văn bản mới" not in said, form
    review = diff(made, "HEAD~1", "HEAD").review
    assert not review.is_equal
    for name, each in review_forms().items():
        words = each.told(review, False)
        assert "Chưa so sánh nghe" in words.replace("\\", ""), name
        assert "Không có thay đổi" not in words, name


def it_says_so_of_the_new_side_too(
    made: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    committed(made.root, "start")
    broken(made.root / HOME / "kh.yaml")
    for form in ("docx", "so_sanh"):
        assert run(made.root, monkeypatch, "--format", form) == 1
        told = capsys.readouterr()
        assert "Không có thay đổi" not in told.out + told.err
        assert "Chưa so sánh nghe_an/2025/kh.yaml: không đọc được ở bản đang sửa." in told.err


def it_gives_no_script_to_understand_that_both_are_equal(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (made.root / HOME / "rieng.yaml").write_text("x: [", "utf-8")
    committed(made.root, "start")
    (made.root / HOME / "rieng.yaml").unlink()
    committed(made.root, "gone")
    assert not diff(made, "HEAD~1", "HEAD").review.comparison.changes
    assert [run(made.root, monkeypatch, "HEAD~1", "HEAD", *more) for more in ((), ("--exit-code",))] == [0, 1]


def it_says_which_of_two_documents_with_one_id_is_compared(made: Project) -> None:
    committed(made.root, "start")
    (made.root / HOME / "kh2.yaml").write_text(PLAN, "utf-8")
    assert diff(made).review.notes == (
        "Chưa so sánh nghe_an/2025/kh2.yaml: trùng mã “kh” với nghe_an/2025/kh.yaml là tệp được so, ở bản đang sửa.",)


# What is no revision, what has no content, what lies beside


@pytest.mark.parametrize("name", ["^HEAD", "HEAD^!", "HEAD^@", "--all", "-1", " ", "khong_co", "HEAD:content", "@{u}", "a b"])
def it_refuses_what_stands_for_no_one_commit(name: str, made: Project) -> None:
    committed(made.root, "start")
    with pytest.raises(Exception, match="không có bản “"):
        diff(made, name)


def it_tells_all_as_new_since_a_revision_that_had_no_content(
    made: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (made.root / "README.md").write_text("Mở đầu.\n", "utf-8")
    git(made.root, "add", "README.md")
    git(made.root, "commit", "-qm", "start")
    committed(made.root, "content")
    for sides in (("HEAD~1", "HEAD"), ("HEAD~1",)):
        review = diff(made, *sides).review
        assert review.notes == ("HEAD~1 chưa có tệp YAML nào trong content/.",)
        assert {(change.subject, change.deed) for change in review.comparison.changes} == {("document", "added")}
    for form in ("docx", "so_sanh"):
        assert run(made.root, monkeypatch, "HEAD~1", "--format", form) == 0
        assert "văn bản mới, không có bản cũ" in capsys.readouterr().err
    assert run(made.root, monkeypatch, "HEAD~1", "HEAD~1") == 2
    assert "đều chưa có tệp YAML nào trong content/" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "said"), [
    ((HOME, "content/khong_co"), "không có thư mục content/khong_co"),
    (("content/khong_co",), "không có thư mục content/khong_co"),
    (("../khong_co", HOME), "không có thư mục ../khong_co"),
    ((f"{HOME}/qd.yaml",), f"diff --du-thao {HOME}/qd.yaml"),
    (("HEAD", f"{HOME}/qd.yaml"), f"{HOME}/qd.yaml là tệp"),
    (("origin/khong_co",), "không có bản “origin/khong_co” trong git"),
])
def it_says_of_a_path_what_is_wrong_with_it_and_not_that_git_does_not_know_it(
    words: tuple[str, ...], said: str, made: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    committed(made.root, "start")
    assert run(made.root, monkeypatch, *words) == 2
    assert said in capsys.readouterr().err


# Branches


@pytest.fixture
def branches(made: Project) -> Project:
    """`goc` has edited the decision since `nhanh`, which edits the plan, grew from it."""
    committed(made.root, "start")
    git(made.root, "branch", "-M", "goc")
    git(made.root, "checkout", "-qb", "nhanh")
    (made.root / HOME / "kh.yaml").write_text(BETTER, "utf-8")
    committed(made.root, "plan")
    git(made.root, "checkout", "-q", "goc")
    (made.root / HOME / "qd.yaml").write_text(DECISION.replace("Ban hành Kế", "Phê duyệt Kế"), "utf-8")
    committed(made.root, "decision")
    git(made.root, "checkout", "-q", "nhanh")
    return made


@pytest.mark.parametrize("typed", ["goc...nhanh", "goc...HEAD", "goc..."])
def it_compares_with_the_commit_that_a_branch_grew_from(typed: str, branches: Project) -> None:
    review = diff(branches, typed).review
    assert [each.name for each in review.comparison] == ["nghe_an/2025/kh"]
    assert (review.old.commit, len(review.notes)) == (git(branches.root, "merge-base", "goc", "nhanh").strip(), 1)


def it_takes_a_range_of_two_dots_as_both_of_its_ends(branches: Project) -> None:
    of_range, of_two = (diff(branches, *typed).review for typed in (("goc..nhanh",), ("goc", "nhanh")))
    assert of_range == of_two
    assert diff(branches, "..goc").review.comparison == diff(branches, "HEAD", "goc").review.comparison


@pytest.mark.parametrize("sides", [("goc",), ("goc", "nhanh"), ("goc", "HEAD")])
def it_says_that_a_base_has_more_than_the_head_grew_from(sides: tuple[str, ...], branches: Project) -> None:
    (note,) = diff(branches, *sides).review.notes
    assert "goc có những lần ghi mà" in note
    assert f"diff goc...{sides[1] if len(sides) > 1 else 'HEAD'}" in note


def it_says_nothing_of_the_kind_where_the_head_grew_from_the_base(branches: Project) -> None:
    for sides in ((), ("HEAD~1",), ("goc~1", "nhanh"), ("goc~1", "goc")):
        assert diff(branches, *sides).review.notes == ()
    assert "theo chiều ngược lại" in diff(branches, "nhanh", "goc~1").review.notes[0]


def it_refuses_a_range_beside_another_side(branches: Project) -> None:
    for sides in (("goc...nhanh", "HEAD"), ("HEAD", "goc..nhanh")):
        with pytest.raises(Exception, match="đã nói so hai bản nào"):
            diff(branches, *sides)
