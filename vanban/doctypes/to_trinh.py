"""Tờ trình: Mẫu 1.4 of Phụ lục III, always with Kính gửi (Phụ lục I, II.9.b)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "to_trinh", "Tờ trình", {"nha_nuoc": "TTr", "dang": "TTr"},
    frame="to_trinh", attached="", danh_so="I. / 1. / a)",
)
