"""S310: một chú thích được đánh dấu ở hai chỗ.

Vì sao: trên giấy mỗi số chú thích đứng một chỗ và có lời ở cuối chính trang ấy; hai chỗ dùng chung một lời thì chỗ sau
không có lời ở trang của nó.
Cách sửa: viết cho chỗ thứ hai một lời chú thích riêng với mã khác.

Đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |
          Một[^a], hai[^b].
          [^a]: Lời thứ nhất.
          [^b]: Lời thứ hai.
Không đạt:
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: |                       # lỗi: S310 $.de_muc[0].noi_dung
          Một[^a], hai[^a].
          [^a]: Lời chung.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject

CODE, LEVEL, NAME, BO_QUA = "S310", "error", "note-marked-twice", False
TARGET, SOURCE = "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each mark of a note behind its first."""
    for ma, (first, *others) in subject.note_marks.items():
        for mark in others:
            yield Fault(mark.origin, f"Chú thích [^{ma}] đã đánh dấu ở dòng {subject.line(first.origin)}.",
                        "Viết một lời chú thích riêng với mã khác cho chỗ này.")
