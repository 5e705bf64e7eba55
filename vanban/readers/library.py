"""A content folder → what is there, and the registers: what is read once, however many documents are read after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from vanban.errors import system_words
from vanban.findings import Finding, Place, finding
from vanban.guard import Guard, unguarded
from vanban.readers.catalogue import Catalogue, Entry, catalogue
from vanban.readers.schemas import Schemas
from vanban.readers.shared import Shared, read_shared


@dataclass(frozen=True, slots=True)
class Library:
    """What every reading of `root` has in common.

    there    the files of the folders that were asked for, and all registers
    shared   the registers, compiled
    faults   of the files of registers that the system does not give
    instead  what files, YAML or pictures, are to be read as, before it is written to them
    with_own documents that stand among the registers are read too
    figures  what was read of units' figures by the shared registers, however many readings ask for it
             (`figure_files`)
    """

    root: Path
    schemas: Schemas
    there: Catalogue
    shared: Shared
    faults: Sequence[Finding] = ()
    instead: Mapping[Path, bytes] = field(default_factory=dict)
    with_own: bool = True
    figures: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def parts(self, groups: Iterable[Sequence[Entry]]) -> Iterator["Library"]:
        """The same registers with the files of each group in turn."""
        registers = [*self.there.of("so_sach")]
        for entries in groups:
            there = Catalogue((*dict.fromkeys([*registers, *entries]),), self.there.findings)
            yield replace(self, there=there, with_own=any(entry.kind == "so_sach" for entry in entries))

    def bytes_of(self, entry: Entry) -> bytes | Finding:
        """What is in a file, or why it is not read."""
        return _bytes(entry, self.instead)


def open_library(
    root: Path, schemas: Schemas, folders: Sequence[Path] | None = None, instead: Mapping[Path, bytes] | None = None,
    guard: Guard = unguarded,
) -> Library:
    """What is below `folders` (default: all of `root`), and the registers read, each file of which `guard` stands
    around."""
    there, instead = catalogue(root, folders), instead or {}
    raw = {entry.name: _bytes(entry, instead) for entry in there.of("so_sach")}
    shared = read_shared(tuple((name, data) for name, data in raw.items() if isinstance(data, bytes)), schemas, guard)
    faults = [data for data in raw.values() if isinstance(data, Finding)]
    return Library(root, schemas, there, shared, faults, instead)


def _bytes(entry: Entry, instead: Mapping[Path, bytes]) -> bytes | Finding:
    if entry.path.suffix != ".yaml":
        return finding(
            "S107", Place(entry.name), f"Tệp có đuôi “{entry.path.suffix}” nên không được đọc.",
            "Đổi đuôi tệp thành “.yaml”.",
        )
    try:
        return instead[entry.path] if entry.path in instead else entry.path.read_bytes()
    except OSError as error:
        return finding(
            "S107", Place(entry.name), f"Không đọc được tệp: {system_words(error)}.",
            "Mở quyền đọc cho tệp, tạo lại tệp, hoặc xóa đi nếu thừa.",
        )
