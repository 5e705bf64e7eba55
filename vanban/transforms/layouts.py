"""Draws tables: records → Grid, by the layout that each table names.

Reads: records of the document (`nhiem_vu`), the register of bodies. Writes: `grid` of BangBieu.
"""

from dataclasses import replace

from vanban import tables
from vanban.findings import Finding
from vanban.model.body import BangBieu, DeMuc
from vanban.model.document import BoVanBan, VanBan
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.registry import discover
from vanban.the_thuc import TheThuc


def lay_out_tables(
    bo: BoVanBan, registers: Registers, the_thuc: TheThuc, places: Places
) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the grid of every table. A layout that is not there was refused by the schema and stays undrawn."""
    layouts = discover(tables)
    findings: list[Finding] = []

    def drawn(van_ban: VanBan) -> VanBan:
        def draw(table: BangBieu) -> BangBieu:
            if table.bo_cuc not in layouts:
                return table
            grid, faults = layouts[table.bo_cuc].layout(van_ban, registers, the_thuc, places)
            findings.extend(faults)
            return replace(table, grid=grid)

        def in_node(node: DeMuc) -> DeMuc:
            return replace(node, bang_bieu=tuple(map(draw, node.bang_bieu)), de_muc=tuple(map(in_node, node.de_muc)))

        return replace(
            van_ban, bang_bieu=tuple(map(draw, van_ban.bang_bieu)), de_muc=tuple(map(in_node, van_ban.de_muc))
        )

    return bo.map(drawn), findings
