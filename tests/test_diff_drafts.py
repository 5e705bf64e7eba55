"""`diff --du-thao`: the draft that was circulated last, whatever its file was called; what is no document is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.test_diff import run
from tests.test_review_history import committed, git
from vanban.pipeline.drafts import last_draft
from vanban.pipeline.project import Project

HOME = "content/nghe_an/2025"
DRAFT = DECISION.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025', "ngay_du_kien: 15/7/2025\ndu_thao: {lan_thu: 1}")
SECOND = DRAFT.replace("lan_thu: 1", "lan_thu: 2")
LATER = SECOND.replace("Ban hành Kế", "Phê duyệt Kế")


@pytest.fixture
def drafts(tmp_path: Path) -> Project:
    """The first draft, the second one, an edit after it; each in a commit."""
    made = project(tmp_path / "kho", qd=DRAFT, kh=PLAN)
    git(made.root, "init", "-q")
    for words, text in (("first", DRAFT), ("second", SECOND), ("later", LATER)):
        (made.root / HOME / "qd.yaml").write_text(text, "utf-8")
        git(made.root, "add", "-A")
        git(made.root, "commit", "-q", "--allow-empty", "-m", words)
    return made


def rename(made: Project) -> None:
    git(made.root, "mv", f"{HOME}/qd.yaml", f"{HOME}/quyet_dinh.yaml")


def by_hand(made: Project) -> None:
    """As the explorer of files does it, git not asked."""
    home = made.root / HOME
    (home / "qd.yaml").rename(home / "quyet_dinh.yaml")


def into_another_year(made: Project) -> None:
    (made.root / "content/nghe_an/2026").mkdir()
    for name, new in (("kh", "kh"), ("qd", "quyet_dinh")):
        git(made.root, "mv", f"{HOME}/{name}.yaml", f"content/nghe_an/2026/{new}.yaml")


def and_write_all_of_it_anew(made: Project) -> None:
    """So that git sees a file that went and another one that came."""
    by_hand(made)
    more = "".join(f"  - noi_dung: |\n      Việc thứ {number} do Sở Nội vụ làm.\n" for number in range(60))
    (made.root / HOME / "quyet_dinh.yaml").write_text(LATER.replace("noi_nhan:", f"{more}noi_nhan:"), "utf-8")


@pytest.mark.parametrize(("change", "is_saved", "again"), [
    (rename, True, False), (rename, False, False), (by_hand, False, True), (into_another_year, True, True),
    (and_write_all_of_it_anew, True, False), (and_write_all_of_it_anew, False, False),
])
def it_follows_a_document_whose_file_was_renamed(
    change: Callable[[Project], None], is_saved: bool, again: bool, drafts: Project,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    second = git(drafts.root, "rev-parse", "HEAD~1").strip()
    change(drafts)
    (path,) = (drafts.root / "content").glob("nghe_an/*/quyet_dinh.yaml")
    if is_saved:
        committed(drafts.root, "rename")
    if again:
        path = path.rename(path.with_name("quyet_dinh_nay.yaml"))
        committed(drafts.root, "again")
    assert last_draft(drafts, path.relative_to(drafts.content).as_posix()) == second
    assert run(drafts.root, monkeypatch, "--du-thao", str(path)) in (0, 1)
    told = capsys.readouterr().out
    assert second[:7] in told
    assert "[-Ban hành-]{+Phê duyệt+} Kế hoạch" in told


def it_takes_neither_the_issue_nor_a_broken_file_for_another_draft(drafts: Project) -> None:
    second, path = git(drafts.root, "rev-parse", "HEAD~1").strip(), drafts.root / HOME / "qd.yaml"
    for text in ("a: [", LATER, DECISION):
        path.write_text(text, "utf-8")
        committed(drafts.root, "more")
        assert last_draft(drafts, "nghe_an/2025/qd.yaml") == second


def it_compares_the_set_that_an_attached_document_belongs_to(
    drafts: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in ("qd", "kh"):
        assert run(drafts.root, monkeypatch, "--du-thao", f"{HOME}/{file}.yaml") == 0
    told = capsys.readouterr().out
    assert told[:len(told) // 2] == told[len(told) // 2:]


@pytest.mark.parametrize("way", ["--du-thao", "--ban-hanh"])
@pytest.mark.parametrize(("name", "said"), [
    ("content", "content là thư mục; ghi tên tệp YAML của một văn bản"),
    ("content/nghe_an", "content/nghe_an là thư mục"),
    (HOME, f"{HOME} là thư mục"),
    ("content/dung_chung/co_quan.yaml", "content/dung_chung/co_quan.yaml không phải là văn bản"),
    (f"{HOME}/qd.ban_hanh.json", f"ghi tên tệp YAML của văn bản ấy, {HOME}/qd.yaml"),
    (f"{HOME}/ghi_chu.txt", "không phải là tệp YAML"),
    (f"{HOME}/khong_co.yaml", "không có tệp hoặc thư mục"),
])
def it_refuses_what_is_no_document_rather_than_say_that_nothing_changed(
    name: str, said: str, way: str, drafts: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in ("qd.ban_hanh.json", "ghi_chu.txt"):
        (drafts.root / HOME / file).write_text("{}", "utf-8")
    committed(drafts.root, "more files")
    assert run(drafts.root, monkeypatch, way, name) == 2
    told = capsys.readouterr()
    assert not told.out
    assert said in told.err
