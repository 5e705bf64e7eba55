"""The edits that make a draft an issued document: its number and its date, each in its place."""

from datetime import date

from vanban.dates import short_date
from vanban.edits.entries import edit_keys
from vanban.edits.values import replace_value
from vanban.findings import Fix
from vanban.readers.source import Source


def issue_edits(source: Source, number: str, day: date) -> list[Fix]:
    """The fixes for the file of an issuing document. Keys that are not there yet stand below `co_quan`.

    The number keeps every digit typed, in quotes: no editor may read 0125 as 125.
    """
    stated = {"so_van_ban": number, "ngay_ban_hanh": short_date(day)}
    missing = {key: value for key, value in stated.items() if not source.has_key((key,))}
    fixes = [replace_value(source, (key,), value) for key, value in stated.items() if key not in missing]
    return fixes + (edit_keys(source, (), inserted={"co_quan": missing}) if missing else [])
