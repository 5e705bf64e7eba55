"""Kết luận: a type of the Party only, by a committee or its standing board (Quy định 399-QĐ/TW names it)."""

from vanban.doctypes import DocType

TYPE = DocType("ket_luan", "Kết luận", {"dang": "KL"}, frame="co_ten_loai", attached="", danh_so="I. / 1. / a)")
