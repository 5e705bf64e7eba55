"""schemas/ made anew."""

from pathlib import Path

from vanban.files import write_whole
from vanban.keys.to_schemas import to_schemas
from vanban.pipeline.project import Project


def make_schemas(project: Project) -> list[Path]:
    """Writes schemas/ anew from the table of keys; the files that were written."""
    paths = []
    for name, text in to_schemas().items():
        write_whole(project.root / "schemas" / name, text.encode())
        paths.append(project.root / "schemas" / name)
    return paths
