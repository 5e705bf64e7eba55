"""S302: trong lời chú thích có dấu chú thích khác.

Vì sao: chú thích cuối trang in thành một dòng dưới trang, không mang số của một chú thích nữa.
Cách sửa: viết gộp hai lời chú thích làm một.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          Một[^a].
          [^a]: Lời thứ nhất, kèm cả lời thứ hai.
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |                       # lỗi: S302 $.de_muc[0].noi_dung
          Một[^a].
          [^a]: Lời thứ nhất[^b].
          [^b]: Lời thứ hai.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject
from vanban.model.inline import NoteMark

CODE, TARGET, SOURCE = "S302", "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each mark inside the text of a note."""
    for note in subject.notes.values():
        for inline in note.inlines:
            if isinstance(inline, NoteMark):
                yield Fault(inline.origin, "Trong lời chú thích không đặt được dấu chú thích khác.",
                            "Viết gộp hai lời chú thích làm một.")
