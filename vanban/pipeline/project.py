"""The folders of one checkout, and what a command may be pointed at."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from vanban.errors import WrongUse
from vanban.pipeline.own_frames import Looks, NoLooks
from vanban.readers.schemas import Schemas

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Project:
    """The folders of one checkout, and who opens the frames of its offices.

    elsewhere  the content folder, where another one than that of the checkout is read
    """

    root: Path
    progress: Progress = field(default=lambda _stage: None)
    looks: Looks = field(default_factory=NoLooks)
    elsewhere: Path | None = None

    @property
    def content(self) -> Path:
        return self.elsewhere or self.root / "content"

    @property
    def outputs(self) -> Path:
        return self.root / "outputs"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @cached_property
    def schemas(self) -> Schemas:
        return Schemas(self.root / "schemas")


def target_of(project: Project, path: Path) -> Path:
    target = path.resolve()
    if not target.exists():
        raise WrongUse(f"không có tệp hoặc thư mục {path}")
    home = project.content.resolve()
    if not target.is_relative_to(home):
        raise WrongUse(f"{path} nằm ngoài thư mục content/")
    return project.content / target.relative_to(home)  # content/ itself may be a link
