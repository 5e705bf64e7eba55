"""What lies beside an issued set takes nothing from it: neither its ids, nor its annexes, nor its number; and what is
lost of it, or has another name, is asked back."""

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


# Files that are gone, or have another name


TARGETS = pytest.mark.parametrize("aim", ["everything", "the decision"])


def findings(home: Project, aim: str, name: str = "qd") -> list[Finding]:
    return list(check(home, [file_of(home, name)] if aim == "the decision" else []).findings)


@TARGETS
def it_asks_back_an_annex_that_is_gone(home: Project, aim: str) -> None:
    file_of(home, "kh").unlink()
    (told,) = findings(home, aim)
    assert (told.code, told.level, told.file) == ("C105", "error", "content/nghe_an/2025/qd.yaml")
    assert "tệp content/nghe_an/2025/kh.yaml của bộ không còn" in told.message
    assert "git checkout -- content/nghe_an/2025/kh.yaml" in told.hint
    assert not is_built(home)


def it_takes_no_other_document_for_an_annex_that_is_gone(home: Project) -> None:
    copied(home, "kh", "kh_2", ma="ma: kh_2\n")
    file_of(home, "kh").unlink()
    assert ("C105", "qd") in told(home)
    assert {code for code, name in told(home) if name == "qd"} == {"C105"}


def it_still_asks_a_draft_for_an_annex_that_is_gone(tmp_path: Path) -> None:
    made = project(tmp_path, qd=DRAFT)
    assert ("R106", "qd") in told(made)


def renamed(home: Project, name: str, to: str) -> None:
    for suffix in (".yaml", ".ban_hanh.json"):
        if (path := file_of(home, name).with_suffix(suffix)).is_file():
            path.rename(file_of(home, to).with_suffix(suffix))


@TARGETS
def it_gives_the_old_name_of_an_issued_document(home: Project, aim: str) -> None:
    renamed(home, "qd", "moi")
    (told,) = findings(home, aim, "moi")
    assert (told.code, told.level, told.file) == ("C105", "error", "content/nghe_an/2025/moi.yaml")
    assert "bị đổi tên; khi ban hành tệp là content/nghe_an/2025/qd.yaml" in told.message
    assert "content/nghe_an/2025/qd.ban_hanh.json" in told.hint
    renamed(home, "moi", "qd")
    assert not check(home).findings


@TARGETS
def it_gives_the_old_name_of_an_annex(home: Project, aim: str) -> None:
    renamed(home, "kh", "moi")
    (told,) = findings(home, aim)
    assert (told.code, told.file) == ("C105", "content/nghe_an/2025/moi.yaml")
    assert told.hint == "Đổi tên tệp lại thành content/nghe_an/2025/kh.yaml."


@NAMES
def it_finds_no_fault_with_what_was_issued_when_its_record_is_copied(home: Project, to: str) -> None:
    copied(home, "qd", to, ma="ma: qd_khac\n", number='"2229"', attached="", named=" một kế hoạch")
    shutil.copy(file_of(home, "qd").with_suffix(".ban_hanh.json"), file_of(home, to).with_suffix(".ban_hanh.json"))
    assert told(home) == [("C105", to)]
    assert "của văn bản khác" in first(home, "C105").message
    assert is_built(home)
