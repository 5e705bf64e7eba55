"""R136: một nơi ghi hai lần ở Nơi nhận, Kính gửi hoặc Lưu.

Vì sao: mỗi dòng là một nơi nhận; ghi lại lần nữa thì in thừa, văn thư gửi hai lần.
Cách sửa: xóa chỗ ghi lại.

Ví dụ:
    “noi_nhan: [Bộ Nội vụ, Bộ Tài chính, Bộ Nội vụ]”: Bộ Nội vụ ghi hai lần.
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.document import VanBan
from vanban.model.inline import shown_text
from vanban.text import question_in, without_end

CODE, LEVEL, NAME, BO_QUA = "R136", "warning", "recipient-twice", True
TARGET, SOURCE = "set", ""
_LABELS = {"noi_nhan": "Nơi nhận", "kinh_gui": "Kính gửi", "luu": "Lưu"}
# What stands in brackets tells one from another: "VT (SNV), VT (STC)"; a comma in them parts nothing.
_COMMA = re.compile(r",(?![^()]*\))")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each line that says what one above it says, whatever sign ends it."""
    for key, label in _LABELS.items():
        first: dict[str, int] = {}
        for words, origin in _named(subject.bo.van_ban, key):
            said = without_end(words).casefold()
            if said in first:
                line = subject.places[first[said]].line
                yield Fault(origin, f"{label} đã có “{without_end(words)}” ở dòng {line}.", "Xóa chỗ ghi lại.")
            first.setdefault(said, origin)


def _named(van_ban: VanBan, key: str) -> Iterator[tuple[str, int]]:
    """What each line of the list names, of a group each one, but no open question; where it stands."""
    for piece, origin in _kept(van_ban) if key == "luu" else _listed(van_ban, key):
        if (words := " ".join(piece.split())) and not question_in(words):
            yield words, origin


def _kept(van_ban: VanBan) -> Iterator[tuple[str, int]]:
    return ((piece, van_ban.origin_of("luu")) for piece in _COMMA.split(van_ban.luu))


def _listed(van_ban: VanBan, key: str) -> Iterator[tuple[str, int]]:
    for index, line in enumerate(getattr(van_ban, key)):
        yield from ((name, van_ban.origin_of(key, index)) for name in shown_text(line).split("\n"))
