"""Tables as officers write them → the cells that are drawn: heads, numbers, blanks, merged cells, totals, relations."""

from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path
from textwrap import dedent, indent

import pytest

from tests.support.content import checked, project, resolved
from tests.support.set_lines import set_paragraphs
from vanban.findings import Finding
from vanban.model.grid import Cell, Grid, placed
from vanban.model.inline import NoteMark, Run, shown_text
from vanban.model.places import NOWHERE
from vanban.model.running_text import Paragraph
from vanban.model.table import BangBieu
from vanban.pipeline.reporting import report
from vanban.tables._heights import row_heights
from vanban.the_thuc import latest
from vanban.units import Length, Mm
from vanban.writers.to_pdf import is_ready

PLAN = """\
loai_van_ban: ke_hoach
ma: kh
co_quan: ubnd_nghe_an
trich_yeu: Thử bảng
ngay_du_kien: 15/7/2025
de_muc:
  - tieu_de: Số liệu
    noi_dung: |
      {words}
noi_nhan:
  - Bộ Nội vụ
luu: VT
nguoi_ky: nguyen_van_a
bang_bieu:
  - ma: bang
{table}
"""
COLUMNS = """\
cot:
  - {ma: so_thu_tu, tieu_de: STT}
  - {ma: don_vi, tieu_de: Đơn vị}
  - {ma: tong_so, tieu_de: Tổng số, kieu_o: so}
  - {ma: dung_han, tieu_de: Đúng hạn, kieu_o: so}
"""


def plan(table: str, words: str = "Như sau.") -> str:
    return PLAN.format(table=indent(dedent(table).strip("\n"), "    "), words=words)


def grid(folder: Path, table: str) -> Grid:
    """The grid of a faultless table of a plan."""
    drawn = resolved(folder, kh=plan(table)).van_ban.bang_bieu[0].grid
    assert drawn
    return drawn


def words(cell: Cell) -> str:
    return " / ".join(shown_text(line) for line in cell.paragraphs)


def rows(drawn: Grid) -> list[list[str]]:
    """The words of the cells, row by row; what a span covers is not there."""
    return [[words(cell) for cell in row] for row in drawn.rows]


def spans(drawn: Grid) -> list[list[tuple[int, int]]]:
    return [[(cell.columns, cell.rows) for cell in row] for row in drawn.rows]


def faults(folder: Path, table: str) -> list[Finding]:
    return list(checked(folder, kh=plan(table)).findings)


# Numbers, blanks, groups


def it_counts_rows_by_the_steps_of_the_table_anew_below_each_row(tmp_path: Path) -> None:
    drawn = grid(tmp_path, """
        danh_so: I / 1 / 1.1
        cot: [{ma: so_thu_tu, tieu_de: STT}, {ma: ten_goi, tieu_de: Tên}]
        hang:
          - ten_goi: A
            gom: [{ten_goi: A1, gom: [{ten_goi: A11}, {ten_goi: A12}]}, {ten_goi: A2}]
          - ten_goi: B
            gom: [{ten_goi: B1, gom: [{ten_goi: B11}]}]
    """)
    assert [row[0] for row in rows(drawn)] == ["I", "1", "1.1", "1.2", "2", "II", "1", "1.1"]


@pytest.mark.parametrize(("scheme", "marks"), [
    ("1. / -", ["1.", "-", "-"]), ("1 / a)", ["1", "a)", "b)"]), ("A / --", ["A", "--", "--"]),
    ("không số / 1", ["", "1", "2"]),
])
def it_shows_a_row_by_the_mark_of_its_step(scheme: str, marks: list[str], tmp_path: Path) -> None:
    drawn = grid(tmp_path, f"""
        danh_so: {scheme}
        cot: [{{ma: so_thu_tu, tieu_de: STT}}, {{ma: ten_goi, tieu_de: Tên}}]
        hang: [{{ten_goi: A, gom: [{{ten_goi: B}}, {{ten_goi: C}}]}}]
    """)
    assert [row[0] for row in rows(drawn)] == marks


