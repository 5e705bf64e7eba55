"""A draft becomes an issued document."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from vanban.edits.applying import edited, write_edited
from vanban.edits.issue_edits import issue_edits
from vanban.errors import MachineError, WrongUse
from vanban.files import write_whole
from vanban.lint.suppressions import Silenced
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project, target_of
from vanban.readers.content import frozen_path
from vanban.writers.to_frozen import to_frozen

Tell = Callable[[Sequence[Silenced]], None]


def issue(project: Project, file: Path, number: str, day: date, tell: Tell = lambda silenced: None) -> Checked:
    """Makes a draft an issued document: number and date into its file, and beside it what it was issued with.

    `tell` is called before anything is written, with what the `bo_qua` of the set silence.

    Nothing is written where the issued set would have a fault at error level, an open question among them.
    Raises WrongUse for a file that is not a draft of an issuing document, MachineError for one that a fault of ours
    has stopped.
    """
    target = target_of(project, file)
    draft = check(project, [target])
    name = f"{project.content.name}/{target.relative_to(project.content.resolve()).as_posix()}"
    bo = next((bo for bo in draft.sets if draft.content.file_of(bo.van_ban) == name), None)
    if draft.failures:
        raise MachineError(draft.failures[0])
    if bo is None or not bo.van_ban.co_quan:
        raise WrongUse(f"{file} không phải là tệp của văn bản ban hành")
    if bo.van_ban.is_issued:
        raise WrongUse(f"{file} đã có số và ngày ban hành")
    source = draft.content.sources[name]
    data = edited(source, issue_edits(source, number, day))
    issued = check(project, [target], {target: data})
    if issued.failures:
        raise MachineError(issued.failures[0])
    if bo := next((bo for bo in issued.sound if issued.content.file_of(bo.van_ban) == name), None):
        tell(issued.silenced_in(bo))
        kept = to_frozen(bo, issued.content.entries, issued.content.fingerprints_of(bo))
        # What is kept comes first: beside a file that is still a draft it means nothing.
        write_whole(frozen_path(target), kept)
        write_edited(target, source, data)
    return issued
