"""Giấy mời: Mẫu 1.7 of Phụ lục III, which is Mẫu 1.4 with an invitation for a body. The Party's letters are those in
common use; no summary of its guidance names them."""

from vanban.doctypes import DocType

TYPE = DocType(
    "giay_moi", "Giấy mời", {"nha_nuoc": "GM", "dang": "GM"},
    frame="co_ten_loai", attached="", danh_so="I. / 1. / a)",
)
