"""S309: trong một văn bản, một mã đặt cho hai nhiệm vụ, hai chú thích hay hai cột.

Vì sao: nơi khác dẫn đến mã ấy sẽ không biết là thứ nào; cột trùng mã thì hàng không biết ghi vào cột nào.
Cách sửa: đổi một trong hai mã.

Đạt:
    loai_van_ban: phu_luc
    bang_bieu:
      - {ma: bang_so, cot: [{ma: ten, tieu_de: Tên}, {ma: noi, tieu_de: Nơi}], hang: [{ten: A, noi: B}]}
Không đạt:
    loai_van_ban: phu_luc
    bang_bieu:                            # lỗi: S309 $.bang_bieu[0].cot[1]
      - {ma: bang_so, cot: [{ma: ten, tieu_de: Tên}, {ma: ten, tieu_de: Nơi}], hang: [{ten: A}]}
"""

from collections.abc import Iterable, Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject
from vanban.model.document import NhiemVu
from vanban.model.running_text import Note
from vanban.model.table import ROW_WORDS, Cot

CODE, TARGET, SOURCE = "S309", "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each such id that was given before. Ids of headings, items, tables and pictures are one set over all
    documents of a set, and told with the references."""
    tasks = [task for group in subject.van_ban.nhiem_vu for task in group.gom]
    notes = [note for text in subject.texts for note in text.notes]
    for nodes in (tasks, notes):
        yield from _again(nodes, "Mã", subject)
    for table in subject.written_tables:
        for leaf in table.leaves:
            if leaf.ma in ROW_WORDS:
                yield Fault(leaf.origin, f"“{leaf.ma}” là từ dành riêng của hàng, không làm mã cột được.",
                            "Đổi mã cột.")
        yield from _again([leaf for leaf in table.leaves if leaf.ma not in ROW_WORDS], "Mã cột", subject)


def _again(nodes: Iterable[NhiemVu | Note | Cot], what: str, subject: DocumentSubject) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for node in nodes:
        if node.ma and node.ma in first:
            yield Fault(node.origin, f"{what} “{node.ma}” đã đặt ở dòng {subject.line(first[node.ma])}.",
                        "Đổi một trong hai mã.")
        first.setdefault(node.ma, node.origin)
