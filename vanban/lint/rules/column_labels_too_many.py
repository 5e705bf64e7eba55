"""C123: nhãn cột ghi ở “danh_so_cot” nhiều hơn số cột của bảng.

Vì sao: nhãn thừa không có cột để in; thường là bảng đã bớt cột.
Cách sửa: bỏ nhãn thừa; chỉ cần ghi nhãn của các cột đầu, máy đếm tiếp từ nhãn cuối.

Đạt:
    loai_van_ban: phu_luc
    bang_bieu:
      - {ma: b, danh_so_cot: A / 1, cot: [{ma: x, tieu_de: X}, {ma: y, tieu_de: Y}], hang: [{x: a, y: b}]}
Không đạt:
    loai_van_ban: phu_luc
    bang_bieu:                            # lỗi: C123 $.bang_bieu[0]
      - {ma: b, danh_so_cot: A / B / 1, cot: [{ma: x, tieu_de: X}, {ma: y, tieu_de: Y}], hang: [{x: a, y: b}]}
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject

CODE, LEVEL, NAME, BO_QUA = "C123", "error", "column-labels-too-many", False
TARGET, SOURCE = "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each table with more labels than columns."""
    for table in subject.written_tables:
        if len(table.danh_so_cot) > len(table.leaves):
            yield Fault(
                table.origin,
                f"“danh_so_cot” ghi {len(table.danh_so_cot)} nhãn mà bảng có {len(table.leaves)} cột.",
                "Bỏ nhãn thừa; máy đếm tiếp từ nhãn cuối.",
            )
