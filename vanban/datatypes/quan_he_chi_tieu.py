"""Figures that must agree (quan hệ giữa các chỉ tiêu); they stand in the files of indicators."""

from vanban.datatypes import DataType
from vanban.model.indicators import QuanHeChiTieu

DATA = DataType("quan_he_chi_tieu", QuanHeChiTieu, ("Quan hệ", "sổ chỉ tiêu"), "D101")
