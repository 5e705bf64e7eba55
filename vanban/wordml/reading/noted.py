"""The notes and comments that a document refers to, in the order in which they are met."""

from dataclasses import dataclass, field
from typing import Literal

from vanban.numerals import roman

NoteKind = Literal["footnote", "endnote", "comment"]


@dataclass
class Noted:
    _marks: dict[NoteKind, dict[str, str]] = field(default_factory=dict)

    def mark(self, kind: NoteKind, id_: str) -> str:
        """The mark of a note: 1, 2, 3; for endnotes i, ii, iii."""
        marks = self._marks.setdefault(kind, {})
        number = len(marks) + 1
        return marks.setdefault(id_, roman(number).lower() if kind == "endnote" else str(number))

    def of(self, kind: NoteKind) -> dict[str, str]:
        """The marks by the ids of the notes."""
        return self._marks.get(kind, {})
