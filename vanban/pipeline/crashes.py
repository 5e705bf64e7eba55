"""A fault of ours while one set is worked on: the set is named, the trace goes to a file, the others go on."""

import traceback
from collections.abc import Callable
from typing import TypeVar

from vanban.errors import VanBanError
from vanban.files import write_whole
from vanban.manifest import Manifest, Written, fingerprint
from vanban.pipeline.project import Project

FOLDER = "loi_cua_may"
_T = TypeVar("_T")


def guarded(project: Project, file: str, work: Callable[[], _T], failures: list[str]) -> _T | None:
    """What `work` on the set of `file` gives; None where it ends in an exception that nobody foresaw, of which
    `failures` then says where the trace is. What we raise on purpose and what the system says go through."""
    try:
        return work()
    except (VanBanError, OSError):
        raise
    except Exception as error:  # the one place that takes any: one document never takes the others with it
        trace = project.outputs / FOLDER / f"{file.replace('/', '-')}.txt"
        data = "".join(traceback.format_exception(error)).encode("utf-8", "replace")
        name = trace.relative_to(project.outputs).as_posix()
        Manifest(project.outputs).note(Written(name, dau_van_tay=fingerprint(data)))
        write_whole(trace, data)
        failures.append(
            f"{file}: máy gặp lỗi của chính máy nên không xử lý được văn bản này; các văn bản khác vẫn làm. "
            f"Gửi tệp {trace.relative_to(project.root).as_posix()} cho người quản lý phần mềm."
        )
        return None
