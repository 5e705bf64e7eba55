"""Tables (bảng biểu) as officers write them: a tree of columns, a tree of rows, cells named by their column.

Spans follow from the structure, never from coordinates: heads merge by the tree of columns (`cot`), rows by what they
say of each other. Layouts write records out into the same form; what is drawn of it is a Grid.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from vanban.keys import keys_of
from vanban.model.column_labels import count_labels
from vanban.model.expression import Expression
from vanban.model.grid import Align, Grid
from vanban.model.inline import Figure, Line, NoteMark, Run
from vanban.model.period_range import MoiKy
from vanban.model.places import NOWHERE
from vanban.model.rebuild import LEFT_OUT
from vanban.model.running_text import Paragraph, Text
from vanban.model.value import Amount, added
from vanban.units import Length

KieuO = Literal["chu", "so", "ngay"]
# What a total row shows of a column: the sum, nothing, what a relation of the table gives, what is typed there.
CachTong = Literal["cong", "khong", "quan_he", "go"]
# What of an indicator stands in a cell.
LayGi = Literal[
    "gia_tri", "ten_goi", "don_vi_tinh", "nguoi_bao_cao", "ten_don_vi", "muc_tieu", "tang_giam", "toc_do", "ty_trong",
    "danh_gia", "thu_hang", "da_bao_cao", "con_thieu", "ten_ky", "ghi_chu", "quan_he",
]
# The column in which the machine counts the rows.
SO_THU_TU = "so_thu_tu"
# What a row may say besides its cells: no column is called so.
ROW_WORDS = frozenset(keys_of("hang"))
# What stands in front of the unit above a table.
UNIT = "Đơn vị tính:"
# The layout of a table that is written out.
WRITTEN_OUT = "cot_hang"


@dataclass(frozen=True, slots=True)
class Cot:
    """A column, or a head over the columns of `cot`, which then has no id.

    do_rong  its width; None: a part of what the others leave
    ty_le    its part against those of the rest; None: 1, or where no column says one, as its text asks
    kieu_o   what stands in its cells: words, figures or dates
    canh_le   how they stand there; None: as the kind has it
    de_trong whether a cell that a row leaves out is a blank to fill in
    tach     in how many columns it splits for the rows of a breakdown (`chia_theo`)
    gop_doc  whether a cell that a row leaves out belongs to the cell above it
    cach_tong  what total rows show of it; None: as its relation, its unit and its head let one think
    so_lieu, cua_don_vi, trong_ky, lay_gi, so_voi  what figures stand in its cells, as far as the column says
             (`tables/_bound`)
    moi_ky, moi_don_vi  a range of periods, a group of bodies, for each of which it stands once
    """

    ma: str = ""
    tieu_de: Line = ()
    do_rong: Length | None = None
    ty_le: int | None = None
    kieu_o: KieuO = "chu"
    canh_le: Align | None = None
    de_trong: bool = False
    tach: int = 1
    gop_doc: bool = False
    cach_tong: CachTong | None = None
    so_lieu: str = ""
    cua_don_vi: str = ""
    trong_ky: str = ""
    lay_gi: LayGi | None = None
    so_voi: str = ""
    moi_ky: MoiKy | None = None
    moi_don_vi: str = ""
    cot: tuple["Cot", ...] = ()
    origin: int = field(default=NOWHERE, compare=False)

    @property
    def leaves(self) -> tuple["Cot", ...]:
        """The columns below, left to right, those for each period written out; of a column itself."""
        if self.moi_ky:
            return tuple(leaf for each in self.of_periods for leaf in each.leaves)
        return tuple(leaf for below in self.cot for leaf in below.leaves) if self.cot else (self,)

    @property
    def of_periods(self) -> tuple["Cot", ...]:
        """It once for each period of its range, by whose name it and the columns below are called: "so_luong_nam_2015",
        and "nam_2015" where it has no id; it alone where it has no range."""
        if not self.moi_ky:
            return (self,)
        return tuple(replace(self.called(ky), trong_ky=ky, moi_ky=None) for ky in self.moi_ky.periods)

    def called(self, name: str) -> "Cot":
        """It with `name` behind its id, or behind those of the columns below it."""
        below = tuple(each.called(name) for each in self.cot)
        return replace(self, ma="" if below else f"{self.ma}_{name}" if self.ma else name, cot=below)

    @property
    def depth(self) -> int:
        """How many rows of heads it takes."""
        return 1 + max((below.depth for below in self.cot), default=0)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row says of one column.

    value   the figure that stands there: typed, called by a Figure (from the figures transform on), or worked out; None
            for a blank and for words, which in a column of figures are an Amount that could not be read
    """

    cot: str
    noi_dung: Text
    origin: int = field(default=NOWHERE, compare=False)
    value: Amount | None = field(default=None, compare=False, metadata=LEFT_OUT)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed there, as where only the text of a footnote stands."""
        return not self.noi_dung.blocks

    @property
    def figure(self) -> Figure | None:
        """The Figure that stands there alone, with or without the mark of a footnote."""
        match self.noi_dung.blocks:
            case (Paragraph(inlines=inlines),):
                match [each for each in inlines if not _is_beside(each)]:
                    case [Figure() as figure]:
                        return figure
        return None


@dataclass(frozen=True, slots=True)
class Hang:
    """A row and the rows below it (`gom`).

    nhom       a group row: its name stands across all columns, it has no cells
    tong_cong  a total of the rows of its level
    chia_theo  what the rows below are a breakdown by; they stand beside it
    chia_hang  the parts of a row over rows: cells of the row itself stand once for all of them
    de_trong   whether every cell that it leaves out is a blank
    so_lieu, cua_don_vi, trong_ky  what figures stand in its cells, as far as the row says
    moi_don_vi, moi_ky  a group of bodies, a range of periods, each of which has a row like it
    go_tay     whether it, and all below it, takes no figures of units: its cells are typed, or left to be filled in
    danh_so    shown in place of the number that the machine would count
    ma         id of the record that it was written out from: of a task, of an act
    totals     what the machine has put into a total row, beside the `entries` that were typed
    """

    entries: tuple[Entry, ...] = ()
    nhom: Line = ()
    tong_cong: bool = False
    so_lieu: str = ""
    cua_don_vi: str = ""
    trong_ky: str = ""
    moi_don_vi: str = ""
    moi_ky: MoiKy | None = None
    go_tay: bool = False
    chia_theo: Line = ()
    chia_hang: tuple["Hang", ...] = ()
    gom: tuple["Hang", ...] = ()
    de_trong: bool = False
    danh_so: str = ""
    ma: str = ""
    totals: tuple[Entry, ...] = field(default=(), metadata=LEFT_OUT)
    origin: int = field(default=NOWHERE, compare=False)

    @property
    def is_plain(self) -> bool:
        """Whether it says nothing but what stands in its cells."""
        return not (self.nhom or self.tong_cong or self.chia_theo or self.chia_hang or self.gom or self.danh_so)

    def entry(self, cot: str) -> Entry | None:
        """What it says of a column; None where it leaves it out."""
        return next((entry for entry in (*self.entries, *self.totals) if entry.cot == cot), None)

    def value(self, cot: str) -> Amount | None:
        """The figure in a column, of a row over rows the sum over its parts; None where there is none."""
        if entry := self.entry(cot):
            return entry.value
        return added(part.value(cot) for part in self.chia_hang)

    def walk(self) -> Iterator["Hang"]:
        """It, its parts and all rows below, in the order of print."""
        yield self
        for part in self.chia_hang:
            yield from part.walk()
        for row in self.gom:
            yield from row.walk()

    def addressed(self, address: str) -> Iterator[tuple[str, "Hang"]]:
        """It, whose address is given, its parts and all rows below with theirs: "…__phan_2", "…__hang_3"."""
        yield address, self
        for noun, rows in (("phan", self.chia_hang), ("hang", self.gom)):
            for count, row in enumerate(rows, 1):
                yield from row.addressed(row.ma or f"{address}__{noun}_{count}")


@dataclass(frozen=True, slots=True)
class QuanHe:
    """A relation that holds in every row: what stands in column `cot` is what the expression gives."""

    cot: str
    bieu_thuc: Expression
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class BangBieu:
    """A table: columns and rows as they were typed, or as another layout (`bo_cuc`) writes them out from records.

    danh_so       how rows are counted, a step for each depth, in the words of `steps.py`
    danh_so_cot   the first labels of the columns, printed below the heads: "(1)", "A"; () for none
    don_vi_tinh   the unit of its figures, printed above it
    cot_nhu       the table of the set whose columns it has (`readers/shared_columns`)
    ghi_chu_cuoi  the notes below
    written_from  the key of the document whose records a layout has written out into it
    has_others_columns  whether its columns are those of `cot_nhu`, and not typed
    typed         its columns and rows as they were typed, where cells bound to figures have been written out
    grid          what was drawn of it
    """

    ma: str
    bo_cuc: str = WRITTEN_OUT
    tieu_de: Line = ()
    danh_so: str = ""
    danh_so_cot: tuple[str, ...] = ()
    don_vi_tinh: str = ""
    cot_nhu: str = ""
    cot: tuple[Cot, ...] = ()
    hang: tuple[Hang, ...] = ()
    quan_he: tuple[QuanHe, ...] = ()
    ghi_chu_cuoi: Text = Text()
    written_from: str = ""
    has_others_columns: bool = False
    typed: tuple[tuple[Cot, ...], tuple[Hang, ...]] | None = field(
        default=None, compare=False, repr=False, metadata=LEFT_OUT)
    grid: Grid | None = field(default=None, metadata=LEFT_OUT)
    origin: int = field(default=NOWHERE, compare=False)

    @property
    def leaves(self) -> tuple[Cot, ...]:
        """The columns that hold cells, left to right."""
        return tuple(leaf for cot in self.cot for leaf in cot.leaves)

    @property
    def column_labels(self) -> tuple[str, ...]:
        """The label of each column, left to right; () where none is printed."""
        return count_labels(self.danh_so_cot, len(self.leaves))

    def strays(self, rows: Iterable[Hang]) -> Iterator[Entry]:
        """What rows say of columns that are not there; blanks, which are told otherwise, aside."""
        known = {leaf.ma for leaf in self.leaves}
        return (entry for row in rows for entry in row.entries if entry.cot not in known and not entry.is_blank)

    def rows(self) -> Iterator[Hang]:
        """Every row, parts of rows included, in the order of print."""
        for row in self.hang:
            yield from row.walk()

    def addressed_rows(self) -> Iterator[tuple[str, Hang]]:
        """Every row with its id, or its address by place where it has none: "ket_qua__hang_2__hang_1"."""
        for count, row in enumerate(self.hang, 1):
            yield from row.addressed(row.ma or f"{self.ma}__hang_{count}")


def addends(rows: tuple[Hang, ...]) -> Iterator[Hang]:
    """The rows that a total beside them adds up: those of its level, of a group row those of the group."""
    for row in rows:
        if row.nhom:
            yield from addends(row.gom)
        elif not row.tong_cong:
            yield row


def _is_beside(inline: object) -> bool:
    """Whether it does not count beside a figure: the mark of a footnote, a space."""
    return isinstance(inline, NoteMark) or isinstance(inline, Run) and not inline.text.strip()
