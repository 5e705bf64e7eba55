"""The files of dung_chung → the registers, compiled once a process for what is in the files."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

from vanban.findings import Finding
from vanban.guard import Crashed, Guard, unguarded
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.readers.build_registers import build_registers
from vanban.readers.period_faults import period_faults
from vanban.readers.record import Record
from vanban.readers.regime_faults import regime_faults
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


def read_shared(files: tuple[tuple[str, bytes], ...], schemas: Schemas, guard: Guard = unguarded) -> Shared:
    """The registers of `files`, names and bytes. A file that `guard` gives None for is not among those as read."""
    shared, crashed = _read(files, schemas)
    crashed.tell(guard)
    return shared


@lru_cache(maxsize=4)
def _read(files: tuple[tuple[str, bytes], ...], schemas: Schemas) -> tuple[Shared, Crashed]:
    crashed = Crashed()
    read = (crashed(name, partial(read_typed, name, raw, schemas)) for name, raw in files)
    return compiled(tuple(filter(None, read)), crashed), crashed


def compiled(files: tuple[TypedFile, ...], guard: Guard = unguarded) -> Shared:
    """The registers among `files`, as one; without the files that `guard` gives None for."""
    places, crashed = Places(), Crashed()
    records = [Record(file.source, file.data or {}, places) for file in files if file.is_register]
    registers, faults = build_registers(records, places, crashed)
    crashed.tell(guard)
    records = [record for record in records if record.source.file not in crashed.errors]
    files = tuple(file for file in files if file.source.file not in crashed.errors)
    between = [*faults, *period_faults(registers, places), *regime_faults(registers, places)]
    return Shared(files, places, registers, tuple(between), _entries(records))


def _entries(records: Iterable[Record]) -> Entries:
    entries: Entries = {}
    for record in records:
        for key, value in record.data.items():
            if isinstance(value, list):
                entries.setdefault(key, []).extend(entry for entry in value if isinstance(entry, dict))
    return entries
