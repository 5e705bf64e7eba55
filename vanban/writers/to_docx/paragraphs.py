"""What a body is made of before it is XML: paragraphs and tables (model/grid.py), in the order of print.

Here two documents can be compared and marked: a mark is text, a picture is a value, and everything knows the node that
it came from. Runs are made later, from the pieces of a paragraph (pieces.py, runs.py).
"""

from dataclasses import dataclass

from vanban.model.grid import Grid
from vanban.model.inline import Line
from vanban.model.picture import Hinh
from vanban.model.places import NOWHERE

# Text and its face: a character style by its name, "" for the paragraph's own. A line feed breaks the line.
Words = tuple[str, str]


@dataclass(slots=True)
class Para:
    """A paragraph to be: its style, the mark before its line, the line, or a picture in place of both.

    capitals   the line (not the mark) is written in capitals
    structure  what `w:pPr` holds besides the style, as XML: KEEP_NEXT, FREE
    narrow     it stands in a cell, which has no room for two words that hold together: only dashes are bound
    origin     of the node that it prints

    Not frozen, for then the walk over a body would take half as long again; nobody changes it.
    """

    style: str
    line: Line = ()
    mark: Words | None = None
    capitals: bool = False
    structure: str = ""
    origin: int = NOWHERE
    narrow: bool = False
    picture: Hinh | None = None


# One list of these is a body.
Part = Para | Grid
