"""Which rows of a table stay on the page of the row below."""

from pathlib import Path

import pytest

from tests.test_tables import grid

BREAKDOWN = """
cot:
  - {{ma: so_thu_tu, tieu_de: STT}}
  - {{ma: muc_do, tieu_de: Mức độ, tach: 2}}
  - {{ma: ho_so, tieu_de: Hồ sơ, kieu_o: so}}
hang:
  - {{muc_do: Trước, ho_so: 1}}
  - chia_theo: Theo lĩnh vực
    gom: [{below}]
  - {{muc_do: Sau, ho_so: 1}}
"""


@pytest.mark.parametrize(("below", "kept"), [(1, set()), (2, {1}), (3, {1, 2}), (4, {1, 2}), (9, {1, 2})])
def it_keeps_the_first_three_rows_of_a_breakdown_together(below: int, kept: set[int], tmp_path: Path) -> None:
    rows = ", ".join(f"{{muc_do: L{number}, ho_so: 1}}" for number in range(below))
    drawn = grid(tmp_path, BREAKDOWN.format(below=rows))
    assert {row for row in drawn.keep if 1 <= row <= below} == kept


def it_keeps_a_row_that_leads_in_others_with_the_first_of_them_only(tmp_path: Path) -> None:
    drawn = grid(tmp_path, """
        danh_so: 1 / 1.1
        cot: [{ma: so_thu_tu, tieu_de: STT}, {ma: ten_goi, tieu_de: Tên}]
        hang: [{ten_goi: A}, {ten_goi: B, gom: [{ten_goi: B1}, {ten_goi: B2}]}, {ten_goi: C}]
    """)
    assert drawn.keep == {1}


def it_keeps_all_parts_of_a_row_together(tmp_path: Path) -> None:
    drawn = grid(tmp_path, """
        cot: [{ma: ten_goi, tieu_de: Tên}, {ma: noi_bao_cao, tieu_de: Nơi báo cáo}]
        hang: [{ten_goi: A, chia_hang: [{noi_bao_cao: X}, {noi_bao_cao: Y}, {noi_bao_cao: Z}]}, {ten_goi: B, noi_bao_cao: W}]
    """)
    assert drawn.keep == {0, 1}
