"""The folder that a command is told to write into: never one of the program, nor of those who write."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from vanban.errors import WrongUse
from vanban.pipeline.project import Project

_OWN = ("content", "docs", "schemas", "templates", "tests", "vanban")


def output_folder(project: Project, out: Path | None) -> Path:
    """Where to write. Raises WrongUse for a folder that holds something else than what was made, by whatever name or
    link it is reached, and for a file. A file in place of outputs/ itself is told by who writes there."""
    is_usual, out = out is None, out or project.outputs
    root, folder = project.root.resolve(), out.resolve()
    if root.is_relative_to(folder):
        raise WrongUse(f"không ghi kết quả vào {out}, nơi có cả chương trình; chọn một thư mục riêng")
    if _is_own(project, out):
        raise WrongUse(f"không ghi kết quả vào {out}, thư mục của chương trình; chọn outputs/ hay thư mục khác")
    if not is_usual and (file := next((each for each in (folder, *folder.parents) if each.is_file()), None)):
        raise WrongUse(f"không ghi kết quả vào {out}: {file.name} là tệp; chọn outputs/ hay thư mục khác")
    return project.outputs if folder == project.outputs.resolve() else folder


def _is_own(project: Project, out: Path) -> bool:
    typed, folder = Path(os.path.normpath(Path.cwd() / out)), out.resolve()
    for root in {project.root, project.root.resolve()}:
        for way in (typed, folder):
            if way.is_relative_to(root) and _is_own_name(way.relative_to(root).parts[0]):
                return True
    own = list(_own_folders(project))
    return any(_is_same(each, held) for each in (folder, *folder.parents) for held in own)


def _is_own_name(name: str) -> bool:
    return name.startswith(".") or name.casefold() in _OWN


def _own_folders(project: Project) -> Iterator[Path]:
    """Those that are there, links to folders elsewhere among them; the content that is read, wherever it lies."""
    yield from (each for each in project.root.iterdir() if _is_own_name(each.name) and each.is_dir())
    yield project.content


def _is_same(folder: Path, own: Path) -> bool:
    """Whether both are one folder, however it is written."""
    with suppress(OSError):  # one of them is not there
        return folder.samefile(own)
    return False
