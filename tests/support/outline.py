"""A tree → an outline that a reviewer can read: one line a node, two spaces a step.

    đề mục II. “Nhiệm vụ” #muc_nhiem_vu
      khoản 1.  98% văn bản QPPL … #mt_vbqppl

Kind, mark (once counted), first words, signs inside the line, id. Faces are left out.
"""

import re
from collections.abc import Iterable, Iterator

from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.inline import Figure, Inline, Line, NoteMark, Question, Reference, Run, Script
from vanban.model.picture import Hinh
from vanban.model.running_text import Block, Insert, Item, Paragraph, Text
from vanban.model.scripts import SIGNS
from vanban.model.table import BangBieu

WORDS = 8
_SIGN = re.compile(r"\{\{.*?\}\}|\[\[.*?\]\]|\[\^.*?\]|\{XEM_LẠI\}")
_KINDS = {"khoan": "khoản", "diem": "điểm", "liet_ke": "liệt kê", "gach": "gạch", "cong": "cộng"}


def outline(van_ban: VanBan) -> str:
    """The running text, headings, tables and pictures of a document, in the order of print."""
    lines = (*_text(van_ban.mo_dau, 0), *_nodes(van_ban.de_muc, 0), *_tables(van_ban.bang_bieu, 0), *_pictures(van_ban.hinh, 0))
    return "\n".join(lines) + "\n"


def words(line: Iterable[Inline]) -> str:
    """A line as its first words, signs in their places; signs of the rest of the line follow the dots."""
    shown = "".join(map(_sign, line)).split()
    rest = [sign for word in shown[WORDS:] for sign in _SIGN.findall(word)]
    return " ".join((*shown[:WORDS], *(["…"] if len(shown) > WORDS else []), *rest))


def _sign(inline: Inline) -> str:
    match inline:
        case Figure(name=name, cach_in=form):
            return "{{" + name + (form and f"|{form}") + "}}"
        case Reference(ma=ma):
            return f"[[{ma}]]"
        case NoteMark(ma=ma):
            return f"[^{ma}]"
        case Question():
            return "{XEM_LẠI}"
        case Run(text=text):
            return text
        case Script(text=text, position=position):
            return f"{SIGNS[position]}{text}{SIGNS[position]}"


def _line(depth: int, *parts: str) -> str:
    return "  " * depth + " ".join(part for part in parts if part)


def _named(ma: str) -> str:
    return f"#{ma}" if ma else ""


def _nodes(nodes: Iterable[DeMuc], depth: int) -> Iterator[str]:
    for node in nodes:
        yield _line(depth, "đề mục", node.mark, _title(node.tieu_de), _named(node.ma))
        yield from _text(node.noi_dung, depth + 1)
        yield from _nodes(node.de_muc, depth + 1)
        yield from _tables(node.bang_bieu, depth + 1)
        yield from _pictures(node.hinh, depth + 1)
        if node.noi_dung_cuoi.blocks:
            yield _line(depth, "cuối mục", node.mark)
            yield from _text(node.noi_dung_cuoi, depth + 1)


def _title(line: Line) -> str:
    return f"“{words(line)}”" if line else "(không tiêu đề)"


def _tables(tables: Iterable[BangBieu], depth: int) -> Iterator[str]:
    for table in tables:
        yield _line(depth, "bảng", _title(table.tieu_de) if table.tieu_de else "", _named(table.ma))


def _pictures(pictures: Iterable[Hinh], depth: int) -> Iterator[str]:
    for hinh in pictures:
        yield _line(depth, "hình", _title(hinh.tieu_de) if hinh.tieu_de else "", hinh.tep, _named(hinh.ma))


def _text(text: Text, depth: int) -> Iterator[str]:
    yield from _blocks(text.blocks, depth)
    for note in text.notes:
        yield _line(depth, f"chú thích [^{note.ma}]", words(note.inlines))


def _blocks(blocks: Iterable[Block], depth: int) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield _line(depth, "đoạn", words(block.inlines), _named(block.ma))
            case Insert():
                yield _line(depth, f"@chen {block.ma}")
            case Item():
                yield _line(depth, _KINDS[block.sign], block.mark, words(block.inlines), _named(block.ma))
                yield from _blocks(block.paragraphs, depth + 1)
                yield from _blocks(block.items, depth + 1)
