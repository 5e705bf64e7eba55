"""What lies beside an issued set takes nothing from it: neither its ids, nor its annexes, nor its number."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, project
from vanban.findings import Finding
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project

DAY = date(2025, 7, 15)
ISSUED = DECISION.replace("vi_du: true\n", "")
DRAFT = ISSUED.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', "")


@pytest.fixture
def home(tmp_path: Path) -> Project:
    """A project with a decision that was issued, and its plan."""
    made = project(tmp_path, qd=DRAFT, kh=PLAN)
    assert not issue(made, file_of(made, "qd"), "2228", DAY).findings
    return made


def file_of(home: Project, name: str) -> Path:
    return home.content / "nghe_an" / "2025" / f"{name}.yaml"


def copied(home: Project, name: str, to: str, **edits: str) -> None:
    """A copy of a document, with other words for some."""
    text = file_of(home, name).read_text("utf-8")
    for old, new in edits.items():
        before = {"ma": f"ma: {name}\n", "number": '"2228"', "attached": "kem_theo:\n  - kh\n", "named": " [[kh]]"}[old]
        assert before in text
        text = text.replace(before, new)
    file_of(home, to).write_text(text, "utf-8")


def told(home: Project) -> list[tuple[str, str]]:
    """The code and the file of every error."""
    return [(found.code, Path(found.file).stem) for found in check(home).findings if found.level == "error"]


def first(home: Project, code: str) -> Finding:
    return next(found for found in check(home).findings if found.code == code)


def is_built(home: Project) -> bool:
    return any(check(home).content.file_of(bo.van_ban).endswith("/qd.yaml") for bo in check(home).sound)


# The name of a copy sorts before, or after, that of what was issued.
NAMES = pytest.mark.parametrize("to", ["a", "z"])


@NAMES
def it_keeps_the_id_of_an_issued_document(home: Project, to: str) -> None:
    copied(home, "qd", to, number='"2229"')
    assert told(home) == [("S309", to)]
    assert "giữ nguyên mã; đặt mã khác cho văn bản này" in first(home, "S309").hint
    assert is_built(home)


@NAMES
def it_keeps_the_id_of_an_issued_annex(home: Project, to: str) -> None:
    copied(home, "kh", to)
    assert told(home) == [("S309", to)]
    assert is_built(home)


@NAMES
def it_takes_a_copy_of_the_record_for_no_issue(home: Project, to: str) -> None:
    copied(home, "qd", to)
    shutil.copy(file_of(home, "qd").with_suffix(".ban_hanh.json"), file_of(home, to).with_suffix(".ban_hanh.json"))
    assert told(home) == [("S309", to)]
    assert is_built(home)


@NAMES
def it_keeps_what_an_issued_document_attaches(home: Project, to: str) -> None:
    copied(home, "qd", to, ma="ma: qd_khac\n", number='"2229"')
    assert ("R108", to) in told(home)
    assert {name for _, name in told(home)} == {to}
    assert "chép tệp kèm theo thành tệp khác" in first(home, "R108").hint
    assert is_built(home)


@NAMES
def it_keeps_the_number_of_an_issued_document(home: Project, to: str) -> None:
    copied(home, "qd", to, ma="ma: qd_khac\n", attached="", named=" một kế hoạch")
    assert told(home) == [("R111", to)]
    assert "đã dùng ở content/nghe_an/2025/qd.yaml" in first(home, "R111").message
    assert is_built(home)


def it_blames_everyone_who_claims_a_number_that_was_issued(home: Project) -> None:
    for to in ("a", "z"):
        copied(home, "qd", to, ma=f"ma: qd_{to}\n", attached="", named=" một kế hoạch")
    assert told(home) == [("R111", "a"), ("R111", "z")]
    assert is_built(home)


def it_tells_of_a_number_that_was_issued_twice(home: Project) -> None:
    """As where two colleagues issued in branches of their own."""
    copied(home, "qd", "z", ma="ma: qd_z\n", attached="", named=" một kế hoạch")
    file_of(home, "qd").rename(aside := file_of(home, "qd").with_suffix(".txt"))
    text = file_of(home, "z").read_text("utf-8")
    file_of(home, "z").write_text(text.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', ""), "utf-8")
    assert not issue(home, file_of(home, "z"), "2228", DAY).has_errors
    aside.rename(file_of(home, "qd"))
    assert told(home) == [("R111", "qd"), ("R111", "z")]
    assert "ban hành lại theo số đúng" in first(home, "R111").hint
