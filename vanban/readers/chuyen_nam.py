"""The file of a year's turn, typed by its schema → what people have left in it."""

from typing import Any

from vanban.model.year_turn import ChuyenNam
from vanban.readers.record import Record
from vanban.text import nfc

# The lists in which people answer.
LISTS = ("can_tra_loi", "may_da_quyet")


def read_chuyen_nam(record: Record) -> ChuyenNam:
    """The years, the expected day, and the answers that are not blank."""
    listed = [each for key in LISTS for each in record.records(key)]
    answers = {each.text("vi_tri"): said for each in listed if (said := _said(each.data.get("tra_loi")))}
    return ChuyenNam(record.year("nam_cu"), record.year("nam_moi"), record.date("ngay_du_kien"), answers,
                     record.text("tu_ke_hoach"))


def _said(value: Any) -> str:
    return " ".join(nfc(str(value)).split()) if value is not None else ""
