"""A page of tables → its file in the folder of what was made."""

from pathlib import Path

from vanban.pipeline.output_folder import output_folder
from vanban.pipeline.outputs import Outputs
from vanban.pipeline.project import Project
from vanban.pipeline.sorted_page import Page, to_html


def written(project: Project, page: Page, name: str, out: Path | None = None) -> Path:
    """Writes a page as `name`.html into `out` (default: outputs/).

    Raises WrongUse for a folder that holds something else than what was made.
    """
    folder = output_folder(project, out)
    path = folder / f"{name}.html"
    with Outputs(folder) as outputs:
        outputs.put(path, to_html(page).encode(), "")
    return path
