"""Groups of bodies (nhóm cơ quan) that report alike; they stand in the files of bodies."""

from vanban.datatypes import DataType
from vanban.model.reporting import NhomCoQuan

DATA = DataType("nhom_co_quan", NhomCoQuan, ("Nhóm cơ quan", "sổ cơ quan"), "R103")
