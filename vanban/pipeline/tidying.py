"""The safe tidying of files, on request."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from vanban.edits.applying import edited, without_overlaps, write_edited
from vanban.edits.tidy import tidied_by
from vanban.findings import Fix
from vanban.guard import Guard, unguarded
from vanban.pipeline.checking import Checked, check_in_batches, is_under
from vanban.pipeline.project import Project, target_of

# What is to be done in a file, by its name in findings.
FixesOf = Callable[[Checked, str], Iterable[Fix]]
# Faults of a file hide those of its text, and an edit may lie inside another one.
_ROUNDS = 4


def tidy(project: Project, targets: Sequence[Path] = (), guard: Guard = unguarded) -> list[Path]:
    """Mends what findings say how to mend, then does the safe tidying (`edits.tidy`); the files it changed.

    A file with an error that stays is left alone, and so is an issued set that was kept: its text is what was issued.
    So is a set that a fault of ours has stopped, and a file that `guard` gives None for.
    """
    changed: dict[Path, None] = {}
    for _ in range(_ROUNDS):
        if not (mended := dict.fromkeys(_written(project, targets, _mends, guard))):
            break
        changed |= mended
    return list(changed | dict.fromkeys(_written(project, targets, _tidied, guard)))


def _mends(checked: Checked, name: str) -> list[Fix]:
    return without_overlaps(found.fix for found in checked.findings if found.file == name and found.fix)


def _tidied(checked: Checked, name: str) -> Iterable[Fix]:
    if any(found.file == name and found.level == "error" for found in checked.findings):
        return ()
    content = checked.content
    document = next((van_ban for bo in checked.sets for van_ban in bo if content.file_of(van_ban) == name), None)
    return tidied_by(content.sources[name], document, content.places)


def _written(project: Project, targets: Sequence[Path], fixes_of: FixesOf, guard: Guard) -> Iterator[Path]:
    """Writes the files of `targets` with their fixes, a batch at a time; those that changed."""
    folders = [target_of(project, path) for path in targets]
    seen: set[str] = set()  # the registers are with every batch
    for checked in check_in_batches(project, targets):
        yield from _written_of(checked, folders, seen, fixes_of, guard)
        seen.update(checked.content.sources)


def _written_of(
    checked: Checked, folders: Sequence[Path], seen: Collection[str], fixes_of: FixesOf, guard: Guard
) -> Iterator[Path]:
    content = checked.content
    alone = {found.file for found in checked.findings if found.level == "error" and not found.fix}
    resolved = {content.file_of(bo.van_ban) for bo in checked.sets} - content.frozen.keys()
    kept = [bo for bo in (*checked.sets, *content.sets) if content.file_of(bo.van_ban) not in resolved]
    alone |= {name for bo in kept for name in content.files_of(bo)}
    own = {content.file_of(van_ban) for bo in checked.sets for van_ban in bo}
    for name, source in content.sources.items():
        is_far = folders and name not in own and not is_under(content, name, folders)
        if name in seen or name in alone or is_far:
            continue
        data = guard(name, lambda source=source, name=name: edited(source, fixes_of(checked, name)))  # type: ignore[misc]
        if data is not None and data != source.raw:
            path = content.root.parent / name
            write_edited(path, source, data)
            yield path
