"""The files of earlier comparisons that lie where one is written: they would be taken for what was found now.

Of a form that is made again those go that are not among what was made; what somebody has changed goes aside, as ever
(`pipeline.outputs`). Of a form that is not asked for this time they stay and are told, since they may still hold.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from vanban.errors import VanBanError, cannot
from vanban.pipeline.output_folder import output_folder
from vanban.pipeline.outputs import Outputs
from vanban.pipeline.project import Project
from vanban.pipeline.redlining import NAME as REDLINE
from vanban.pipeline.review_files import FILE
from vanban.reviews import NAME as TABLE
from vanban.reviews import review_forms

# How many files are told by name.
_NAMED = 3
_OF_WORD = {"docx": f".{REDLINE}.docx", "so_sanh": f".{TABLE}.docx"}


@dataclass(slots=True)
class Stale:
    """What was taken away or put aside, and what still lies there, in sentences; what could not be taken away."""

    told: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def take_away_stale(
    project: Project, forms: Collection[str], made: Collection[Path], out: Path | None = None, home: str | None = None
) -> Stale:
    """Takes away what earlier comparisons left below `out` (default: outputs/).

    forms  those that were made now, by the names of `diff --format`; made  their files
    home   the file without its suffix, from the folder, of the set that alone was asked for: of others all stays
    """
    folder, result = output_folder(project, out), Stale()
    if not folder.is_dir():
        return result
    kept: list[Path] = []
    with Outputs(folder) as outputs:
        for path in outputs.written():
            form = _form(path.relative_to(folder).as_posix())
            if not form or {path, path.with_suffix(".docx")} & {*made}:
                continue
            if form not in forms or not _is_of(path, folder, home):
                kept.append(path)
                continue
            try:
                outputs.drop(path)
            except OSError as error:
                result.failures.append(cannot("xóa được bản cũ", path, error))
            except VanBanError as error:
                result.failures.append(str(error))
        names = [outputs.name(path) for path in kept]
    result.told = outputs.told
    if names:
        more = f" và {len(names) - _NAMED} tệp nữa" if len(names) > _NAMED else ""
        result.told.append(f"Còn lại từ lần so sánh trước, lần này không tạo lại: {', '.join(names[:_NAMED])}{more}.")
    return result


def _form(name: str) -> str:
    """The form of a review that a file, from the folder, was written as; "" for what is none."""
    for form, ending in _OF_WORD.items():
        if re.sub(r"\.pdf$", ".docx", name).endswith(ending):
            return form
    return next((form for form, each in review_forms().items() if name == f"{FILE}.{each.SUFFIX}"), "")


def _is_of(path: Path, folder: Path, home: str | None) -> bool:
    name = path.relative_to(folder).as_posix()
    return home is None or "/" not in name or name.startswith(f"{home}.")
