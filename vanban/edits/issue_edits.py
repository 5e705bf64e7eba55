"""The edits that make a draft an issued document: its number and its date, each in its place."""

from datetime import date

from vanban.dates import short_date
from vanban.edits.entries import edit_keys
from vanban.edits.values import replace_value
from vanban.findings import Fix
from vanban.readers.source import Source

_BODY = "co_quan"


def issue_edits(source: Source, number: str, day: date, below: str = _BODY) -> list[Fix]:
    """The fixes for the file of an issuing document. Keys that are not there yet stand `below` that one.

    The number keeps every digit typed, in quotes: no editor may read 0125 as 125.
    """
    stated = {"so_van_ban": number, "ngay_ban_hanh": short_date(day)}
    missing = {key: stated[key] for key in missing_keys(source)}
    fixes = [replace_value(source, (key,), value) for key, value in stated.items() if key not in missing]
    return fixes + (edit_keys(source, (), inserted={below: missing}) if missing else [])


def missing_keys(source: Source) -> list[str]:
    """Which of number and date have no key in the file yet."""
    return [key for key in ("so_van_ban", "ngay_ban_hanh") if not source.has_key((key,))]


def last_key(source: Source) -> str:
    """The last key at the top of a document's file."""
    return str(list(source.value(()) or {_BODY: None})[-1])
