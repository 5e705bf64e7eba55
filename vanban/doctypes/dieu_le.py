"""Điều lệ of an association, a fund, a school: no type of its own (Điều 7), always attached to a decision (Mẫu 1.3)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "dieu_le", "Điều lệ", {"nha_nuoc": ""}, frame="", attached="kem_theo", danh_so="Chương I / Điều 1. / 1. / a)",
)
