"""outputs/ emptied of what we wrote."""

from pathlib import Path

from vanban.pipeline.outputs import Outputs
from vanban.pipeline.project import Project


def clean(project: Project) -> tuple[list[Path], list[str]]:
    """Deletes what earlier reports wrote to outputs/; what somebody else put there stays, what somebody has changed
    goes aside. What was deleted, and what is to be told."""
    outputs = Outputs(project.outputs)
    return outputs.clean(), outputs.told
