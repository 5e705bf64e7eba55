"""The safe tidying of files, on request."""

from collections.abc import Sequence
from pathlib import Path

from vanban.edits.applying import edited, write_edited
from vanban.edits.tidy import tidied_by
from vanban.pipeline.checking import check, is_under
from vanban.pipeline.project import Project, target_of


def tidy(project: Project, targets: Sequence[Path] = ()) -> list[Path]:
    """Does the safe tidying (`edits.tidy`) in what `targets` reach; the files it changed.

    A file with an error stays as it is, and so does an issued set that was kept: its text is what was issued.
    """
    checked = check(project, targets)
    content, changed = checked.content, []
    alone = {found.file for found in checked.findings if found.level == "error"}
    kept = [bo for bo in checked.sets if content.file_of(bo.van_ban) in content.frozen]
    alone |= {name for bo in kept for name in content.files_of(bo)}
    documents = {content.file_of(van_ban): van_ban for bo in checked.sets for van_ban in bo}
    folders = [target_of(project, path) for path in targets]
    for name, source in content.sources.items():
        if name in alone or folders and name not in documents and not is_under(content, name, folders):
            continue
        data = edited(source, tidied_by(source, documents.get(name), content.places))
        if data != source.raw:
            path = content.root.parent / name
            write_edited(path, source, data)
            changed.append(path)
    return changed
