"""Trích sao: Mẫu 3.1 of Phụ lục III. A copy of some parts of the original (Điều 3, Điều 25)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "trich_sao", "Trích sao", {"nha_nuoc": "TrS"},
    frame="ban_sao", attached="", danh_so="1. / a)", is_copy=True,
)
