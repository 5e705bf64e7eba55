"""An issued document whose file is a draft again, as git brings it back: it is told of, and its record is not lost."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.content import project
from vanban.pipeline.checking import check
from vanban.pipeline.issuing import issue
from vanban.pipeline.project import Project

DRAFT = """\
loai_van_ban: thong_bao
ma: tb
co_quan: ubnd_nghe_an
ngay_du_kien: 15/7/2025
trich_yeu: Kết luận cuộc họp
mo_dau: |
  Theo phân công.
noi_nhan: [Bộ Nội vụ]
luu: VT, KSTT
nguoi_ky: nguyen_van_a
vi_du: true
"""
FILE = "content/nghe_an/2025/tb.yaml"


@pytest.fixture
def home(tmp_path: Path) -> Project:
    made = project(tmp_path, tb=DRAFT)
    assert issue(made, made.root / FILE, "7", date(2025, 7, 15)).sound
    return made


def told(home: Project) -> list[tuple[str, str, str]]:
    return [(each.code, each.level, each.message) for each in check(home).findings if each.code in ("S196", "C105")]


def it_says_nothing_of_an_issued_document(home: Project) -> None:
    assert told(home) == []


def it_tells_of_a_draft_beside_its_record_by_its_number(home: Project) -> None:
    (home.root / FILE).write_text(DRAFT, "utf-8")
    assert told(home) == [("S196", "warning", "Tệp này là dự thảo mà bên cạnh có tệp lưu của văn bản đã ban hành 07/TB-UBND, ngày 15/07/2025.")]


def it_is_issued_as_before_when_its_number_and_day_are_written_again(home: Project) -> None:
    issued = (home.root / FILE).read_text("utf-8")
    (home.root / FILE).write_text(DRAFT, "utf-8")
    (home.root / FILE).write_text(issued, "utf-8")
    assert told(home) == []


@pytest.mark.parametrize("damaged", ["{}", "", "[1, 2]"])
def it_tells_of_a_draft_beside_a_damaged_record(damaged: str, home: Project) -> None:
    (home.root / FILE).write_text(DRAFT, "utf-8")
    (home.root / FILE).with_suffix(".ban_hanh.json").write_text(damaged, "utf-8")
    assert [(code, message) for code, _, message in told(home)] == [
        ("S196", "Tệp này là dự thảo mà bên cạnh có tệp lưu của một văn bản đã ban hành.")]


def it_keeps_the_record_of_before_when_it_is_issued_again(home: Project) -> None:
    record = (home.root / FILE).with_suffix(".ban_hanh.json")
    before, heard = record.read_bytes(), list[Path]()
    for number, name in (("8", f"{record.name}.cu"), ("9", f"{record.name}.cu1")):
        (home.root / FILE).write_text(DRAFT, "utf-8")
        assert issue(home, home.root / FILE, number, date(2025, 7, 16), tell_aside=heard.append).sound
        assert heard[-1].name == name
    assert heard[0].read_bytes() == before
    assert told(home) == []


def it_puts_nothing_aside_when_the_same_is_issued_once_more(home: Project) -> None:
    (home.root / FILE).write_text(DRAFT, "utf-8")
    heard: list[Path] = []
    assert issue(home, home.root / FILE, "7", date(2025, 7, 15), tell_aside=heard.append).sound
    assert heard == []
