"""A table that is written out: its own columns (`cot`) and rows (`hang`)."""

from vanban.findings import Finding
from vanban.model.document import VanBan
from vanban.model.grid import Grid
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.model.table import BangBieu
from vanban.tables._draw import draw
from vanban.the_thuc import TheThuc


def layout(
    table: BangBieu, van_ban: VanBan, registers: Registers, the_thuc: TheThuc, places: Places
) -> tuple[Grid, list[Finding]]:
    """The grid of `table`, on the page of its document."""
    return draw(table, the_thuc.trang.text_width(van_ban.kho_giay), the_thuc, places)
