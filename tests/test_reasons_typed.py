"""What a commit's message says is words from outside: whatever stands there, the files are made and hold what prints."""

from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from tests.test_diff import run
from tests.test_review_history import HOME, committed, git
from vanban.commands import review_writing
from vanban.errors import MachineError
from vanban.invisible import KINDS, first_forbidden, printable
from vanban.pipeline.outputs import Outputs
from vanban.pipeline.project import Project
from vanban.wordml.package import NotAPackage
from vanban.wordml.reading.stories import read
from vanban.writers.to_text import to_text

PLACE = f"{HOME}/kh.yaml"
SIGNS = sorted({kind.ranges[0] for kind in KINDS} - {"\x00", "\ud800"} | {"\x01", "\b", "\f", "\v", "\x1b", "\x85", "\ufeff", "\u202e"})


@pytest.fixture
def plan(tmp_path: Path) -> Project:
    made = project(tmp_path / "kho", qd=DECISION, kh=PLAN)
    git(made.root, "init", "-q")
    committed(made.root, "start")
    return made


def edited(made: Project, message: str, *settings: str) -> None:
    path = made.root / PLACE
    path.write_text(path.read_text("utf-8").replace("Theo phân công", "Theo phân công của Sở"), "utf-8")
    (made.root / "message").write_bytes(message.encode("utf-8", "surrogatepass"))
    git(made.root, *settings, "commit", "-q", "--cleanup=verbatim", "-F", "message", PLACE)


def of_tables(made: Project) -> str:
    (path,) = (made.root / "outputs").rglob("*.so_sanh.docx")
    return to_text(read(path.read_bytes()))


def it_prints_a_reason_without_the_signs_that_do_not_print(plan: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    edited(plan, f"\ufeffLý do: đầu{''.join(SIGNS)}đuôi\x1b[31m đỏ")
    assert run(plan.root, monkeypatch, "HEAD~1", "HEAD", "--format", "all") == 0
    told = of_tables(plan)
    assert "đầu" in told
    assert "đuôi[31m đỏ" in told
    assert not first_forbidden(told.replace("\n", ""))
    assert [*(plan.root / "outputs").rglob("*.thay_doi.docx")]


def it_names_an_author_by_the_letters_that_print(plan: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    edited(plan, "sửa", "-c", "user.name=Lê\x01 \x1bVăn \u202eC")
    assert run(plan.root, monkeypatch, "HEAD~1", "HEAD", "--format", "all") == 0
    assert [*(plan.root / "outputs").rglob("*.thay_doi.docx")]


def it_holds_words_apart_that_a_sign_held_apart() -> None:
    assert printable("a\x0bb\x0cc\x85d\u2028e\rf\r\ng\th") == "a b c d e\nf\ng\th"


@pytest.mark.parametrize("fails", ["redlining", "comparison_tables"])
def it_makes_the_other_word_file_where_one_cannot_be_written(
    plan: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fails: str
) -> None:
    put = Outputs.put
    bad = {"redlining": ".thay_doi.docx", "comparison_tables": ".so_sanh.docx"}[fails]

    def refusing(self: Outputs, path: Path, data: bytes, source: str) -> None:
        if path.name.endswith(bad):
            raise NotAPackage("Phần “word/document.xml” của tệp bị hỏng.")
        put(self, path, data, source)

    monkeypatch.setattr(Outputs, "put", refusing)
    edited(plan, "sửa\n\nLý do: Góp ý.")
    assert run(plan.root, monkeypatch, "HEAD~1", "HEAD", "--format", "all") == 3
    made = {path.name for path in (plan.root / "outputs").rglob("*.docx")}
    assert made == {"qd.thay_doi.docx", "qd.so_sanh.docx"} - {f"qd{bad}"}
    assert "content/nghe_an/2025/qd.yaml: không ghi được" in capsys.readouterr().err


def it_tells_what_was_written_before_another_form_failed(
    plan: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refusing(*_: object) -> None:
        raise MachineError("không đọc được lịch sử git")

    monkeypatch.setattr(review_writing, "reasons_of", refusing)
    edited(plan, "sửa\n\nLý do: Góp ý.")
    assert run(plan.root, monkeypatch, "HEAD~1", "HEAD", "--format", "all") == 3
    told = capsys.readouterr()
    assert "qd.thay_doi.docx" in told.out
    assert "không đọc được lịch sử git" in told.err
