"""The types of the decree's figures. No figure stands here: they are in the *.yaml beside this file.

What a text of law has beside figures, and the text as a whole: text_of_law.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from vanban.units import Length

Value = Length | float | bool | str
KhoGiay = Literal["doc", "ngang"]
CanhLe = Literal["trai", "giua", "phai", "deu"]
# A table's letters as its styles have them, or smaller: what their names then end in, the larger first.
Letters = Literal["", "Nho", "NhoNhat"]
LETTERS: tuple[Letters, ...] = ("", "Nho", "NhoNhat")


@dataclass(frozen=True, slots=True)
class DieuKhoan:
    """A place in the law, as deep as it goes; what it does not have is empty."""

    van_ban: str
    phu_luc: str = ""
    phan: str = ""
    muc: str = ""
    khoan: str = ""
    diem: str = ""
    dieu: str = ""
    mau: str = ""

    def __str__(self) -> str:
        """In the words and the order of law: "điểm a khoản 1 Mục II Phần I Phụ lục I Nghị định …"."""
        named = (("điểm", self.diem), ("khoản", self.khoan), ("Điều", self.dieu), ("Mục", self.muc),
                 ("Phần", self.phan), ("Mẫu", self.mau), ("Phụ lục", self.phu_luc))
        return " ".join([*(f"{noun} {label}" for noun, label in named if label), self.van_ban])


@dataclass(frozen=True, slots=True)
class Nguon:
    """Where a figure comes from: the place, and its words as they stand there.

    theo   from where it is known, of a text that we have not read: then there is no article and no quotation
    """

    can_cu: DieuKhoan
    trich: str = ""
    theo: str = ""

    def __str__(self) -> str:
        return f"{self.can_cu} (theo {self.theo}, chưa đối chiếu)" if self.theo else str(self.can_cu)


@dataclass(frozen=True, slots=True)
class GioiHan:
    """What the law allows one figure to be: one of `mot_trong`, or from `tu` to `den`, both counted."""

    nguon: Nguon
    mot_trong: tuple[Value, ...] = ()
    tu: Length | float | None = None
    den: Length | float | None = None

    def allows(self, value: Value) -> bool:
        if self.mot_trong:
            return value in self.mot_trong
        if isinstance(value, str):
            return False
        return (self.tu is None or self.tu <= value) and (self.den is None or value <= self.den)


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures we chose, with the limits that the law sets to some of them, by the figure's name.

    A figure without a limit is a house choice (nguồn: thực tế): the law is silent.
    """

    gioi_han: Mapping[str, GioiHan] = field(default_factory=dict, kw_only=True)

    def breaches(self) -> list[str]:
        """Names of the figures that the law does not allow to be what they are; empty when all is well."""
        return [name for name, limit in self.gioi_han.items() if not limit.allows(getattr(self, name))]


@dataclass(frozen=True, slots=True)
class Trang(Figures):
    """The page, upright (dọc); turned (ngang), it changes width for height and keeps its margins.

    cach_so_trang   from the top edge of the paper to the page number
    tieu_de_trai    width of the left cell of the header (cơ quan, số); the rest is the right cell's
    noi_nhan_trai   width of the left cell of the signature block (nơi nhận)
    """

    rong: Length
    cao: Length
    le_tren: Length
    le_duoi: Length
    le_trai: Length
    le_phai: Length
    cach_so_trang: Length
    tieu_de_trai: Length
    noi_nhan_trai: Length

    def size(self, kho_giay: KhoGiay = "doc") -> tuple[Length, Length]:
        """Width and height of the paper."""
        return (self.rong, self.cao) if kho_giay == "doc" else (self.cao, self.rong)

    def text_width(self, kho_giay: KhoGiay = "doc") -> Length:
        """Width between the margins."""
        return self.size(kho_giay)[0] - self.le_trai - self.le_phai

    def text_height(self, kho_giay: KhoGiay = "doc") -> Length:
        """Height between the margins."""
        return self.size(kho_giay)[1] - self.le_tren - self.le_duoi


@dataclass(frozen=True, slots=True)
class PhongChu(Figures):
    """The type of the whole document; `co_chu` is the size where no style says another."""

    ten_phong: str
    mau_chu: str
    co_chu: Length
    ngon_ngu: str


