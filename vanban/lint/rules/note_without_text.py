"""S306: dấu chú thích [^ma] trong câu mà không có lời chú thích.

Vì sao: người đọc gặp số chú thích trên giấy mà cuối trang không có gì; máy không in số trống.
Cách sửa: thêm dòng “[^ma]: …” trong cùng văn bản, hoặc xóa dấu [^ma] ở câu.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          Theo kế hoạch riêng[^ke_hoach].
          [^ke_hoach]: Kế hoạch của Sở Tư pháp.
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |                       # lỗi: S306 $.de_muc[0].noi_dung
          Theo kế hoạch riêng[^ke_hoach].
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject

CODE, LEVEL, NAME, BO_QUA = "S306", "error", "note-without-text", False
TARGET, SOURCE = "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each mark that no note has the text of, and for each note that has none."""
    for note in subject.notes.values():
        if not note.inlines:
            yield Fault(note.origin, f"Chú thích [^{note.ma}] chưa có lời.", f"Viết lời ngay sau “[^{note.ma}]: ”.")
    for ma, marks in subject.note_marks.items():
        if ma not in subject.notes:
            yield Fault(marks[0].origin, f"Chú thích [^{ma}] chưa có lời.", f"Thêm dòng “[^{ma}]: …”.")
