"""Quyết định: Mẫu 1.2 (quy định trực tiếp) and 1.3 (quy định gián tiếp) of Phụ lục III."""

from vanban.doctypes import DocType

TYPE = DocType(
    "quyet_dinh", "Quyết định", {"nha_nuoc": "QĐ", "dang": "QĐ"},
    frame="quyet_dinh", attached="", danh_so="Điều 1. / I. / 1. / a)",
)
