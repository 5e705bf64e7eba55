"""Fills columns that a relation of their table gives (`lay_gi: quan_he`): an increase from two results, a share.

Reads: the figures of the cells of each row, `quan_he`. Writes: `totals` of rows, total rows aside. A cell that was
typed stays, and is held to the relation by a rule; where a figure is not there yet the cell is a blank, and where the
figures are not of the same units it says that it could not be worked out.
"""

from dataclasses import dataclass, replace

from vanban.findings import Finding, finding
from vanban.model.adding import relations_for
from vanban.model.document import BoVanBan, VanBan
from vanban.model.expression import Column, columns
from vanban.model.table import BangBieu, Cot, Hang
from vanban.model.value import Amount
from vanban.model.walk import map_tables
from vanban.setting import Setting
from vanban.transforms._even_columns import EvenColumns, even_columns
from vanban.transforms._worked_out import evaluated, with_value

TITLE = "cột tính theo quan hệ"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with these columns; one whose table has no relation for it is a finding."""
    findings: list[Finding] = []

    def computed(table: BangBieu, even: EvenColumns | None) -> BangBieu:
        leaves = [leaf for leaf in table.leaves if leaf.lay_gi == "quan_he"]
        for leaf in leaves:
            if not any(relations_for(table, leaf)):
                findings.append(finding(
                    "D103", setting.places[leaf.origin],
                    f"Cột “{leaf.ma}” ghi “lay_gi: quan_he” mà bảng không có quan hệ nào cho cột này.",
                    f"Thêm vào “quan_he” của bảng một dòng “{leaf.ma} = …”, hoặc bỏ “lay_gi” và gõ số.",
                ))
        work = _Columns(table, leaves, even, findings)
        return replace(table, hang=tuple(map(work.row, table.hang))) if leaves else table

    def of_document(van_ban: VanBan) -> VanBan:
        even = even_columns(bo, van_ban, setting)
        return map_tables(van_ban, lambda table: computed(table, even))

    return bo.map(of_document), findings


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of one table that relations give."""

    table: BangBieu
    leaves: list[Cot]
    even: EvenColumns | None
    findings: list[Finding]

    def row(self, row: Hang) -> Hang:
        """A row with all below it; a column may rest on another one that is worked out."""
        below, parts = (tuple(map(self.row, rows)) for rows in (row.gom, row.chia_hang))
        row = replace(row, gom=below, chia_hang=parts)
        waiting = [leaf for leaf in self.leaves if row.entry(leaf.ma) is None and not (row.nhom or row.tong_cong)]
        while ready := [(leaf, value) for leaf in waiting if (value := self._value(leaf, row))]:
            for leaf, value in ready:
                row = with_value(row, leaf, value)
            waiting = [leaf for leaf in waiting if row.entry(leaf.ma) is None]
        return row

    def _value(self, leaf: Cot, row: Hang) -> Amount | None:
        """What the first relation whose figures are all there gives; None where none is."""
        for relation in relations_for(self.table, leaf):
            named: list[Column] = [*columns(relation.bieu_thuc)]
            there = {column: value for column in named if (value := row.value(column.cot))}
            if len(there) == len(set(named)) and all(value.number is not None for value in there.values()):
                if self.even and (found := self.even.fault(row, leaf, relation, ())):
                    self.findings.extend([found.told] if found.told else [])
                    return found.shown
                made = evaluated(relation, there, max((value.places for value in there.values()), default=0))
                return made if made.number is not None else None
        return None
