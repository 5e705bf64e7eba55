"""Chỉ thị: Mẫu 1.4 of Phụ lục III."""

from vanban.doctypes import DocType

TYPE = DocType(
    "chi_thi", "Chỉ thị", {"nha_nuoc": "CT", "dang": "CT"},
    frame="co_ten_loai", attached="", danh_so="1. / a)",
)
