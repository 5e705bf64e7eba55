"""outputs/ emptied of what we wrote."""

from pathlib import Path

from vanban.manifest import Manifest
from vanban.pipeline.project import Project


def clean(project: Project) -> list[Path]:
    """Deletes what earlier reports wrote to outputs/; what somebody else put there stays."""
    return Manifest(project.outputs).clean()
