"""C115: bài kết thúc bằng dấu hai chấm, dấu phẩy.

Vì sao: dấu hai chấm báo trước một danh sách, một bảng; không có gì theo sau là phần ấy bị bỏ quên. Câu dừng ở dấu phẩy
là câu còn dở; máy in “./.” thay dấu ấy nên trên giấy không còn thấy.
Cách sửa: viết tiếp danh sách, bảng còn thiếu, hoặc kết thúc câu bằng dấu chấm.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          Các việc phải làm gồm:
          - Rà soát văn bản.
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |                       # lỗi: C115 $.de_muc[0].noi_dung
          Các việc phải làm gồm:
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |                       # lỗi: C115 $.de_muc[0].noi_dung
          Rà soát văn bản, báo cáo kết quả,
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.inline import shown_text
from vanban.model.running_text import Insert, Paragraph, Text

CODE, LEVEL, NAME, BO_QUA = "C115", "error", "list-forgotten", True
TARGET, SOURCE = "set", ""
_OPEN = {":": "dấu hai chấm", ",": "dấu phẩy"}


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each document whose last line leads in what does not follow."""
    for van_ban in subject.bo:
        last = _last_line(van_ban)
        sign = _OPEN.get(shown_text(last.inlines).rstrip()[-1:]) if last else None
        if last and sign:
            yield Fault(
                last.origin, f"Dòng cuối của bài kết thúc bằng {sign} mà không có gì theo sau.",
                "Viết tiếp phần còn thiếu, hoặc kết thúc câu bằng dấu chấm.",
            )


def _last_line(node: VanBan | DeMuc) -> Paragraph | None:
    """The last line that a document or heading prints; None where that is a table, a picture or a title."""
    if node.noi_dung_cuoi.blocks:
        return _last_of(node.noi_dung_cuoi)
    if node.bang_bieu or node.hinh:
        return None
    if node.de_muc:
        return _last_line(node.de_muc[-1])
    return _last_of(node.mo_dau if isinstance(node, VanBan) else node.noi_dung)


def _last_of(text: Text) -> Paragraph | None:
    lines = list(text.walk())
    if not lines or isinstance(lines[-1], Insert):
        return None
    return Paragraph(lines[-1].inlines, origin=lines[-1].origin)
