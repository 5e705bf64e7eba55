"""The edits that accept, in a document, that reports are missing: `chap_nhan_thieu`, an entry for each period."""

from collections.abc import Mapping, Sequence
from typing import Any

from vanban.edits.entries import edit_items, edit_keys
from vanban.findings import Fix
from vanban.readers.source import Source

_KEY = "chap_nhan_thieu"


def accept_edits(source: Source, missing: Mapping[str, Sequence[str]], reason: str, below: str = "") -> list[Fix]:
    """The fixes that name the `missing` units, by period (“” for that of the document), with the reason why the
    document is issued without them. What the file accepts already stays; where it accepts nothing yet, that stands
    `below` that key, without one below what says whose the figures are."""
    entries = [_entry(ky, units, reason) for ky, units in missing.items()]
    if source.has_key((_KEY,)):
        return edit_items(source, (_KEY,), inserted={len(source.value((_KEY,))): entries})
    below = below or ("so_lieu_theo" if source.has_key(("so_lieu_theo",)) else "co_quan")
    return edit_keys(source, (), inserted={below: {_KEY: entries}})


def _entry(ky: str, units: Sequence[str], reason: str) -> dict[str, Any]:
    period = {"ky_thieu": ky} if ky else {}
    return {"don_vi_thieu": list(units), **period, "ly_do": reason}
