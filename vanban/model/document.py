"""A document (văn bản) and the set it forms with what is attached to it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from vanban.model.body import DeMuc
from vanban.model.deadline import Han
from vanban.model.deciding_day import DecidingDay, deciding_day
from vanban.model.inline import Line, Reference
from vanban.model.picture import Hinh
from vanban.model.places import NOWHERE
from vanban.model.rebuild import LEFT_OUT
from vanban.model.reporting import ChapNhanThieu, SoLieuTheo
from vanban.model.running_text import Text
from vanban.model.table import BangBieu
from vanban.model.task_results import KetQuaNhiemVu
from vanban.model.zones import Zones

SoSanh = Literal["bang", "tu_tro_len", "tren", "khong_qua", "duoi"]
KhoGiay = Literal["doc", "ngang"]
DoKhan = Literal["khan", "thuong_khan", "hoa_toc"]
DoMat = Literal["mat", "toi_mat", "tuyet_mat"]
PhamViLuuHanh = Literal["xem_xong_tra_lai", "luu_hanh_noi_bo"]
Ban = Literal["giay", "dien_tu", "dien_tu_rieng_tep"]
ThamQuyen = Literal["cap_truong"]


@dataclass(frozen=True, slots=True)
class MocLoTrinh:
    """The value of a target in one year; None for what could not be read."""

    cho_nam: int | None
    gia_tri: Decimal | None


@dataclass(frozen=True, slots=True)
class MucTieu:
    """A target: the indicator, how the result compares with the value; None for a value that could not be read.

    moi_nam  what comes to the value each year; toi_da: the bound that it does not go past. None: a person is asked
    lo_trinh    its values year by year, in a programme of several years
    """

    chi_tieu: str
    so_sanh: SoSanh
    gia_tri: Decimal | None
    moi_nam: Decimal | None = None
    toi_da: Decimal | None = None
    lo_trinh: tuple[MocLoTrinh, ...] = ()
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class PhanCong:
    """Who leads a task or a part of it, and who helps: ids of bodies."""

    chu_tri: tuple[str, ...] = ()
    phoi_hop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moc:
    """A milestone: what is done by when; None for a deadline that could not be read."""

    thoi_gian: Han | None
    ket_qua: Line


@dataclass(frozen=True, slots=True)
class NhiemVu:
    """A task: what, which product, who does which part of it, by when, whether every year again.

    thoi_gian  None where milestones stand in its place, and for one that could not be read
    cac_moc    in place of one `thoi_gian`: its milestones, in order
    """

    ma: str
    noi_dung: Line
    san_pham: Line = ()
    phan_cong: tuple[PhanCong, ...] = ()
    thoi_gian: Han | None = None
    cac_moc: tuple[Moc, ...] = ()
    ghi_chu: Line = ()
    hang_nam: bool = False
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class NhomNhiemVu:
    """A group of tasks, printed as a row across the table."""

    nhom: str
    gom: tuple[NhiemVu, ...]
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class NhomVanBan:
    """A group of acts in a list of acts, by their ids in the register."""

    nhom: str
    gom: tuple[Reference, ...]
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class BenLienTich:
    """A body that issues a document together with the one that leads: its signer, and its own number where it takes
    one."""

    co_quan: str
    nguoi_ky: str
    so_van_ban: str = ""
    ky_hieu: str = ""
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class PhuLucRieng:
    """An annex that is issued apart: its id for references, the name by which they call it."""

    ma: str
    ten_goi: str
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class BoQua:
    """`bo_qua: {F102: lý do}`: one rule silenced inside one node (`scope`, the origin of that node)."""

    ma_loi: str
    ly_do: str
    scope: int = field(default=NOWHERE, compare=False)
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class DuThao:
    """Which draft this is: its number (lần), the day it is circulated."""

    lan_thu: int = 0
    ngay: date | None = None


@dataclass(frozen=True, slots=True)
class BenKy:
    """The other party of a paper that two sign: for whom, as what, who."""

    dai_dien: str
    ho_ten: str
    chuc_vu: str = ""
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class VanBan:
    """One document as written, before anything of its parent is known.

    Zones that a type does not have are empty. `de_muc` holds the Điều of a type whose body is điều.
    Without `so_van_ban` or `ngay_ban_hanh` an issuing document is a draft.

    ky_hieu         the symbol behind the number, where it is not the composed one
    don_vi_soan_thao  letters of the unit that drafts; part of the symbol of a công văn
    nguoi_soan_thao, so_ban_phat_hanh   ô 12, behind the Lưu line: "NVA", "150"
    so_ban_luu      copies kept, in the Lưu line
    ban             on paper, electronic, or electronic with attachments in files of their own
    in_dia_chi      prints the address line of the body at the foot of page 1 (ô 13)
    tham_quyen      "cap_truong": the head of the collective that issues it decides by himself
    nguoi_ky        the id of one who signs for the body, or a question as it was typed
    dai_dien        which party the body that issues a contract is, above the signature: "Đại diện Bên A"
    ben_ky          the other party, who signs beside it
    in_xac_nhan     leaves room where the place of a leave confirms it (Mẫu 1.10)
    lien_tich       who issues it together with the body, which leads: in the order of their names
    thu_ky, chu_toa the two who sign minutes
    cho_nam         the year that a plan is for; not that of its folder, nor that of its signing
    ky_hop          term and session in which a council passed it
    ngay_thong_qua  the day on which it did; the sentence that says so is composed
    so_lieu_theo    whose figures it speaks of; of an attached one None: those of the document that attaches it
    chap_nhan_thieu the reports that it is issued without
    ket_qua_nhiem_vu  of a report: in which state the tasks of a plan are
    sao_tu          the id of the document that it copies; tep_sao: the PDF file, from its own folder
    phan_trich      the ids of the parts that it copies; all where it names none
    phu_de          the line below the title of an annex, for what it is an outline or form of
    """

    loai_van_ban: str
    ma: str
    trich_yeu: str = ""
    vi_du: bool = False
    co_quan: str = ""
    so_van_ban: str = ""
    ngay_ban_hanh: date | None = None
    ngay_du_kien: date | None = None
    cho_nam: int | None = None
    can_cu: tuple[Line, ...] = field(default=(), metadata=LEFT_OUT)
    theo_de_nghi: Line = ()
    mo_dau: Text = Text()
    de_muc: tuple[DeMuc, ...] = ()
    bang_bieu: tuple[BangBieu, ...] = ()
    hinh: tuple[Hinh, ...] = ()
    noi_dung_cuoi: Text = Text()
    muc_tieu: tuple[MucTieu, ...] = ()
    nhiem_vu: tuple[NhomNhiemVu, ...] = ()
    danh_muc: tuple[NhomVanBan, ...] = field(default=(), metadata=LEFT_OUT)
    noi_nhan: tuple[Line, ...] = ()
    luu: str = ""
    so_ban_luu: str = ""
    nguoi_soan_thao: str = ""
    so_ban_phat_hanh: str = ""
    tham_quyen: ThamQuyen | None = None
    nguoi_ky: str = ""
    lien_tich: tuple[BenLienTich, ...] = ()
    kinh_gui: tuple[Line, ...] = ()
    ky_hieu: str = ""
    don_vi_soan_thao: str = ""
    do_khan: DoKhan | None = None
    do_mat: DoMat | None = None
    pham_vi_luu_hanh: PhamViLuuHanh | None = None
    du_thao: DuThao | None = None
    ban: Ban = "giay"
    in_dia_chi: bool = False
    thu_ky: str = ""
    chu_toa: str = ""
    ky_hop: str = ""
    ngay_thong_qua: date | None = None
    kem_theo: tuple[str, ...] = ()
    ban_hanh_rieng: tuple[PhuLucRieng, ...] = ()
    phu_de: str = ""
    kho_giay: KhoGiay = "doc"
    danh_so: str = ""
    mark: str = ""
    bo_qua: tuple[BoQua, ...] = ()
    origin: int = field(default=NOWHERE, compare=False)
    origins: Mapping[str, int] = field(default_factory=dict, compare=False)
    in_xac_nhan: bool = False
    dai_dien: str = ""
    ben_ky: BenKy | None = None
    so_lieu_theo: SoLieuTheo | None = None
    chap_nhan_thieu: tuple[ChapNhanThieu, ...] = ()
    ket_qua_nhiem_vu: KetQuaNhiemVu | None = field(default=None, metadata=LEFT_OUT)
    sao_tu: str = ""
    tep_sao: str = ""
    phan_trich: tuple[str, ...] = ()

    @property
    def is_issued(self) -> bool:
        """Whether it has its number and its date; else it is a draft, or attached."""
        return bool(self.so_van_ban and self.ngay_ban_hanh)

    @property
    def signed_together(self) -> bool:
        """Whether another signs beside who signs for the body."""
        return bool(self.lien_tich or self.ben_ky)

    def origin_of(self, key: str, index: int | None = None) -> int:
        """The origin of the value of one key, or of an entry in it; of the document where the key is not given."""
        own = self.origins.get(key, self.origin)
        return own if index is None else self.origins.get(f"{key}.{index}", own)


@dataclass(frozen=True, slots=True)
class BoVanBan:
    """A document and its attachments, each with its own, in the order of `kem_theo`.

    `zones` is None until the zones transform has composed them; `folder_year` is the year in content/<don_vi>/<year>,
    None outside of such a folder.
    """

    van_ban: VanBan
    kem_theo: tuple["BoVanBan", ...] = ()
    zones: Zones | None = None
    folder_year: int | None = None

    def __iter__(self) -> Iterator[VanBan]:
        """Every document of the set, the issuing one first, depth first: the order of print."""
        return (part.van_ban for part in self.parts())

    def parts(self) -> Iterator["BoVanBan"]:
        """It, and everything attached to it, each with what is attached to that, in the order of print."""
        yield self
        for attached in self.kem_theo:
            yield from attached.parts()

    def map(self, change: Callable[[VanBan], VanBan]) -> "BoVanBan":
        """The set with every document changed, in the order of print."""
        return replace(
            self, van_ban=change(self.van_ban), kem_theo=tuple(attached.map(change) for attached in self.kem_theo)
        )

    def so_lieu_theo(self, van_ban: VanBan) -> SoLieuTheo | None:
        """Whose figures `van_ban`, a document of the set, speaks of: as it says itself, else as the one that is issued
        says."""
        return van_ban.so_lieu_theo or self.van_ban.so_lieu_theo

    def ket_qua_nhiem_vu(self, van_ban: VanBan) -> KetQuaNhiemVu | None:
        """The states of tasks that `van_ban`, a document of the set, speaks of: found in the same way."""
        return van_ban.ket_qua_nhiem_vu or self.van_ban.ket_qua_nhiem_vu

    @property
    def deciding_day(self) -> DecidingDay | None:
        """The day that decides which law and which names hold, and what it was taken from. Of several plans in the set
        the first one says which year is planned."""
        planned = next((van_ban.cho_nam for van_ban in self if van_ban.cho_nam), None)
        return deciding_day(self.van_ban.ngay_ban_hanh, self.van_ban.ngay_du_kien, planned, self.folder_year)

    @property
    def ngay(self) -> date | None:
        """The day that decides; None where nothing gives one."""
        return self.deciding_day.ngay if self.deciding_day else None
