"""The files of dung_chung → the registers, compiled once a process for what is in the files."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from vanban.findings import Finding
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.readers.build_registers import build_registers
from vanban.readers.record import Record
from vanban.readers.schemas import Schemas
from vanban.readers.typed_file import TypedFile, read_typed

Entries = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Shared:
    """What the shared files say; nobody changes it, for the next reading gets the same.

    files     as read
    places    of the registers, on top of which a reading puts its own
    faults    of the registers as a whole: an id given twice, one that points nowhere
    entries   as data, by the key of their list
    """

    files: tuple[TypedFile, ...] = ()
    places: Places = field(default_factory=Places)
    registers: Registers = field(default_factory=Registers)
    faults: tuple[Finding, ...] = ()
    entries: Entries = field(default_factory=dict)


@lru_cache(maxsize=4)
def read_shared(files: tuple[tuple[str, bytes], ...], schemas: Schemas) -> Shared:
    """The registers of `files`, names and bytes."""
    return compiled(tuple(read_typed(name, raw, schemas) for name, raw in files))


def compiled(files: tuple[TypedFile, ...]) -> Shared:
    """The registers among `files`, as one."""
    places = Places()
    records = [Record(file.source, file.data or {}, places) for file in files if file.is_register]
    registers, faults = build_registers(records, places)
    return Shared(files, places, registers, tuple(faults), _entries(records))


def _entries(records: Iterable[Record]) -> Entries:
    entries: Entries = {}
    for record in records:
        for key, value in record.data.items():
            if isinstance(value, list):
                entries.setdefault(key, []).extend(entry for entry in value if isinstance(entry, dict))
    return entries
