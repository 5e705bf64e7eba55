"""Holds tables to their relations: "tiep_nhan = truoc_han + dung_han", and puts them into the notes below.

Reads: `quan_he`, columns, rows and totals of every table of the set, the marks of annexes. Writes: `ghi_chu_cuoi`. A
relation within a table holds row by row, for total rows too; one that names another table on the sums over its rows.
Rows and tables that have blanks, or what could not be read, are not held to it.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, localcontext

from vanban import printer
from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.expression import Column, columns, evaluate
from vanban.model.inline import Run
from vanban.model.places import Places
from vanban.model.running_text import Paragraph
from vanban.model.table import BangBieu, Hang, QuanHe, addends
from vanban.model.value import added
from vanban.model.walk import map_tables, tables
from vanban.numerals import format_number
from vanban.setting import Setting
from vanban.text import nearest
from vanban.transforms._adding import holds_of_totals, way

TITLE = "quan hệ giữa các cột"

_Values = dict[Column, Decimal]
# Digits that hold the product of the longest numbers of the longest relation.
_EXACT = 3000


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with its relations in the notes of their tables; what does not hold is a finding."""
    known = {table.ma: (table, van_ban) for van_ban in bo for table in tables(van_ban)}
    findings: list[Finding] = []

    def noted(table: BangBieu) -> BangBieu:
        shown = []
        for relation in table.quan_he:
            holder = _Holder(table, relation, known, setting.places)
            findings.extend(holder.faults())
            if holder.is_sound:
                shown.append(Paragraph((Run(holder.words()),), origin=relation.origin))
        notes = table.ghi_chu_cuoi
        return replace(table, ghi_chu_cuoi=replace(notes, blocks=(*shown, *notes.blocks))) if shown else table

    return bo.map(lambda van_ban: map_tables(van_ban, noted)), findings


class _Holder:
    """One relation of one table."""

    def __init__(
        self, table: BangBieu, relation: QuanHe, known: dict[str, tuple[BangBieu, VanBan]], places: Places
    ) -> None:
        self._table, self._relation, self._known, self._places = table, relation, known, places
        self._columns = [Column(relation.cot), *columns(relation.bieu_thuc)]
        self._unknown = [column for column in self._columns if not self._has(column)]

    @property
    def is_sound(self) -> bool:
        """Whether every column that it names is there."""
        return not self._unknown

    def words(self) -> str:
        """The note below the table; only of a sound relation."""
        return printer.relation(self._table, self._relation, self._elsewhere)

    def faults(self) -> Iterator[Finding]:
        for column in self._unknown:
            if column.bang_bieu:  # a column of the table itself was looked for when it was read
                close = nearest(column.bang_bieu, self._known)
                table = self._known.get(column.bang_bieu)
                yield finding(
                    "R101", self._places[self._relation.origin],
                    f"Quan hệ nói đến “{column.bang_bieu}.{column.cot}” mà bộ văn bản không có.",
                    f"Các cột của bảng đó: {', '.join(leaf.ma for leaf in table[0].leaves)}." if table else
                    f"Có phải bảng “{close}”?" if close else "Viết mã_bảng.mã_cột của một bảng trong bộ văn bản.",
                )
        if self.is_sound:
            yield from self._broken()

    def _broken(self) -> Iterator[Finding]:
        if any(column.bang_bieu for column in self._columns):
            if values := self._sums():
                yield from self._compared(values, self._relation.origin, "tổng")
            return
        for row in self._table.rows():
            if (values := _values(row, self._columns)) and not (row.tong_cong and self._is_told_of_totals()):
                cell = row.entry(self._relation.cot)
                yield from self._compared(values, cell.origin if cell else row.origin, "hàng này")

    def _is_told_of_totals(self) -> bool:
        """Whether nothing is to be said of a total row: between sums of its rows each of which was held, or where the
        relation is one of rows alone (a price times a number)."""
        named = {column.cot for column in self._columns}
        leaves = [leaf for leaf in self._table.leaves if leaf.ma in named]
        ways = {way(self._table, leaf, self._table.rows()).cach_tong for leaf in leaves}
        return ways == {"cong"} or not holds_of_totals(self._relation)

    def _compared(self, values: _Values, origin: int, where: str) -> Iterator[Finding]:
        stated = values[self._columns[0]]
        with localcontext(prec=_EXACT):
            try:
                expected = evaluate(self._relation.bieu_thuc, values)
            except ZeroDivisionError:
                return
            decimals = max(0, -int(stated.as_tuple().exponent))
            holds = abs(expected - stated) <= Decimal(1).scaleb(-decimals) / 2
        if not holds:
            yield finding(
                "D104", self._places[origin],
                f"Ở {where}, cột “{self._relation.cot}” ghi {format_number(stated)}, "
                f"theo quan hệ phải là {format_number(expected, decimals)}.",
                f"Kiểm tra các số: {self.words()}",
            )

    def _sums(self) -> _Values | None:
        """The sums of the columns over the rows of the highest level; None where one has no figure."""
        sums: _Values = {}
        for column in self._columns:
            table = self._table_of(column) or self._table
            total = added(row.value(column.cot) for row in addends(table.hang))
            if not total or total.number is None or not total.is_whole:
                return None
            sums[column] = total.number
        return sums

    def _table_of(self, column: Column) -> BangBieu | None:
        if not column.bang_bieu:
            return self._table
        return self._known[column.bang_bieu][0] if column.bang_bieu in self._known else None

    def _has(self, column: Column) -> bool:
        table = self._table_of(column)
        return table is not None and any(leaf.ma == column.cot for leaf in table.leaves)

    def _elsewhere(self, column: Column) -> tuple[BangBieu, str]:
        table, van_ban = self._known[column.bang_bieu]
        return table, van_ban.mark


def _values(row: Hang, wanted: list[Column]) -> _Values | None:
    """What a row states of the columns; None where one of them is no figure, or a sum that leaves out blanks."""
    values: _Values = {}
    for column in wanted:
        value = row.value(column.cot)
        if not value or value.number is None or not value.is_whole:
            return None
        values[column] = value.number
    return values
