"""A table that is written out: its own columns (`cot`) and rows (`hang`)."""

from vanban.findings import Finding
from vanban.model.document import VanBan
from vanban.model.grid import Grid
from vanban.model.table import BangBieu
from vanban.setting import Setting
from vanban.tables._draw import draw


def layout(table: BangBieu, van_ban: VanBan, setting: Setting) -> tuple[Grid, list[Finding]]:
    """The grid of `table`, on the page of its document."""
    return draw(table, van_ban.kho_giay, setting)
