"""Phiếu gửi: Mẫu 1.4 of Phụ lục III, with what is sent in a list or a table."""

from vanban.doctypes import DocType

TYPE = DocType(
    "phieu_gui", "Phiếu gửi", {"nha_nuoc": "PG"},
    frame="co_ten_loai", attached="", danh_so="I. / 1. / a)",
)
