"""Công văn: Mẫu 1.5 of Phụ lục III. It has no name of type; its symbol is body and drafting unit (II.3.b)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "cong_van", "Công văn", {"nha_nuoc": "", "dang": "CV"},
    frame="cong_van", attached="", danh_so="I. / 1. / a)",
)
