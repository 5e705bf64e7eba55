"""Fills columns that a relation of their table gives (`lay_gi: quan_he`): an increase from two results, a share.

Reads: the figures of the cells of each row, `quan_he`. Writes: `totals` of rows, total rows aside. A cell that was
typed stays, and is held to the relation by a rule; where a figure is not there yet the cell is a blank.
"""

from dataclasses import replace

from vanban.findings import Finding, finding
from vanban.model.adding import relations_for
from vanban.model.document import BoVanBan
from vanban.model.expression import Column, columns
from vanban.model.table import BangBieu, Cot, Hang
from vanban.model.value import Amount
from vanban.model.walk import map_tables
from vanban.setting import Setting
from vanban.transforms._worked_out import evaluated, with_value

TITLE = "cột tính theo quan hệ"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with these columns; one whose table has no relation for it is a finding."""
    findings: list[Finding] = []

    def computed(table: BangBieu) -> BangBieu:
        leaves = [leaf for leaf in table.leaves if leaf.lay_gi == "quan_he"]
        for leaf in leaves:
            if not any(relations_for(table, leaf)):
                findings.append(finding(
                    "D103", setting.places[leaf.origin],
                    f"Cột “{leaf.ma}” ghi “lay_gi: quan_he” mà bảng không có quan hệ nào cho cột này.",
                    f"Thêm vào “quan_he” của bảng một dòng “{leaf.ma} = …”, hoặc bỏ “lay_gi” và gõ số.",
                ))
        return replace(table, hang=tuple(_row(table, leaves, row) for row in table.hang)) if leaves else table

    return bo.map(lambda van_ban: map_tables(van_ban, computed)), findings


def _row(table: BangBieu, leaves: list[Cot], row: Hang) -> Hang:
    """A row with all below it; a column may rest on another one that is worked out."""
    below, parts = (tuple(_row(table, leaves, each) for each in rows) for rows in (row.gom, row.chia_hang))
    row = replace(row, gom=below, chia_hang=parts)
    waiting = [leaf for leaf in leaves if row.entry(leaf.ma) is None and not (row.nhom or row.tong_cong)]
    while ready := [(leaf, value) for leaf in waiting if (value := _value(table, leaf, row))]:
        for leaf, value in ready:
            row = with_value(row, leaf, value)
        waiting = [leaf for leaf in waiting if row.entry(leaf.ma) is None]
    return row


def _value(table: BangBieu, leaf: Cot, row: Hang) -> Amount | None:
    """What the first relation whose figures are all there gives; None where none is."""
    for relation in relations_for(table, leaf):
        named: list[Column] = [*columns(relation.bieu_thuc)]
        there = {column: value for column in named if (value := row.value(column.cot))}
        if len(there) == len(set(named)) and all(value.number is not None for value in there.values()):
            made = evaluated(relation, there, max((value.places for value in there.values()), default=0))
            return made if made.number is not None else None
    return None
