"""Which draft of a document is which: the commit in which the number or the day of the draft was changed last."""

from itertools import pairwise
from pathlib import Path

from vanban.errors import WrongUse
from vanban.pipeline.git import DEEPEN, Repository, repository
from vanban.pipeline.project import Project, target_of
from vanban.readers.source import read_source


def path_of(project: Project, file: Path) -> str:
    """A file from the content folder. Raises WrongUse for one that is not there."""
    return target_of(project, file).relative_to(project.content).as_posix()


def last_draft(project: Project, file: Path) -> str:
    """The last commit in which `du_thao` of a document became another one; the first one that has the file, where it
    never did.

    Raises WrongUse for a file that is in no commit, and where the history is cut off before it; MachineError where git
    cannot be asked.
    """
    git, path = repository(project.root), path_of(project, file)
    commits = [*git.commits(path)]
    if not commits:
        raise WrongUse(f"{file} chưa có trong lần lưu nào của git; lưu (commit) bản dự thảo rồi làm lại")
    for commit, before in pairwise(commits):
        if _draft(git, commit, path) != _draft(git, before, path):
            return commit
    if git.is_shallow:
        raise WrongUse(f"trong phần lịch sử mà bản sao này của kho có, dự thảo {file} chưa đổi lần, đổi ngày; {DEEPEN}")
    return commits[-1]


def _draft(git: Repository, commit: str, path: str) -> object:
    """What a file said of its draft; None for nothing, and for what was no YAML."""
    raw = git.text(commit, path)
    data = read_source(path, raw)[0].data if raw else None
    return data.get("du_thao") if isinstance(data, dict) else None
