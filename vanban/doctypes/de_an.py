"""Đề án, standing alone (Mẫu 1.4) or attached to the decision that approves it (Mẫu 1.3)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "de_an", "Đề án", {"nha_nuoc": "ĐA", "dang": "ĐA"},
    frame="co_ten_loai", attached="kem_theo", danh_so="Phần I / I. / 1. / 1.1. / 1.1.1.",
)
