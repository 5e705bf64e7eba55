"""A fault of ours while one thing is worked on: it is named, the trace goes to a file, the rest goes on."""

import re
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from vanban.errors import MachineError, VanBanError, system_words
from vanban.files import write_whole
from vanban.guard import Crashed
from vanban.manifest import Manifest, Written, fingerprint
from vanban.pipeline.project import Project
from vanban.text import fold_ascii

FOLDER = "loi_cua_may"
_CODE = Path(__file__).parents[1]
_RULES = _CODE / "lint" / "rules"
_NO_NAME = re.compile(r"[^\w.-]+")
_T = TypeVar("_T")


@dataclass(slots=True)
class Crashes:
    """Stands around the work on one file after another (`vanban.guard.Guard`).

    files  those whose work ended in an exception that nobody foresaw, by their names in findings
    told   a sentence for each of them since it was last asked, with the place of the trace
    """

    project: Project
    files: set[str] = field(default_factory=set)
    told: dict[str, str] = field(default_factory=dict)

    def __call__(self, file: str, work: Callable[[], _T]) -> _T | None:
        """What `work` gives; None where it crashed. What we raise on purpose goes through."""
        crashed = Crashed()
        done = crashed(file, work)
        for error in crashed.errors.values():
            self.files.add(file)
            self.told[file] = sentence(self.project, file, error)
        return done

    def take(self) -> dict[str, str]:
        """What was told since this was asked last, by file."""
        told, self.told = self.told, {}
        return told


def sentence(project: Project, what: str, error: Exception) -> str:
    """Says that the work on `what` has ended in `error`; its trace is kept in a file that the sentence names."""
    if isinstance(error, OSError):
        why = f"{error.filename}: {system_words(error)}" if error.filename else system_words(error)
        return f"{what}: không làm được phần này ({why}); các phần khác vẫn làm. {_kept(project, what, error)}"
    return (f"{what}: máy gặp lỗi của chính máy ở {_module(error)} nên không làm được phần này; các phần khác vẫn làm. "
            f"{_kept(project, what, error)}")


def _kept(project: Project, what: str, error: Exception) -> str:
    """Writes the trace, into another folder where outputs/ cannot be written; where to find it, in a sentence."""
    data = "".join(traceback.format_exception(error)).encode("utf-8", "replace")
    try:
        trace = _in_outputs(project, f"{FOLDER}/{_NO_NAME.sub('-', fold_ascii(what))}.txt", data)
    except (VanBanError, OSError):
        try:
            trace = _elsewhere(data)
        except OSError:
            return f"Không ghi được dấu vết của lỗi; báo cho người quản lý phần mềm: {type(error).__name__}: {error}"
    return f"Gửi tệp {trace} cho người quản lý phần mềm."


def _in_outputs(project: Project, name: str, data: bytes) -> str:
    path = project.outputs / name
    if not path.resolve().is_relative_to(project.outputs.resolve()):
        raise MachineError(f"{path} dẫn ra ngoài {project.outputs}")
    Manifest(project.outputs).note(Written(name, dau_van_tay=fingerprint(data)))
    write_whole(path, data)
    return path.relative_to(project.root).as_posix()


def _elsewhere(data: bytes) -> str:
    with tempfile.NamedTemporaryFile(prefix="vanban_loi_", suffix=".txt", delete=False) as file:
        file.write(data)
        return file.name


def _module(error: Exception) -> str:
    """The file of ours that crashed: the rule, if there is one on the way."""
    ours = [path for frame in traceback.extract_tb(error.__traceback__)
            if (path := Path(frame.filename)).is_relative_to(_CODE)]
    rules = [path for path in ours if path.parent == _RULES]
    last = (rules or ours or [Path(__file__)])[-1]
    return last.relative_to(_CODE.parent).as_posix()
