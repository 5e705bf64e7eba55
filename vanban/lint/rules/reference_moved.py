"""R114: dẫn chiếu gõ tay đến một khoản, điểm mà máy đếm lại đã in bằng số khác.

Vì sao: điểm gõ “e” có thể in thành “đ”; câu “điểm e khoản 1 Mục này” khi ấy chỉ sang điểm khác. Dẫn chiếu đến văn bản
khác và trong ngoặc kép không bị nêu.
Cách sửa: đặt mã {#ma} ở cuối dòng được dẫn, viết [[ma]] trong câu để máy dẫn theo.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          1. Các việc:
          a) Một;
          b) Hai.
          1. Thực hiện điểm b khoản 1 Mục này, điểm e khoản 1 Điều 5 Nghị định số 30/2020/NĐ-CP.
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          1. Các việc:
          a) Một;
          b) Hai;
          c) Ba;
          d) Bốn;
          e) Năm.
          1. Thực hiện điểm e khoản 1 Mục này.       # lỗi: R114 $.de_muc[0].noi_dung
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vanban.lint.fault import Fault
from vanban.lint.quoted import is_quoted
from vanban.lint.subjects import SetSubject
from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.inline import Line, Run
from vanban.model.running_text import Block, Insert, Item, Paragraph, Text
from vanban.model.typed_marks import REFERENCE, bare, lists, moved

CODE, LEVEL, NAME, BO_QUA = "R114", "warning", "reference-moved", True
TARGET, SOURCE = "set", ""

# What stands behind a mark: the heading that it is of, this one or another; or an act, and then it is none of ours.
_OF = re.compile(r",? (?P<noun>Mục|Điều|Phần|mục|phần) (?P<mark>này|trên|[IVXLC]+|\d{1,3})\b")
_OF_AN_ACT = re.compile(
    r",? (?:của |tại )?(?:Điều|Bộ luật|Luật|Pháp lệnh|Hiến pháp|Nghị|Thông tư|Quyết định|Chỉ thị|Hướng dẫn|Quy định"
    r"|Quy chế|Kế hoạch|Đề án|Chương trình|Công văn|Thông báo|Kết luận)\b(?! này)"
)


class _Part(NamedTuple):
    """A heading of the first step with all that stands below it, or what stands outside of headings (mark "")."""

    mark: str
    texts: tuple[Text, ...]


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each typed reference to a mark that is printed as another."""
    for van_ban in subject.bo:
        parts = list(_parts(van_ban))
        for part in parts:
            for origin, line in _lines(part):
                yield from _faults(origin, _words(line), part, parts)


def _faults(origin: int, words: str, part: _Part, parts: Iterable[_Part]) -> Iterator[Fault]:
    for match in REFERENCE.finditer(words):
        of = _OF.match(words, match.end())
        if _OF_AN_ACT.match(words, of.end() if of else match.end()) or is_quoted(words, match.start()):
            continue
        mark = of["mark"] if of else "này"
        meant = [part] if mark in ("này", "trên") else [each for each in parts if each.mark == mark]
        if moved_to := _moved_to(match, meant):
            typed, counted = moved_to
            yield Fault(
                origin, f"“{match[0]}” gõ tay: chỗ gõ “{typed}” nay in thành “{counted}”.",
                "Đặt mã {#ma} ở cuối dòng được dẫn và viết [[ma]] trong câu để máy dẫn theo.",
            )


def _moved_to(match: re.Match[str], parts: Iterable[_Part]) -> tuple[str, str] | None:
    """The mark that is named and the one that is printed in its place; None where it is printed as it is named."""
    for part in parts:
        for text in part.texts:
            for items in lists(text.blocks if match["khoan"] else _below(text, match["trong_khoan"])):
                sign = "khoan" if match["khoan"] else "diem"
                there = moved(items) if items[0].sign == sign else {}
                if (typed := match["khoan"] or match["diem"]) in there:
                    return typed, there[typed]
    return None


def _below(text: Text, khoan: str | None) -> Iterator[Block]:
    """The items below the khoản that is named; of no khoản all of the text."""
    for block in text.blocks:
        if khoan is None or isinstance(block, Item) and khoan in (bare(block.typed_mark), bare(block.mark)):
            yield block


def _parts(van_ban: VanBan) -> Iterator[_Part]:
    yield _Part("", (van_ban.mo_dau, van_ban.noi_dung_cuoi))
    for node in van_ban.de_muc:
        yield _Part(bare(node.mark).upper().removeprefix("ĐIỀU "), tuple(_texts(node)))


def _texts(node: DeMuc) -> Iterator[Text]:
    yield node.noi_dung
    for below in node.de_muc:
        yield from _texts(below)
    yield node.noi_dung_cuoi


def _lines(part: _Part) -> Iterator[tuple[int, Line]]:
    for text in part.texts:
        for block in text.walk():
            if not (isinstance(block, Insert) or isinstance(block, Paragraph) and block.quoted):
                yield block.origin, block.inlines


def _words(line: Line) -> str:
    return "".join(inline.text if isinstance(inline, Run) else "\N{OBJECT REPLACEMENT CHARACTER}" for inline in line)
