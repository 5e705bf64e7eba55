"""Phụ lục: Mẫu 2.1 of Phụ lục III. Always attached; cites the document that issues it."""

from vanban.doctypes import DocType

TYPE = DocType("phu_luc", "Phụ lục", {"nha_nuoc": "", "dang": ""}, frame="", attached="phu_luc", danh_so="I. / 1. / a)")
