"""Phiếu trình within an office, laid out as Mẫu 1.4. No type of Điều 7: its letters are those that offices use."""

from vanban.doctypes import DocType

TYPE = DocType("phieu_trinh", "Phiếu trình", {"nha_nuoc": "PTr"}, frame="co_ten_loai", attached="", danh_so="1. / a)")
