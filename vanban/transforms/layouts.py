"""Draws tables: columns and rows, or records → Grid, by the layout that each table names.

Reads: tables and records of the document, the registers. Writes: `grid` of BangBieu.
"""

from dataclasses import replace

from vanban.findings import Finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.table import BangBieu
from vanban.model.walk import map_tables
from vanban.setting import Setting
from vanban.tables import layouts

TITLE = "kẻ bảng"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the grid of every table. A layout that is not there was refused by the schema and stays undrawn."""
    known = layouts()
    findings: list[Finding] = []

    def drawn(van_ban: VanBan) -> VanBan:
        def draw(table: BangBieu) -> BangBieu:
            layout = known.get(table.bo_cuc)
            if layout is None:
                return table
            grid, faults = layout.layout(table, van_ban, setting)
            findings.extend(faults)
            return replace(table, grid=grid)

        return map_tables(van_ban, draw)

    return bo.map(drawn), findings
