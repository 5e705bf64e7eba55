"""Puts the relations of tables into the notes below them: "Ghi chú: (3) = (1) + (2)".

Reads: `quan_he`, columns of every table of the set, the marks of annexes. Writes: `ghi_chu_cuoi`. Whether the figures
hold is asked by a rule (`lint/rules/relation_broken`).
"""

from collections.abc import Iterator
from dataclasses import replace

from vanban import printer
from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan
from vanban.model.inline import Run
from vanban.model.relation import Relation, tables_by_id
from vanban.model.running_text import Paragraph
from vanban.model.table import BangBieu
from vanban.model.walk import map_tables
from vanban.setting import Setting
from vanban.slips import Names

TITLE = "quan hệ giữa các cột"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with its relations in the notes of their tables; a table or a column elsewhere that is not there is a
    finding."""
    known = tables_by_id(bo)
    names = Names(known, are_all=True)
    findings: list[Finding] = []

    def noted(table: BangBieu) -> BangBieu:
        shown = []
        for relation in (Relation(table, stated, known) for stated in table.quan_he):
            findings.extend(_unknown(relation, names, setting))
            if relation.is_sound:
                words = printer.relation(table, relation.stated, relation.elsewhere)
                shown.append(Paragraph((Run(words),), origin=relation.stated.origin))
        notes = table.ghi_chu_cuoi
        return replace(table, ghi_chu_cuoi=replace(notes, blocks=(*shown, *notes.blocks))) if shown else table

    return bo.map(lambda van_ban: map_tables(van_ban, noted)), findings


def _unknown(relation: Relation, names: Names, setting: Setting) -> Iterator[Finding]:
    """The columns of other tables that are not there; of those of the table itself a rule tells."""
    for column in relation.unknown:
        if column.bang_bieu:
            close, table = names.nearest(column.bang_bieu), relation.table_of(column)
            yield finding(
                "R101", setting.places[relation.stated.origin],
                f"Quan hệ nói đến “{column.bang_bieu}.{column.cot}” mà bộ văn bản không có.",
                f"Các cột của bảng đó: {', '.join(leaf.ma for leaf in table.leaves)}." if table else
                f"Có phải bảng “{close}”?" if close else "Viết mã_bảng.mã_cột của một bảng trong bộ văn bản.",
            )
