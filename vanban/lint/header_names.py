"""The names above a document, line by line as they were typed, and how the left cell of the header takes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from vanban.lint.subjects import SetSubject
from vanban.metrics import text_width
from vanban.model.registers import CoQuan
from vanban.text import question_in
from vanban.the_thuc import Kieu
from vanban.title_lines import SLACK, title_breaks
from vanban.units import Length

_STYLES = {"ten_chu_quan": "VB_CoQuanChuQuan", "ten_dong": "VB_CoQuanBanHanh"}


@dataclass(frozen=True, slots=True)
class HeaderName:
    """A name in the header.

    key       of the register, that breaks it into lines; origin: of its entry there
    typed     its lines as they were typed, one for a name that nobody has broken
    lines     those that are printed, in the letters of the register
    fits      whether each is as wide as its cell at most; room: how wide that is
    """

    key: str
    origin: int
    typed: tuple[str, ...]
    lines: tuple[str, ...]
    fits: bool
    room: Length

    @property
    def words(self) -> str:
        return " ".join(self.typed)


def header_names(subject: SetSubject) -> Iterator[HeaderName]:
    """The name of the superior, where there is one, and that of the issuing body; not one that is still asked for,
    and none of a set that was issued with them."""
    issuer = subject.issuer
    if issuer is None or subject.kept:
        return
    superior = subject.setting.registers.co_quan.get(issuer.truc_thuoc)
    named = [("ten_chu_quan", superior, superior.ten_chu_quan)] if superior else []
    for key, body, typed in (*named, ("ten_dong", issuer, issuer.ten_dong)):
        if not any(question_in(line) for line in typed):
            yield _name(key, body, typed, subject)


def _name(key: str, body: CoQuan, typed: tuple[str, ...], subject: SetSubject) -> HeaderName:
    room, kieu = subject.the_thuc.trang.tieu_de_trai, subject.the_thuc.kieu[_STYLES[key]]
    lines = tuple(part for line in typed for part in _broken(line, room, kieu))
    fits = all(_width(kieu, line.upper()) <= room / SLACK for line in lines)
    return HeaderName(key, body.origin, typed, lines, fits, room)


def _broken(line: str, room: Length, kieu: Kieu) -> list[str]:
    breaks = title_breaks(line.upper(), int(room / SLACK), partial(_width, kieu))
    return [line[start + 1:end] for start, end in pairwise([-1, *breaks, len(line)])]


def _width(kieu: Kieu, words: str) -> Length:
    return text_width(words, kieu.co_chu, kieu.dam, kieu.nghieng)
