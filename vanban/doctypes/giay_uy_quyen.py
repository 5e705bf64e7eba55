"""Giấy ủy quyền: Mẫu 1.4 of Phụ lục III. It names the time and the matter (Điều 13.3)."""

from vanban.doctypes import DocType

TYPE = DocType(
    "giay_uy_quyen", "Giấy ủy quyền", {"nha_nuoc": "GUQ"},
    frame="co_ten_loai", attached="", danh_so="I. / 1. / a)",
)
