"""What is told of a table whose columns do not fit on the page, with a way out that fits when it is followed."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vanban.findings import Finding, finding
from vanban.keys import document_types
from vanban.model.document import VanBan
from vanban.model.places import Places
from vanban.model.table import BangBieu, Cot
from vanban.numerals import format_number, rounded
from vanban.tables._fit import Fitted
from vanban.tables._needs import Need
from vanban.text import lower_first
from vanban.the_thuc import TheThuc, Trang
from vanban.units import Length, Mm

# No column can be made narrower by parting words.
_PARTED = Mm(25)
# From so many millimetres on tenths say nothing.
_WHOLE = 1000


def width_faults(
    table: BangBieu, fitted: Fitted, the_thuc: TheThuc, van_ban: VanBan, places: Places
) -> Iterator[Finding]:
    """Columns that are narrower than a word of theirs, a table that is wider than the page; one that is printed in
    smaller letters so as not to be."""
    faults = list(_faults(table, fitted.needs, the_thuc.trang, van_ban))
    for code, origin, message, way_out in faults:
        yield finding(code, places[origin], message, way_out)
    if fitted.grid.letters and not faults:
        size = the_thuc.kieu[f"VB_BangChu{fitted.grid.letters}"].co_chu
        *_, way_out = next(_faults(table, fitted.in_full, the_thuc.trang, van_ban))
        yield finding(
            "F120", places[table.origin], f"Bảng in bằng chữ cỡ {size.pt:g} cho vừa trang.",
            f"Muốn in chữ cỡ thường thì {lower_first(way_out)}",
        )


def _faults(
    table: BangBieu, needs: Sequence[Need], page: Trang, van_ban: VanBan
) -> Iterator[tuple[str, int, str, str]]:
    """Code, origin, message and way out of each fault where the columns need so much."""
    columns = list(_columns(table, needs))
    room = page.text_width(van_ban.kho_giay)
    taken, wanted = sum(each.taken for each in columns), sum(each.wanted for each in columns)
    way_out = _way_out(columns, room, page, van_ban) if wanted > room else ""
    if taken > room:
        yield "F109", table.origin, f"Bảng cần rộng {_mm(taken)} mm, trang chỉ có {_mm(room)} mm.", way_out
        return
    for column in columns:
        if column.is_narrow:
            wider = f"“do_rong” của cột “{column.cot.ma}” từ {_mm(column.wanted)} trở lên"
            yield (
                "F110", column.cot.origin,
                f"Cột “{column.cot.ma}” rộng {_mm(column.taken)} mm, hẹp hơn chữ “{column.longest}”.",
                way_out or f"Ghi {wider}, hoặc bỏ “do_rong” để máy chia.",
            )


@dataclass(frozen=True, slots=True)
class _Column:
    """A column as it is stated: how wide its words let it be, alone and where it has a stated width, which a column
    that splits does not share as its words would."""

    cot: Cot
    least: int
    longest: str
    stated_least: int

    @property
    def is_narrow(self) -> bool:
        return self.cot.do_rong is not None and self.cot.do_rong < self.stated_least

    @property
    def taken(self) -> int:
        return self.least if self.cot.do_rong is None else self.cot.do_rong

    @property
    def wanted(self) -> int:
        """What it takes once it is as wide as its words, in whole millimetres."""
        return Mm(math.ceil(Length(self.stated_least).mm)) if self.is_narrow else self.taken

    @property
    def spare(self) -> int:
        """How much of its stated width it can do without, to a tenth of a millimetre."""
        return self.taken - Mm(math.ceil(Length(self.stated_least).mm * 10) / 10) if self.cot.do_rong else 0


def _columns(table: BangBieu, needs: Sequence[Need]) -> Iterator[_Column]:
    at = 0
    for leaf in table.leaves:
        parts = needs[at : at + leaf.tach]
        at += leaf.tach
        longest = max(parts, key=lambda need: need.word).longest
        stated = parts[0].word if leaf.tach == 1 else max(3 * parts[0].word, -(-3 * parts[1].word // 2))
        yield _Column(leaf, sum(need.word for need in parts), longest, stated)


def _way_out(columns: Sequence[_Column], room: Length, page: Trang, van_ban: VanBan) -> str:
    """What to do where the columns, each as wide as its words, are wider than the `room`."""
    excess, least = sum(each.wanted for each in columns) - room, sum(each.least for each in columns)
    stated = [each for each in columns if each.cot.do_rong is not None]
    if sparing := next((each for each in stated if each.spare >= excess), None):
        down = math.floor(Length(sparing.taken - excess).mm * 10) / 10
        also = "".join(f" và ghi “do_rong: {_mm(each.wanted)}” ở cột “{each.cot.ma}”"
                       for each in stated if each.is_narrow)
        return f"Giảm “do_rong” của cột “{sparing.cot.ma}” xuống {_typed(down)}{also}."
    drop = f"bỏ “do_rong” ở các cột {', '.join(f'“{each.cot.ma}”' for each in stated)} để máy chia"
    if least <= room:
        return f"{drop[:1].upper()}{drop[1:]}."
    turned = page.text_width("ngang")
    if least <= turned and van_ban.kho_giay == "doc":
        here = "kho_giay" in document_types()[van_ban.loai_van_ban].keys
        also = f"; {drop}" if sum(each.wanted for each in columns) > turned else ""
        return ("Đặt giấy ngang: ghi “kho_giay: ngang” ở đầu tệp" if here else
                "Chuyển bảng sang một phụ lục đặt giấy ngang (“kho_giay: ngang”)") + f"{also}."
    widest = max(columns, key=lambda each: each.least)
    if least - widest.least + _PARTED <= turned:
        return f"Tách chữ “{widest.longest}” ở cột “{widest.cot.ma}” bằng dấu cách{f'; {drop}' if stated else ''}."
    return "Chia bảng thành hai bảng, mỗi bảng ít cột hơn."


def _mm(length: int) -> str:
    """Millimetres as a message says them: "17,5", "18.020"."""
    millimetres = Decimal(str(Length(length).mm))
    return format_number(rounded(millimetres, 0 if millimetres >= _WHOLE else 1).normalize())


def _typed(millimetres: float) -> str:
    """Millimetres as they are typed: 17 or "17,5"."""
    return f"{millimetres:.0f}" if millimetres == int(millimetres) else f'"{millimetres:.1f}"'.replace(".", ",")
