"""Chương trình, standing alone (Mẫu 1.4) or attached to a decision (Mẫu 1.3)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "chuong_trinh", "Chương trình", {"nha_nuoc": "CTr", "dang": "CTr"},
    frame="co_ten_loai", attached="kem_theo", danh_so="I. / 1. / a)",
)
