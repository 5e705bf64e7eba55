"""Other forms of a DOCX, one a file here: its name is what `report --format` takes and the ending of its files."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol

from vanban.registry import discover


@dataclass(frozen=True, slots=True)
class CopiedPdf:
    """The bytes of a PDF that a document is a copy of, and where that names it: "content/…/sao_y.yaml:7:10"."""

    data: bytes
    named_at: str


@dataclass(frozen=True, slots=True)
class Job:
    """A finished DOCX, and the day that it carries.

    copied  of what is a copy of a PDF that PDF, None else
    copies  of what is a copy of a document that is built here how each copy begins (writers/copy_pages)
    """

    docx: Path
    moment: datetime
    copied: CopiedPdf | None = None
    copies: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """data      the other form; None where it could not be made
    failure   why not, in a sentence
    warnings  what could not be made sure of, in sentences
    pages     how many it has, None where they were not counted
    """

    data: bytes | None = None
    failure: str = ""
    warnings: tuple[str, ...] = ()
    pages: int | None = None


class Form(Protocol):
    """A form; IN_ALL: whether it is made where nobody says which."""

    IN_ALL: bool

    def make(self, jobs: Sequence[Job]) -> Iterable[tuple[Job, Made]]:
        """Each job with what was made of it, as soon as that is known. Raises MachineError where none can be made."""
        ...


def names() -> list[str]:
    """The names of all forms, none of which is loaded for that."""
    return sorted(each.name for each in iter_modules(__path__))


def forms() -> Mapping[str, Form]:
    """The forms by their names."""
    return discover(sys.modules[__name__], Form)