def it_goes_on_counting_past_a_row_that_shows_something_else(tmp_path: Path) -> None:
    drawn = grid(tmp_path, """
        cot: [{ma: so_thu_tu, tieu_de: STT}, {ma: ten_goi, tieu_de: Tên, de_trong: true}]
        hang: [{ten_goi: A}, {ten_goi: B, danh_so: không số}, {ten_goi: C}, {danh_so: "…"}]
    """)
    assert rows(drawn) == [["1", "A"], ["", "B"], ["2", "C"], ["…", ""]]


def it_draws_a_group_across_all_columns_but_the_numbers_and_keeps_it_with_its_rows(tmp_path: Path) -> None:
    drawn = grid(tmp_path, COLUMNS + """\
danh_so: I / 1
hang:
  - nhom: Cấp tỉnh
    gom: [{don_vi: Sở Nội vụ, tong_so: 3, dung_han: 2}]
""")
    assert rows(drawn)[0] == ["I", "Cấp tỉnh"]
    assert spans(drawn)[0] == [(1, 1), (3, 1)]
    assert drawn.rows[0][1].role == "nhom"
    assert drawn.keep == {0}


# Cells


def it_prints_figures_with_a_dot_for_thousands_on_the_right(tmp_path: Path) -> None:
    drawn = grid(tmp_path, COLUMNS + 'hang: [{don_vi: Sở Nội vụ, tong_so: 16052, dung_han: "98,6"}]')
    assert rows(drawn) == [["1", "Sở Nội vụ", "16.052", "98,6"]]
    assert [cell.align for cell in drawn.rows[0]] == ["giua", "trai", "phai", "phai"]


def it_prints_a_cell_of_several_lines_as_paragraphs_and_dashes_on_the_left(tmp_path: Path) -> None:
    drawn = grid(tmp_path, """
        cot: [{ma: thoi_gian, tieu_de: Thời gian, canh_le: giua}]
        hang:
          - thoi_gian: |
              - Năm 2023: xong;
              - Năm 2025: xong hết.
          - thoi_gian: Hằng năm
    """)
    assert rows(drawn) == [["- Năm 2023: xong; / - Năm 2025: xong hết."], ["Hằng năm"]]
    assert [row[0].align for row in drawn.rows] == ["trai", "giua"]


# Merged cells


def it_merges_heads_by_the_tree_of_columns(tmp_path: Path) -> None:
    drawn = grid(tmp_path, """
        danh_so_cot: true
        cot:
          - {ma: don_vi, tieu_de: Đơn vị}
          - tieu_de: Đã giải quyết
            cot: [{ma: som, tieu_de: Sớm}, {tieu_de: Còn lại, cot: [{ma: dung, tieu_de: Đúng}, {ma: tre, tieu_de: Trễ}]}]
        hang: [{don_vi: A, som: 1, dung: 2, tre: 3}]
    """)
    assert [[(words(cell), cell.columns, cell.rows) for cell in row] for row in drawn.head] == [
        [("Đơn vị", 1, 3), ("Đã giải quyết", 3, 1)],
        [("Sớm", 1, 2), ("Còn lại", 2, 1)],
        [("Đúng", 1, 1), ("Trễ", 1, 1)],
        [("(1)", 1, 1), ("(2)", 1, 1), ("(3)", 1, 1), ("(4)", 1, 1)],
    ]


def it_merges_downwards_what_rows_leave_out_until_a_group(tmp_path: Path) -> None:
    drawn = grid(tmp_path, """
        cot: [{ma: ten_goi, tieu_de: Tên}, {ma: noi_bao_cao, tieu_de: Nơi báo cáo, gop_doc: true}]
        hang:
          - {ten_goi: A, noi_bao_cao: Sở Nội vụ}
          - {ten_goi: B, gom: [{ten_goi: B1}]}
          - {ten_goi: C, noi_bao_cao: Sở Tư pháp}
          - {ten_goi: D}
    """)
    assert spans(drawn) == [[(1, 1), (1, 3)], [(1, 1)], [(1, 1)], [(1, 1), (1, 2)], [(1, 1)]]


