"""The number of a legal normative text, "161/2025/QĐ-UBND": taken, printed, issued; what is not promised of it is told."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.content import DECISION, PLAN, checked, project
from vanban.numerals import is_document_number, year_in_number
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue


def decision(number: str) -> dict[str, str]:
    return {"qd": DECISION.replace('"2228"', number), "kh": PLAN}


def codes(folder: Path, number: str) -> set[str]:
    return {each.code for each in checked(folder, **decision(number)).findings}


@pytest.mark.parametrize(("number", "printed"), [
    ("161/2025", "161/2025/QĐ-UBND"), ("5/2025", "05/2025/QĐ-UBND"), ('"05/2025"', "05/2025/QĐ-UBND"), ('"2228"', "2228/QĐ-UBND"),
])
def it_prints_number_year_and_symbol(tmp_path: Path, number: str, printed: str) -> None:
    (bo,) = checked(tmp_path, **decision(number)).sound
    assert bo.zones
    assert bo.zones.so_ky_hieu.text == printed


def it_says_what_is_not_promised_of_a_legal_text_and_takes_no_other_year(tmp_path: Path) -> None:
    told = {number: codes(tmp_path / number.replace("/", "_"), number)
            for number in ("161", "161/2025", "161/2024")}
    assert "F144" not in told["161"]
    assert told["161/2025"] & {"F144", "F145"} == {"F144"}
    assert "F145" in told["161/2024"]


@pytest.mark.parametrize("number", ["161/25", "161/2025/QĐ", "0/2025", "161-2025", "161/1825"])
def it_takes_nothing_else_for_a_number(tmp_path: Path, number: str) -> None:
    assert "S205" in codes(tmp_path, number)


@pytest.mark.parametrize(("text", "year"), [("2228", None), ("161/2025", 2025)])
def it_knows_the_year_in_a_number(text: str, year: int | None) -> None:
    assert is_document_number(text)
    assert year_in_number(text) == year


def it_is_issued_with_its_year(tmp_path: Path) -> None:
    draft = DECISION.replace('so_van_ban: "2228"\n', "").replace("ngay_ban_hanh: 15/7/2025\n", "ngay_du_kien: 15/7/2025\n")
    home = project(tmp_path, qd=draft, kh=PLAN)
    path = home.content / "nghe_an/2025/qd.yaml"
    issued = issue(home, path, "161/2025", date(2025, 7, 15))
    assert issued.sound, issued.findings
    assert "so_van_ban: 161/2025\n" in path.read_text("utf-8")
    (bo,) = check(home).sound
    assert bo.zones
    assert bo.zones.so_ky_hieu.text == "161/2025/QĐ-UBND"
