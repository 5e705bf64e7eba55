"""S111: văn bản dán từ tệp cũ gõ bằng TCVN3 (.VnTime) hoặc VNI.

Vì sao: chữ ấy chỉ đúng với phông cũ; in bằng Times New Roman ra toàn ký tự lạ.
Cách sửa: chuyển sang Unicode bằng Unikey (Ctrl + Shift + F6) rồi dán lại.

Đạt:
    trich_yeu: Kế hoạch cải cách hành chính
Không đạt:
    trich_yeu: KÕ ho¹ch c¶i c¸ch hµnh chÝnh, triÓn khai thùc hiÖn nhiÖm vô    # lỗi: S111 $
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.old_encoding import first_sign
from vanban.lint.subjects import SourceSubject

CODE, LEVEL, NAME, BO_QUA = "S111", "error", "encoding-old", False
TARGET, SOURCE = "source", ""


def check(subject: SourceSubject) -> Iterator[Fault]:
    """One fault for a file whose text is in an old encoding, at the first sign of it."""
    first = first_sign(subject.text)
    if first is not None:
        yield Fault(subject.place(first, 1), "Chữ trong tệp ở bảng mã cũ (TCVN3 hoặc VNI).",
                    "Chuyển văn bản sang Unicode bằng Unikey (Ctrl + Shift + F6), rồi dán lại.")
