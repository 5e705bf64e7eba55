"""schemas/ made anew."""

from pathlib import Path

from vanban.files import write_whole
from vanban.keys.to_schemas import to_schemas
from vanban.pipeline.project import Project
from vanban.tables import layouts


def schemas() -> dict[str, str]:
    """The text of every schema by the name of its file: the table of keys, with what is found by looking."""
    return to_schemas({"bo_cuc": {name: layout.TITLE for name, layout in layouts().items()}})


def make_schemas(project: Project) -> list[Path]:
    """Writes schemas/ anew; the files that were written."""
    paths = []
    for name, text in schemas().items():
        write_whole(project.root / "schemas" / name, text.encode())
        paths.append(project.root / "schemas" / name)
    return paths
