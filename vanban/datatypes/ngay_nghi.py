"""Days off beside the weekends, of each year; they stand in a file of their own."""

from vanban.datatypes import DataType
from vanban.model.registers import NgayNghi

DATA = DataType("ngay_nghi", NgayNghi, ("Ngày nghỉ", "sổ ngày nghỉ"), "R101")
