"""Quy định, attached to the decision that issues it (Mẫu 1.3), or standing alone (Mẫu 1.4)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "quy_dinh", "Quy định", {"nha_nuoc": "QyĐ", "dang": "QĐ"},
    frame="co_ten_loai", attached="kem_theo", danh_so="Chương I / Điều 1. / 1. / a)",
)
