"""The words of any DOCX, for people and for `git diff`."""

from pathlib import Path

from vanban.errors import WrongUse
from vanban.wordml.disguises import what_it_is
from vanban.wordml.package import NotAPackage, RefusedPackage
from vanban.wordml.reading.stories import read
from vanban.writers.to_text import to_text

_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")


def text(file: Path) -> tuple[str, str]:
    """The words of any DOCX, a paragraph a line; behind them why it cannot be read, "" where it can. Raises WrongUse
    where there is no such file."""
    if not file.exists():
        raise WrongUse(f"không có tệp {file}")
    if not file.is_file() or file.suffix.lower() not in _SUFFIXES:
        raise WrongUse(f"{file} không phải là tệp .docx")
    data = file.read_bytes()
    try:
        return to_text(read(data)), ""
    except NotAPackage as error:
        return "", what_it_is(data, str(error))
    except RefusedPackage as error:
        return "", str(error)
