"""Reporting regimes (chế độ báo cáo): who reports, the periods, deadlines and closings."""

from vanban.datatypes import DataType
from vanban.model.reporting import CheDoBaoCao

DATA = DataType("che_do_bao_cao", CheDoBaoCao, ("Chế độ báo cáo", "sổ chế độ báo cáo"), "D201")
