"""What changed between two readings of the same documents, for people who sign and for what is drawn of it.

One `Change` is one thing that somebody did: a khoản put in, a row taken out, a target raised. What follows of itself
(new marks, words of references, totals) stands below it as consequences. Lines are those of `printed_lines` that the
frames of the type have a place for, by their numbers in their document, so that changes and consequences, put into the
old lines, give the new ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vanban.findings import Place
from vanban.model.printed_lines import PrintedLine

# `changed`: both sides have it, with other words, another look or another value.
Deed = Literal["added", "removed", "moved", "changed"]
# What it was done to. `number_date` is số and ngày, `signer` all that the signature prints, `zone` every other zone;
# `register` an entry that documents name, `layout` looks without words (widths, the size of the paper),
# `copy` what a copy prints again of another document that was changed.
Subject = Literal[
    "document", "heading", "text", "legal_basis", "recipient", "signer", "number_date", "zone", "table", "row",
    "column", "cell", "note", "picture", "figure", "register", "numbering", "layout", "copy",
]
CauseKind = Literal["text", "figure", "register", "numbering", "format", "copy"]
# What follows of itself: another mark or number, the words of a reference, of a figure, a total, words that a register
# or another document gives, the sign at the end of a line, a cell over many rows that is said again elsewhere, a
# table or a picture that stands elsewhere.
Effect = Literal["mark", "reference", "figure", "total", "register", "zone", "end_mark", "again", "place"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of both sides, or of one of them; a number, a date, a symbol is never cut."""

    words: str
    of: Literal["both", "old", "new"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a change stands on one side.

    document  its name on that side
    address   of its first line, as in `identity`; place in the words of the paper: "khoản 2 Mục III"
    lines     numbers of its lines, from 0; texts are those lines as they read, their marks included
    source    where it was typed; None where no file has it
    """

    document: str
    address: str
    place: str
    lines: tuple[int, ...]
    texts: tuple[str, ...]
    source: Place | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """Why the words are others.

    name      of a figure as it is called in YAML, of a register its entry: "co_quan so_noi_vu"; else ""
    old, new  what was stated there on the two sides, in words; "" for nothing
    source    where it is stated now, or was last
    period    of a figure that is called with its period, that in words; else ""
    """

    kind: CauseKind
    name: str = ""
    old: str = ""
    new: str = ""
    source: Place | None = None
    period: str = ""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A number that is another one: as it is printed on the two sides, and new minus old with the unit of both; ""
    where they cannot be subtracted (two units, a date, a symbol)."""

    old: str
    new: str
    difference: str = ""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a change has made other by itself. Words that stay the same beside it are in `pieces`."""

    effect: Effect
    old: Spot
    new: Spot
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `old` is None of what was added, `new` of what was removed.

    pieces   of what has other words on the two sides: all of them, in order, each line but the first behind a line feed
    figures  the numbers among them
    """

    subject: Subject
    deed: Deed
    cause: Cause
    old: Spot | None = None
    new: Spot | None = None
    pieces: tuple[Piece, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    consequences: tuple[Consequence, ...] = ()

    @property
    def place(self) -> str:
        """Where it stands, as paper has it now; of what is gone, as it had it."""
        spot = self.new or self.old
        return spot.place if spot else ""


@dataclass(frozen=True, slots=True)
class DocumentSide:
    """A document on one side.

    name     its folder and id on this side: "nghe_an/2025/ke_hoach_cchc"
    title    as it is called: "Kế hoạch cải cách hành chính năm 2026", "Phụ lục II"
    issuing  the name of the document that issues it; its own where it is attached to nothing
    lines    all that is printed of it, in the order of print; () where nothing changed
    """

    name: str
    file: str
    title: str
    issuing: str
    lines: tuple[PrintedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentChanges:
    """What changed in one document.

    name   that of the new side, of what is gone that of the old one
    old    None of a new document, `new` of one that is gone; then there is one change, of subject `document`
    pairs  the numbers of lines that are the same line on both sides, changed or not, in the order of the new ones
    """

    name: str
    old: DocumentSide | None
    new: DocumentSide | None
    changes: tuple[Change, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()

    @property
    def title(self) -> str:
        side = self.new or self.old
        return side.title if side else self.name

    @property
    def issuing(self) -> str:
        side = self.new or self.old
        return side.issuing if side else self.name

    @property
    def unit(self) -> str:
        """The folder of the unit."""
        return self.name.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two readings of the same documents, document by document, a set's in the order of print; also those in which
    nothing changed."""

    documents: tuple[DocumentChanges, ...]

    def __iter__(self) -> Iterator[DocumentChanges]:
        """The documents in which something changed."""
        return (each for each in self.documents if each.changes)

    @property
    def changes(self) -> tuple[Change, ...]:
        return tuple(change for each in self.documents for change in each.changes)
