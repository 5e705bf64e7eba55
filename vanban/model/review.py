"""A comparison with what it is a comparison of: all that its forms (terminal, JSON, Markdown, a page) are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from vanban.findings import Finding
from vanban.model.change import Comparison

SideKind = Literal["revision", "working_tree", "folder", "issued"]


@dataclass(frozen=True, slots=True)
class Version:
    """One side. `name` is what was asked for ("HEAD~1", a folder), or what the side is called.

    commit   of a revision its whole name; authors who made it, made_on when
    """

    kind: SideKind
    name: str
    commit: str = ""
    authors: tuple[str, ...] = ()
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """authors   who made the commits between the two sides, each once, the last one first; () without commits
    made_on   day of the last of these commits
    notes     what could not be compared, or was not, in sentences
    issued    by the name of the issuing document, of each set that is issued: its number and day, and whether what was
              signed still stands, in a sentence
    left_out  the files, from content/, whose documents were not compared
    base, head  what was found in the files of the two sides; faults of the base are told and forbid nothing
    """

    old: Version
    new: Version
    comparison: Comparison
    authors: tuple[str, ...] = ()
    made_on: date | None = None
    notes: tuple[str, ...] = ()
    base: tuple[Finding, ...] = ()
    head: tuple[Finding, ...] = ()
    issued: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()

    @property
    def is_equal(self) -> bool:
        """Whether nothing changed: of what was not compared nobody knows."""
        return not self.comparison.changes and not self.left_out
