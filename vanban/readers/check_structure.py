"""What a document promises itself: footnotes have texts, `@chen` has what it places, an id stands for one thing."""

from collections.abc import Iterable, Iterator

from vanban.findings import Finding, finding
from vanban.model.document import NhiemVu, VanBan
from vanban.model.inline import NoteMark
from vanban.model.picture import Hinh
from vanban.model.places import Places
from vanban.model.running_text import Insert, Note, Text
from vanban.model.table import BangBieu
from vanban.model.walk import de_mucs, inlines, tables, texts
from vanban.readers.check_tables import check_table
from vanban.text import nearest


def check_structure(van_ban: VanBan, places: Places) -> list[Finding]:
    """The faults of one document."""
    written = (table for table in tables(van_ban) if table.cot)
    return [
        *_notes(van_ban, places), *_all_inserts(van_ban, places), *_ids_given_twice(van_ban, places),
        *(fault for table in written for fault in check_table(table, places)),
    ]


def _ids_given_twice(van_ban: VanBan, places: Places) -> Iterator[Finding]:
    """Of tasks and footnotes; ids of headings, items, tables and pictures are one set over all documents of a set."""
    tasks = tuple(task for group in van_ban.nhiem_vu for task in group.gom)
    notes = tuple(note for text in texts(van_ban) for note in text.notes)
    groups: tuple[tuple[NhiemVu | Note, ...], ...] = (tasks, notes)
    for nodes in groups:
        first: dict[str, int] = {}
        for node in nodes:
            if node.ma and node.ma in first:
                yield finding(
                    "S309", places[node.origin], f"Mã “{node.ma}” đã đặt ở dòng {places[first[node.ma]].line}.",
                    "Đổi một trong hai mã.",
                )
            first.setdefault(node.ma, node.origin)


def _notes(van_ban: VanBan, places: Places) -> Iterator[Finding]:
    marks: dict[str, NoteMark] = {}
    for inline in inlines(van_ban):
        if isinstance(inline, NoteMark):
            if inline.ma in marks:
                first = places[marks[inline.ma].origin]
                yield finding("S310", places[inline.origin],
                              f"Chú thích [^{inline.ma}] đã đánh dấu ở dòng {first.line}.",
                              "Viết một lời chú thích riêng với mã khác cho chỗ này.")
            marks.setdefault(inline.ma, inline)
    notes = {note.ma: note for text in texts(van_ban) for note in text.notes}
    for note in notes.values():
        for inline in note.inlines:
            if isinstance(inline, NoteMark):
                yield finding("S302", places[inline.origin], "Trong lời chú thích không đặt được dấu chú thích khác.",
                              "Viết gộp hai lời chú thích làm một.")
        if not note.inlines:
            yield finding("S306", places[note.origin], f"Chú thích [^{note.ma}] chưa có lời.",
                          f"Viết lời ngay sau “[^{note.ma}]: ”.")
    for ma, mark in marks.items():
        if ma not in notes:
            yield finding("S306", places[mark.origin], f"Chú thích [^{ma}] chưa có lời.", f"Thêm dòng “[^{ma}]: …”.")
    for ma, note in notes.items():
        if ma not in marks:
            yield finding("S307", places[note.origin], f"Lời chú thích [^{ma}] không được dẫn ở đâu.",
                          f"Đặt [^{ma}] vào chỗ cần chú thích, hoặc xóa dòng này.")


def _all_inserts(van_ban: VanBan, places: Places) -> Iterator[Finding]:
    yield from _inserts((van_ban.mo_dau, van_ban.noi_dung_cuoi), van_ban.bang_bieu + van_ban.hinh, places)
    for table in tables(van_ban):
        for block in table.ghi_chu_cuoi.walk():
            if isinstance(block, Insert):
                yield finding("S308", places[block.origin], "Trong ghi chú dưới bảng không chèn được bảng hay hình.",
                              "Chuyển dòng @chen ra ngoài bảng.")
    for node in de_mucs(van_ban.de_muc):
        yield from _inserts((node.noi_dung, node.noi_dung_cuoi), node.bang_bieu + node.hinh, places)


def _inserts(blocks: Iterable[Text], here: tuple[BangBieu | Hinh, ...], places: Places) -> Iterator[Finding]:
    known = {each.ma: None for each in here}  # in the order of the file
    first: dict[str, int] = {}
    for text in blocks:
        for block in text.walk():
            if not isinstance(block, Insert):
                continue
            if block.ma in first:
                yield finding(
                    "S308", places[block.origin], f"“@chen {block.ma}” đã có ở dòng {places[first[block.ma]].line}.",
                    "Mỗi bảng, mỗi hình in một lần: giữ một dòng @chen.",
                )
            first.setdefault(block.ma, block.origin)
            if block.ma not in known:
                close = nearest(block.ma, known)
                yield finding(
                    "S308", places[block.origin],
                    f"“@chen {block.ma}”: không có bảng hay hình nào mang mã này ở đề mục đang viết.",
                    f"Có phải “{close}”?" if close else "Khai báo trong “bang_bieu” hoặc “hinh” của chính đề mục này.",
                )