def it_stands_what_parts_share_beside_all_of_them(tmp_path: Path) -> None:
    drawn = grid(tmp_path, """
        cot:
          - {ma: so_thu_tu, tieu_de: STT}
          - {ma: noi_dung, tieu_de: Việc}
          - {ma: chu_tri, tieu_de: Chủ trì}
          - {ma: thoi_gian, tieu_de: Khi nào}
        hang:
          - noi_dung: Áp dụng ISO
            thoi_gian: Quý IV/2025
            chia_hang: [{chu_tri: Sở Khoa học và Công nghệ}, {chu_tri: UBND các huyện}]
    """)
    assert rows(drawn) == [["1", "Áp dụng ISO", "Sở Khoa học và Công nghệ", "Quý IV/2025"], ["UBND các huyện"]]
    assert spans(drawn)[0] == [(1, 2), (1, 2), (1, 1), (1, 2)]
    assert drawn.keep == {0}


# Totals and relations


def it_adds_up_the_rows_of_groups_for_a_total_in_bold_without_a_number(tmp_path: Path) -> None:
    drawn = grid(tmp_path, COLUMNS + """\
danh_so: I / 1
hang:
  - nhom: Cấp tỉnh
    gom: [{don_vi: A, tong_so: 1200, dung_han: 1000}, {don_vi: B, tong_so: 5, dung_han: 5}]
  - nhom: Cấp xã
    gom: [{don_vi: C, tong_so: "0,5", dung_han: 0}]
  - {tong_cong: true, don_vi: Tổng cộng}
""")
    total = drawn.rows[-1]
    assert rows(drawn)[-1] == ["", "Tổng cộng", "1.205,5", "1.005"]
    assert all(isinstance(run, Run) and run.bold for cell in total[1:] for line in cell.paragraphs for run in line)


@pytest.mark.parametrize(("tong_so", "code"), [(15, "D104"), (14, None)])
def it_holds_a_typed_total_against_the_rows(tong_so: int, code: str | None, tmp_path: Path) -> None:
    found = faults(tmp_path, COLUMNS + f"""\
hang:
  - {{don_vi: A, tong_so: 10, dung_han: 1}}
  - {{don_vi: B, tong_so: 4, dung_han: 1}}
  - {{tong_cong: true, don_vi: Tổng, tong_so: {tong_so}}}
""")
    assert [fault.code for fault in found] == ([code] if code else [])


@pytest.mark.parametrize(("relation", "note"), [
    ("tong_so = dung_han + 2", "Cột (3) = (4) + 2."),
    ("tong_so = 100 * dung_han / (dung_han + 8)", "Cột (3) = 100 × (4) : ((4) + 8)."),
    ("tong_so = dung_han - (1 - 3)", "Cột (3) = (4) − (1 − 3)."),
])
def it_prints_a_relation_that_holds_below_the_table(relation: str, note: str, tmp_path: Path) -> None:
    bo = resolved(tmp_path, kh=plan(COLUMNS + f"""\
danh_so_cot: true
quan_he: ["{relation}"]
hang: [{{don_vi: A, tong_so: {'"50"' if "100" in relation else 10}, dung_han: 8}}]
"""))
    (shown,) = bo.van_ban.bang_bieu[0].ghi_chu_cuoi.blocks
    assert isinstance(shown, Paragraph)
    assert shown_text(shown.inlines) == note


def it_tells_of_the_row_in_which_a_relation_does_not_hold(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, COLUMNS + """\
quan_he: [tong_so = dung_han + 1]
hang:
  - {don_vi: A, tong_so: 3, dung_han: 2}
  - {don_vi: B, tong_so: 4, dung_han: 2}
""")
    assert fault.code == "D104"
    assert "ghi 4" in fault.message
    assert "phải là 3" in fault.message


