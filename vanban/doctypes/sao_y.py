"""Sao y: Mẫu 3.1 of Phụ lục III. A full copy of the original (Điều 3, Điều 25)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "sao_y", "Sao y", {"nha_nuoc": "SY"},
    frame="ban_sao", attached="", danh_so="1. / a)", is_copy=True,
)
