"""A table that is written out: its own columns (`cot`) and rows (`hang`)."""

from vanban.findings import Finding
from vanban.model.document import VanBan
from vanban.model.table import BangBieu
from vanban.setting import Setting

TITLE, RECORDS = "Bảng ghi cột và hàng ngay tại đây", ""


def write_out(table: BangBieu, van_ban: VanBan, setting: Setting) -> tuple[BangBieu, list[Finding]]:
    """`table` as the officer has written it."""
    return table, []