@pytest.mark.parametrize("relation", [
    "tong_so", "tong_so = ", "= dung_han", "tong_so == dung_han", "tong_so = dung_han ** 2", "tong_so = abs(dung_han)",
    "tong_so = __import__('os')", "tong_so = dung_han if 1 else 2", "1 = dung_han", "tong_so = 'x'", "tong_so = 1.5",
])
def it_reads_sums_of_columns_and_nothing_else(relation: str, tmp_path: Path) -> None:
    found = faults(tmp_path, COLUMNS + f"""\
quan_he: ["{relation}"]
hang: [{{don_vi: A, tong_so: 3, dung_han: 2}}]
""")
    assert [fault.code for fault in found] == ["S302"]


# Widths


def it_shares_what_fixed_columns_leave(tmp_path: Path) -> None:
    drawn = grid(tmp_path, """
        cot: [{ma: a, tieu_de: A, do_rong: "32,5"}, {ma: b, tieu_de: B}, {ma: c, tieu_de: C, ty_le: 2}]
        hang: [{a: x, b: x, c: x}]
    """)
    assert drawn.widths[0] == Mm(32.5)
    assert Length(sum(drawn.widths)) == Mm(165)
    assert abs(drawn.widths[2] - 2 * drawn.widths[1]) < Mm(0.01)


def it_gives_a_column_what_its_longest_word_needs(tmp_path: Path) -> None:
    drawn = grid(tmp_path, """
        cot: [{ma: a, tieu_de: A}, {ma: b, tieu_de: B, ty_le: 20}]
        hang: [{a: 2228/QĐ-UBND-NC, b: x}]
    """)
    assert drawn.widths[0] > Mm(165 / 21) * 3


# References


def it_names_columns_by_number_and_tables_by_title(tmp_path: Path) -> None:
    table = "tieu_de: Kết quả\ndanh_so_cot: true\n" + COLUMNS + "hang: [{don_vi: A, tong_so: 1, dung_han: 1}]"
    bo = resolved(tmp_path, kh=plan(table, words="Xem [[bang]], [[bang.dung_han]]."))
    (paragraph,) = bo.van_ban.de_muc[0].noi_dung.blocks
    assert isinstance(paragraph, Paragraph)
    assert shown_text(paragraph.inlines) == "Xem bảng “Kết quả”, cột (4)."


# Rows that stay on the page of the row below

BREAKDOWN = """
cot:
  - {{ma: so_thu_tu, tieu_de: STT}}
  - {{ma: muc_do, tieu_de: Mức độ, tach: 2}}
  - {{ma: ho_so, tieu_de: Hồ sơ, kieu_o: so}}
hang:
  - {{muc_do: Trước, ho_so: 1}}
  - muc_do: Tất cả
    ho_so: 1
    chia_theo: Theo lĩnh vực
    gom: [{below}]
  - {{muc_do: Sau, ho_so: 1}}
  - {{muc_do: Sau nữa, ho_so: 1}}
"""


@pytest.mark.parametrize("below", [1, 2, 3, 4, 9])
def it_keeps_a_row_with_its_breakdown(below: int, tmp_path: Path) -> None:
    rows = ", ".join(f"{{muc_do: L{number}, ho_so: 1}}" for number in range(below))
    drawn = grid(tmp_path, BREAKDOWN.format(below=rows))
    assert drawn.keep == {*range(1, below + 1), below + 2}


def it_keeps_a_row_that_leads_in_others_with_the_first_of_them_only(tmp_path: Path) -> None:
    drawn = grid(tmp_path, """
        danh_so: 1 / 1.1
        cot: [{ma: so_thu_tu, tieu_de: STT}, {ma: ten_goi, tieu_de: Tên}]
        hang: [{ten_goi: A}, {ten_goi: B, gom: [{ten_goi: B1}, {ten_goi: B2}]}, {ten_goi: C}, {ten_goi: D}]
    """)
    assert drawn.keep == {1, 4}


