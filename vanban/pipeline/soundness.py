"""Which sets an error reaches.

An error in a file stops the sets that the file is part of; one in a register stops those that asked for the entry that
it stands in, or for one that rests on it. What stands in no entry stops all who asked for any entry of the file. A
register that could not be read stops those who asked for something that was not found elsewhere.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from vanban.findings import Finding
from vanban.model.document import BoVanBan
from vanban.pipeline.own_frames import own_frames
from vanban.readers.content import Content
from vanban.readers.source import Source
from vanban.setting import Setting

_IN_ENTRY = re.compile(r"\$\.([a-z_]+)\[([0-9]+)\]")
# What stands in an entry stops what is issued with it; a draft prints the question.
_OF_ONE_SET = ("C101",)
Key = tuple[str, str]  # a register, and an id in it
_Entries = Mapping[tuple[str, int], Any]  # what stands in the lists of a register, by list and place


def sound_sets(
    content: Content, sets: Iterable[BoVanBan], settings: Mapping[str, Setting], findings: Iterable[Finding],
    unsure: Iterable[str],
) -> tuple[BoVanBan, ...]:
    """Those of `sets` that may be written. `unsure` are the files of those that may miss what was not read or have an
    error elsewhere, and all files that a fault of ours kept from being checked."""
    errors = [found for found in findings if found.level == "error"]
    at_fault = {*unsure, *(found.file for found in errors)}
    of_entries = [error for error in errors if error.code not in _OF_ONE_SET]
    refused = _refused(content, [*of_entries, *(doubt for doubt in content.doubts if doubt.level == "error")])
    refused |= {key for file in unsure for key in _keys(_entries(content.sources.get(file)))}

    def is_sound(bo: BoVanBan) -> bool:
        file = content.file_of(bo.van_ban)
        setting = settings[file]
        rests_on = {*content.files_of(bo), *own_frames(content, bo, setting), *setting.facts.files(content.places)}
        if at_fault & rests_on:
            return False
        if file in content.frozen:  # it keeps its own registers
            return True
        asked = setting.registers.asked()
        return not (refused & asked or content.misses_registers and setting.registers.unknown_names)

    return tuple(bo for bo in sets if is_sound(bo))


def _refused(content: Content, errors: Iterable[Finding]) -> set[Key]:
    """The entries of registers that an error stands in."""
    by_file: dict[str, list[Finding]] = {}
    for error in errors:
        by_file.setdefault(error.file, []).append(error)
    refused: set[Key] = set()
    for file, inside in by_file.items():
        source = content.sources.get(file)
        if source and (entries := _entries(source)):
            refused = refused.union(*(_entries_at(error, source, entries) for error in inside))
    return refused


def _entries(source: Source | None) -> _Entries:
    """The entries of a register; none of any other file."""
    if source is None or not isinstance(source.data, dict) or "loai_du_lieu" not in source.data:
        return {}
    return {(name, index): entry for name, listed in source.data.items() if isinstance(listed, list)
            for index, entry in enumerate(listed) if isinstance(entry, dict)}


def _keys(entries: _Entries) -> set[Key]:
    return {(name, str(entry.get("ma"))) for (name, _), entry in entries.items()}


def _entries_at(error: Finding, source: Source, entries: _Entries) -> set[Key]:
    """The entry that an error stands in; all of the file where it stands in none."""
    if match := _IN_ENTRY.match(error.path):
        inside = [(match[1], int(match[2]))]
    else:  # told by its line alone
        inside = [at for at in entries if _covers(source, at, error)]
    return _keys({at: entries[at] for at in inside or entries if at in entries})


def _covers(source: Source, entry: tuple[str, int], error: Finding) -> bool:
    place = source.place(entry)
    return (place.line, place.column) <= (error.line, error.column) < (place.end_line, place.end_column)
