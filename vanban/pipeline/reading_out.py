"""The words of one document of content/, as they will be printed."""

from pathlib import Path

from vanban.errors import WrongUse
from vanban.pipeline.checking import Checked, check
from vanban.pipeline.project import Project, target_of
from vanban.writers.to_lines import to_lines


def words(project: Project, file: Path) -> tuple[str, Checked]:
    """The lines of the document of that YAML file, composed as far as it can be, and what was found. Raises WrongUse
    where it is no document."""
    target = target_of(project, file)
    checked = check(project, [target])
    name = f"content/{target.relative_to(project.content).as_posix()}"
    for part in (part for bo in checked.sets for part in bo.parts()):
        if checked.content.file_of(part.van_ban) == name:
            return to_lines(part), checked
    raise WrongUse(f"{file} không phải là tệp văn bản đọc được; lệnh check nêu lỗi của tệp")
