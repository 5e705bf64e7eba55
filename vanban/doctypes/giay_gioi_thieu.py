"""Giấy giới thiệu: Mẫu 1.8 of Phụ lục III. It has no trích yếu; who is sent to whom stands in its text."""

from vanban.doctypes import DocType

TYPE = DocType(
    "giay_gioi_thieu", "Giấy giới thiệu", {"nha_nuoc": "GGT"},
    frame="khong_trich_yeu", attached="", danh_so="1. / a)", loi_dan="gioi_thieu", nhu_tren=True,
)
