"""What a document of the old year is carried over with."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from vanban.model.registers import Registers
from vanban.years.mention import Turn


def _unknown(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class TaskState:
    """What a report says of a task.

    state    hoan_thanh, dang_thuc_hien, chua_trien_khai
    han_moi  the deadline that it gets; "" for none
    told     which report says so: “Báo cáo số 312/BC-SNV ngày 22/9/2025”
    source   its file, below content/
    """

    state: str
    told: str
    han_moi: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What a programme of several years says of a target.

    so_sanh  how a result compares with it
    value    in the new year; None where it names none for that year
    later    the first year behind that one for which it names a value, with this
    told     how the programme is called
    source   its file, below content/
    """

    so_sanh: str
    value: Decimal | None
    later: tuple[int, Decimal] | None
    told: str
    source: str


@dataclass(frozen=True, slots=True)
class Carrying:
    """turn       from which year to which, the day on which the old text was signed
    day        the expected day of signing of the new one
    registers  of today
    co_quan    who issues the set
    renamed    new ids of documents whose old ones have the old year in them
    states     what a report says of tasks, by their ids
    result     what came of an indicator in the old year, in words; "" where nobody knows
    path       what a programme of several years says of the targets, by their indicators
    """

    turn: Turn
    day: date
    registers: Registers
    co_quan: str = ""
    renamed: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, TaskState] = field(default_factory=dict)
    result: Callable[[str], str] = _unknown
    path: Mapping[str, Step] = field(default_factory=dict)


def renamed_for(ma: str, old: int, new: int) -> str:
    """An id with the new year in place of the old one: ke_hoach_cchc_2026 → ke_hoach_cchc_2027."""
    return re.sub(rf"(?<![0-9]){old}(?![0-9])", str(new), ma)
