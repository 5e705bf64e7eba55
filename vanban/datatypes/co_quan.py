"""Bodies (cơ quan, tổ chức): names, superiors, signers; all dated."""

from dataclasses import replace

from vanban.datatypes import DataType
from vanban.model.registers import CoQuan


def _completed(body: CoQuan) -> CoQuan:
    """Where no other name is stated, its full one stands."""
    name = body.ten_goi
    return replace(
        body, ten_dong=body.ten_dong or (name,), ten_ngan=body.ten_ngan or name,
        ten_chu_quan=body.ten_chu_quan or (name,),
    )


DATA = DataType("co_quan", CoQuan, ("Cơ quan", "sổ cơ quan"), "R103", _completed)
