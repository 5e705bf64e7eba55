"""A table with its spans resolved: what layouts make and the one emitter draws."""

from dataclasses import dataclass
from typing import Literal

from vanban.model.inline import Line
from vanban.units import Length

Align = Literal["trai", "giua", "phai"]
Role = Literal["chu", "dau", "nhom", "ket_thuc"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, how many columns and rows it covers, how its text stands.

    role   plain text, head of a column, name of a group, or the end mark of the document (without borders)
    """

    paragraphs: tuple[Line, ...]
    columns: int = 1
    rows: int = 1
    align: Align = "trai"
    role: Role = "chu"


@dataclass(frozen=True, slots=True)
class Grid:
    """R rows of cells over C columns.

    widths  of the C columns, left to right
    head    the rows that repeat on every page
    rows    the rest; a cell that a span from the left or from above covers is not listed
    keep    indices into `rows` of rows that stay on the page of the row below
    """

    widths: tuple[Length, ...]
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    keep: frozenset[int] = frozenset()
