"""Bản ghi nhớ: Phụ lục III has no Mẫu for it; the head of Mẫu 1.4, two parties sign."""

from vanban.doctypes import DocType

TYPE = DocType(
    "ban_ghi_nho", "Bản ghi nhớ", {"nha_nuoc": "BGN"},
    frame="hai_ben", attached="", danh_so="I. / 1. / a)",
)
