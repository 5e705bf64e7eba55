"""The folder of the project that a command works in."""

import sys
from dataclasses import dataclass
from pathlib import Path

from vanban.pipeline.project import Project


@dataclass(frozen=True, slots=True)
class Checkout:
    """`root` is the folder of build.py; `verbose`: each step is told on stderr as it begins."""

    root: Path
    verbose: bool = False

    def project(self) -> Project:
        """The project in it; what opens the frames of offices is loaded where there are any."""
        if not any(self.root.glob("content/*/mau")):
            return Project(self.root, self._tell)
        from vanban.pipeline.offices import OfficeLooks

        return Project(self.root, self._tell, OfficeLooks())

    def from_here(self, path: Path) -> str:
        """`path` from the folder of the project, as a clerk reads it."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)

    def _tell(self, stage: str) -> None:
        if self.verbose:
            print(stage, file=sys.stderr)
