"""Figures that print fewer decimals than they have (`so_le`): the table has to add up on paper, or it is told."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.content import PLAN, checked, project
from vanban.findings import Finding, Place
from vanban.model.inline import shown_text
from vanban.model.places import Places
from vanban.model.running_text import Paragraph, Text
from vanban.model.table import BangBieu, Cot, Entry, Hang
from vanban.model.value import Amount, added
from vanban.numerals import format_number
from vanban.transforms.totals import filled

TABLE = """\
bang_bieu:
  - ma: bang
    {relation}
    cot:
      - {{ma: ten, tieu_de: Tên}}
      - {{ma: mot, tieu_de: Số hồ sơ, kieu_o: so}}
      - {{ma: hai, tieu_de: Số lượt, kieu_o: so, de_trong: true, cach_tong: {way}}}
    hang:
{rows}
"""


def told(
    folder: Path, numbers: list[str], rows: list[str], relation: str = "", so_le: int = 0, way: str = "cong"
) -> tuple[list[str], list[Finding]]:
    """The last row of a table and what is found in it. `numbers` are targets x0, x1 … with `so_le` decimals; a row is what
    stands in "mot hai", where "x0" calls the target and "_" is left out; the row that begins with "=" is a total. That a
    target has more decimals than are printed is told of the target (D243), and left out here."""
    here = project(folder)
    (here.content / "dung_chung" / "chi_tieu_thu.yaml").write_text("loai_du_lieu: chi_tieu\nchi_tieu:\n" + "".join(
        f"  - {{ma: x{count}, ten_goi: Thử, don_vi_tinh: hồ sơ, so_le: {so_le}}}\n" for count in range(len(numbers))
    ), "utf-8")
    targets = "muc_tieu:\n" + "".join(
        f'  - {{chi_tieu: x{count}, so_sanh: bang, gia_tri: "{number}"}}\n' for count, number in enumerate(numbers)
    )
    head, body = PLAN.split("de_muc:")
    end = "co_quan: ubnd_nghe_an\nngay_du_kien: 15/7/2025\nnoi_nhan: [Bộ Nội vụ]\nluu: VT\nnguoi_ky: nguyen_van_a\n"
    table = TABLE.format(relation=f'quan_he: ["{relation}"]' if relation else "", rows="\n".join(map(_row, rows)), way=way)
    result = checked(folder, kh=f"{head}{targets}de_muc:{body}{end}{table}")
    grid = result.sets[0].van_ban.bang_bieu[0].grid
    assert grid
    return [shown_text(cell.paragraphs[0]) if cell.paragraphs else "" for cell in grid.rows[-1][1:]], [each for each in result.findings if each.code != "D243"]


def _row(row: str) -> str:
    cells = zip(("mot", "hai"), row.removeprefix("=").split(), strict=False)
    typed = "".join(f', {ma}: "{_cell(cell)}"' for ma, cell in cells if cell != "_")
    return f"      - {{ten: X{', tong_cong: true' if row.startswith('=') else ''}{typed}}}"


def _cell(cell: str) -> str:
    return f"{{{{ muc_tieu.{cell} | so }}}}" if cell.startswith("x") else cell


def codes(found: list[Finding]) -> list[tuple[str, str]]:
    return [(each.code, each.level) for each in found]


SAID = [("D106", "warning")]
WRONG = [("D104", "error")]


# Totals


@pytest.mark.parametrize(("numbers", "total", "found"), [
    (["1,4", "1,4"], "3", SAID), (["1,5", "2,5"], "4", SAID), (["1,2", "2,2"], "3", []), (["1", "2"], "3", []),
    (["-0,4", "-0,4"], "-1", SAID), (["1,4", "1,6"], "3", []), (["0,4", "0,1"], "1", SAID),
])
def it_prints_no_more_decimals_in_a_total_than_its_rows_and_tells_where_they_do_not_add_up(
    numbers: list[str], total: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    row, faults = told(tmp_path, numbers, ["x0", "x1", "="])
    assert row[0] == total
    assert codes(faults) == found


def it_says_both_sums_and_stands_at_the_total(tmp_path: Path) -> None:
    _, (fault,) = told(tmp_path, ["1,4", "1,4"], ["x0", "x1", "="])
    assert "cộng lại được 2" in fault.message
    assert "in 3" in fault.message
    assert fault.path.endswith("hang[2]")


def it_prints_the_most_decimals_that_a_row_prints(tmp_path: Path) -> None:
    row, found = told(tmp_path, ["1,4"], ["x0", "2,25", "="])
    assert (row[0], codes(found)) == ("3,65", SAID)
    row, found = told(tmp_path, ["1,44", "1,44"], ["x0", "x1", "="], so_le=1)
    assert (row[0], codes(found)) == ("2,9", SAID)
    row, found = told(tmp_path, ["1", "2"], ["x0", "x1", "="], so_le=2)
    assert (row[0], codes(found)) == ("3,00", [])


@pytest.mark.parametrize(("numbers", "typed", "found"), [
    (["1,5", "2,5"], "5", []), (["1,5", "2,5"], "4", []), (["1,5", "2,5"], "6", WRONG), (["1,4", "1,4"], "2", []),
    (["1,4", "1,4"], "3", []), (["1,4", "1,4"], "2,8", SAID), (["1,4", "1,4"], "4", WRONG), (["1,4", "1,4"], "2,9", WRONG),
    (["1,4", "1,4", "3,4"], "x2", WRONG), (["1,4", "1,4", "2,8"], "x2", []), (["1,4", "1,4", "2,3"], "x2", []),
])
def it_accepts_a_typed_total_that_is_right_in_one_way(
    numbers: list[str], typed: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert codes(told(tmp_path, numbers, ["x0", "x1", f"={typed}"])[1]) == found


# Relations


@pytest.mark.parametrize(("number", "typed", "found"), [
    ("1,4", "3", [("D107", "warning")]), ("0,9", "2", []), ("1,4", "2", [("D107", "warning")]), ("1,4", "5", WRONG),
    ("2", "4", []), ("0,6", "1", [("D107", "warning")]),
])
def it_holds_a_relation_over_what_is_printed_too(
    number: str, typed: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    faults = told(tmp_path, [number], [f"x0 {typed}"], "hai = 2 * mot")[1]
    assert codes(faults) == found
    assert all(each.path.endswith("hang[0].hai") for each in faults)


def it_says_what_the_printed_figures_give(tmp_path: Path) -> None:
    (fault,) = told(tmp_path, ["1,4"], ["x0 3"], "hai = 2 * mot")[1]
    assert "3" in fault.message
    assert "phải là 2" in fault.message


@pytest.mark.parametrize(("numbers", "relation", "total"), [
    (["2,8"], "hai = 2 * mot", "6"), (["2,8", "1,4"], "hai = mot + mot", "8"), (["2", "4"], "hai = mot / 4", "1,5"),
])
def it_prints_no_more_decimals_in_a_total_by_a_relation_than_the_totals_that_it_stands_on(
    numbers: list[str], relation: str, total: str, tmp_path: Path
) -> None:
    rows = [f"x{count} _" for count in range(len(numbers))]
    assert told(tmp_path, numbers, [*rows, "="], relation, way="quan_he")[0][1] == total


# Every table


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    number = Decimal(draw(st.integers(-5000, 5000))).scaleb(-draw(st.integers(0, 3)))
    return Amount(number, decimals=draw(st.sampled_from([None, 0, 1, 2])))


def _hang(amount: Amount) -> Hang:
    return Hang((Entry("so", Text((Paragraph(()),)), 0, amount),), origin=0)


def _tables(given_amounts: list[Amount | list[Amount]]) -> Iterator[Hang]:
    for each in given_amounts:
        yield Hang(chia_hang=tuple(map(_hang, each)), origin=0) if isinstance(each, list) else _hang(each)


def _printed(amount: Amount) -> Decimal:
    """What a reader of the paper reads."""
    assert amount.number is not None
    return Decimal(format_number(amount.number, amount.decimals).replace(".", "").replace(",", "."))


@given(st.lists(amounts() | st.lists(amounts(), min_size=1, max_size=3), min_size=1, max_size=5))
def it_adds_up_on_paper_or_is_told_of_whatever_stands_in_the_table(numbers: list[Amount | list[Amount]]) -> None:
    table = BangBieu("bang", cot=(Cot("so", kieu_o="so"),), hang=(*_tables(numbers), Hang(tong_cong=True, origin=0)))
    table, found = filled(table, Places([Place("kh.yaml")]))
    cells = [each for one in numbers for each in (one if isinstance(one, list) else [one])]
    total = table.hang[-1].value("so")
    assert total
    exact, on_paper = added(cells), sum(map(_printed, cells))
    assert total.number == (exact and exact.number)
    assert total.printed == _printed(total)
    assert max(0, -total.printed.as_tuple().exponent) <= max(max(0, -_printed(each).as_tuple().exponent) for each in cells)
    assert [each.code for each in found if each.code != "D113"] == ([] if on_paper == total.printed else ["D106"])
