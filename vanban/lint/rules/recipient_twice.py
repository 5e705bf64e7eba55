"""R136: một nơi ghi hai lần ở Nơi nhận hoặc Kính gửi.

Vì sao: mỗi dòng là một nơi nhận; ghi lại lần nữa thì in thừa, văn thư gửi hai lần.
Cách sửa: xóa chỗ ghi lại.

Ví dụ:
    “noi_nhan: [Bộ Nội vụ, Bộ Tài chính, Bộ Nội vụ]”: Bộ Nội vụ ghi hai lần.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.document import VanBan
from vanban.model.inline import shown_text
from vanban.text import question_in, without_end

CODE, LEVEL, NAME, BO_QUA = "R136", "warning", "recipient-twice", True
TARGET, SOURCE = "set", ""
_LABELS = {"noi_nhan": "Nơi nhận", "kinh_gui": "Kính gửi"}


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
    for index, line in enumerate(getattr(van_ban, key)):
        for name in shown_text(line).split("\n"):
            if (words := " ".join(name.split())) and not question_in(words):
                yield words, van_ban.origin_of(key, index)
