"""The words of any DOCX, for `git diff`."""

from pathlib import Path

from vanban.errors import WrongUse
from vanban.writers.to_text import to_text


def text(file: Path) -> str:
    """The words of any DOCX, a paragraph a line. Raises WrongUse where there is no such file."""
    if not file.is_file() or file.suffix.lower() != ".docx":
        raise WrongUse(f"{file} không phải là tệp .docx")
    return to_text(file)