def it_keeps_all_parts_of_a_row_together(tmp_path: Path) -> None:
    drawn = grid(tmp_path, """
        cot: [{ma: ten_goi, tieu_de: Tên}, {ma: noi_bao_cao, tieu_de: Nơi báo cáo}]
        hang:
          - {ten_goi: A, chia_hang: [{noi_bao_cao: X}, {noi_bao_cao: Y}, {noi_bao_cao: Z}]}
          - {ten_goi: B, noi_bao_cao: W}
          - {ten_goi: C, noi_bao_cao: W}
    """)
    assert drawn.keep == {0, 1, 3}


def it_leaves_no_total_and_no_last_row_alone(tmp_path: Path) -> None:
    drawn = grid(tmp_path, COLUMNS + """\
danh_so: I / 1
hang:
  - nhom: Cấp tỉnh
    gom: [{don_vi: A, tong_so: 1, dung_han: 1}, {don_vi: B, tong_so: 1, dung_han: 1}, {don_vi: Cộng, tong_cong: true}]
  - nhom: Cấp xã
    gom: [{don_vi: C, tong_so: 1, dung_han: 1}, {don_vi: D, tong_so: 1, dung_han: 1}, {don_vi: E, tong_so: 1, dung_han: 1}]
""")
    assert drawn.keep == {0, 2, 4, 6}


# Merged cells over more rows than stay on a page


def merged(count: int, label: str = "Sở Nội vụ", width: str = "", every: int = 99) -> str:
    """A table of `count` rows of three lines, a second merged label anew `every` so many rows."""
    rows = "\n".join(
        f'  - {{viec: "{"Một việc dài " * 18}"' + (f', ai: "{label}"' if not row else "")
        + (f", han: Quý {row}" if row % every == 0 else "") + "}" for row in range(count)
    )
    return f"""\
cot:
  - {{ma: viec, tieu_de: Việc, do_rong: 100}}
  - {{ma: ai, tieu_de: Ai, gop_doc: true{width}}}
  - {{ma: han, tieu_de: Hạn, gop_doc: true}}
hang:
{rows}
"""


def labels(drawn: Grid) -> list[tuple[str, int]]:
    """What stands in the second column, and over how many rows."""
    return [(words(cell), cell.rows) for column, cell in placed(drawn.rows) if column == 1]


def it_keeps_rows_beside_a_merged_cell_together_while_they_fit_on_a_page(tmp_path: Path) -> None:
    """Of 728 pt, the head taking 23 and each row 73: a label that is cut in two could stand twice on such a page."""
    drawn = grid(tmp_path / "chin", merged(9))
    assert labels(drawn) == [("Sở Nội vụ", 9)]
    assert drawn.keep == set(range(8))
    assert len(labels(grid(tmp_path / "muoi", merged(10)))) == 2


@pytest.mark.parametrize("count", [10, 13, 14, 20, 23, 31])
def it_cuts_a_merged_cell_into_parts_of_which_no_two_stand_on_one_page(count: int, tmp_path: Path) -> None:
    drawn = grid(tmp_path, merged(count))
    heights, (head,) = row_heights(drawn, latest("nha_nuoc")), row_heights(replace(drawn, rows=drawn.head), latest("nha_nuoc"))
    room = latest("nha_nuoc").trang.text_height("doc") - head
    starts = list(accumulate((rows for _, rows in labels(drawn)), initial=0))
    parts = [sum(heights[start:stop]) for start, stop in pairwise(starts)]
    assert len(parts) > 1
    assert max(parts) <= room
    assert all(one + next_ > room for one, next_ in pairwise(parts))


