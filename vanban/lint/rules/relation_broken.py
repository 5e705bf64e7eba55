"""D104: số trong bảng không khớp với quan hệ giữa các cột.

Vì sao: quan hệ in ở ghi chú dưới bảng; số không theo quan hệ ấy thì người nhận cộng lại là thấy sai.
Cách sửa: kiểm tra các số của hàng được nêu; sai ở quan hệ thì sửa “quan_he” của bảng.

Đạt:
    loai_van_ban: phu_luc
    bang_bieu:
      - ma: bang_so
        cot: [{ma: tong, tieu_de: T, kieu_o: so}, {ma: mot, tieu_de: M, kieu_o: so}, {ma: hai, tieu_de: H, kieu_o: so}]
        quan_he: [tong = mot + hai]
        hang: [{tong: 9, mot: 3, hai: 6}]
Không đạt:
    loai_van_ban: phu_luc
    bang_bieu:                            # lỗi: D104 $.bang_bieu[0].hang[0].tong
      - ma: bang_so
        cot: [{ma: tong, tieu_de: T, kieu_o: so}, {ma: mot, tieu_de: M, kieu_o: so}, {ma: hai, tieu_de: H, kieu_o: so}]
        quan_he: [tong = mot + hai]
        hang: [{tong: 10, mot: 3, hai: 6}]
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext

from vanban import printer
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.adding import holds_of_totals, way
from vanban.model.expression import Column, evaluate
from vanban.model.relation import Relation, tables_by_id
from vanban.model.table import Hang, addends
from vanban.model.value import Amount, added
from vanban.model.walk import tables
from vanban.numerals import format_number

CODE, TARGET, SOURCE = "D104", "set", ""
_Values = dict[Column, Decimal]
# Digits that hold the product of the longest numbers of the longest relation.
_EXACT = 3000


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where figures do not hold to a relation: row by row within a table, total rows too; between tables the
    sums over their rows. Rows and tables that have blanks, or what could not be read, are not held to it."""
    known = tables_by_id(subject.bo)
    stated = ((table, each) for van_ban in subject.bo for table in tables(van_ban) for each in table.quan_he)
    for relation in (Relation(table, each, known) for table, each in stated):
        if relation.is_sound:
            yield from _between_sums(relation) if relation.names_tables else _in_rows(relation)


def _in_rows(relation: Relation) -> Iterator[Fault]:
    for row in relation.table.rows():
        if (values := _values(row, relation.columns)) and not (row.tong_cong and _is_told_of_totals(relation)):
            cell = row.entry(relation.stated.cot)
            yield from _compared(relation, values, cell.origin if cell else row.origin, "hàng này")


def _between_sums(relation: Relation) -> Iterator[Fault]:
    """Over the rows of the highest level."""
    sums: _Values = {}
    for column in relation.columns:
        table = relation.table_of(column) or relation.table
        total = _whole(added(row.value(column.cot) for row in addends(table.hang)))
        if total is None:
            return
        sums[column] = total
    yield from _compared(relation, sums, relation.stated.origin, "tổng")


def _is_told_of_totals(relation: Relation) -> bool:
    """Whether nothing is to be said of a total row: between sums of its rows each of which was held, or where the
    relation is one of rows alone (a price times a number)."""
    table, named = relation.table, {column.cot for column in relation.columns}
    ways = {way(table, leaf, table.rows()).cach_tong for leaf in table.leaves if leaf.ma in named}
    return ways == {"cong"} or not holds_of_totals(relation.stated)


def _compared(relation: Relation, values: _Values, origin: int, where: str) -> Iterator[Fault]:
    stated = values[relation.columns[0]]
    with localcontext(prec=_EXACT):
        try:
            expected = evaluate(relation.stated.bieu_thuc, values)
        except ZeroDivisionError:
            return
        decimals = max(0, -int(stated.as_tuple().exponent))
        holds = abs(expected - stated) <= Decimal(1).scaleb(-decimals) / 2
    if not holds:
        yield Fault(
            origin, f"Ở {where}, cột “{relation.stated.cot}” ghi {format_number(stated)}, "
            f"theo quan hệ phải là {format_number(expected, decimals)}.",
            f"Kiểm tra các số: {printer.relation(relation.table, relation.stated, relation.elsewhere)}",
        )


def _values(row: Hang, wanted: Sequence[Column]) -> _Values | None:
    """What a row states of the columns; None where one of them is no figure, or a sum that leaves out blanks."""
    values: _Values = {}
    for column in wanted:
        value = _whole(row.value(column.cot))
        if value is None:
            return None
        values[column] = value
    return values


def _whole(value: Amount | None) -> Decimal | None:
    return value.number if value and value.is_whole else None
