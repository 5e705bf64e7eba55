"""Thông báo: Mẫu 1.4 of Phụ lục III."""

from vanban.doctypes import DocType

TYPE = DocType(
    "thong_bao", "Thông báo", {"nha_nuoc": "TB", "dang": "TB"},
    frame="co_ten_loai", attached="", danh_so="I. / 1. / a)",
)
