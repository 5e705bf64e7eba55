"""Acts that are cited (căn cứ): type, number, day, subject, validity, successor."""

from dataclasses import replace
from datetime import date

from vanban.datatypes import DataType
from vanban.model.registers import CanCu

_NOT_A_DATE = date.min  # of an act whose date the schema has refused


def _completed(act: CanCu) -> CanCu:
    return act if act.ngay_ban_hanh else replace(act, ngay_ban_hanh=_NOT_A_DATE)


DATA = DataType("can_cu", CanCu, ("Văn bản", "sổ căn cứ"), "R101", _completed)
