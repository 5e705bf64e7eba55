"""Công điện: Mẫu 1.6 of Phụ lục III. Who sends it stands before “điện:”, below it who is to act."""

from vanban.doctypes import DocType

TYPE = DocType(
    "cong_dien", "Công điện", {"nha_nuoc": "CĐ"},
    frame="cong_dien", attached="", danh_so="1. / a)",
)
