"""The safe tidying of files, on request."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from vanban.edits.applying import edited, without_overlaps, write_edited
from vanban.edits.tidy import tidied_by
from vanban.findings import Fix
from vanban.pipeline.checking import Checked, check, is_under
from vanban.pipeline.project import Project, target_of

# Faults of a file hide those of its text, and an edit may lie inside another one.
_ROUNDS = 4


def tidy(project: Project, targets: Sequence[Path] = ()) -> list[Path]:
    """Mends what findings say how to mend, then does the safe tidying (`edits.tidy`); the files it changed.

    A file with an error that stays is left alone, and so is an issued set that was kept: its text is what was issued.
    """
    checked, mended = check(project, targets), list[Path]()
    for _ in range(_ROUNDS):
        if more := _written(project, targets, checked, partial(_mends, checked)):
            mended += (path for path in more if path not in mended)
            checked = check(project, targets)
        else:
            break
    faulty = {found.file for found in checked.findings if found.level == "error"}
    documents = {checked.content.file_of(van_ban): van_ban for bo in checked.sets for van_ban in bo}

    def tidied(name: str) -> Iterable[Fix] | None:
        source = checked.content.sources[name]
        return None if name in faulty else tidied_by(source, documents.get(name), checked.content.places)

    return [*mended, *(path for path in _written(project, targets, checked, tidied) if path not in mended)]


def _mends(checked: Checked, name: str) -> list[Fix]:
    return without_overlaps(found.fix for found in checked.findings if found.file == name and found.fix)


def _written(
    project: Project, targets: Sequence[Path], checked: Checked, fixes_of: Callable[[str], Iterable[Fix] | None]
) -> list[Path]:
    """Writes the files of `targets` with their fixes; those that changed."""
    content, changed = checked.content, []
    alone = {found.file for found in checked.findings if found.level == "error" and not found.fix}
    kept = [bo for bo in checked.sets if content.file_of(bo.van_ban) in content.frozen]
    alone |= {name for bo in kept for name in content.files_of(bo)}
    own = {content.file_of(van_ban) for bo in checked.sets for van_ban in bo}
    folders = [target_of(project, path) for path in targets]
    for name, source in content.sources.items():
        if name in alone or folders and name not in own and not is_under(content, name, folders):
            continue
        data = edited(source, fixes_of(name) or ())
        if data != source.raw:
            path = content.root.parent / name
            write_edited(path, source, data)
            changed.append(path)
    return changed
