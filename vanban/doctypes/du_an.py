"""Dự án, standing alone (Mẫu 1.4) or attached to the decision that approves it (Mẫu 1.3)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "du_an", "Dự án", {"nha_nuoc": "DA", "dang": "DA"},
    frame="co_ten_loai", attached="kem_theo", danh_so="I. / 1. / a)",
)
