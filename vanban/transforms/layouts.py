"""Writes tables out: records → columns and rows, by the layout that each table names.

Reads: tables and records of the document, the registers. Writes: `cot`, `hang`, `danh_so`, `written_from` of BangBieu.
It comes before all that counts: what stands in a table is then counted, resolved and checked where it is printed.
"""

from dataclasses import replace

from vanban.findings import Finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.table import BangBieu
from vanban.model.walk import map_tables
from vanban.setting import Setting
from vanban.tables import layouts

TITLE = "bảng từ dữ liệu"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the columns and rows of every table. A layout that is not there was refused by the schema."""
    known = layouts()
    findings: list[Finding] = []

    def written(van_ban: VanBan) -> VanBan:
        whose = replace(
            van_ban, so_lieu_theo=bo.so_lieu_theo(van_ban), ket_qua_nhiem_vu=bo.ket_qua_nhiem_vu(van_ban))

        def write(table: BangBieu) -> BangBieu:
            layout = known.get(table.bo_cuc)
            if layout is None:
                return table
            table, faults = layout.write_out(table, whose, setting)
            findings.extend(faults)
            return replace(table, written_from=layout.RECORDS)

        return map_tables(van_ban, write)

    return bo.map(written), findings
