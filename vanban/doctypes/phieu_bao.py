"""Phiếu báo: Mẫu 1.4 of Phụ lục III."""

from vanban.doctypes import DocType

TYPE = DocType(
    "phieu_bao", "Phiếu báo", {"nha_nuoc": "PB"},
    frame="co_ten_loai", attached="", danh_so="I. / 1. / a)",
)
