"""Sao lục: Mẫu 3.1 of Phụ lục III. A full copy of a copy (sao y) (Điều 3, Điều 25)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "sao_luc", "Sao lục", {"nha_nuoc": "SL"},
    frame="ban_sao", attached="", danh_so="1. / a)", is_copy=True,
)
