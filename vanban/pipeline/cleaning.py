"""outputs/ emptied of what we wrote."""

from dataclasses import dataclass
from pathlib import Path

from vanban.pipeline.outputs import Outputs
from vanban.pipeline.project import Project


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What was deleted, what else is to be told, and a sentence for each file that could not be deleted."""

    gone: list[Path]
    told: list[str]
    failures: list[str]


def clean(project: Project) -> Cleaned:
    """Deletes what earlier reports wrote to outputs/; what somebody else put there stays, what somebody has changed
    goes aside."""
    outputs = Outputs(project.outputs)
    gone, failures = outputs.clean()
    return Cleaned(gone, outputs.told, failures)
