"""Đề cương báo cáo: the outline that a Party document attaches. On state documents an outline is a phụ lục."""

from vanban.doctypes import DocType

TYPE = DocType("de_cuong", "Đề cương báo cáo", {"dang": ""}, frame="", attached="kem_theo", danh_so="I. / 1. / a)")
