"""What the registers say of reporting: who reports what, when, and which figures must agree.

A period (kỳ báo cáo) belongs to a regime (chế độ báo cáo), which states its first and its last day: a quarter of a
report is not a quarter of the calendar. Reporters are bodies, or groups of bodies whose members are listed or follow
from level and superior; who is a reporter is asked for a day, since bodies come and go.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from vanban.model.deadline import Han
from vanban.model.places import NOWHERE
from vanban.model.validity import HieuLuc

# So many periods are named in a hint.
_LISTED = 8
# The levels of bodies; that of the districts ended on 30/6/2025.
CapCoQuan = Literal["trung_uong", "tinh", "so", "huyen", "xa"]


class Ky(NamedTuple):
    """A period of a regime: the six months of 2026 are Ky("sau_thang", 2026)."""

    ma: str
    cho_nam: int


@dataclass(frozen=True, slots=True)
class NhomCoQuan:
    """Bodies that are spoken of together.

    thanh_vien  its members by id, bodies or other groups; () where they follow from `cap_co_quan` and `truc_thuoc`
    cap_co_quan, truc_thuoc  every body of that level under that superior
    """

    ma: str
    ten_goi: str
    thanh_vien: tuple[str, ...] = ()
    cap_co_quan: CapCoQuan | None = None
    truc_thuoc: str = ""
    hieu_luc: HieuLuc = HieuLuc()
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class HanNop:
    """Until when a body, or each member of a group, hands its report in."""

    don_vi: str
    thoi_gian: Han | None
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ChotSo:
    """The closing of a period: from the day after it what was reported is corrected, no longer changed.

    lan_thu  which closing it is, the first one 1; 0 where it is not said: one that is on the day of an opening says it
    """

    ngay_chot: date | None
    nguoi_chot: str = ""
    lan_thu: int = 0
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class MoLai:
    """The opening anew of a closed period."""

    ngay_mo: date | None
    nguoi_mo: str = ""
    ly_do: str = ""
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class KyBaoCao:
    """One period.

    tu_ngay, den_ngay  its first and last day, both counted
    gom_ky   the shorter periods of the same year that it consists of, in order
    chot_so  None while it is open
    mo_lai   when it was opened anew after that
    """

    ma: str
    cho_nam: int | None
    tu_ngay: date | None
    den_ngay: date | None
    gom_ky: tuple[str, ...] = ()
    han_nop: tuple[HanNop, ...] = ()
    chot_so: ChotSo | None = None
    mo_lai: tuple[MoLai, ...] = ()
    origin: int = field(default=NOWHERE, compare=False)

    @property
    def ky(self) -> Ky:
        """What it is called by; the schema has told of one without year, which nothing finds."""
        return Ky(self.ma, self.cho_nam or 0)

    @property
    def is_closed(self) -> bool:
        """Whether it has been closed, and not been opened anew since. What was opened on the day of the closing is
        open, unless the closing says that it came behind."""
        if not self.chot_so:
            return False
        if self.chot_so.lan_thu:
            return len(self.mo_lai) < self.chot_so.lan_thu
        closed = self.chot_so.ngay_chot or date.min
        return all((each.ngay_mo or date.min) < closed for each in self.mo_lai)


@dataclass(frozen=True, slots=True)
class CheDoBaoCao:
    """A reporting regime.

    nguoi_tong_hop  the body that adds up
    nguoi_bao_cao   who reports: bodies and groups, by id
    """

    ma: str
    ten_goi: str
    nguoi_tong_hop: str = ""
    nguoi_bao_cao: tuple[str, ...] = ()
    ky_bao_cao: tuple[KyBaoCao, ...] = ()
    can_cu: str = ""
    origin: int = field(default=NOWHERE, compare=False)

    def period(self, ky: Ky) -> KyBaoCao | None:
        """The period that is called so; None where the regime has none."""
        return next((each for each in self.ky_bao_cao if each.ma == ky.ma and (each.cho_nam or 0) == ky.cho_nam), None)

    def within(self, ky: Ky) -> tuple[KyBaoCao, ...]:
        """The other periods whose days all belong to that one."""
        own = self.period(ky)
        if not own or not own.tu_ngay or not own.den_ngay:
            return ()
        return tuple(
            each for each in self.ky_bao_cao
            if each.ky != ky and each.tu_ngay and each.den_ngay and own.tu_ngay <= each.tu_ngay
            and each.den_ngay <= own.den_ngay
        )

    @property
    def last_periods(self) -> str:
        """The ones at the end of the list, for a hint: "quy_1 2026, sau_thang 2026"."""
        return ", ".join(f"{each.ma} {each.ky.cho_nam}" for each in self.ky_bao_cao[-_LISTED:])


@dataclass(frozen=True, slots=True)
class TiepNhan:
    """A body that another one has taken over, whole (`toan_bo`) or in part."""

    ma: str
    phan_nhan: Literal["toan_bo", "mot_phan"] = "toan_bo"
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class SoLieuTheo:
    """Whose figures a document speaks of, and of which period, where a figure does not say so itself.

    don_vi    a body or a group: the total over all that report through it
    """

    che_do_bao_cao: str
    ky_bao_cao: str
    cho_nam: int | None
    don_vi: str
    origin: int = field(default=NOWHERE, compare=False)

    @property
    def ky(self) -> Ky:
        """The period; the schema has told of one without year, which nothing finds."""
        return Ky(self.ky_bao_cao, self.cho_nam or 0)


@dataclass(frozen=True, slots=True)
class ChapNhanThieu:
    """Reports that a document is issued without.

    don_vi_thieu  the units by id; () for all that are missing
    ky_thieu      the period in which they are missing, as figures in text name one (quy_1, quy_1_2025, cung_ky); "" for
                  that of the document
    """

    ly_do: str
    don_vi_thieu: tuple[str, ...] = ()
    ky_thieu: str = ""
    origin: int = field(default=NOWHERE, compare=False)