@pytest.mark.skipif(not is_ready(), reason="no LibreOffice with Liberation Serif 2 on this machine")
def it_prints_no_label_and_that_it_goes_on_on_one_page(tmp_path: Path) -> None:
    """However many rows stand beside it, and wherever on a page it begins."""
    documents = {f"kh_{count}_{before}": _behind_rows(count, before) for count in (3, 6, 8, 9, 10, 13, 17)
                 for before in (0, 2, 5)}
    home = project(tmp_path, **documents)
    made = report(home, [], ["docx", "pdf"], tmp_path / "outputs")
    assert made.failures == []
    pages = {pdf.stem: [(line.page, "".join(each.text for each in cell.lines)) for cell in set_paragraphs(pdf)
                        for line in cell.lines[:1] if "Sở Nội vụ" in "".join(each.text for each in cell.lines)]
             for pdf in made.written if pdf.suffix == ".pdf"}
    assert len(pages) == len(documents)
    assert any("(tiếp)" in words for cells in pages.values() for _, words in cells)
    assert [name for name, cells in pages.items() if len({page for page, _ in cells}) < len(cells)] == []


def _behind_rows(count: int, before: int) -> str:
    """A plan with a table in which a merged label of `count` rows stands behind `before` others."""
    table, others = merged(count), "".join(
        f'  - {{viec: "{"Một việc dài " * 18}", ai: Sở {each}, han: Quý}}\n' for each in range(before))
    return plan(table.replace("hang:\n", f"hang:\n{others}")).replace("ma: kh\n", f"ma: kh_{count}_{before}\n")


def it_says_a_merged_cell_again_in_parts_where_they_do_not(tmp_path: Path) -> None:
    drawn = grid(tmp_path, merged(20))
    (first, rows), *more = labels(drawn)
    assert first == "Sở Nội vụ"
    assert {again for again, _ in more} == {"Sở Nội vụ (tiếp)"}
    assert rows + sum(count for _, count in more) == 20
    assert max(rows, *(count for _, count in more)) <= 2 * min(rows, *(count for _, count in more))
    starts = list(accumulate((count for _, count in labels(drawn)), initial=0))[1:-1]
    assert drawn.keep == set(range(19)) - {start - 1 for start in starts}


def it_cuts_where_fewer_merged_cells_are_torn(tmp_path: Path) -> None:
    drawn = grid(tmp_path, merged(20, every=3))
    assert all("tiếp" not in words(cell) for column, cell in placed(drawn.rows) if column == 2)
    assert len(labels(drawn)) > 1


@pytest.mark.parametrize(("label", "width", "again"), [
    ("Sở", ", do_rong: 12", "Sở"), ('500', ", do_rong: 13, kieu_o: so", ""), ("500", ", kieu_o: so", "500 (tiếp)"),
])
def it_says_again_what_has_room_and_no_figure_without_saying_that_it_goes_on(
    label: str, width: str, again: str, tmp_path: Path
) -> None:
    assert {said for said, _ in labels(grid(tmp_path, merged(20, label, width)))[1:]} == {again}


def it_cuts_off_no_single_row_though_fewer_merged_cells_are_torn_there(tmp_path: Path) -> None:
    lines = merged(20).split("\n")
    second = [at for at, each in enumerate(lines) if each.startswith("  - {viec")][1]
    lines[second] = lines[second].removesuffix("}") + ", han: Quý}"
    drawn = grid(tmp_path, "\n".join(lines))
    assert min(rows for _, rows in labels(drawn)) > 1


def it_says_a_long_label_again_only_in_a_part_that_is_as_high(tmp_path: Path) -> None:
    long = "Rất dài " * 120
    _, *again, last = labels(grid(tmp_path, merged(20, long)))
    assert {said for said, _ in again} == {f"{long.strip()} (tiếp)"}
    assert last[0] == "(tiếp)"


def it_prints_no_footnote_twice(tmp_path: Path) -> None:
    drawn = grid(tmp_path, merged(20, "Sở Nội vụ[^a]") + "ghi_chu_cuoi: |\n  [^a]: Chú thích.\n")
    notes = [each for row in drawn.rows for cell in row for line in cell.paragraphs for each in line
             if isinstance(each, NoteMark)]
    assert len(notes) == 1


# Tables that are written out from records

