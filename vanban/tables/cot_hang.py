"""A table that is written out: its own columns (`cot`) and rows (`hang`), and the figures that they are bound to."""

from vanban.findings import Finding
from vanban.model.document import VanBan
from vanban.model.table import BangBieu
from vanban.setting import Setting
from vanban.tables._bound import bound, is_bound

TITLE, RECORDS = "Bảng ghi cột và hàng ngay tại đây", ""


def write_out(table: BangBieu, van_ban: VanBan, setting: Setting) -> tuple[BangBieu, list[Finding]]:
    """`table` as the officer has written it, with figures in the cells that are bound to some."""
    return bound(table, van_ban, setting) if is_bound(table) else (table, [])
