"""Table layouts: what a document says → columns and rows (`cot`, `hang`), one file each, found by looking under the
name of `bo_cuc`.

A layout writes records out as an officer would write them, and so they are counted, added up, referred to and compared
like any other table. Drawing is one for all of them (`draw`), and last.
"""

import sys
from collections.abc import Mapping
from functools import cache
from typing import Protocol

from vanban.findings import Finding
from vanban.model.document import VanBan
from vanban.model.table import BangBieu
from vanban.registry import discover
from vanban.setting import Setting
from vanban.tables._draw import draw

__all__ = ["Layout", "draw", "layouts"]


class Layout(Protocol):
    """A layout module.

    TITLE    what it writes out and from what, in a clerk's words: editors show it where the layout is chosen
    RECORDS  the key whose records it writes out; "" where columns and rows stand in the table itself
    """

    TITLE: str
    RECORDS: str

    def write_out(self, table: BangBieu, van_ban: VanBan, setting: Setting) -> tuple[BangBieu, list[Finding]]:
        """`table` with the columns and rows for the records of `van_ban`, and what is wrong with these.

        Every row has the id of its record, where that has one, and its origin.
        """
        ...


@cache
def layouts() -> Mapping[str, Layout]:
    """The layouts by the name that `bo_cuc` gives them."""
    return discover(sys.modules[__name__], Layout)