TASKS = """\
nhiem_vu:
  - nhom: Thể chế
    gom:
      - {ma: nv_mot, noi_dung: "Theo [[qd_3667_2024]] và [[qd_3667_2024]]", chu_tri: [so_noi_vu_nghe_an], thoi_gian: Năm 2025}
      - ma: nv_hai
        noi_dung: Việc chung
        phan_cong: [{chu_tri: [so_noi_vu_nghe_an]}, {chu_tri: [so_tu_phap_nghe_an]}]
        thoi_gian: Năm 2025
"""


def annex(folder: Path, text: str) -> BangBieu:
    """The table of an annex that a plan names."""
    head = PLAN[: PLAN.index("bang_bieu:")].format(words="Theo [[pl]].") + "kem_theo: [pl]\n"
    bo = resolved(folder, kh=head, pl=f"loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Danh mục\n{text}")
    return list(bo)[1].bang_bieu[0]


def it_writes_records_out_as_rows_with_their_ids_and_origins(tmp_path: Path) -> None:
    table = annex(tmp_path, f"bang_bieu: [{{ma: bang_viec, bo_cuc: nhiem_vu}}]\n{TASKS}")
    addressed = dict(table.addressed_rows())
    assert list(addressed) == ["bang_viec__hang_1", "nv_mot", "nv_hai", "nv_hai__phan_1", "nv_hai__phan_2"]
    assert all(row.origin != NOWHERE for row in addressed.values())
    assert [leaf.ma for leaf in table.leaves] == ["so_thu_tu", "noi_dung", "chu_tri", "thoi_gian"]


def it_cites_in_a_task_in_full_first(tmp_path: Path) -> None:
    table = annex(tmp_path, f"bang_bieu: [{{ma: bang_viec, bo_cuc: nhiem_vu}}]\n{TASKS}")
    words_of_task = shown_text(next(table.rows()).gom[0].entries[0].noi_dung.blocks[0].inlines)
    assert words_of_task.startswith("Theo Quyết định số 3667/QĐ-UBND ngày 30 tháng 12 năm 2024 của")
    assert words_of_task.endswith("và Quyết định số 3667/QĐ-UBND")


def it_writes_acts_out_with_their_ids(tmp_path: Path) -> None:
    table = annex(tmp_path, "bang_bieu: [{ma: bang_van_ban, bo_cuc: danh_muc}]\n"
                            "danh_muc: [{nhom: Trung ương, gom: [nq_76_2021, cv_4625_bnv_2025]}]\n")
    assert [address for address, _ in table.addressed_rows()] == ["bang_van_ban__hang_1", "nq_76_2021", "cv_4625_bnv_2025"]
    assert all(row.origin != NOWHERE for row in table.rows())


def it_addresses_typed_rows_by_their_place(tmp_path: Path) -> None:
    table = resolved(tmp_path, kh=plan(COLUMNS + """\
danh_so: I / 1
hang:
  - nhom: Cấp tỉnh
    gom: [{don_vi: A, tong_so: 1, dung_han: 1}, {don_vi: B, tong_so: 1, dung_han: 1}]
  - {tong_cong: true, don_vi: Tổng}
""")).van_ban.bang_bieu[0]
    assert [address for address, _ in table.addressed_rows()] == [
        "bang__hang_1", "bang__hang_1__hang_1", "bang__hang_1__hang_2", "bang__hang_2"
    ]


def it_tells_a_fault_in_a_task_once(tmp_path: Path) -> None:
    head = PLAN[: PLAN.index("bang_bieu:")].format(words="Theo [[pl]].") + "kem_theo: [pl]\n"
    tasks = TASKS.replace("[[qd_3667_2024]] và", "[[khong_co_o_dau]] và")
    for tables in ("bang_bieu: [{ma: bang_viec, bo_cuc: nhiem_vu}]\n", ""):
        found = checked(tmp_path, kh=head, pl=f"loai_van_ban: phu_luc\nma: pl\ntrich_yeu: Danh mục\n{tables}{tasks}").findings
        assert [each.code for each in found if each.code == "R101"] == ["R101"]
