"""A decision with what it does to the file, for each answer that a person may give."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from vanban.model.year_turn import QuyetDinhChuyen, SoPhan
from vanban.plan.changes import NOTHING, Changes
from vanban.readers.source import Source
from vanban.readers.spans import Path
from vanban.text import nfc, without_end

# What is answered in place of words.
KEEP, MOVE, DROP = "giữ", "chuyển", "xóa"
_SAME = {"giữ nguyên": KEEP, "để nguyên": KEEP, "chuyển sang năm mới": MOVE, "đồng ý": MOVE, "xoá": DROP, "bỏ": DROP}


class AnswerRefused(Exception):
    """An answer that cannot be followed; its words say why, in a clerk's words."""


@dataclass(frozen=True, slots=True)
class Item:
    """What was decided of a place, and what follows: of no answer ("") and of each answer.

    path  where it stands in the old file
    told  whether it is a decision; else it only follows one that is made elsewhere
    """

    decision: QuyetDinhChuyen
    path: Path
    act: Callable[[str], Changes]
    told: bool = True

    def answered(self, answers: Mapping[str, str]) -> "Item":
        """It with the answer that there is for it."""
        return replace(self, decision=replace(self.decision, tra_loi=answers.get(self.decision.vi_tri, "")))

    def changes(self) -> Changes:
        """What is to be changed. Raises AnswerRefused."""
        return self.act(self.decision.tra_loi)


@dataclass
class Naming:
    """Names the decisions of one file: nearest id, mark of the words, how many times these stood there."""

    source: Source
    stem: str
    counted: Counter[tuple[str, str]] = field(default_factory=Counter)

    def decision(
        self, path: Path, words: str, so_phan: SoPhan, ly_do: str, de_xuat: str = "", line: int = 0
    ) -> QuyetDinhChuyen:
        """The decision of what stands at `path`; `line` where that is inside of a text."""
        anchor, said = _anchor(self.source.data, path), " ".join(words.split())
        mark = hashlib.sha256(nfc(said).encode()).hexdigest()[:6]
        self.counted[anchor, mark] += 1
        where = f"{self.stem}#{anchor}/{mark}/{self.counted[anchor, mark]}"
        at = f"{self.source.file.rpartition('/')[2]}:{line or self.source.place(path).line}"
        return QuyetDinhChuyen(where, at, said, so_phan, ly_do, de_xuat, above=_titles(self.source.data, path))


def answer_of(text: str, *, is_prose: bool = False) -> str:
    """An answer as it is followed: one of KEEP, MOVE, DROP, or words; what ends a sentence goes, in prose it stays."""
    said = " ".join(nfc(text).split())
    bare = without_end(said)
    known = bare.casefold()
    return _SAME.get(known, known if known in (KEEP, MOVE, DROP) else said if is_prose else bare)


def stays(answer: str) -> Changes:
    """Of what stays whatever is said. Raises AnswerRefused for an answer other than that it stays."""
    if answer not in ("", KEEP, MOVE):
        raise AnswerRefused("chỗ này không nhận câu trả lời; muốn khác thì sửa thẳng trong tệp mới")
    return NOTHING


def question(*reasons: str) -> str:
    """An open question for a draft."""
    words = "; ".join(dict.fromkeys(reasons)).replace("{", "(").replace("}", ")").replace("\n", " ")
    return f"{{XEM LẠI: {words}}}"


def _anchor(data: Any, path: Path) -> str:
    """The nearest id above what stands at `path`; the key at the top where nothing has one."""
    found = str(path[0]) if path else ""
    for depth, part in enumerate(path):
        data = data[part]
        if depth and isinstance(data, dict) and isinstance(data.get("ma"), str) and depth + 1 < len(path):
            found = data["ma"]
    last = path[-1] if path else ""
    return f"{found}.{last}" if re.search(r"thoi_gian|gia_tri|chu_tri|phoi_hop", str(last)) else found


def _titles(data: Any, path: Path) -> tuple[str, ...]:
    """The titles above what stands at `path`, from the outside."""
    titles = []
    for part in path:
        data = data[part]
        if isinstance(data, dict) and isinstance(name := data.get("tieu_de") or data.get("nhom"), str):
            titles.append(name.replace("|", " ").strip())
    return tuple(titles)
