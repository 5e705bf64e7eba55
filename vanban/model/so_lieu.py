"""The figures that one unit has reported for one period, as its file says them.

Nothing here is added up or corrected: a correction after closing stands beside what it corrects (`dieu_chinh`), and
what a unit had said by a day is asked for that day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from vanban.model.reporting import Ky
from vanban.model.value import State


@dataclass(frozen=True, slots=True)
class Reported:
    """One figure as it was typed.

    number   None where there is none, for the reason that `state` gives
    state    chinh_thuc, so_bo, uoc; khong_phat_sinh, khong_thuoc_tham_quyen, chua_co: words in place of a number;
             khong_doc_duoc: typed, and refused; never 0
    line     of the file, from 1
    sign     of an indicator that is a sign (`danh_dau`): what was typed, "x"
    """

    number: Decimal | None
    state: State = "chinh_thuc"
    line: int = field(default=0, compare=False)
    sign: str = ""


@dataclass(frozen=True, slots=True)
class DieuChinh:
    """A correction: from its day on its figures stand in place of those before."""

    ngay_dieu_chinh: date
    so_bao_cao: str
    ly_do: str
    gia_tri: Mapping[str, Reported]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class SoLieu:
    """A unit's file.

    tep           its name in findings
    so_bao_cao    number and symbol of the report in which the unit has sent these figures; "" where it has none yet
    ngay_bao_cao  the day of that report; None where it was not said
    gia_tri       the figures by indicator, as they were at first
    dieu_chinh    the corrections in the order of the file
    """

    tep: str
    co_quan: str
    che_do_bao_cao: str
    ky: Ky
    so_bao_cao: str = ""
    ngay_bao_cao: date | None = None
    gia_tri: Mapping[str, Reported] = field(default_factory=dict)
    ghi_chu: Mapping[str, str] = field(default_factory=dict)
    dieu_chinh: tuple[DieuChinh, ...] = ()
