"""Recipients that are named together (nhóm nơi nhận); they stand in the files of bodies."""

from vanban.datatypes import DataType
from vanban.model.registers import NhomNoiNhan

DATA = DataType("nhom_noi_nhan", NhomNoiNhan, ("Nhóm nơi nhận", "sổ cơ quan"), "R101")
