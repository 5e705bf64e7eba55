"""Table layouts: what a document says → Grid, one file each, found by looking under the name of `bo_cuc`.

Most layouts turn records into columns and rows as an officer would write them, and let `_draw` do the rest.
"""

import sys
from collections.abc import Mapping
from functools import cache
from typing import Protocol

from vanban.findings import Finding
from vanban.model.document import VanBan
from vanban.model.grid import Grid
from vanban.model.table import BangBieu
from vanban.registry import discover
from vanban.setting import Setting


class Layout(Protocol):
    """A layout module."""

    def layout(self, table: BangBieu, van_ban: VanBan, setting: Setting) -> tuple[Grid, list[Finding]]:
        """The grid of `table` of the document `van_ban`, and what cannot be drawn as it is written."""
        ...


@cache
def layouts() -> Mapping[str, Layout]:
    """The layouts by the name that `bo_cuc` gives them."""
    return discover(sys.modules[__name__], Layout)
