"""A DOCX → its words in lines, one paragraph a line: what `git diff` shows of a Word file.

Any DOCX, ours or not. Faces, styles and page breaks are left out; changes that Word tracks are shown as accepted.
"""

from pathlib import Path

from vanban.writers._pandoc import convert


def to_text(docx: Path) -> str:
    """The paragraphs and tables of `docx`. Raises MachineError for a file that is no DOCX."""
    return convert(docx, "plain", "--columns=100")
