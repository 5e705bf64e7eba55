"""Hợp đồng: Phụ lục III has no Mẫu for it; the head of Mẫu 1.4, two parties sign."""

from vanban.doctypes import DocType

TYPE = DocType(
    "hop_dong", "Hợp đồng", {"nha_nuoc": "HĐ"},
    frame="hai_ben", attached="", danh_so="Điều 1. / 1. / a)",
)
