"""A document to start from."""

import os
import re
from pathlib import Path

from vanban.errors import WrongUse
from vanban.files import write_whole
from vanban.pipeline.project import Project
from vanban.readers.catalogue import SHARED
from vanban.slips import nearest
from vanban.writers.to_skeleton import Skeleton, to_skeleton


def new(project: Project, kind: str, don_vi: str, year: str, ma: str = "") -> tuple[Path, Skeleton]:
    """Writes a document to start from, and what is to be filled in there (`writers.to_skeleton.Skeleton`).

    Raises WrongUse for an unknown type, names that cannot be of a folder or an id, and a file that is there already.
    """
    schemas = project.schemas
    kinds = [name for name in schemas.names if "loai_van_ban" in schemas.schema(name)["properties"]]
    if kind not in kinds:
        close = nearest(kind, kinds)
        hint = f"có lẽ là “{close}”" if close else f"có: {', '.join(kinds)}"
        raise WrongUse(f"không có loại văn bản “{kind}”; {hint}")
    ma = ma or kind
    for word, form, what in ((don_vi, rf"(?!{SHARED}$)[a-z][a-z0-9_]*", "--don-vi"), (year, r"(19|20)\d\d", "--nam"),
                             (ma, r"[a-z][a-z0-9_]*", "--ma")):
        if not re.fullmatch(form, word):
            raise WrongUse(
                f"“{word}” không dùng được cho {what}; ví dụ: --don-vi nghe_an --nam 2025 --ma ke_hoach_cchc"
            )
    path = project.content / don_vi / year / f"{ma}.yaml"
    if path.exists():
        raise WrongUse(f"đã có {project.content.name}/{don_vi}/{year}/{ma}.yaml; đặt mã khác bằng --ma")
    to_schema = Path(os.path.relpath(project.root / "schemas" / f"{kind}.schema.json", path.parent)).as_posix()
    skeleton = to_skeleton(schemas.schema(kind), schemas.follow, ma, to_schema)
    write_whole(path, skeleton.text.encode())
    return path, skeleton
