"""The edits that make a draft an issued document: its number and its date, each in its place."""

from datetime import date

from vanban.dates import short_date
from vanban.edits.span_edits import insert_after, replace_value
from vanban.findings import Fix
from vanban.readers.source import Source


def issue_edits(source: Source, number: str, day: date) -> list[Fix]:
    """The fixes for the file of an issuing document. Keys that are not there yet stand below `co_quan`.

    The number keeps every digit typed, in quotes: no editor may read 0125 as 125.
    """
    edits, missing = [], []
    for key, value, line in (
        ("so_van_ban", number, f'so_van_ban: "{number}"'),
        ("ngay_ban_hanh", short_date(day), f"ngay_ban_hanh: {short_date(day)}"),
    ):
        if (key,) in source.values:
            edits.append(replace_value(source, (key,), value))
        else:
            missing.append(line)
    if missing:
        edits.append(insert_after(source, ("co_quan",), "\n".join(missing)))
    return edits
