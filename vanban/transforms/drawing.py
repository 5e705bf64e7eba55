"""Draws tables: columns and rows → Grid.

Reads: columns and rows, whose words are all there. Writes: `grid` of BangBieu.
"""

from dataclasses import replace

from vanban.findings import Finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.table import BangBieu
from vanban.model.walk import map_tables
from vanban.setting import Setting
from vanban.tables import draw, layouts

TITLE = "kẻ bảng"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the grid of every table, and what cannot be drawn as it is written."""
    known = layouts()
    findings: list[Finding] = []

    def drawn(van_ban: VanBan) -> VanBan:
        def drawn_table(table: BangBieu) -> BangBieu:
            if table.bo_cuc not in known:
                return table
            grid, faults = draw(table, van_ban, setting)
            findings.extend(faults)
            return replace(table, grid=grid)

        return map_tables(van_ban, drawn_table)

    return bo.map(drawn), findings
