"""Thông tri: a type of the Party only (Quy định 399-QĐ/TW names it)."""

from vanban.doctypes import DocType

TYPE = DocType("thong_tri", "Thông tri", {"dang": "TT"}, frame="co_ten_loai", attached="", danh_so="I. / 1. / a)")
