"""A body as a task names it, by an id or in words → whether a commune is meant, as one of “các xã, phường” too.

What nobody can tell from the words, as “các địa phương”, is told, never lost.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from vanban.body_names import spelled
from vanban.facts.reporters import Reporters
from vanban.ids import is_id
from vanban.model.registers import CoQuan
from vanban.plan.context import Carrying
from vanban.text import nfc

# given: it is meant; likely: those like it are meant, and more is said of them; unknown: the words do not say;
# other: others are meant. The first of several parts of a name wins.
Meant = Literal["given", "likely", "unknown", "other"]
_ORDER: tuple[Meant, ...] = ("given", "likely", "unknown", "other")

_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
_OWN = re.compile(rf"Ủy ban nhân dân (?P<kind>{'|'.join(_COMMUNES)}) (?P<name>.+)", re.IGNORECASE)
# Names of several that stand in one: “Các sở, ban, ngành; UBND các xã, phường”.
_JOINT = re.compile(r"\s*;\s*|,?\s+(?<!nhân dân )(?:và\s+)?(?=ủy ban nhân dân\b|các\b)", re.IGNORECASE)
_STEP = re.compile(
    r"[\s,/-]*(?:(?P<many>tất cả|các|cấp|mọi|mỗi|từng)|(?:và|chủ tịch|ủy ban nhân dân|hội đồng nhân dân|chính quyền)"
    r"|(?P<kind>thị xã|thị trấn|đặc khu|thành phố|xã|phường|huyện|quận|tỉnh|sở|ban|ngành|đoàn thể|hội|phòng))(?!\w)",
    re.IGNORECASE)
# What says nothing but that all are meant.
_ALL = re.compile(r"(?:trên địa bàn|trong|thuộc|của|toàn)\s+(?:toàn\s+)?tỉnh(?:\s.*)?|trên địa bàn|\(.*\)",
                  re.IGNORECASE)
_ANYBODY = re.compile(r"(?<!\w)(?:địa phương|đơn vị|cơ quan|cơ sở|các cấp|tổ chức)(?!\w)", re.IGNORECASE)


def meant(typed: str, carrying: Carrying) -> Meant:
    """Whether the body that issues the plan is meant by an id or a name."""
    registers = carrying.registers
    ma = typed if is_id(typed) else _registered(typed, carrying)
    if ma == carrying.co_quan or ma and carrying.co_quan in Reporters(registers).members(ma, carrying.day):
        return "given"
    body = registers.co_quan.get(ma)
    if ma in registers.nhom_co_quan or body and not _is_group(body) or is_id(typed) and not body:
        return "other"
    own = registers.co_quan.get(carrying.co_quan)
    name = body.ten_goi if body else typed
    return min((_of_part(part, own) for part in _parts(name)), key=_ORDER.index, default="other")


def shown(typed: str, carrying: Carrying) -> str:
    """A body as it is named to a person."""
    body = carrying.registers.co_quan.get(typed)
    return body.ten_goi if body else " ".join(typed.split())


def _registered(typed: str, carrying: Carrying) -> str:
    """The id of the body or the group of that name; "" where none has it."""
    name = _plain(typed)
    bodies = ((each.ma, (each.ten_goi, each.ten_ngan)) for each in carrying.registers.co_quan.values())
    groups = ((each.ma, (each.ten_goi,)) for each in carrying.registers.nhom_co_quan.values())
    found = [ma for ma, names in (*bodies, *groups) if any(each and _plain(each) == name for each in names)]
    return carrying.co_quan if carrying.co_quan in found else next(iter(found), "")


@cache
def _plain(name: str) -> str:
    return _written_out(name).casefold()


def _written_out(name: str) -> str:
    return spelled(" ".join(name.split())).name.replace("Uỷ", "Ủy").replace("uỷ", "ủy")


def _is_group(body: CoQuan) -> bool:
    return not (body.cap_truong or body.ky_hieu or body.nguoi_ky)


@dataclass(frozen=True, slots=True)
class _Part:
    """kinds  the kinds of bodies that are listed; is_many: whether all of them are meant
    rest   what is said behind these; says_case: whether its capitals say what is a name
    """

    kinds: frozenset[str]
    is_many: bool
    rest: str
    says_case: bool
    words: str


def _parts(name: str) -> Iterator[_Part]:
    says_case = not (nfc(name).isupper() or nfc(name).islower())
    for words in filter(None, _JOINT.split(_written_out(name))):
        at, kinds, is_many = 0, set[str](), False
        while step := _STEP.match(words, at):
            at, is_many = step.end(), is_many or bool(step["many"])
            kinds |= {step["kind"].lower()} if step["kind"] else set()
        kinds |= {*_COMMUNES} if re.search(r"(?<!\w)cấp xã(?!\w)", words, re.IGNORECASE) else set()
        rest = words[at:].strip(" ,./")
        yield _Part(frozenset(kinds), is_many or not rest, "" if _ALL.fullmatch(rest) else rest, says_case, words)


def _of_part(part: _Part, own: CoQuan | None) -> Meant:
    commune = _OWN.fullmatch(own.ten_goi) if own else None
    if not (part.is_many and part.kinds & {*_COMMUNES}):
        is_open = _ANYBODY.search(part.words) or not commune and part.is_many
        return "unknown" if is_open else "other"
    if commune is None or commune["kind"].lower() not in part.kinds:
        return "unknown"
    if not part.rest or re.search(rf"(?<!\w){re.escape(commune['name'])}(?!\w)", part.rest, re.IGNORECASE):
        return "given"
    return "other" if part.says_case and part.rest[:1].isupper() else "likely"
