"""The pair of the bench: the đề án of some 60 pages, and the same with forty edits, as two folders of content."""

import random
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from .sample import PROJECT

EDITS = 40
_FILE = "ha_tinh/2022/de_an_cchc.yaml"
# A dash, a khoản or a điểm of one line: what stands below it is another one, or nothing.
_LINE = re.compile(r"(?P<blanks> +)(?P<sign>- |\d+\. |a\) )[A-ZĐ].{80,}[;.]")


@dataclass(frozen=True)
class Pair:
    """Two folders that each hold a content/."""

    old: Path
    new: Path


def made(folder: Path) -> Pair:
    """Both, below `folder`: two edits in three change a word, the others put a line in or take one out."""
    pair = Pair(folder / "old", folder / "new")
    for side in (pair.old, pair.new):
        for name in ("dung_chung", "ha_tinh"):
            shutil.copytree(PROJECT.content / name, side / "content" / name)
    path = pair.new / "content" / _FILE
    path.write_text("\n".join(_edited(path.read_text("utf-8").split("\n"))), "utf-8")
    return pair


def _edited(lines: list[str]) -> list[str]:
    chance = random.Random(EDITS)
    alone = [at for at, line in enumerate(lines[:-1]) if _LINE.fullmatch(line) and _ends(lines[at + 1], line)]
    for number, at in enumerate(sorted(chance.sample(alone, EDITS), reverse=True)):
        found = _LINE.fullmatch(lines[at])
        assert found
        if number % 6 == 0:
            lines.insert(at, f"{found['blanks']}{found['sign']}Bổ sung việc rà soát lần {number}, trước ngày 30/9/2025;")
        elif number % 6 == 3:
            del lines[at]
        else:
            words = lines[at].split(" ")
            words[-3] = f"thường xuyên {words[-3]}"
            lines[at] = " ".join(words)
    return lines


def _ends(behind: str, line: str) -> bool:
    """Whether what stands behind a line is no further paragraph of it."""
    return not behind.strip() or len(behind) - len(behind.lstrip()) < len(line) - len(line.lstrip()) \
        or bool(re.match(r" +(?:- |\+ |\d+\. |a\) )", behind))
