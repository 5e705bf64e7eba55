"""What is read of any DOCX: its stories (body, notes, comments, headers …), their paragraphs and tables, in the order
of Word, and what was not read.

Nothing of it is a word for people: `writers/to_text` says in Vietnamese what a piece is. An `element` leads back to the
XML, for whoever asks for looks.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from vanban.wordml.elements import Element

Change = Literal["", "inserted", "deleted", "moved_here", "moved_away"]
# words: as they stand; instruction: words in the code of a field, which Word does not print; field: the code of a field
# that has no result yet; mark: the end of a paragraph; file: a part of another form that Word puts in when it opens
PieceKind = Literal["words", "break", "instruction", "field", "mark", "footnote", "endnote", "comment", "picture",
                    "link", "object", "file"]
BoxKind = Literal["box", "shape", "word_art", "chart", "diagram"]
StoryKind = Literal["body", "footnote", "endnote", "comment", "header", "footer"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph.

    text       of words the words, of a note its mark, of a picture what is said of it
    change     what Word tracks of it
    raised     "superscript", "subscript", "" for letters on the line
    is_hidden  whether Word neither shows nor prints it
    print      of a picture: by what it is known again
    field      of words that Word works out anew whenever it opens the file, the name of their field: "PAGE"
    is_struck  whether a line goes through them
    """

    text: str
    kind: PieceKind = "words"
    change: Change = ""
    raised: str = ""
    is_hidden: bool = False
    print: str = ""
    field: str = ""
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """label  the mark that Word counts, with what stands behind it
    level  of its heading, from 1; 0 for text
    boxes  what floats beside it
    """

    pieces: tuple[Piece, ...]
    label: str = ""
    level: int = 0
    boxes: tuple["Box", ...] = ()
    element: Element | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[tuple["Block", ...], ...]
    change: Change = ""


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    element: Element | None = field(default=None, repr=False, compare=False)


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Box:
    """What is drawn: a text box, another shape with words, word art, a chart, a diagram."""

    kind: BoxKind
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """mark  of a note: as in the text; of a comment: its number and who wrote it; of a header: which pages have it
    ("default", "first", "even")"""

    kind: StoryKind
    blocks: tuple[Block, ...]
    mark: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """words  how many of a part are not in the stories; None: they were not counted, the part is of another form
    is_broken, is_missing  whether the part cannot be read, or is named and not there
    """

    part: str
    words: int | None = None
    is_broken: bool = False
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    stories: tuple[Story, ...]
    unread: tuple[Unread, ...]
