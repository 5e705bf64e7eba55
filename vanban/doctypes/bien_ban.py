"""Biên bản: Mẫu 1.9 of Phụ lục III. No place and date in the header; two sign."""

from vanban.doctypes import DocType

TYPE = DocType(
    "bien_ban", "Biên bản", {"nha_nuoc": "BB", "dang": "BB"}, frame="bien_ban", attached="", danh_so="I. / 1. / a)",
)
