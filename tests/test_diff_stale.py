"""What an earlier comparison has left in the folder: none of it is taken for what was found now."""

from pathlib import Path

import pytest
from docx import Document

from tests.support.content import DECISION, PLAN, project
from tests.test_diff import BETTER, run
from tests.test_review_history import committed, git
from vanban.pipeline.project import Project

OTHER = DECISION.replace("ma: qd", "ma: qd2").replace("2228", "2229").replace("kem_theo:\n  - kh\n", "").replace("[[kh]]", "Quy chế")
HOME = "content/nghe_an/2025"


@pytest.fixture
def made(tmp_path: Path) -> Project:
    """Two commits that differ in two sets, and nothing since."""
    made = project(tmp_path / "kho", qd=DECISION, kh=PLAN, qd2=OTHER)
    git(made.root, "init", "-q")
    committed(made.root, "start")
    (made.root / HOME / "kh.yaml").write_text(BETTER, "utf-8")
    (made.root / HOME / "qd2.yaml").write_text(OTHER.replace("Ban hành Kế", "Phê duyệt Kế"), "utf-8")
    committed(made.root, "better")
    return made


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"da_tao.jsonl", ".khoa"}


ALL = {"thay_doi.html", "thay_doi.json", "thay_doi.md", "thay_doi.txt"}
WORD = {f"nghe_an/2025/{name}.{form}.docx" for name in ("qd", "qd2") for form in ("thay_doi", "so_sanh")}


def it_takes_away_the_word_files_of_sets_in_which_nothing_changed_now(
    made: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = made.root / "ra"
    assert run(made.root, monkeypatch, "HEAD~1", "HEAD", "--format", "all", "--out", "ra") == 0
    assert files(out) == ALL | WORD
    with (out / "nghe_an/2025/qd.so_sanh.docx").open("rb") as file:
        document = Document(file)
    document.add_paragraph("Sửa tay.")
    document.save(str(out / "nghe_an/2025/qd.so_sanh.docx"))
    (out / "ghi_chu.thay_doi.docx").write_bytes(b"of somebody else")
    capsys.readouterr()
    assert run(made.root, monkeypatch, "HEAD", "--format", "all", "--out", "ra") == 0
    told = capsys.readouterr().err
    assert files(out) == ALL | {"nghe_an/2025/qd.so_sanh.sua_tay.docx", "ghi_chu.thay_doi.docx"}
    for name in WORD - {"nghe_an/2025/qd.so_sanh.docx"}:
        assert f"Đã xóa ra/{name}" in told
    assert "được giữ ở qd.so_sanh.sua_tay.docx" in told


@pytest.mark.parametrize("form", ["docx", "so_sanh"])
def it_takes_away_only_what_it_makes_and_tells_of_the_rest(
    form: str, made: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(made.root, monkeypatch, "HEAD~1", "HEAD", "--format", "all")
    run(made.root, monkeypatch, "HEAD", "--format", form)
    told = capsys.readouterr().err
    own = "thay_doi" if form == "docx" else form
    assert files(made.outputs) == ALL | {name for name in WORD if f".{own}." not in name}
    assert "Còn lại từ lần so sánh trước, lần này không tạo lại: " in told


def it_tells_of_redlines_beside_a_page_that_is_newer(
    made: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(made.root, monkeypatch, "HEAD~1", "HEAD", "--format", "docx")
    assert run(made.root, monkeypatch, "HEAD", "--format", "html") == 0
    assert "không tạo lại: outputs/nghe_an/2025/qd.thay_doi.docx, outputs/nghe_an/2025/qd2.thay_doi.docx." in capsys.readouterr().err


def it_keeps_what_is_made_again_and_says_nothing(
    made: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert run(made.root, monkeypatch, "HEAD~1", "HEAD", "--format", "all") == 0
        assert files(made.outputs) == ALL | WORD
        assert capsys.readouterr().err == ""


def it_leaves_the_files_of_other_sets_where_one_alone_is_asked_for(
    made: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(made.root, monkeypatch, "HEAD~1", "HEAD", "--format", "docx")
    (made.root / HOME / "qd2.yaml").write_text(OTHER.replace("Ban hành Kế", "Điều chỉnh Kế"), "utf-8")
    assert run(made.root, monkeypatch, "--du-thao", f"{HOME}/qd2.yaml", "--format", "docx") in (0, 1)
    assert "không tạo lại: outputs/nghe_an/2025/qd.thay_doi.docx." in capsys.readouterr().err
    assert "nghe_an/2025/qd.thay_doi.docx" in files(made.outputs)


def it_lets_no_redline_stay_of_a_set_that_cannot_be_printed_now(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    run(made.root, monkeypatch, "HEAD~1", "--format", "docx")
    (made.root / HOME / "qd2.yaml").write_text(OTHER.replace("Quy chế", "Quy định theo [[khong_co]]"), "utf-8")
    assert run(made.root, monkeypatch, "HEAD~1", "--format", "docx") == 1
    assert files(made.outputs) == {"nghe_an/2025/qd.thay_doi.docx"}
