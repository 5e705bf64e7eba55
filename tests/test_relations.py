"""A relation holds when what is typed is what it gives, rounded to the decimals that were typed."""

from pathlib import Path

import pytest

from tests.support.content import checked
from vanban.findings import Finding

PLAN = """\
loai_van_ban: ke_hoach
ma: kh
co_quan: ubnd_nghe_an
trich_yeu: Thử quan hệ
ngay_du_kien: 15/7/2025
de_muc:
  - tieu_de: Số liệu
    noi_dung: |
      Như sau.
noi_nhan: [Bộ Nội vụ]
luu: VT
nguoi_ky: nguyen_van_a
bang_bieu:
  - ma: bang
    cot:
      - {{ma: don_vi, tieu_de: Đơn vị}}
      - {{ma: tiep_nhan, tieu_de: Tiếp nhận, kieu_o: so}}
      - {{ma: dung_han, tieu_de: Đúng hạn, kieu_o: so}}
      - {{ma: ket_qua, tieu_de: Kết quả, kieu_o: so, de_trong: true}}
    quan_he: [ket_qua = {relation}]
    hang:
{rows}
"""


def told(folder: Path, relation: str, *rows: str) -> list[Finding]:
    """What is found in a table whose rows hold tiep_nhan, dung_han and ket_qua, separated by blanks."""
    def row(line: str) -> str:
        keys = zip(("tiep_nhan", "dung_han", "ket_qua"), line.split(), strict=False)
        return "      - {don_vi: X, " + ", ".join(f'{key}: "{number}"' for key, number in keys) + "}"
    return list(checked(folder, kh=PLAN.format(relation=relation, rows="\n".join(map(row, rows)))).findings)


SHARE = "100 * dung_han / tiep_nhan"


@pytest.mark.parametrize(("row", "holds"), [
    ("8 1 12,5", True), ("8 1 12,4", False), ("8 1 12,6", False),  # 12.5 exactly
    ("8 1 13", True), ("8 1 12", True), ("8 1 14", False), ("8 1 11", False),  # a half: up, as typed by many, or down
    ("3 1 33,33", True), ("3 1 33,34", False), ("3 1 33,32", False), ("3 1 33", True), ("3 1 34", False),
    ("3 2 66,67", True), ("3 2 66,66", False), ("3 2 67", True), ("3 2 66", False),
    ("4 4 100", True), ("4 4 99", False), ("4 0 0", True), ("4 0 1", False),
])
def it_holds_to_the_decimals_that_were_typed(row: str, holds: bool, tmp_path: Path) -> None:
    assert [found.code for found in told(tmp_path, SHARE, row)] == ([] if holds else ["D104"])


@pytest.mark.parametrize(("row", "right"), [
    ("8 1 20", "13"), ("8 5 50", "63"), ("16 1 9,99", "6,25"), ("16 1 9,9", "6,3"), ("800 1 0,99", "0,13"), ("800 3 0,99", "0,38"),
])
def it_says_what_it_should_be_rounded_half_up(row: str, right: str, tmp_path: Path) -> None:
    (found,) = told(tmp_path, SHARE, row)
    assert found.message.endswith(f"theo quan hệ phải là {right}.")


@pytest.mark.parametrize(("relation", "row", "holds"), [
    ("tiep_nhan + dung_han", "5 3 8", True), ("tiep_nhan + dung_han", "5 3 7", False), ("tiep_nhan - dung_han", "3 5 -2", True),
    ("tiep_nhan - dung_han", "3 5 2", False), ("tiep_nhan * dung_han", "0,1 0,2 0,02", True),
    ("tiep_nhan * dung_han", "999999999999 999999999999 999999999998000000000001", True),
    ("tiep_nhan * dung_han", "999999999999 999999999999 999999999998000000000002", False),
])
def it_holds_whole_numbers_to_the_last_digit(relation: str, row: str, holds: bool, tmp_path: Path) -> None:
    assert [found.code for found in told(tmp_path, relation, row)] == ([] if holds else ["D104"])


def it_holds_nothing_where_nothing_can_be_divided(tmp_path: Path) -> None:
    assert told(tmp_path, SHARE, "0 0 100") == []


def it_holds_no_row_that_has_a_blank_and_every_other(tmp_path: Path) -> None:
    rows = "tiep_nhan + dung_han", "1 2", "1 2 4", "1 2 3"
    (found,) = told(tmp_path, *rows)
    assert (found.code, found.line) == ("D104", 23)


def it_tells_each_row_that_does_not_hold(tmp_path: Path) -> None:
    found = told(tmp_path, "tiep_nhan + dung_han", "1 2 4", "1 2 3", "1 2 2")
    assert [(each.code, each.line) for each in found] == [("D104", 22), ("D104", 24)]
