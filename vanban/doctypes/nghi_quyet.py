"""Nghị quyết cá biệt: Mẫu 1.1 of Phụ lục III, laid out in điều like a quyết định."""

from vanban.doctypes import DocType

TYPE = DocType(
    "nghi_quyet", "Nghị quyết", {"nha_nuoc": "NQ"},
    frame="nghi_quyet", attached="", danh_so="Điều 1. / I. / 1. / a)",
)
