"""The shared registers of content/dung_chung: bodies and legal bases; beside them indicators (`indicators`) and who
reports them when (`reporting`). Every fact is dated."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, TypeVar

from vanban.body_names import collective_of
from vanban.keys.pointers import ids_named_by_entry
from vanban.model.indicators import ChiTieu, QuanHeChiTieu
from vanban.model.places import NOWHERE
from vanban.model.reporting import CapCoQuan, CheDoBaoCao, NhomCoQuan, TiepNhan
from vanban.model.validity import HieuLuc

TuCachKy = Literal[
    "cap_truong", "cap_pho", "quyen_cap_truong", "thua_lenh", "thua_lenh_cap_pho", "thua_uy_quyen", "thay_mat"
]
# What a body's documents go by: the law on state documents, or the Party's own guidance.
HoSo = Literal["nha_nuoc", "dang"]
DanhSoPhuLuc = Literal["I", "1", "01"]
_Entry = TypeVar("_Entry", covariant=True)
# What stands as the collective of a body whose head decides alone.
NO_COLLECTIVE = "không"


@dataclass(frozen=True, slots=True)
class NguoiKy:
    """A person who signs for a body, for a term.

    tu_cach_ky    the head, a deputy (KT.), an acting head (Q.); by order (TL.), by order as deputy of the one
                  ordered (TL., KT.), by authorisation (TUQ.); for a collective, without a title (TM., T/M)
    cap_truong    thua_lenh_cap_pho: title of the one ordered, whom the signer stands for: "Chánh Văn phòng"
    chuc_vu_khac  the title above the name (ô 7b): in an advisory body, the signer's title in his office
    linh_vuc      what the signer is in charge of, for those who choose
    """

    ma: str
    ho_ten: str
    chuc_vu: str
    tu_cach_ky: TuCachKy
    nhiem_ky: HieuLuc
    cap_truong: str = ""
    chuc_vu_khac: str = ""
    linh_vuc: str = ""
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class CoQuan:
    """A body (cơ quan, tổ chức), an office holder who issues, or a group of bodies.

    ten_goi      full name inside a sentence: "Ủy ban nhân dân tỉnh Nghệ An", "các sở, ban, ngành cấp tỉnh"
    ten_dong     the same broken into the lines of the header
    ten_ngan     the name in tables and lists: "UBND tỉnh"
    ten_chu_quan the name above that of a body under it, common words shortened ("UBND tỉnh Nghệ An"), in its lines
    ky_hieu      its letters in a number: "UBND"
    cap_truong   title of its head: "Chủ tịch"
    dia_chi      lines of ô 13: address, telephone, mail, web
    tap_the      the collective that signs by TM. ("Ủy ban nhân dân"), NO_COLLECTIVE where the head decides alone, ""
                 where the entry does not say; what holds is `collective`
    khong_ghi_thay_mat  a collective for which its head signs by his title alone, as that of a people's council
    ho_so        the profile of its documents
    danh_so_phu_luc  how it counts annexes, where that is not the way of the law: "I", "1" or "01"
    be_mac_dai_hoi  days on which congresses of the Party closed: a term begins on the day after
    cap_co_quan  its level, by which groups of bodies find it
    tiep_nhan_tu the bodies that it has taken over, whole or in part
    """

    ma: str
    ten_goi: str
    ten_dong: tuple[str, ...] = ()
    ten_ngan: str = ""
    ten_chu_quan: tuple[str, ...] = ()
    ky_hieu: str = ""
    dia_danh: str = ""
    truc_thuoc: str = ""
    cap_truong: str = ""
    tap_the: str = ""
    khong_ghi_thay_mat: bool = False
    dia_chi: tuple[str, ...] = ()
    ho_so: HoSo = "nha_nuoc"
    danh_so_phu_luc: DanhSoPhuLuc | None = None
    be_mac_dai_hoi: tuple[date, ...] = ()
    cap_co_quan: CapCoQuan | None = None
    tiep_nhan_tu: tuple[TiepNhan, ...] = ()
    nguoi_ky: tuple[NguoiKy, ...] = ()
    hieu_luc: HieuLuc = HieuLuc()
    origin: int = field(default=NOWHERE, compare=False)

    @property
    def collective(self) -> str | None:
        """The collective that decides and signs by TM., as the entry says or else the name of the body; "" where the
        head decides alone; None where neither says."""
        if self.tap_the:
            return "" if self.tap_the == NO_COLLECTIVE else self.tap_the
        return collective_of(self.ten_goi)

    @property
    def is_of_party(self) -> bool:
        """Whether its documents are those of the Party."""
        return self.ho_so == "dang"

    def lacks(self, *, with_address: bool) -> tuple[str, ...]:
        """The keys that header and signature of its documents are made of and that are not stated."""
        needed = ("ky_hieu", "dia_danh", "cap_truong", *(("dia_chi",) if with_address else ()))
        missing = tuple(key for key in needed if not getattr(self, key))
        return missing if self.collective is not None else (*missing, "tap_the")

    def by_its_head(self) -> "CoQuan":
        """It as what its head issues by himself has it: with no collective that he decides and signs for."""
        return replace(self, tap_the=NO_COLLECTIVE)

    def signer(self, ma: str, day: date | None) -> NguoiKy | None:
        """The one who signs by that id: of several terms of one person the one that holds on `day`, else the last."""
        terms = [person for person in self.nguoi_ky if person.ma == ma]
        return next((term for term in terms if day and term.nhiem_ky.holds(day)), terms[-1] if terms else None)


_LAWS = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"})


@dataclass(frozen=True, slots=True)
class CanCu:
    """An act that is cited: a legal basis, a letter, a plan of a superior.

    trich_yeu        as it stands in a sentence, small first letter: "ban hành …", "về …"
    co_quan_ban_hanh name in a sentence; empty for laws and ordinances, which are cited without it
    thay_the_boi     id of the act that replaced it; its last day is `hieu_luc.den_ngay`
    thuoc_chuoi, cho_nam  of an act that comes every year: the series, and the year that it is for
    """

    ma: str
    ten_loai: str
    trich_yeu: str
    ngay_ban_hanh: date
    so_ky_hieu: str = ""
    co_quan_ban_hanh: str = ""
    thay_the_boi: str = ""
    thuoc_chuoi: str = ""
    cho_nam: int | None = None
    hieu_luc: HieuLuc = HieuLuc()
    origin: int = field(default=NOWHERE, compare=False)

    @property
    def is_law(self) -> bool:
        """Whether the decree cites it in ways of its own (`…_luat`): by its name, without issuer."""
        return self.ten_loai in _LAWS

    @property
    def name(self) -> str:
        """What it is called in a message."""
        return f"{self.ten_loai} {self.so_ky_hieu or self.trich_yeu}"


@dataclass(frozen=True, slots=True)
class NgayNghi:
    """Days on which offices are closed beside the weekends: `hieu_luc` says from when to when."""

    ma: str
    ten_goi: str
    hieu_luc: HieuLuc = HieuLuc()
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class NhomNoiNhan:
    """Recipients that are named together: the lines that one reference in nơi nhận prints."""

    ma: str
    gom: tuple[str, ...]
    origin: int = field(default=NOWHERE, compare=False)


class Asked(Mapping[str, _Entry]):
    """A register that remembers the ids it was asked for. Going through it, as for a suggestion, does not count."""

    __slots__ = ("_entries", "ids")

    def __init__(self, entries: Mapping[str, _Entry]) -> None:
        self._entries = entries
        self.ids: set[str] = set()

    def __getitem__(self, ma: str) -> _Entry:
        self.ids.add(ma)
        return self._entries[ma]

    def __contains__(self, ma: object) -> bool:
        self.ids.add(str(ma))
        return ma in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def items(self) -> ItemsView[str, _Entry]:
        return self._entries.items()

    def values(self) -> ValuesView[_Entry]:
        return self._entries.values()


@dataclass(frozen=True, slots=True)
class Registers:
    """The registers: entries by id, by the key of their list.

    unknown_names  what `short_name` was asked for and does not know
    """

    lists: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    unknown_names: set[str] = field(default_factory=set, compare=False, repr=False)
    _by_name: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def of(self, kind: str) -> Mapping[str, Any]:
        """The entries of a list; none of one that is not there."""
        return self.lists.get(kind, {})

    @property
    def co_quan(self) -> Mapping[str, CoQuan]:
        return self.of("co_quan")

    @property
    def can_cu(self) -> Mapping[str, CanCu]:
        return self.of("can_cu")

    @property
    def chi_tieu(self) -> Mapping[str, ChiTieu]:
        return self.of("chi_tieu")

    @property
    def quan_he_chi_tieu(self) -> Mapping[str, QuanHeChiTieu]:
        return self.of("quan_he_chi_tieu")

    @property
    def che_do_bao_cao(self) -> Mapping[str, CheDoBaoCao]:
        return self.of("che_do_bao_cao")

    @property
    def nhom_co_quan(self) -> Mapping[str, NhomCoQuan]:
        return self.of("nhom_co_quan")

    @property
    def ngay_nghi(self) -> Mapping[str, NgayNghi]:
        return self.of("ngay_nghi")

    @property
    def nhom_noi_nhan(self) -> Mapping[str, NhomNoiNhan]:
        return self.of("nhom_noi_nhan")

    def remembering(self) -> "Registers":
        """The same registers, which remember from now on what they are asked for (`asked`)."""
        return Registers({kind: Asked(entries) for kind, entries in self.lists.items()}, _by_name=self._by_name)

    def asked(self) -> set[tuple[str, str]]:
        """Register and id of every entry that was asked for, there or not, and of those it rests on: the superiors
        of a body, the successors of an act."""
        waiting = [(kind, ma) for kind, known in self.lists.items() if isinstance(known, Asked) for ma in known.ids]
        asked: set[tuple[str, str]] = set()
        while waiting:
            if (key := waiting.pop()) not in asked:
                asked.add(key)
                if entry := self.of(key[0]).get(key[1]):
                    waiting += ids_named_by_entry(key[0], entry)
        return asked

    def knows(self, ma: str) -> bool:
        """Whether `ma` is the id of a body, of a group of recipients or of an act."""
        return ma in self.co_quan or ma in self.nhom_noi_nhan or ma in self.can_cu

    def called(self, ma: str) -> str:
        """The short name of a body, the name of a group of bodies; the id of what is not there, which has been told."""
        if body := self.co_quan.get(ma):
            return body.ten_ngan or body.ten_goi
        group = self.nhom_co_quan.get(ma)
        return group.ten_goi if group else ma

    def short_name(self, ten_goi: str) -> str:
        """The short name of the body that is called `ten_goi`; `ten_goi` itself where none is."""
        if not self._by_name:
            self._by_name.update((body.ten_goi, ma) for ma, body in self.co_quan.items())
        if ten_goi in self._by_name:
            return self.co_quan[self._by_name[ten_goi]].ten_ngan or ten_goi
        self.unknown_names.add(ten_goi)
        return ten_goi

    def ho_so(self, co_quan: str) -> HoSo:
        """The profile of a body's documents; of one that is not there that of the state."""
        body = self.co_quan.get(co_quan)
        return body.ho_so if body else "nha_nuoc"
