"""Thư công: Điều 7 names it, Phụ lục III has neither a Mẫu nor letters for it. Mẫu 1.4, the symbol of a công văn."""

from vanban.doctypes import DocType

TYPE = DocType("thu_cong", "Thư công", {"nha_nuoc": ""}, frame="co_ten_loai", attached="", danh_so="1. / a)")
