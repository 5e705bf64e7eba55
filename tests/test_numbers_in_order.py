"""Numbers follow the days on which they are given (Nghị định 30/2020/NĐ-CP, Điều 15.1), and a day is of the year in which a
draft was expected."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.content import DECISION, project
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project

ALONE = DECISION.replace("vi_du: true\n", "").replace("kem_theo:\n  - kh\n", "").replace(
    "Ban hành kèm theo Quyết định này [[kh]]", "Sở Nội vụ thi hành Quyết định này")
Given = tuple[str, str]  # a number, a day


def decision(ma: str, given: Given, **edits: str) -> str:
    text = ALONE.replace("ma: qd", f"ma: {ma}").replace('"2228"', f'"{given[0]}"').replace("15/7/2025", given[1])
    return text + "".join(f"{key}: {value}\n" for key, value in edits.items())


def home_of(folder: Path, *given: Given) -> Project:
    return project(folder, **{f"qd_{at}": decision(f"qd_{at}", each) for at, each in enumerate(given)})


def told(home: Project, *targets: Path) -> list[tuple[str, int]]:
    """The file and the line of each number that is told of."""
    return [(Path(each.file).stem, each.line) for each in check(home, targets).findings if each.code == "R133"]


@pytest.mark.parametrize(("given", "at"), [
    ([("20", "20/11/2025"), ("5", "25/11/2025")], [1]), ([("5", "25/11/2025"), ("20", "20/11/2025")], [0]),
    ([("1", "2/1/2025"), ("20", "20/11/2025"), ("5", "25/11/2025")], [2]),
    ([("1", "2/1/2025"), ("200", "3/1/2025"), ("21", "5/1/2025"), ("22", "6/1/2025")], [1]),
    ([("7", "2/1/2025"), ("8", "3/1/2025"), ("3", "5/1/2025"), ("4", "6/1/2025"), ("9", "7/1/2025")], [2, 3]),
    ([("1", "2/1/2025"), ("20", "3/1/2025"), ("5", "5/1/2025"), ("30", "6/1/2025")], [2]),
    ([("5", "20/11/2025"), ("20", "25/11/2025")], []), ([("6", "20/11/2025"), ("5", "20/11/2025")], []),
    ([("05", "20/11/2025"), ("12", "21/11/2025")], []), ([("20", "20/11/2025"), ("5", "25/1/2026")], []),
])
def it_tells_of_a_number_that_does_not_follow_the_days(given: list[Given], at: list[int], tmp_path: Path) -> None:
    """`at`: which of the documents, as few as can be, the later ones ("R133")."""
    assert told(home_of(tmp_path, *given)) == [(f"qd_{each}", 4) for each in at]


def it_says_which_number_was_given_before_and_where(tmp_path: Path) -> None:
    (found,) = (each for each in check(home_of(tmp_path, ("20", "20/11/2025"), ("5", "25/11/2025"))).findings
                if each.code == "R133")
    assert found.message == "Số 5 ngày 25/11/2025 nhỏ hơn số 20 ngày 20/11/2025 ở content/nghe_an/2025/qd_0.yaml."


@pytest.mark.parametrize("edits", [
    {"do_mat": "mat"}, {"ky_hieu": "QĐ-UBND-VP"},
])
def it_holds_no_number_against_one_of_another_series(edits: dict[str, str], tmp_path: Path) -> None:
    home = project(tmp_path, a=decision("a", ("20", "20/11/2025")), b=decision("b", ("5", "25/11/2025"), **edits))
    assert told(home) == []


def it_tells_where_one_document_alone_is_asked_for_and_when_it_is_issued(tmp_path: Path) -> None:
    draft = decision("b", ("5", "25/11/2025")).replace('so_van_ban: "5"\nngay_ban_hanh: 25/11/2025\n', "")
    home = project(tmp_path, a=decision("a", ("20", "20/11/2025")), b=draft)
    file = home.content / "nghe_an" / "2025" / "b.yaml"
    issued = issue(home, file, "5", date(2025, 11, 25))
    assert [(each.code, each.level) for each in issued.findings if each.file.endswith("b.yaml")] == [("R133", "warning")]
    assert [name for name, _ in told(home, file)] == ["b"]


@pytest.mark.parametrize(("expected", "day", "year"), [
    ("", date(2052, 7, 15), 2025), ("", date(2024, 12, 30), 2025), ("", date(2025, 12, 30), None),
    ("ngay_du_kien: 25/12/2024\n", date(2024, 12, 26), None), ("ngay_du_kien: 25/12/2024\n", date(2025, 1, 2), 2024),
])
def it_says_before_it_issues_that_the_day_is_of_another_year(
    expected: str, day: date, year: int | None, tmp_path: Path
) -> None:
    home = project(tmp_path, qd=ALONE.replace('so_van_ban: "2228"\nngay_ban_hanh: 15/7/2025\n', expected))
    file, heard = home.content / "nghe_an" / "2025" / "qd.yaml", list[int]()

    def hears(other: int) -> None:
        assert "so_van_ban" not in file.read_text("utf-8")
        heard.append(other)

    issue(home, file, "5", day, tell_year=hears)
    assert heard == ([year] if year else [])
