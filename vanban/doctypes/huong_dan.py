"""Hướng dẫn: Mẫu 1.4 of Phụ lục III."""

from vanban.doctypes import DocType

TYPE = DocType(
    "huong_dan", "Hướng dẫn", {"nha_nuoc": "HD", "dang": "HD"},
    frame="co_ten_loai", attached="kem_theo", danh_so="I. / 1. / a)",
)
