"""Records as columns and rows: what layouts that draw from data are made of."""

from vanban.model.grid import Align
from vanban.model.inline import Line, Run
from vanban.model.running_text import Paragraph, Text
from vanban.model.table import Cot, Entry


def column(ma: str, tieu_de: str, canh_le: Align = "trai") -> Cot:
    """A column whose cells may stay empty: what must be there is the schema's to ask."""
    return Cot(ma, line(tieu_de), canh_le=canh_le, de_trong=True)


def entry(cot: str, words: Line | str, origin: int) -> Entry:
    """A cell of one line."""
    return Entry(cot, Text((Paragraph(line(words) if isinstance(words, str) else words),)), origin)


def line(text: str) -> Line:
    return (Run(text),)
