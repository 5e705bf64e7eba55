"""Phiếu chuyển: Mẫu 1.4 of Phụ lục III, to whom the matter belongs."""

from vanban.doctypes import DocType

TYPE = DocType(
    "phieu_chuyen", "Phiếu chuyển", {"nha_nuoc": "PC"},
    frame="co_ten_loai", attached="", danh_so="I. / 1. / a)",
)
