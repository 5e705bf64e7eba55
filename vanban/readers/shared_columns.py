"""Tables that have the columns of another one of their set (`cot_nhu`): the columns are put into them.

It comes before anything looks at tables: they are counted, checked and drawn as if the columns were typed there.
"""

from collections.abc import Iterable

from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan
from vanban.model.places import Places
from vanban.model.table import BangBieu
from vanban.model.walk import map_tables, tables
from vanban.readers.build_table import with_columns
from vanban.slips import Names


def share_columns(sets: Iterable[BoVanBan], places: Places) -> tuple[tuple[BoVanBan, ...], list[Finding]]:
    """The sets with the columns of every table; an id that no table with columns of its own has is a finding."""
    findings: list[Finding] = []

    def shared(bo: BoVanBan) -> BoVanBan:
        all_tables = [table for van_ban in bo for table in tables(van_ban)]
        if not any(table.cot_nhu for table in all_tables):
            return bo
        known = {table.ma: table for table in all_tables if table.cot}
        names = Names(known)

        def filled(table: BangBieu) -> BangBieu:
            if not table.cot_nhu:
                return table
            if (other := known.get(table.cot_nhu)) is None:
                findings.append(_unknown(table, names, places))
                return table
            return with_columns(table, other.cot)

        return bo.map(lambda van_ban: map_tables(van_ban, filled))

    return tuple(map(shared, sets)), findings


def _unknown(table: BangBieu, names: Names, places: Places) -> Finding:
    close = names.nearest(table.cot_nhu)
    return finding(
        "R119", places[table.origin], f"Không có bảng nào ghi cột mang mã “{table.cot_nhu}” trong bộ văn bản.",
        f"Có phải “{close}”?" if close else "“cot_nhu” là mã của một bảng có “cot” trong cùng bộ văn bản.",
    )
