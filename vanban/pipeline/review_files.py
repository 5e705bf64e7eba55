"""A review → its files in the folder of what was made."""

from pathlib import Path

from vanban.model.review import Review
from vanban.pipeline.output_folder import output_folder
from vanban.pipeline.outputs import Outputs
from vanban.pipeline.project import Project
from vanban.reviews import review_forms

# What the files of a review are called.
FILE = "thay_doi"


def written(project: Project, review: Review, form: str, out: Path | None = None) -> list[Path]:
    """Writes a review into `out` (default: outputs/) as thay_doi.json, thay_doi.md, …; `form` "all": in every form.

    Raises WrongUse for a folder that holds something else than what was made.
    """
    folder, forms = output_folder(project, out), review_forms()
    paths: list[Path] = []
    with Outputs(folder) as outputs:
        for name, each in forms.items() if form == "all" else [(form, forms[form])]:
            paths.append(folder / f"{FILE}.{each.SUFFIX}")
            project.progress(f"ghi {name}")
            outputs.put(paths[-1], f"{each.told(review, False).rstrip()}\n".encode(), "")
    return paths
