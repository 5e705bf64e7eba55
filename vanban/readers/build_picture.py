"""Typed data of `hinh` → Hinh. The file itself is looked at by `picture_files`."""

from vanban.model.picture import Hinh
from vanban.readers.record import Record
from vanban.units import Mm


def build_picture(record: Record) -> Hinh:
    """The picture of one entry of `hinh`."""
    width = record.decimal("do_rong")
    return Hinh(
        ma=record.text("ma"),
        tep=record.text("tep"),
        mo_ta=record.text("mo_ta"),
        tieu_de=record.line("tieu_de"),
        do_rong=Mm(float(width)) if width and width > 0 else None,
        origin=record.origin(),
        origins={key: record.origin(key) for key in ("tep", "do_rong") if key in record.data},
    )
