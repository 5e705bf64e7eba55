"""What a code means: the table of `codes.yaml`. A code is never reused.

A rule of lint/ may bring the entry of its own code along; `lint.engine.known_codes` is the union of both.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import yaml

Level = Literal["error", "warning", "info"]
_BO_QUA = {"duoc": True, "khong": False}


class Code(NamedTuple):
    """level   error: nothing is built; warning: looked at; info: to know
    name    of the defect, so that "bỏ qua <name>" reads well
    bo_qua  whether `bo_qua` may silence it
    """

    level: Level
    name: str
    bo_qua: bool


@cache
def table() -> Mapping[str, Code]:
    """The codes of `codes.yaml`. It is read when the first finding is made: a faultless run has no need of it."""
    text = Path(__file__).with_suffix(".yaml").read_text("utf-8")
    entries: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return {
        code: code_of(entry["level"], entry["name"], _BO_QUA.get(entry["bo_qua"]))
        for code, entry in entries.items()
    }


def code_of(level: object, name: object, bo_qua: object) -> Code:
    """The entry of a code from what was written down. Raises ValueError for a word that is none of those allowed."""
    for known in get_args(Level):
        if level == known and isinstance(name, str) and isinstance(bo_qua, bool):
            return Code(known, name, bo_qua)
    raise ValueError(f"level {level}, name {name}, bo_qua {bo_qua}")
