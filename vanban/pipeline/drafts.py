"""Which draft of a document is which: the commit in which the number or the day of the draft was changed last.

A document is followed under the names that its file had before: a commit that renames it makes no other draft of it.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from vanban.errors import WrongUse
from vanban.pipeline.git import DEEPEN, Repository, repository
from vanban.pipeline.project import Project
from vanban.readers.source import read_source

# A commit, and the file, from content/, that the document lay in there.
_Version = tuple[str, str]


def last_draft(project: Project, path: str) -> str:
    """The last commit in which `du_thao` of the document in `path`, from the content folder, became another one; the
    first one that has the document, where it never did. What is no draft any more is none of them.

    Raises WrongUse for a file that is in no commit, and where the history is cut off before it; MachineError where git
    cannot be asked.
    """
    git, file = repository(project.root), f"{project.content.name}/{path}"
    versions = [*_versions(git, path)]
    if not versions:
        raise WrongUse(f"{file} chưa có trong lần lưu nào của git; lưu (commit) bản dự thảo rồi làm lại")
    drafts = [(commit, draft) for commit, name in versions if (draft := _draft(git, commit, name)) is not None]
    for (commit, draft), (_, before) in pairwise(drafts):
        if draft != before:
            return commit
    if git.is_shallow:
        raise WrongUse(f"trong phần lịch sử mà bản sao này của kho có, dự thảo {file} chưa đổi lần, đổi ngày; {DEEPEN}")
    return drafts[-1][0] if drafts else versions[-1][0]


def _versions(git: Repository, path: str) -> Iterator[_Version]:
    """The commits that changed a document, the last one first, through every renaming of its file."""
    until, seen = "", set[_Version]()
    if not git.text("HEAD", path) and (before := _name_before(git, "", path)):
        path = before
    while True:
        for commit in git.commits(path, until):
            yield commit, path
            if (commit, path) in seen or git.text(f"{commit}^", path) is not None:
                continue
            seen.add((commit, path))
            if before := _name_before(git, commit, path):
                until, path = f"{commit}^", before
                break
        else:
            return


def _name_before(git: Repository, commit: str, path: str) -> str:
    """The file that a commit ("": what is not in one yet) renamed to `path`: as git sees it, else the one of the files
    that went away then whose document has the same id. "" for none."""
    renamed, gone = git.renamed(commit)
    if path in renamed:
        return renamed[path]
    old = f"{commit}^" if commit else "HEAD"
    text = git.text(commit, path) if commit else git.unsaved_text(path)
    own = _said(path, text, "ma")
    return next((each for each in gone if own and _said(each, git.text(old, each), "ma") == own), "")


def _draft(git: Repository, commit: str, path: str) -> object:
    """What a file said of its draft; None for nothing, and for what was no YAML."""
    return _said(path, git.text(commit, path), "du_thao")


def _said(path: str, raw: bytes | None, key: str) -> Any:
    """What a file says at its top under `key`; a document without an id has the name of its file for one."""
    if not raw or not path.endswith((".yaml", ".yml")):
        return None
    data = read_source(path, raw)[0].data
    said = data.get(key) if isinstance(data, dict) else None
    return said if said is not None or key != "ma" else Path(path).stem
