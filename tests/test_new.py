"""`build.py new`: a document to start from, made from the schema of its type."""

import re
from pathlib import Path

import pytest

import build
from tests.support.copies import copy_project
from vanban.errors import WrongUse
from vanban.pipeline.checking import check
from vanban.pipeline.project import Project
from vanban.pipeline.starting import new
from vanban.readers.schemas import Schemas

ROOT = Path(__file__).parents[1]
SCHEMAS = Schemas(ROOT / "schemas")
KINDS = [name for name in SCHEMAS.names if "loai_van_ban" in SCHEMAS.schema(name)["properties"]]
# An empty required value, and what an annex says that nothing attaches yet.
TO_FILL = {"S202", "S205", "R110", "C117"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return copy_project(tmp_path, samples=False)


@pytest.mark.parametrize("kind", KINDS)
def it_asks_for_what_must_be_filled_in_and_for_nothing_else(kind: str, project: Project) -> None:
    path, skeleton = new(project, kind, "nghe_an", "2026")
    assert path == project.content / "nghe_an" / "2026" / f"{kind}.yaml"
    findings = check(project, [path]).findings
    assert {found.code for found in findings} <= TO_FILL
    asked = {found.line for found in findings if found.code in ("S202", "S205")}
    assert asked <= {line for line, _ in skeleton.to_fill}


@pytest.mark.parametrize("kind", KINDS)
def it_marks_the_lines_to_fill_in(kind: str, project: Project) -> None:
    path, skeleton = new(project, kind, "nghe_an", "2026")
    lines = path.read_text("utf-8").split("\n")
    marked = [number for number, line in enumerate(lines, 1) if "← điền" in line or "{XEM LẠI: điền" in line]
    assert [line for line, _ in skeleton.to_fill] == marked


@pytest.mark.parametrize("kind", KINDS)
def it_shows_optional_keys_whose_examples_hold_once_the_sign_is_taken_away(kind: str, project: Project) -> None:
    path, _ = new(project, kind, "nghe_an", "2026")
    before = {(found.code, found.message) for found in check(project, [path]).findings}
    text = path.read_text("utf-8")
    keys = re.findall(r"^#([a-z_]+):", text, re.MULTILINE)
    assert keys
    path.write_text(re.sub("^#(?! (?! ))", "", text[text.index("\n") :], flags=re.MULTILINE), "utf-8")
    new_faults = [f for f in check(project, [path]).findings if f.code[0] == "S" and (f.code, f.message) not in before]
    assert not new_faults


def it_names_the_schema_for_the_editor(project: Project) -> None:
    path, _ = new(project, "ke_hoach", "nghe_an", "2026", "kh_moi")
    first = path.read_text("utf-8").split("\n", 1)[0]
    assert (path.parent / first.partition("$schema=")[2]).resolve() == project.root / "schemas" / "ke_hoach.schema.json"


def it_begins_noi_nhan_with_nhu_tren_where_somebody_is_addressed(project: Project) -> None:
    path, _ = new(project, "cong_van", "nghe_an", "2026")
    assert "noi_nhan:\n  - Như trên\n" in path.read_text("utf-8")


def it_never_writes_over_a_file(project: Project) -> None:
    path, _ = new(project, "ke_hoach", "nghe_an", "2026")
    path.write_text("đã viết dở\n", "utf-8")
    with pytest.raises(WrongUse, match="đã có content/nghe_an/2026/ke_hoach.yaml"):
        new(project, "ke_hoach", "nghe_an", "2026")
    assert path.read_text("utf-8") == "đã viết dở\n"


@pytest.mark.parametrize(
    ("kind", "don_vi", "year", "ma", "said"),
    [
        ("ke_hoac", "nghe_an", "2026", "", "có lẽ là “ke_hoach”"), ("xyz", "nghe_an", "2026", "", "có: "),
        ("can_cu", "nghe_an", "2026", "", "không có loại văn bản “can_cu”"),
        ("ke_hoach", "../x", "2026", "", "--don-vi"), ("ke_hoach", "dung_chung", "2026", "", "--don-vi"),
        ("ke_hoach", "nghe_an", "26", "", "--nam"), ("ke_hoach", "nghe_an", "2026", "Kế hoạch", "--ma"),
    ],
)
def it_says_what_cannot_be(kind: str, don_vi: str, year: str, ma: str, said: str, project: Project) -> None:
    with pytest.raises(WrongUse, match=re.escape(said)):
        new(project, kind, don_vi, year, ma)


def it_tells_a_clerk_what_to_fill_in_and_what_to_run(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "ROOT", project.root)
    monkeypatch.setattr(build.bootstrap, "reexec", lambda root: None)
    assert build.main(["new", "quyet_dinh", "--don-vi", "so_y_te", "--nam", "2026"]) == build.CLEAN
    said = capsys.readouterr().out
    assert "Đơn vị mới: content/so_y_te\n" in said
    assert "Đã tạo content/so_y_te/2026/quyet_dinh.yaml\n" in said
    assert "cơ quan ban hành (dòng 6)" in said
    assert "build.py check content/so_y_te/2026/quyet_dinh.yaml" in said
