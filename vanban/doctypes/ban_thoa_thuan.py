"""Bản thỏa thuận: Phụ lục III has no Mẫu for it; the head of Mẫu 1.4, two parties sign."""

from vanban.doctypes import DocType

TYPE = DocType(
    "ban_thoa_thuan", "Bản thỏa thuận", {"nha_nuoc": "BTT"},
    frame="hai_ben", attached="", danh_so="Điều 1. / 1. / a)",
)
