"""A set as it is printed: of every document its zones, and its body as one list of paragraphs and tables in the order
of print. After this nothing is composed any more; writers only give it another form.

Here two documents can be compared and marked, and what is kept of an issued set is this. A mark is text, a picture is a
value, and everything knows the node that it came from.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from vanban.model.grid import Grid
from vanban.model.inline import Line
from vanban.model.picture import Hinh
from vanban.model.places import NOWHERE
from vanban.model.running_text import Note
from vanban.model.zones import Zones

# Text and its face: a character style by its name, "" for the paragraph's own. A line feed breaks the line.
Words = tuple[str, str]
KhoGiay = Literal["doc", "ngang"]
# How a paragraph keeps with the next one: as its style has it, always, never.
Keep = Literal["", "lien_sau", "tu_do"]


@dataclass(slots=True)
class Para:
    """A paragraph to be: its style, the mark before its line, the line, or a picture in place of both.

    capitals   the line (not the mark) is written in capitals
    narrow     it stands in a cell, which has no room for two words that hold together: only dashes are bound
    origin     of the node that it prints

    Not frozen, for then the walk over a body would take half as long again; nobody changes it.
    """

    style: str
    line: Line = ()
    mark: Words | None = None
    capitals: bool = False
    keep: Keep = ""
    origin: int = field(default=NOWHERE, compare=False)
    narrow: bool = False
    picture: Hinh | None = None


# One list of these is a body.
Part = Para | Grid


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """One document of a set.

    ten_loai   the type by its name in sentences
    trich_yeu  as it was typed; zones have it as it is printed
    body       what stands between head and signature, its end mark included
    notes      its footnotes, by their numbers
    """

    ma: str
    loai_van_ban: str
    ten_loai: str
    trich_yeu: str
    zones: Zones
    body: tuple[Part, ...]
    notes: tuple[Note, ...] = ()
    kho_giay: KhoGiay = "doc"
    vi_du: bool = False


@dataclass(frozen=True, slots=True)
class PrintedSet:
    """The documents of a set in the order of print, the issuing one first; `ngay` is the day that decided for them."""

    documents: tuple[PrintedDocument, ...]
    ngay: date | None = None

    @property
    def issuing(self) -> PrintedDocument:
        return self.documents[0]

    @property
    def stands_alone(self) -> bool:
        """Whether its first document is issued by itself; else that is only attached, and as yet to nothing."""
        return not self.issuing.zones.kem_theo

    @property
    def signed_together(self) -> bool:
        """Whether another signs beside who signs for the body."""
        return bool(self.issuing.zones.ho_ten_hai or self.issuing.zones.ten_ben_ky)

    @property
    def attached(self) -> tuple[PrintedDocument, ...]:
        return self.documents[1:]
