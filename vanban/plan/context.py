"""What a document of the old year is carried over with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vanban.model.registers import Registers
from vanban.years.mention import Turn


@dataclass(frozen=True, slots=True)
class Carrying:
    """turn       from which year to which, the day on which the old text was signed
    day        the expected day of signing of the new one
    registers  of today
    co_quan    who issues the set
    renamed    new ids of documents whose old ones have the old year in them
    """

    turn: Turn
    day: date
    registers: Registers
    co_quan: str = ""
    renamed: Mapping[str, str] = field(default_factory=dict)


def renamed_for(ma: str, old: int, new: int) -> str:
    """An id with the new year in place of the old one: ke_hoach_cchc_2026 → ke_hoach_cchc_2027."""
    return re.sub(rf"(?<![0-9]){old}(?![0-9])", str(new), ma)
