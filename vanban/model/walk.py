"""Going through a tree in the order of print: changing every inline node, or looking at each."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from vanban.model.body import Block, DeMuc, Insert, Note, Paragraph, Text
from vanban.model.document import NhiemVu, NhomNhiemVu, VanBan
from vanban.model.inline import Inline, Line

Change = Callable[[Inline], Inline]
_B = TypeVar("_B", bound=Block)


def map_inlines(van_ban: VanBan, change: Change) -> VanBan:
    """`van_ban` with `change` applied to every inline node of its body, nơi nhận and tasks, not to căn cứ."""
    return replace(
        van_ban,
        theo_de_nghi=_line(van_ban.theo_de_nghi, change),
        mo_dau=_text(van_ban.mo_dau, change),
        de_muc=tuple(_de_muc(node, change) for node in van_ban.de_muc),
        nhiem_vu=tuple(_nhom(group, change) for group in van_ban.nhiem_vu),
        kinh_gui=tuple(_line(line, change) for line in van_ban.kinh_gui),
        noi_nhan=tuple(_line(line, change) for line in van_ban.noi_nhan),
    )


def inlines(van_ban: VanBan) -> Iterator[Inline]:
    """Every inline node, căn cứ first, in the order of print."""
    for line in van_ban.can_cu:
        yield from line
    found: list[Inline] = []

    def look(inline: Inline) -> Inline:
        found.append(inline)
        return inline

    map_inlines(van_ban, look)
    yield from found


def de_mucs(nodes: tuple[DeMuc, ...]) -> Iterator[DeMuc]:
    """Every heading of `nodes` and below, in the order of print."""
    for node in nodes:
        yield node
        yield from de_mucs(node.de_muc)


def texts(van_ban: VanBan) -> Iterator[Text]:
    """Every block of running text, in the order of print."""
    yield van_ban.mo_dau
    yield from _texts(van_ban.de_muc)


def _texts(nodes: tuple[DeMuc, ...]) -> Iterator[Text]:
    for node in nodes:
        yield node.noi_dung
        yield from _texts(node.de_muc)
        yield node.noi_dung_cuoi


def _line(line: Line, change: Change) -> Line:
    return tuple(map(change, line))


def _text(text: Text, change: Change) -> Text:
    return Text(
        tuple(_block(block, change) for block in text.blocks),
        tuple(Note(note.ma, _line(note.inlines, change), note.origin) for note in text.notes),
    )


def _block(block: _B, change: Change) -> _B:
    if isinstance(block, Insert):
        return block
    if isinstance(block, Paragraph):
        return replace(block, inlines=_line(block.inlines, change))
    return replace(
        block,
        inlines=_line(block.inlines, change),
        paragraphs=tuple(_block(paragraph, change) for paragraph in block.paragraphs),
        items=tuple(_block(item, change) for item in block.items),
    )


def _de_muc(node: DeMuc, change: Change) -> DeMuc:
    return replace(
        node,
        tieu_de=_line(node.tieu_de, change),
        noi_dung=_text(node.noi_dung, change),
        de_muc=tuple(_de_muc(child, change) for child in node.de_muc),
        noi_dung_cuoi=_text(node.noi_dung_cuoi, change),
    )


def _nhom(group: NhomNhiemVu, change: Change) -> NhomNhiemVu:
    return replace(group, gom=tuple(_nhiem_vu(task, change) for task in group.gom))


def _nhiem_vu(task: NhiemVu, change: Change) -> NhiemVu:
    return replace(task, noi_dung=_line(task.noi_dung, change), san_pham=_line(task.san_pham, change))
