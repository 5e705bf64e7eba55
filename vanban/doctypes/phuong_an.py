"""Phương án, standing alone (Mẫu 1.4) or attached to the decision that approves it (Mẫu 1.3)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "phuong_an", "Phương án", {"nha_nuoc": "PA", "dang": "PA"},
    frame="co_ten_loai", attached="kem_theo", danh_so="I. / 1. / a)",
)
