"""Indicators (chỉ tiêu): what is measured, in which unit."""

from vanban.datatypes import DataType
from vanban.model.indicators import ChiTieu

DATA = DataType("chi_tieu", ChiTieu, ("Chỉ tiêu", "sổ chỉ tiêu"), "D101")
