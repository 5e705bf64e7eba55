"""Several total rows in one list, rows that hold what others hold: a total is right, or it is asked; never doubled."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.content import checked
from tests.test_totals import PLAN, codes
from vanban.findings import Finding
from vanban.model.grid import Grid
from vanban.model.inline import shown_text

TABLE = """\
  - ma: bang_{count}
    cot: [{{ma: ten, tieu_de: Tên}}, {{ma: mot, tieu_de: Số lượng, kieu_o: so}}]
    hang:
{rows}
"""
HEAD = PLAN[:PLAN.index("  - ma: bang\n")].format()
Rows = list[str]
Shown = tuple[list[str], list[Finding]]


def shown(folder: Path, lists: Sequence[Rows]) -> list[Shown]:
    """Of each list, as a table of one document, what stands in the cells of total rows and what is found. A row is
    "name number"; "= name number" a total; without number the cell is left out."""
    tables = "".join(TABLE.format(count=count, rows="\n".join(map(_row, rows))) for count, rows in enumerate(lists))
    result = checked(folder, kh=HEAD + tables)
    grids = [table.grid for table in result.sets[0].van_ban.bang_bieu]
    return [(_totals(rows, grid), [each for each in result.findings if each.path.startswith(f"$.bang_bieu[{count}].")])
            for count, (rows, grid) in enumerate(zip(lists, grids, strict=True))]


def _totals(rows: Rows, grid: Grid | None) -> list[str]:
    assert grid
    return [" ".join(map(shown_text, cells[-1].paragraphs))
            for cells, row in zip(grid.rows, rows, strict=True) if row.startswith("=")]


def _row(row: str) -> str:
    name, _, number = row.removeprefix("= ").rpartition(" ")
    name, number = (name, number) if number.isdigit() else (row.removeprefix("= "), "")
    total, cell = ", tong_cong: true" if row.startswith("=") else "", f", mot: {number}" if number else ""
    return f'      - {{ten: "{name}"{total}{cell}{"" if number or total else ", de_trong: true"}}}'


GROUPS = ["A 1", "B 2", "= Cộng nhóm I", "C 4", "D 8", "= Cộng nhóm II"]

ADDED = [
    (["A 1", "B 2", "= Tổng"], ["3"]),
    (["= Tổng", "A 1", "B 2"], ["3"]),
    (["= Tổng số", "A 1", "B 2", "= Cộng"], ["3", "3"]),
    ([*GROUPS, "= Tổng cộng"], ["3", "12", "15"]),
    ([*GROUPS, "= Cộng"], ["3", "12", "15"]),
    ([*GROUPS, "Dự phòng 16", "= TỔNG CỘNG (I+II):"], ["3", "12", "31"]),
    (["A 1", "= Cộng nhóm I", "C 4", "= Tổng cộng"], ["1", "5"]),
    (["= Tổng số", "= Nhóm I", "A 1", "B 2", "= Nhóm II", "C 4"], ["7", "3", "4"]),
    (["= Tổng số", "Chung 8", "= Nhóm I", "A 1"], ["9", "1"]),
    (["Các xã", "- Xã A 1", "- Xã B 2", "= Tổng"], ["3"]),
    (["- Xã A 1", "- Xã B 2", "= Tổng"], ["3"]),
    (["Tổng đài 1", "Cộng đồng 2", "Cộng tác viên 4", "Trong độ tuổi 8", "= Tổng"], ["15"]),
]


def it_adds_up_what_a_total_row_stands_for(tmp_path: Path) -> None:
    assert shown(tmp_path, [rows for rows, _ in ADDED]) == [(totals, []) for _, totals in ADDED]


UNCLEAR = [
    GROUPS,
    ["A 1", "= Cộng", "B 2"],
    ["A 1", "= Tổng cộng", "B 2", "= Tổng cộng"],
    ["= Cộng nhóm I", "A 1", "= Cộng nhóm II", "B 2", "= Tổng cộng"],
    ["= Nhóm I", "A 1", "= Nhóm II", "B 2"],
]


def it_asks_where_two_readings_are_left_and_takes_either_where_it_is_typed(tmp_path: Path) -> None:
    outcomes = shown(tmp_path, UNCLEAR)
    for totals, found in outcomes:
        assert codes(found) == ["D103"] * totals.count("") != []
    left = [totals for totals, _ in outcomes]
    for told, number in (([], _everything), (["D104"], lambda _: 99)):
        typed = [_typed(rows, totals, number(rows)) for rows, totals in zip(UNCLEAR, left, strict=True)]
        assert [sorted(set(codes(found))) for _, found in shown(tmp_path, typed)] == [told] * len(UNCLEAR)


def _everything(rows: Rows) -> int:
    return sum(int(row.split()[-1]) for row in rows if not row.startswith("="))


def _typed(rows: Rows, totals: Sequence[str], number: int) -> Rows:
    """`rows` with a number in the totals that were left blank."""
    left = iter(totals)
    return [f"{row}: {number}" if row.startswith("=") and not next(left) else row for row in rows]


TWICE = [
    (["A 1", "B 2", "Cộng nhóm 1 3", "C 4", "="], 2, 7),
    (["A 1", "B 2", "Tổng cộng 3", "="], 2, 3),
    (["A 5", "Trong đó nữ 2", "B 1", "="], 1, 6),
    (["A 5", "Trong đó:", "Nam 3", "Nữ 2", "="], 2, 5),
    (["A 5", "- Nam 3", "- Nữ 2", "B 1", "="], 1, 6),
    (["A 5", "- Trong đó: nữ 2", "="], 1, 5),
]


def it_adds_no_figure_up_twice(tmp_path: Path) -> None:
    lists = [[*rows[:-1], "= Toàn tỉnh"] for rows, _, _ in TWICE]
    for (totals, found), (_, line, _) in zip(shown(tmp_path, lists), TWICE, strict=True):
        assert (totals, codes(found)) == ([""], ["D108"])
        assert found[0].path.endswith(f"hang[{line}]")
    typed = [[*rows[:-1], f"= Toàn tỉnh {total}"] for rows, _, total in TWICE]
    assert [each for _, found in shown(tmp_path, typed) for each in found if each.code != "D109"] == []


UNMARKED = [
    (["A 1", "Tổng cộng 1"], True), (["A 1", "Cộng 1"], True), (["A 1", "Cộng (A) 1", "B 2"], True),
    (["A 1", "Cộng mục II: 1"], True), (["A 1", "Tổng số 1"], True), (["Tổng số 3", "Nam 1", "Nữ 2"], False),
    (["A 1", "Cộng đồng 2"], False), (["A 1", "Tổng số hồ sơ 2"], False), (["Tổng cộng 1"], False),
]


def it_tells_of_a_row_that_is_called_a_total_and_not_marked(tmp_path: Path) -> None:
    found = [codes(each) for _, each in shown(tmp_path, [rows for rows, _ in UNMARKED])]
    assert found == [["D109"] * told for _, told in UNMARKED]


def _written_by_a_clerk(chance: random.Random) -> tuple[Rows, list[str]]:
    """Groups that all have a total below them, or none; then perhaps rows of no group and a total of all."""
    rows, sums, everything, are_closed = [], [], 0, chance.random() < 0.7
    for group in range(chance.randint(1, 4)):
        numbers = [chance.randint(1, 99) for _ in range(chance.randint(1, 4))]
        rows += [f"Đơn vị {number}" for number in numbers]
        everything += sum(numbers)
        if are_closed:
            rows.append(f"= Cộng nhóm {group + 1}:")
            sums.append(sum(numbers))
    if chance.random() < 0.3:
        rows.append("Dự phòng 7")
        everything += 7
    if chance.random() < 0.7:
        rows.append(chance.choice(["= Tổng cộng", "= Cộng", "= Toàn tỉnh"]))
        sums.append(everything)
    return rows, list(map(str, sums))


def it_prints_the_sum_that_the_clerk_means_or_asks(tmp_path: Path) -> None:
    chance = random.Random(9)
    lists = [_written_by_a_clerk(chance) for _ in range(150)]
    outcomes = shown(tmp_path, [rows for rows, _ in lists])
    for (rows, sums), (totals, found) in zip(lists, outcomes, strict=True):
        assert [total for total, right in zip(totals, sums, strict=True) if total not in ("", right)] == [], rows
        assert ("" in totals) == ("D103" in codes(found)), rows
    assert sum(total != "" for totals, _ in outcomes for total in totals) > 150


def it_prints_a_zero_in_front_as_it_was_typed_and_adds_the_number(tmp_path: Path) -> None:
    text = HEAD + TABLE.format(count=0, rows="""\
      - {ten: A, mot: 05}
      - {ten: B, mot: "**007**[^a]"}
      - {ten: C, mot: "0,5"}
      - {ten: T, tong_cong: true}""") + "    ghi_chu_cuoi: |\n      [^a]: Ước tính.\n"
    result = checked(tmp_path, kh=text)
    grid = result.sets[0].van_ban.bang_bieu[0].grid
    assert (grid and [shown_text(row[-1].paragraphs[0]) for row in grid.rows], result.findings) == (
        ["05", "007", "0,5", "12,5"], ())
    assert codes(list(checked(tmp_path, kh=text.replace("gia_tri: 95", "gia_tri: 095")).findings)) == ["S207"]


BELOW = [
    ("      - {ten: Sở, de_trong: true, gom: [{ten: A, mot: 5}, {ten: B, mot: 6}]}\n      - {ten: C, mot: 1}", "12"),
    ("      - {ten: Sở, mot: 20, gom: [{ten: A, mot: 5}, {ten: B, mot: 6}]}\n      - {ten: C, mot: 1}", "21"),
    ("      - {ten: Sở, de_trong: true, gom: [{ten: A, mot: 5}, {ten: Cộng, tong_cong: true}]}\n      - {ten: C, mot: 1}", "6"),
    ("      - {ten: S, de_trong: true, gom: [{ten: P, de_trong: true, gom: [{ten: A, mot: 5}]}, {ten: B, mot: 6}]}", "11"),
    ("      - {ten: Sở, de_trong: true, gom: [{ten: A, de_trong: true}]}\n      - {ten: C, mot: 1}", "1"),
]


HEADS = "      - {ten: Tỉnh, tong_cong: true, gom: [{ten: A, mot: 5}, {ten: B, mot: 6}]}\n" \
    "      - {ten: Xã, tong_cong: true, gom: [{ten: C, mot: 1}]}"
TOTAL, ROW = "      - {ten: Tổng, tong_cong: true}", "      - {ten: Z, mot: 7}"


@pytest.mark.parametrize(("rows", "printed", "told"), [
    ([HEADS], ["11", "1"], []), ([HEADS, TOTAL], ["11", "1", "12"], []), ([TOTAL, HEADS], ["12", "11", "1"], []),
    ([ROW, TOTAL.replace("true}", "true, gom: [{ten: Nữ, mot: 2}]}")], ["7"], []),
    ([TOTAL.replace("true}", "true, gom: [{ten: Nữ, mot: 2}]}")], ["2"], []),
    ([HEADS, ROW, TOTAL], ["", "", ""], ["D103"] * 3), ([TOTAL.replace("true}", "true, gom: [{ten: A, mot: 2}]}"), ROW], [""], ["D103"]),
])
def it_adds_up_for_a_total_what_stands_below_it_where_nothing_else_is_there(
    rows: list[str], printed: list[str], told: list[str], tmp_path: Path
) -> None:
    result = checked(tmp_path, kh=HEAD + TABLE.format(count=0, rows="\n".join(rows)))
    table = result.sets[0].van_ban.bang_bieu[0]
    totals = [row.entry("mot") for row in table.hang if row.tong_cong]
    shown = [shown_text(each.noi_dung.blocks[0].inlines) if each else "" for each in totals]
    assert (shown, codes(list(result.findings))) == (printed, told)


@pytest.mark.parametrize(("rows", "total"), BELOW)
def it_adds_up_rows_below_a_row_that_has_no_figure_itself(rows: str, total: str, tmp_path: Path) -> None:
    first = TABLE.format(count=0, rows=f"{rows}\n      - {{ten: Tổng, tong_cong: true}}")
    second = TABLE.format(count=1, rows=f"      - {{ten: A, mot: {total}}}\n    quan_he: [mot = bang_0.mot]")
    result = checked(tmp_path, kh=HEAD + first + second)
    grid = result.sets[0].van_ban.bang_bieu[0].grid
    assert (grid and shown_text(grid.rows[-1][-1].paragraphs[0]), result.findings) == (total, ())
    typed = first.replace("tong_cong: true}\n", f"tong_cong: true, mot: {int(total) + 1}}}\n")
    assert "D104" in codes(list(checked(tmp_path, kh=HEAD + typed).findings))


def it_holds_no_relation_to_words_be_they_in_this_table_or_another(tmp_path: Path) -> None:
    rows = "      - {ten: 2, mot: 2}"
    for stated in ("mot = ten", "ten = mot", "mot = bang_1.ten", "mot = bang_1.mot * ten / 2"):
        first = TABLE.format(count=0, rows=f"{rows}\n    quan_he: [{stated}]")
        found = list(checked(tmp_path, kh=HEAD + first + TABLE.format(count=1, rows=rows)).findings)
        assert codes(found) == ["D110"], stated


def it_compares_no_sum_between_tables_in_which_a_figure_stands_twice(tmp_path: Path) -> None:
    first = TABLE.format(count=0, rows="      - {ten: A, mot: 3}\n    quan_he: [mot = bang_1.mot]")
    second = TABLE.format(count=1, rows="\n".join(map(_row, ["A 1", "B 2", "Cộng 3"])))
    assert codes(list(checked(tmp_path, kh=HEAD + first + second).findings)) == ["D109"]
