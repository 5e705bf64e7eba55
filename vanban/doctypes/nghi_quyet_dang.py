"""Nghị quyết of a committee of the Party: laid out in sections, not in điều as that of an elected council."""

from vanban.doctypes import DocType

TYPE = DocType(
    "nghi_quyet_dang", "Nghị quyết", {"dang": "NQ"},
    frame="co_ten_loai", attached="", danh_so="I. / 1. / a)",
)
