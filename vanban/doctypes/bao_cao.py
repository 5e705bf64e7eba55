"""Báo cáo: Mẫu 1.4 of Phụ lục III; to a superior with Kính gửi (Phụ lục I, II.9.b)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "bao_cao", "Báo cáo", {"nha_nuoc": "BC", "dang": "BC"},
    frame="co_ten_loai", attached="kem_theo", danh_so="I. / 1. / a)",
)
