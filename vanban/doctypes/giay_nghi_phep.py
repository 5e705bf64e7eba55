"""Giấy nghỉ phép: Mẫu 1.10 of Phụ lục III. It has no trích yếu; where the leave is spent may confirm it below."""

from vanban.doctypes import DocType

TYPE = DocType(
    "giay_nghi_phep", "Giấy nghỉ phép", {"nha_nuoc": "GNP"},
    frame="giay_nghi_phep", attached="", danh_so="1. / a)",
)
