"""Kế hoạch, standing alone (Mẫu 1.4) or attached to a decision that issues it (second page of Mẫu 1.3)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "ke_hoach", "Kế hoạch", {"nha_nuoc": "KH", "dang": "KH"},
    frame="co_ten_loai", attached="kem_theo", danh_so="I. / 1. / a)",
)
