"""Thông cáo: Mẫu 1.4 of Phụ lục III."""

from vanban.doctypes import DocType

TYPE = DocType(
    "thong_cao", "Thông cáo", {"nha_nuoc": "TC"},
    frame="co_ten_loai", attached="", danh_so="I. / 1. / a)",
)
