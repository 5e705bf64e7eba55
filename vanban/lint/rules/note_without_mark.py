"""S307: lời chú thích mà không câu nào dẫn đến.

Vì sao: chú thích in ở cuối trang có dấu dẫn; không có dấu thì lời ấy không biết in ở đâu và sẽ mất.
Cách sửa: đặt [^ma] vào chỗ cần chú thích trong câu, hoặc xóa dòng lời chú thích.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          Theo kế hoạch riêng[^ke_hoach].
          [^ke_hoach]: Kế hoạch của Sở Tư pháp.
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |                       # lỗi: S307 $.de_muc[0].noi_dung
          Theo kế hoạch riêng.
          [^ke_hoach]: Kế hoạch của Sở Tư pháp.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject

CODE, LEVEL, NAME, BO_QUA = "S307", "error", "note-without-mark", False
TARGET, SOURCE = "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each note that no mark leads to."""
    for ma, note in subject.notes.items():
        if ma not in subject.note_marks:
            yield Fault(note.origin, f"Lời chú thích [^{ma}] không được dẫn ở đâu.",
                        f"Đặt [^{ma}] vào chỗ cần chú thích, hoặc xóa dòng này.")
