"""R140: chữ gõ liền trước hoặc liền sau [[mã]] lặp lại chữ mà máy in ở chỗ đó: “Điều [[dieu_3]]” in “Điều Điều 3”.

Vì sao: máy in đủ câu chữ của chỗ được dẫn, có cả “Điều”, “khoản”, “Nghị quyết số”, “Sở”; gõ thêm thì trên giấy có hai
lần.
Cách sửa: bỏ phần gõ thêm, chỉ viết [[mã]]. Muốn in đúng như thế thì ghi “bo_qua: {R140: lý do}”.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Thực hiện điểm a khoản 1 Mục II [[nq_76_2021]]; cơ quan chủ trì là [[so_noi_vu_nghe_an]].
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Thực hiện Nghị quyết số [[nq_76_2021]].      # lỗi: R140 $.de_muc[0].noi_dung
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.inline import Inline, Line, Reference, Run

CODE, LEVEL, NAME, BO_QUA = "R140", "warning", "noun-before-reference", True
TARGET, SOURCE = "set", ""

_NOUNS = ("điểm", "khoản", "điều", "tiểu mục", "mục", "chương", "phần")  # what stands in what
_PART = rf"\b(?P<noun>{'|'.join(_NOUNS)}) (?:thứ )?(?:\d+|[ivx]+|[a-zđ])\b"
_PART_BEFORE = re.compile(rf"{_PART}\s+\Z", re.IGNORECASE)
_PART_BEHIND = re.compile(rf"\s+(?:{_PART}|(?P<this>{'|'.join(_NOUNS)}) này\b)", re.IGNORECASE)
_PRINTED_PART = re.compile(_PART, re.IGNORECASE)
_OF_ACT_BEHIND = re.compile(r"\s+(?P<what>số|ngày) \d[\w/-]*")
_MOST = 6  # so many words on each side are looked at


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each reference whose printed words repeat what is typed right beside it."""
    told: set[int] = set()
    for line in _lines(subject):
        for index, inline in enumerate(line):
            if not isinstance(inline, Reference) or not inline.target or not inline.shown or inline.origin in told:
                continue
            before, behind = _typed(reversed(line[:index]))[::-1], _typed(line[index + 1 :])
            typed = _before("".join(before), inline.shown) or _behind("".join(behind), inline.shown)
            if typed:
                told.add(inline.origin)
                yield Fault(
                    inline.origin,
                    f"Máy in “{_in_short(inline.shown)}” ở [[{inline.ma}]]; “{typed}” gõ liền đó sẽ in thành hai lần.",
                    f"Bỏ “{typed}”, chỉ viết [[{inline.ma}]].",
                )


def _lines(subject: SetSubject) -> Iterator[Line]:
    yield from (line.inlines for line in subject.lines)
    for van_ban in subject.bo:
        yield from (*van_ban.can_cu, *van_ban.kinh_gui, *van_ban.noi_nhan, van_ban.theo_de_nghi)


def _typed(inlines: Iterable[Inline]) -> Sequence[str]:
    """The words that are typed beside a reference, up to the next sign."""
    return [each.text for each in takewhile(lambda each: isinstance(each, Run), inlines) if isinstance(each, Run)]


def _before(typed: str, shown: str) -> str:
    """What is typed right before a reference and stands in its words too; a part that its own is no part of: "khoản 1
    [[khoan_1]]"."""
    if not typed[-1:].isspace():
        return ""
    words, said = [word.lstrip("(“") for word in typed.split()[-_MOST:]], shown.casefold().split()
    for count in range(min(len(words), len(said)), 0, -1):
        if " ".join(words[-count:]).casefold().split() == said[:count]:
            return " ".join(words[-count:])
    part, own = _PART_BEFORE.search(typed), _PRINTED_PART.match(shown)
    is_outer = part and own and _rank(part["noun"]) >= _rank(own["noun"])
    return part[0].strip() if part and is_outer else ""


def _behind(typed: str, shown: str) -> str:
    """What is typed right behind a reference and stands in its words too."""
    nouns = {found["noun"].casefold() for found in _PRINTED_PART.finditer(shown)}
    part = _PART_BEHIND.match(typed)
    if part and (part["noun"] or part["this"]).casefold() in nouns:
        return part[0].strip()
    if (act := _OF_ACT_BEHIND.match(typed)) and f" {act['what']} " in shown:
        return act[0].strip()
    if not typed[:1].isspace():
        return ""
    words, said = typed.split()[:_MOST], shown.casefold().split()
    least = 1 if said[-1] == "này" else 2  # one syllable may be the first of another word: “Sở Tài chính chính thức”
    for count in range(min(len(words), len(said)), least - 1, -1):
        if " ".join(words[:count]).casefold().rstrip(".,;:)”").split() == said[-count:]:
            return " ".join(words[:count]).rstrip(".,;:)”")
    return ""


def _rank(noun: str) -> int:
    return _NOUNS.index(noun.casefold())


def _in_short(shown: str) -> str:
    words = shown.split()
    return " ".join(words) if len(words) <= _MOST else f"{' '.join(words[:_MOST])} …"
