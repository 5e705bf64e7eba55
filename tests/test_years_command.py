"""`build.py years`: a table of mentions on the screen, and nothing written."""

from pathlib import Path

import pytest

import build
from vanban.years.fates import ROLES

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "content/nghe_an/2025/ke_hoach_cchc.yaml"
HEAD = "line\tcolumn\ttext\tkind\trole\tfate\treason"
LETTER = """Số: 12/KH-UBND
Vinh, ngày 10 tháng 01 năm 2025
KẾ HOẠCH
Cải cách hành chính năm 2025
Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021;
1. Hoàn thành **trước ngày 31/01/2025**.
2. Báo cáo trong quý IV/2025.
"""


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "thu.txt"
    path.write_text(LETTER, "utf-8")
    return path


def rows(capsys, *words):
    assert build.main(["years", *map(str, words)]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head == HEAD
    return [line.split("\t") for line in lines]


def it_tells_every_mention_of_a_plan_with_its_place(capsys):
    told = rows(capsys, PLAN)
    lines = PLAN.read_text("utf-8").split("\n")
    assert len(told) == 16
    assert all(lines[int(row[0]) - 1][int(row[1]) - 1:].startswith(row[2]) for row in told)
    assert {row[4] for row in told} <= set(ROLES)
    assert [row[5:] for row in told if "31/7/2025" in row[2]] == [["hoi", "Thời hạn 16 ngày sau khi ký (15/7/2025)"]]


def it_takes_year_and_day_of_signing_from_a_plain_text(capsys, letter):
    told = rows(capsys, letter)
    assert [(row[2], row[4], row[5]) for row in told] == [
        ("ngày 10 tháng 01 năm 2025", "own_signing", "hoi"), ("năm 2025", "own_title", "chuyen"),
        ("ngày 15/7/2021", "citation", "giu"), ("ngày 31/01/2025", "own_deadline", "hoi"),
        ("quý IV/2025", "own_deadline", "chuyen"),
    ]


def it_carries_over_from_the_year_that_it_is_told(capsys, letter):
    told = rows(capsys, letter, "--from", "2025", "--to", "2027")
    assert told[-1][-1] == "Thời hạn: quý IV/2027"


def it_takes_the_day_of_signing_from_the_document_that_a_text_is_attached_to(capsys):
    """The annex is attached to the plan, the plan to the decision of 15/7/2025; a day that is typed is believed first."""
    annex = PLAN.with_name("phu_luc_nhiem_vu.yaml")
    told = {row[2]: row for row in rows(capsys, annex)}
    assert told["ngày 31/7/2025"][6] == "Thời hạn 16 ngày sau khi ký (15/7/2025)"
    told = {row[2]: row for row in rows(capsys, annex, "--ngay-ky", "1/6/2025")}
    assert told["ngày 31/7/2025"][5] == "chuyen"


def it_reads_a_word_file(capsys, sample):
    told = rows(capsys, sample.docx, "--from", "2025")
    assert len(told) > 60
    assert {("own_reference", "tinh_lai"), ("own_signing", "hoi")} <= {(row[4], row[5]) for row in told}
    assert [row[5] for row in told if row[2] == "ngày 31/7/2025"] == ["hoi", "hoi"]


def it_writes_nothing(capsys, letter):
    before = {path: path.stat().st_mtime_ns for path in letter.parent.iterdir()}
    rows(capsys, letter)
    assert {path: path.stat().st_mtime_ns for path in letter.parent.iterdir()} == before


@pytest.mark.parametrize(("name", "data", "words", "code"), [
    ("khong_co.txt", None, (), 2),
    ("thu.txt", b"Khong co nam nao.", (), 2),
    ("thu.txt", b"nam 2025", ("--from", "2026", "--to", "2025"), 2),
    ("thu.txt", b"nam 2025", ("--from", "2025", "--ngay-ky", "31/2/2025"), 2),
    ("thu.txt", b"\xff\xfe\x00", (), 1),
    ("thu.docx", b"PK not a package", (), 1),
    ("thu.yaml", b"a: [1, 2", (), 1),
])
def it_says_in_vietnamese_what_is_wrong(capsys, tmp_path, name, data, words, code):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert build.main(["years", str(path), *words]) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.strip()


def it_is_explained_to_officers():
    page = (ROOT / "docs" / "nam_va_ngay.md").read_text("utf-8")
    assert not [role for role in ROLES if f"`{role}`" not in page]
    for word in ("ngay", "thang", "quy", "nua_nam", "nam", "giai_doan", "cua_so", "nam_hoc", "hang_nam", "so_co_nam", "so_thu_tu",
                 "chuyen", "giu", "tinh_lai", "hoi", "de_nghi_xoa"):
        assert f"`{word}`" in page
