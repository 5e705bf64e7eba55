"""What is there → batches that can be read, checked, written and let go one after another.

A batch is an office: a folder of content/, whose documents attach each other and share its page frames. Numbers are
given by bodies, which may have documents in several folders: offices where the same number of the same body may stand
are one batch. The registers are read once for all; a document that stands among them is of the first batch.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vanban.readers.catalogue import SHARED, Entry
from vanban.readers.issued_numbers import Claim, issued_numbers
from vanban.readers.library import Library


@dataclass(frozen=True, slots=True)
class Batch:
    """What is read for offices that are read together, and those of them that have page frames of their own."""

    library: Library
    with_frames: Sequence[str]

    @property
    def name(self) -> str:
        """The folders of its offices, as findings name files."""
        root = self.library.root.name
        offices = {entry.don_vi for entry in self.library.there.entries} - {SHARED} or {SHARED}
        return ", ".join(f"{root}/{office}" for office in sorted(offices))


def batches(library: Library, with_frames: Sequence[str]) -> Iterator[Batch]:
    """The batches of `library` in the order of their files; offices `with_frames` are there even without documents."""
    own = frozenset(with_frames)
    files: dict[str, list[Entry]] = {SHARED: []}
    for entry in library.there.entries:
        files.setdefault(entry.don_vi, []).append(entry)
    for office in with_frames:
        files.setdefault(office, [])
    groups = _together(library, files)
    parts = library.parts([entry for office in group for entry in files[office]] for group in groups)
    return (Batch(part, sorted(own.intersection(group))) for group, part in zip(groups, parts, strict=True))


def _together(library: Library, files: dict[str, list[Entry]]) -> list[list[str]]:
    """The offices in groups: the registers with the first of them, and those where the same number may stand."""
    first, *others = (office for office in files if office != SHARED) if len(files) > 1 else [SHARED]
    home = dict.fromkeys([SHARED, first], first) | {office: office for office in others}
    claimed: dict[Claim, str] = {}
    for office in files if others else ():
        for claim in _claims(library, files[office]):
            _join(home, office, claimed.setdefault(claim, office))
    groups: dict[str, list[str]] = {}
    for office in files:
        groups.setdefault(_root(home, office), []).append(office)
    return list(groups.values())


def _claims(library: Library, entries: Iterable[Entry]) -> Iterator[Claim]:
    for entry in entries:
        if entry.kind in ("van_ban", "so_sach") and isinstance(raw := library.bytes_of(entry), bytes):
            yield from issued_numbers(raw)


def _join(home: dict[str, str], one: str, other: str) -> None:
    """Puts the groups of two offices together."""
    one, other = _root(home, one), _root(home, other)
    home[max(one, other)] = min(one, other)


def _root(home: dict[str, str], office: str) -> str:
    """The office that stands for the group of `office`."""
    while home[office] != office:
        home[office] = home[home[office]]
        office = home[office]
    return office
