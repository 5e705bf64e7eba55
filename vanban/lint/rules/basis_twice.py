"""R116: một căn cứ ghi hai lần trong cùng văn bản.

Vì sao: mỗi dòng căn cứ in ra là một căn cứ; ghi lại lần nữa thì in thừa. Hai mã của sổ có cùng số, ngày cũng là một văn
bản. Các khoản khác nhau của một văn bản (khoản 1 [[mã]], khoản 2 [[mã]]) thì không phải là ghi hai lần.
Cách sửa: xóa chỗ ghi lại; sổ có hai mục cho một văn bản thì giữ một mục.

Đạt:
    can_cu: [nq_76_2021, 'khoản 1 Mục II [[nq_76_2021]]']
Không đạt:
    can_cu:
      - nq_76_2021
      - nq_131_nq_cp_2022; nq_76_2021     # lỗi: R116 $.can_cu[1]
"""

from collections.abc import Iterator, Mapping

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.document import VanBan
from vanban.model.inline import Reference, shown_text
from vanban.model.registers import CanCu

CODE, LEVEL, NAME, BO_QUA = "R116", "warning", "basis-twice", True
TARGET, SOURCE = "set", ""
# So much of a line in words is quoted.
_SHOWN = 60


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each act, or line of words, that stood in the căn cứ of the document before."""
    for van_ban in subject.bo:
        first: dict[object, int] = {}
        for said, words, origin in _bases(van_ban, subject.setting.registers.can_cu):
            if said in first:
                line = subject.places[first[said]].line
                yield Fault(origin, f"Căn cứ {words} đã ghi ở dòng {line}.", "Xóa chỗ ghi lại.")
            first.setdefault(said, origin)


def _bases(van_ban: VanBan, acts: Mapping[str, CanCu]) -> Iterator[tuple[object, str, int]]:
    """What is cited by itself, or the words of a line; how to call it; where it stands."""
    for index, line in enumerate(van_ban.can_cu):
        if all(isinstance(each, Reference) for each in line):
            for act, origin in ((acts.get(each.ma), each.origin) for each in line if isinstance(each, Reference)):
                if act:
                    yield (act.so_ky_hieu or act.ma, act.ngay_ban_hanh), act.name, origin
        else:
            words = " ".join(shown_text(line).split())
            shown = f"“{words[:_SHOWN]}{'…' if words[_SHOWN:] else ''}”"
            yield words.casefold(), shown, van_ban.origin_of("can_cu", index)

