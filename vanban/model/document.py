"""A document (văn bản) and the set it forms with what is attached to it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from vanban.model.body import BangBieu, DeMuc, Text
from vanban.model.inline import Line, Reference
from vanban.model.places import NOWHERE
from vanban.model.zones import Zones

SoSanh = Literal["bang", "tu_tro_len", "tren", "khong_qua", "duoi"]
KhoGiay = Literal["doc", "ngang"]


@dataclass(frozen=True, slots=True)
class MucTieu:
    """A target: the indicator, how the result compares with the value."""

    chi_tieu: str
    so_sanh: SoSanh
    gia_tri: Decimal
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class NhiemVu:
    """A task: what, which product, who leads (ids of bodies), who helps, by when, whether every year again."""

    ma: str
    noi_dung: Line
    san_pham: Line
    chu_tri: tuple[str, ...]
    phoi_hop: tuple[str, ...]
    thoi_gian: str
    hang_nam: bool = False
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class NhomNhiemVu:
    """A group of tasks, printed as a row across the table."""

    nhom: str
    gom: tuple[NhiemVu, ...]
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class BoQua:
    """`bo_qua: {F102: lý do}`: one rule silenced inside one node (`scope`, the origin of that node)."""

    ma_loi: str
    ly_do: str
    scope: int = field(default=NOWHERE, compare=False)
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class VanBan:
    """One document as written, before anything of its parent is known.

    Zones that a type does not have are empty. `de_muc` holds the Điều of a type whose body is điều.
    Without `so_van_ban` or `ngay_ban_hanh` an issuing document is a draft.
    """

    loai_van_ban: str
    ma: str
    trich_yeu: str
    vi_du: bool = False
    co_quan: str = ""
    so_van_ban: str = ""
    ngay_ban_hanh: date | None = None
    ngay_du_kien: date | None = None
    can_cu: tuple[tuple[Reference, ...], ...] = ()
    theo_de_nghi: Line = ()
    mo_dau: Text = Text()
    de_muc: tuple[DeMuc, ...] = ()
    bang_bieu: tuple[BangBieu, ...] = ()
    muc_tieu: tuple[MucTieu, ...] = ()
    nhiem_vu: tuple[NhomNhiemVu, ...] = ()
    noi_nhan: tuple[Line, ...] = ()
    luu: str = ""
    nguoi_ky: str = ""
    kem_theo: tuple[str, ...] = ()
    kho_giay: KhoGiay = "doc"
    danh_so: str = ""
    mark: str = ""
    bo_qua: tuple[BoQua, ...] = ()
    origin: int = field(default=NOWHERE, compare=False)
    origins: Mapping[str, int] = field(default_factory=dict, compare=False)

    def origin_of(self, key: str) -> int:
        """The origin of the value of one key, of the whole document where the key is not given."""
        return self.origins.get(key, self.origin)


@dataclass(frozen=True, slots=True)
class BoVanBan:
    """A document and its attachments, each with its own, in the order of `kem_theo`.

    `zones` is None until the zones transform has composed them.
    """

    van_ban: VanBan
    kem_theo: tuple["BoVanBan", ...] = ()
    zones: Zones | None = None

    def __iter__(self) -> Iterator[VanBan]:
        """Every document of the set, the issuing one first, depth first: the order of print."""
        yield self.van_ban
        for attached in self.kem_theo:
            yield from attached

    def map(self, change: Callable[[VanBan], VanBan]) -> "BoVanBan":
        """The set with every document changed, in the order of print."""
        return replace(
            self, van_ban=change(self.van_ban), kem_theo=tuple(attached.map(change) for attached in self.kem_theo)
        )

    @property
    def ngay(self) -> date | None:
        """The day that decides which law and which names hold: of issue, else the expected one."""
        return self.van_ban.ngay_ban_hanh or self.van_ban.ngay_du_kien