@dataclass(frozen=True, slots=True)
class Kieu(Figures):
    """A named style of Word: of a paragraph (doan), of letters within one (chu) or of a table (bang).

    nhan               what the officer reads in Word's list of styles, beside `ten`; no comma, which would part it
    dua_tren           the style it is based on, "" for none; what it does not set it has from there
    in_hoa             its text is put in capitals by the writer, as letters: Word's "all caps" only shows
                       capitals, search and copy would meet small ones
    gach_chan          underlined
    khit_cung_kieu     no space between paragraphs of this style
    cach_dong          line spacing as a multiple of a single line; `dong_co_dinh`, when not 0, wins
    thut_dau_dong      indent of the first line against `thut_trai`; negative hangs
    giu_cung_doan_sau  stays on the page of the paragraph below; giu_lien_dong: never torn itself
    muc_luc            depth in the navigation pane, from 1; 0: not there
    ke_tren, khung     weight of a rule over the paragraph, of a box around it, 0 for none; `cach_khung`: whole
                       points between that line and the letters, above and below them
    mau_chu            colour of the letters and of the box (RRGGBB), "" for the document's
    to_nen             colour behind the letters (RRGGBB), "" for none; Word's highlighter cannot be in a style
    vien, le_o         tables: weight of the borders (0: none), space left and right of the text of a cell
    """

    ten: str
    nhan: str
    co_chu: Length
    loai: Literal["doan", "chu", "bang"] = "doan"
    dua_tren: str = ""
    dam: bool = False
    nghieng: bool = False
    in_hoa: bool = False
    chi_so_tren: bool = False
    gach_chan: bool = False
    mau_chu: str = ""
    to_nen: str = ""
    canh_le: CanhLe = "trai"
    thut_trai: Length = Length(0)
    thut_dau_dong: Length = Length(0)
    cach_truoc: Length = Length(0)
    cach_sau: Length = Length(0)
    cach_dong: float = 1.0
    dong_co_dinh: Length = Length(0)
    giu_cung_doan_sau: bool = False
    giu_lien_dong: bool = False
    khit_cung_kieu: bool = False
    muc_luc: int = 0
    ke_tren: Length = Length(0)
    khung: Length = Length(0)
    cach_khung: Length = Length(0)
    vien: Length = Length(0)
    le_o: Length = Length(0)

    @property
    def is_smaller(self) -> bool:
        """Whether it is a style in smaller letters, which a frame need not have: it is added."""
        return self.ten.endswith(LETTERS[1:])

    @property
    def cach_doan(self) -> Length:
        """Distance to a paragraph of the same style: Word adds the space below to the space above."""
        return Length(0) if self.khit_cung_kieu else self.cach_truoc + self.cach_sau


@dataclass(frozen=True, slots=True)
class KeNgang(Figures):
    """A rule (kẻ ngang) under a line of text: its paragraph has the style `kieu`, its length is a share of the line.

    duoi_kieu   style of the text whose last line is measured; where "(Kèm theo …)" stands between the two, it is that
    """

    kieu: str
    duoi_kieu: str
    ty_le: float

    def indent(self, line: Length, within: Length) -> Length:
        """Indent on the left, and the same on the right, that leaves a rule for a text line of width `line`.

        `within` is the width of the cell or page; a rule never leaves it.
        """
        return Length(max(0, round((within - self.ty_le * line) / 2)))


@dataclass(frozen=True, slots=True)
class ConDau(Figures):
    """A stamp (con dấu) of fixed words: the size of its box from edge to edge, and the style that draws it."""

    chu: str
    kieu: str
    rong: Length
    cao: Length

    def indent(self, within: Length, line: Length) -> Length:
        """Indent on the left, and the same on the right, that centres it in a cell of width `within`.

        line   weight of the box, which Word draws outside the indent
        """
        return Length((within - self.rong) // 2 + line)


@dataclass(frozen=True, slots=True)
class ViTri(Figures):
    """The place on the paper of a zone that is out of the flow of the text; its paragraphs have the style `kieu`.

    neo_theo   mep_giay: `cach_trai` and `cach_tren` from the corner of the paper
               chan_chu: at the foot of the page's text, as wide as that, no line nearer than `cach_chu`
    rong       0: as wide as the text of the page; as high as its own lines the zone is by itself
    """

    kieu: str
    neo_theo: Literal["mep_giay", "chan_chu"]
    cach_trai: Length = Length(0)
    cach_tren: Length = Length(0)
    cach_chu: Length = Length(0)
    rong: Length = Length(0)
