"""S324: hàng của một bảng dán vào phần chữ: các ô ngăn bằng Tab, dấu | hay nhiều dấu cách thẳng cột.

Vì sao: phần chữ không có cột; in ra thì các ô dính vào nhau, số của ô này đọc thành của ô kia.
Cách sửa: nhập bảng ở “bang_bieu” (docs/bang_bieu.md), chèn vào chỗ cần bằng “@chen mã_bảng”. Không phải bảng thì thay
phần ngăn bằng một dấu cách. Lệnh check --fix không đụng đến các dòng này.

Đạt:
    de_muc:
      - tieu_de: Kết quả
        noi_dung: |
          1.  Khoản có hai dấu cách sau dấu.
          Tỷ lệ | tổng số, tính  đến hết năm.
Không đạt:
    de_muc:
      - tieu_de: Kết quả
        noi_dung: |                         # lỗi: S324 $.de_muc[0].noi_dung
          STT | Đơn vị | Số hồ sơ
          1 | Sở Nội vụ | 120
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject
from vanban.model.inline import shown_text
from vanban.model.running_text import Insert
from vanban.model.table_rows import table_rows

CODE, LEVEL, NAME, BO_QUA = "S324", "error", "table-in-text", True
TARGET, SOURCE = "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each table, at its first row."""
    for text in subject.texts:
        blocks = list(text.walk())
        for found in table_rows(["@chen" if isinstance(each, Insert) else shown_text(each.inlines) for each in blocks]):
            more = f" và {found.end - found.first - 1} dòng sau" if found.end - found.first > 1 else ""
            yield Fault(
                blocks[found.first].origin,
                f"Dòng này{more} là hàng của một bảng ({found.sign} ngăn các ô): in thành chữ thì các ô dính vào nhau.",
                "Nhập bảng ở “bang_bieu”, xem docs/bang_bieu.md; không phải bảng thì thay phần ngăn bằng một dấu cách.",
            )
