"""What the page draws of a document: blocks, each a paragraph or a row of a table, in the order of print."""

from dataclasses import dataclass

from vanban.model.grid import Align, Role
from vanban.reviews._page._entries import State
from vanban.reviews._page._lines import Line

_HEADS = ("dau", "so_cot")


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell of the table that shows both sides: its first column there, how many it covers, its lines."""

    column: int
    columns: int
    state: State
    align: Align
    role: Role
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a row of one of the document's tables.

    kind   that of the printed line; "row"
    label  what a line is called that does not say so itself: a zone, a note, a picture
    cells  of a row, by their columns; one that reaches down from above is not among them
    """

    kind: str
    state: State
    lines: tuple[Line, ...]
    label: str = ""
    table: int = -1
    cells: tuple[DrawnCell, ...] = ()

    @property
    def changes(self) -> list[int]:
        """The numbers of the changes that it takes part in."""
        return [*dict.fromkeys(number for line in self.lines for number in line.changes)]

    @property
    def effect(self) -> str:
        """Why it is other by itself; "" for not."""
        return next((line.effect for line in self.lines if line.effect), "")

    @property
    def is_head(self) -> bool:
        """Whether it is a row of heads, which a table repeats."""
        return bool(self.cells) and all(cell.role in _HEADS for cell in self.cells)
