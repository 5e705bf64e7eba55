"""One text of law as data (TheThuc): its figures (records), its words, its ways to count, cite and sign."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vanban.dates import long_date
from vanban.the_thuc.records import ConDau, KeNgang, Kieu, Nguon, PhongChu, Trang, ViTri


@dataclass(frozen=True, slots=True)
class LoiVan:
    """Words that the machine prints; without a source they are accepted practice.

    Of words that are composed, what stands in braces is filled in: "{so}/{ky_hieu}".
    """

    chu: str
    nguon: Nguon | None = None


@dataclass(frozen=True, slots=True)
class VienDan:
    """A way to cite: the parts of an act that print, in order, by their names in the register of legal bases."""

    phan_in: tuple[str, ...]
    nguon: Nguon | None = None


@dataclass(frozen=True, slots=True)
class ThemSoKhong:
    """Numbers below `duoi` are printed with a zero in front."""

    duoi: int
    nguon: Nguon | None = None


@dataclass(frozen=True, slots=True)
class DauCuoiDong:
    """How the lines of a list end: those before the last, and the last."""

    giua: str
    cuoi: str
    nguon: Nguon | None = None


@dataclass(frozen=True, slots=True)
class DanhSoPhuLuc:
    """How annexes are counted: "I" (I, II), "1" (1, 2) or "01" (01, 02)."""

    cach: str
    nguon: Nguon | None = None


@dataclass(frozen=True, slots=True)
class DongKhung:
    """A line that the frames have: in the style `kieu`, the words of that name, or a rule where there are none."""

    kieu: str
    chu: str = ""


@dataclass(frozen=True, slots=True)
class TheThuc:
    """The format (thể thức) of one profile while one text of law is in force. All mappings are by name.

    gian_tiep    the text is known at second hand only
    khung_trang  the frame that each form is printed in
    dong_khung   the lines that frames have: tieu_de_phai (right cell of the header), duoi_co_quan, duoi_trich_yeu
    chu_ky       the lines above the signature, by `tu_cach_ky`, the title last; see nd_30_2020.yaml
    """

    ma: str
    ten_van_ban: str
    ho_so: str
    tu_ngay: date
    den_ngay: date | None
    hieu_luc: Nguon
    gian_tiep: bool
    khung_trang: Mapping[str, str]
    dong_khung: Mapping[str, tuple[DongKhung, ...]]
    phong_chu: PhongChu
    trang: Trang
    kieu: Mapping[str, Kieu]
    ke_ngang: Mapping[str, KeNgang]
    con_dau: Mapping[str, ConDau]
    vi_tri: Mapping[str, ViTri]
    loi_van: Mapping[str, LoiVan]
    vien_dan: Mapping[str, VienDan]
    dau_cuoi_dong: Mapping[str, DauCuoiDong]
    chu_ky: Mapping[str, tuple[str, ...]]
    danh_so_phu_luc: DanhSoPhuLuc
    them_so_khong: Mapping[str, ThemSoKhong]

    def holds(self, day: date) -> bool:
        return self.tu_ngay <= day and (self.den_ngay is None or day <= self.den_ngay)

    def words(self, name: str) -> str:
        """The static words of that name: `words("quoc_hieu")`."""
        return self.loi_van[name].chu

    def composed(self, name: str, **parts: str) -> str:
        """The words of that name, filled in: `composed("so_ky_hieu", so="05", ky_hieu="QĐ-UBND")`."""
        return self.words(name).format(**parts)

    def in_case(self, style: str, text: str) -> str:
        """`text` as its style wants it: in capitals or as it is."""
        return text.upper() if self.kieu[style].in_hoa else text

    def fixed_line(self, style: str) -> str:
        """The words that frames always print in that style, "" for none."""
        lines = (line for lines in self.dong_khung.values() for line in lines if line.kieu == style and line.chu)
        return next((self.words(line.chu) for line in lines), "")

    def padded(self, name: str, number: str) -> str:
        """`number` (digits, a year may follow) with the zero in front that numbers of that name take; other digits stay
        as they are."""
        digits, slash, year = number.partition("/")
        zero = "0" if len(digits) == 1 and int(digits) < self.them_so_khong[name].duoi else ""
        return f"{zero}{digits}{slash}{year}"

    def long_date(self, day: date) -> str:
        """"ngày 05 tháng 7 năm 2025"."""
        return long_date(day, self.padded("ngay", str(day.day)), self.padded("thang", str(day.month)))

    def short_date(self, day: date) -> str:
        """"05/7/2025"."""
        return f"{self.padded('ngay', str(day.day))}/{self.padded('thang', str(day.month))}/{day.year}"

    def sources(self) -> list[Nguon]:
        """Every source that the figures rest on."""
        figures = (self.phong_chu, self.trang, *self.kieu.values(), *self.ke_ngang.values(), *self.con_dau.values(),
                   *self.vi_tri.values())
        limits = [limit.nguon for f in figures for limit in f.gioi_han.values()]
        stated = [
            *(words.nguon for words in self.loi_van.values()), *(way.nguon for way in self.vien_dan.values()),
            *(ending.nguon for ending in self.dau_cuoi_dong.values()), *(z.nguon for z in self.them_so_khong.values()),
            self.danh_so_phu_luc.nguon,
        ]
        return [self.hieu_luc, *limits, *(source for source in stated if source)]
