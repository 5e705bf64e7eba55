"""Kế hoạch, attached to a decision that issues it: second page of Mẫu 1.3 of Phụ lục III."""

from vanban.doctypes import DocType

TYPE = DocType("ke_hoach", "Kế hoạch", "KH", frame="", attached="kem_theo", danh_so="I. / 1. / a)")
