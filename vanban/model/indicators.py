"""Indicators (chỉ tiêu): what is measured, how it adds up, and which of them must agree."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from vanban.model.places import NOWHERE
from vanban.model.validity import HieuLuc

# What an indicator is, which decides how it is added: an opening stock, what comes about in the period, a closing
# stock, a count at a moment, worked out from others, a sign (x), a score, a rank.
TinhChat = Literal[
    "dau_ky", "phat_sinh", "cuoi_ky", "thoi_diem", "tinh", "danh_dau", "diem_so", "thu_hang"
]
# Over units: the sum; one figure that is the same everywhere; the mean, weighted; none.
CongDon = Literal["tong", "chung", "binh_quan", "khong"]


# A derived one is worked out anew from sums; scores, ranks and signs have no sum at all.
NEVER_ADDED: frozenset[TinhChat | None] = frozenset({"tinh", "danh_dau", "diem_so", "thu_hang"})


@dataclass(frozen=True, slots=True)
class GioiHan:
    """The bounds of what can be true, both allowed: 0 to 100 for a share."""

    tu_so: Decimal | None = None
    den_so: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ThangDo:
    """Of how many a rank is one, from and to which year, both counted: 63 until 2024, 34 from 2025."""

    tong_so: int
    tu_nam: int | None = None
    den_nam: int | None = None

    def holds(self, year: int) -> bool:
        return (self.tu_nam is None or self.tu_nam <= year) and (self.den_nam is None or year <= self.den_nam)


@dataclass(frozen=True, slots=True)
class ChiTieu:
    """An indicator. One whose definition changes gets a new id and says which one it goes on from (`noi_tiep`).

    so_le       decimals that are printed
    linh_vuc    the area of reform that it belongs to
    tinh_chat   what it is; None: a name for targets alone, which no unit reports
    cong_don    how it adds over units, where that does not follow from `tinh_chat`; trong_so: of a weighted mean the
                indicator that weighs
    cong_thuc   of a derived one (`tinh`): the formula as it was typed, of ids of others
    che_do_bao_cao  the regimes that it is reported in; (): in every one
    nguoi_bao_cao  who reports it: bodies and groups; (): every reporter of the regime
    nguoi_tham_tra who verifies it
    gioi_han    what can be true
    thang_do    of a rank: of how many, by year
    """

    ma: str
    ten_goi: str
    don_vi_tinh: str
    so_le: int = 0
    linh_vuc: str = ""
    tinh_chat: TinhChat | None = None
    cong_don: CongDon | None = None
    trong_so: str = ""
    cong_thuc: str = ""
    che_do_bao_cao: tuple[str, ...] = ()
    nguoi_bao_cao: tuple[str, ...] = ()
    nguoi_tham_tra: str = ""
    gioi_han: GioiHan | None = None
    thang_do: tuple[ThangDo, ...] = ()
    noi_tiep: str = ""
    hieu_luc: HieuLuc = HieuLuc()
    origin: int = field(default=NOWHERE, compare=False)

    def is_of(self, che_do: str) -> bool:
        """Whether it is reported in a regime."""
        return not self.che_do_bao_cao or che_do in self.che_do_bao_cao

    @property
    def is_asked(self) -> bool:
        """Whether units report it: it is no name for targets alone, and not worked out."""
        return self.tinh_chat not in (None, "tinh")

    @property
    def adds(self) -> CongDon:
        """How it adds over units."""
        return self.cong_don or ("khong" if self.tinh_chat in NEVER_ADDED else "tong")


@dataclass(frozen=True, slots=True)
class QuanHeChiTieu:
    """Figures that must agree within each unit and in every total: "a = b + c", "a <= b", as it was typed.

    con_lai   the indicator that holds what may be left over: a = b + c + con_lai; "" where nothing may
    """

    ma: str
    dang_thuc: str
    con_lai: str = ""
    origin: int = field(default=NOWHERE, compare=False)
