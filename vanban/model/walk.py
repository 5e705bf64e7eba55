"""Going through a tree in the order of print: changing each inline node, text, table or picture, or looking at it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from vanban.model.body import DeMuc
from vanban.model.document import Moc, NhiemVu, NhomNhiemVu, VanBan
from vanban.model.inline import Inline, Line
from vanban.model.picture import Hinh
from vanban.model.running_text import Block, Insert, Paragraph, Text
from vanban.model.table import BangBieu

Change = Callable[[Inline], Inline]
_B = TypeVar("_B", bound=Block)


def map_inlines(van_ban: VanBan, change: Change) -> VanBan:
    """`van_ban` with `change` applied to every inline node of its body, tables, nơi nhận and tasks, not to căn cứ."""
    def line(line: Line) -> Line:
        return _line(line, change)

    return replace(
        map_body(van_ban, lambda text: _text(text, change), line),
        theo_de_nghi=line(van_ban.theo_de_nghi),
        nhiem_vu=tuple(_nhom(group, change) for group in van_ban.nhiem_vu),
        kinh_gui=tuple(map(line, van_ban.kinh_gui)),
        noi_nhan=tuple(map(line, van_ban.noi_nhan)),
    )


def map_body(van_ban: VanBan, text: Callable[[Text], Text], line: Callable[[Line], Line]) -> VanBan:
    """`van_ban` with every text and every line of its body, tables and captions changed."""
    def table(table: BangBieu) -> BangBieu:
        return table.map(text, line)

    def picture(hinh: Hinh) -> Hinh:
        return replace(hinh, tieu_de=line(hinh.tieu_de))

    def de_muc(node: DeMuc) -> DeMuc:
        return replace(
            node,
            tieu_de=line(node.tieu_de),
            noi_dung=text(node.noi_dung),
            de_muc=tuple(map(de_muc, node.de_muc)),
            bang_bieu=tuple(map(table, node.bang_bieu)),
            hinh=tuple(map(picture, node.hinh)),
            noi_dung_cuoi=text(node.noi_dung_cuoi),
        )

    return replace(
        van_ban,
        mo_dau=text(van_ban.mo_dau),
        de_muc=tuple(map(de_muc, van_ban.de_muc)),
        bang_bieu=tuple(map(table, van_ban.bang_bieu)),
        hinh=tuple(map(picture, van_ban.hinh)),
        noi_dung_cuoi=text(van_ban.noi_dung_cuoi),
    )


def map_tables(van_ban: VanBan, change: Callable[[BangBieu], BangBieu]) -> VanBan:
    """`van_ban` with `change` applied to every table."""
    def de_muc(node: DeMuc) -> DeMuc:
        if not (node.bang_bieu or node.de_muc):
            return node
        return replace(
            node, de_muc=tuple(map(de_muc, node.de_muc)), bang_bieu=tuple(map(change, node.bang_bieu))
        )

    return replace(
        van_ban, de_muc=tuple(map(de_muc, van_ban.de_muc)), bang_bieu=tuple(map(change, van_ban.bang_bieu))
    )


def map_pictures(van_ban: VanBan, change: Callable[[Hinh], Hinh]) -> VanBan:
    """`van_ban` with `change` applied to every picture, as `pictures` has them."""
    def de_muc(node: DeMuc) -> DeMuc:
        if not (node.hinh or node.de_muc):
            return node
        return replace(node, de_muc=tuple(map(de_muc, node.de_muc)), hinh=tuple(map(change, node.hinh)))

    return replace(van_ban, de_muc=tuple(map(de_muc, van_ban.de_muc)), hinh=tuple(map(change, van_ban.hinh)))


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


def tables(van_ban: VanBan) -> Iterator[BangBieu]:
    """Every table, those of headings first."""
    for node in de_mucs(van_ban.de_muc):
        yield from node.bang_bieu
    yield from van_ban.bang_bieu


def pictures(van_ban: VanBan) -> Iterator[Hinh]:
    """Every picture, in the order of print."""
    return _pictures(van_ban.mo_dau, van_ban.de_muc, van_ban.hinh, van_ban.noi_dung_cuoi)


def texts(van_ban: VanBan) -> Iterator[Text]:
    """Every block of running text, cells of tables too, in the order of print."""
    yield van_ban.mo_dau
    yield from _texts(van_ban.de_muc)
    for table in van_ban.bang_bieu:
        yield from table.texts()
    yield van_ban.noi_dung_cuoi


def _pictures(above: Text, nodes: tuple[DeMuc, ...], own: tuple[Hinh, ...], below: Text) -> Iterator[Hinh]:
    """Those that `@chen` places in the text above, of the nodes, those that none places, of the text below."""
    if own:
        yield from (hinh for ma in above.inserted() for hinh in own if hinh.ma == ma)
    for node in nodes:
        yield from _pictures(node.noi_dung, node.de_muc, node.hinh, node.noi_dung_cuoi)
    if own:
        placed = {*above.inserted(), *below.inserted()}
        yield from (hinh for hinh in own if hinh.ma not in placed)
        yield from (hinh for ma in below.inserted() for hinh in own if hinh.ma == ma)


def _texts(nodes: tuple[DeMuc, ...]) -> Iterator[Text]:
    for node in nodes:
        yield node.noi_dung
        yield from _texts(node.de_muc)
        for table in node.bang_bieu:
            yield from table.texts()
        yield node.noi_dung_cuoi


def _line(line: Line, change: Change) -> Line:
    return tuple(map(change, line))


def _text(text: Text, change: Change) -> Text:
    return Text(
        tuple(_block(block, change) for block in text.blocks),
        tuple(replace(note, inlines=_line(note.inlines, change)) for note in text.notes),
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


def _nhom(group: NhomNhiemVu, change: Change) -> NhomNhiemVu:
    return replace(group, gom=tuple(_nhiem_vu(task, change) for task in group.gom))


def _nhiem_vu(task: NhiemVu, change: Change) -> NhiemVu:
    return replace(
        task,
        noi_dung=_line(task.noi_dung, change),
        san_pham=_line(task.san_pham, change),
        cac_moc=tuple(Moc(moc.thoi_gian, _line(moc.ket_qua, change)) for moc in task.cac_moc),
        ghi_chu=_line(task.ghi_chu, change),
    )
