"""Cells that are bound to figures: what columns and rows say of indicator, unit, period and aspect → the figure, or the
words, that stand in each cell.

They come down from the heads to the column, and from a row to those below it: of what is said twice along one way the
inner one counts. Said by the column and by the row at once it is a fault. A cell is bound where its column, or a head
above it, says anything: a column of remarks beside them stays typed, and so does a row that says so (`go_tay`). A row
for each unit of a group (`moi_don_vi`) or each period of a range (`moi_ky`) is written out here too, columns for them
before (`_columns`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from vanban.facts.reporters import Scope
from vanban.figure_words import base_kind
from vanban.findings import Finding
from vanban.model.document import VanBan
from vanban.model.indicators import ChiTieu
from vanban.model.inline import Figure, Inline, Run
from vanban.model.running_text import Paragraph, Text
from vanban.model.table import BangBieu, CachTong, Cot, Entry, Hang
from vanban.setting import Setting
from vanban.tables._columns import speaks_of_figures, written_columns
from vanban.tables._whose import Whose
from vanban.text import upper_first

_SAID = ("so_lieu", "cua_don_vi", "trong_ky", "lay_gi", "so_voi")
# What is held against something, in the words of a figure in text.
_AS_FIGURE = frozenset({"tang_giam", "toc_do", "ty_trong", "danh_gia", "thu_hang", "da_bao_cao", "con_thieu"})
_WITH_BASE = frozenset({"tang_giam", "toc_do", "ty_trong"})
_Said = Mapping[str, str]


def is_bound(table: BangBieu) -> bool:
    """Whether anything of the table speaks of figures."""
    columns = any(_said(each) or speaks_of_figures(each) for cot in table.cot for each in _all(cot))
    return columns or any(_said(row) or row.moi_don_vi or row.moi_ky for row in table.rows())


def bound(table: BangBieu, van_ban: VanBan, setting: Setting) -> tuple[BangBieu, list[Finding]]:
    """`table` with columns and rows for each unit and each period where they are asked for, and with what stands in
    its bound cells."""
    whose = Whose(van_ban, setting)
    work = _Table(replace(table, cot=written_columns(table.cot, whose)), whose)
    rows = tuple(new for row in table.hang for new in work.rows(row, {}))
    work.hold_totals(rows)
    columns = tuple(map(work.column, work.table.cot))
    return replace(table, cot=columns, hang=rows, typed=(table.cot, table.hang)), whose.findings


@dataclass
class _Table:
    """table: with its columns as they are printed; blanks: of which units cells were left blank, by column."""

    table: BangBieu
    whose: Whose
    blanks: dict[str, list[str]] = field(default_factory=dict)

    @property
    def setting(self) -> Setting:
        return self.whose.setting

    def hold_totals(self, rows: tuple[Hang, ...]) -> None:
        """Tells of a total row that would add up a column in which some have not reported: it would read as that of
        all."""
        total = next((row for each in rows for row in each.walk() if row.tong_cong and not _said(row)), None)
        for ma, units in self.blanks.items() if total else ():
            has_figures = any(entry.figure for each in rows for row in each.walk() if (entry := row.entry(ma)))
            if total and has_figures and total.entry(ma) is None:
                names = ", ".join(map(self.setting.registers.called, filter(None, units))) or "một số hàng"
                self._fault(total, "D217", f"Cột “{ma}” để trống ở {names}, nên hàng tổng thiếu mà không ai thấy.",
                            "Ghi “cua_don_vi: <nhóm>” ở hàng tổng để máy tính và nêu đơn vị còn thiếu.")

    def column(self, cot: Cot) -> Cot:
        """A column of figures is one of figures even where nobody says so; what does not add up is not added."""
        if cot.cot:
            return replace(cot, cot=tuple(map(self.column, cot.cot)))
        said = self._of_columns.get(cot.ma, {})
        if cot.lay_gi == "quan_he":
            return replace(cot, kieu_o="so")
        if not said or said.get("lay_gi", "gia_tri") != "gia_tri":
            return cot
        indicator = self.setting.registers.chi_tieu.get(said.get("so_lieu", ""))
        adds: CachTong | None = None if indicator is None or indicator.adds == "tong" else "khong"
        return replace(cot, kieu_o="so", cach_tong=cot.cach_tong or adds)

    @cached_property
    def _of_columns(self) -> dict[str, _Said]:
        """What table, heads and column say, of the columns that say anything themselves."""
        found: dict[str, _Said] = {}

        def go(cot: Cot, above: _Said, is_said: bool) -> None:
            own = _said(cot)
            if cot.cot:
                for below in cot.cot:
                    go(below, {**above, **own}, is_said or bool(own))
            elif own or is_said:
                found[cot.ma] = {**above, **own}

        for cot in self.table.cot:
            go(cot, {}, False)
        return found

    def rows(self, row: Hang, above: _Said) -> Iterator[Hang]:
        """What is printed of a row: itself with its cells, or one for each unit or period."""
        said = {**above, **_said(row)}
        self._hold_parts(row)
        if row.go_tay:
            yield row
            return
        if not (row.moi_don_vi or row.moi_ky):
            yield replace(self._row(row, said), gom=self._below(row, said))
            return
        each = [self._row(replace(row, nhom=(), moi_don_vi="", moi_ky=None), {**said, **of}) for of in self._each(row)]
        if row.nhom:
            each = [replace(row, moi_don_vi="", moi_ky=None, gom=(*each, *self._below(row, said)))]
        yield from each

    def _each(self, row: Hang) -> Iterator[_Said]:
        """What the rows that one stands for say, each."""
        if row.moi_ky:
            yield from ({"trong_ky": ky} for ky in row.moi_ky.periods)
        elif row.moi_don_vi:
            members = self.whose.members(row.moi_don_vi, row.origin, "moi_don_vi")
            yield from ({"cua_don_vi": ma} for ma in members)

    def _hold_parts(self, row: Hang) -> None:
        """Tells of parts of a row over rows that ask for figures of their own."""
        for part in row.chia_hang:
            if _said(part) or part.moi_don_vi or part.moi_ky:
                self._fault(part, "D213", "Phần của “chia_hang” không tự lấy số liệu được.",
                            "Viết phần này thành một hàng riêng, hoặc ghi số liệu lấy ở hàng.")

    def _below(self, row: Hang, said: _Said) -> tuple[Hang, ...]:
        return tuple(new for each in row.gom for new in self.rows(each, said))

    def _row(self, row: Hang, said: _Said) -> Hang:
        if row.nhom or row.tong_cong and not _said(row):  # the machine adds up
            return row
        made = [entry for ma, of_column in self._of_columns.items()
                if (entry := self._entry(row, ma, of_column, said))]
        return replace(row, entries=(*row.entries, *made)) if made else row

    def _entry(self, row: Hang, ma: str, of_column: _Said, of_row: _Said) -> Entry | None:
        """What stands in one cell; None where nothing does."""
        if twice := [name for name in _SAID if name in of_column and name in of_row]:
            self._fault(row, "D213", f"Cột “{ma}” và hàng cùng ghi {', '.join(twice)}.", "Giữ ở cột hoặc ở hàng.")
            return None
        said = {**of_column, **of_row}
        typed = row.entry(ma)
        inline = self._inline(row, said)
        if typed is not None and not typed.is_blank:
            if inline and not row.tong_cong:
                self._fault(row, "D214", f"Ô của cột “{ma}” vừa gõ tay vừa lấy số liệu.", "Bỏ một trong hai.")
            return None
        if inline is None:
            return None
        if self._is_blank(row, ma, inline):
            self.blanks.setdefault(ma, []).append(said.get("cua_don_vi", ""))
            return None
        return Entry(ma, Text((Paragraph((inline,), origin=row.origin),)), row.origin)

    def _inline(self, row: Hang, said: _Said) -> Inline | None:
        so_lieu, unit, what = said.get("so_lieu", ""), said.get("cua_don_vi", ""), said.get("lay_gi", "gia_tri")
        registers = self.setting.registers
        if what == "ten_don_vi":
            return Run(registers.called(unit)) if unit in registers.co_quan or unit in registers.nhom_co_quan else None
        if what == "ten_ky":
            return _words(self.whose.words_of(said.get("trong_ky", "")))
        if not so_lieu or what == "quan_he":
            return None
        if (indicator := registers.chi_tieu.get(so_lieu)) is None:  # its key tells of that
            return None
        return self._of_indicator(row, indicator, said)

    def _of_indicator(self, row: Hang, indicator: ChiTieu, said: _Said) -> Inline | None:
        unit, what = said.get("cua_don_vi", ""), said.get("lay_gi", "gia_tri")
        match what:
            case "ten_goi" | "don_vi_tinh":
                return Run(getattr(indicator, what))
            case "nguoi_bao_cao":
                return _words(", ".join(map(self.setting.registers.called, indicator.nguoi_bao_cao)))
            case "ghi_chu":
                return _words(self._note(indicator.ma, unit, said.get("trong_ky", "")))
            case "muc_tieu":
                return Figure(indicator.ma, cach_in="day_du", nguon_so_lieu="muc_tieu", origin=row.origin)
        form = what if what in _AS_FIGURE else ""
        against = said.get("so_voi", "") if form in _WITH_BASE else ""
        return Figure(indicator.ma, unit, said.get("trong_ky", ""), form, against, origin=row.origin)

    def _note(self, ma: str, unit: str, said: str) -> str:
        """What a unit has said of its figure; "" of a group, and where it has said nothing."""
        found, period = self.whose.found, self.whose.period(said)
        reading = found[0].figures.reading(unit or found[2], period.ky) if found and period else None
        return upper_first(reading.so_lieu.ghi_chu.get(ma, "")) if reading else ""

    def _is_blank(self, row: Hang, ma: str, inline: Inline) -> bool:
        """Whether nobody has reported yet what the form leaves to be filled in."""
        leaf = next(leaf for leaf in self.table.leaves if leaf.ma == ma)
        if not isinstance(inline, Figure) or inline.nguon_so_lieu or not (leaf.de_trong or row.de_trong):
            return False
        if self.whose.found is None:
            return True
        against = [inline.co_so] if inline.co_so and base_kind(inline.co_so) == "ky" else []
        return any(self._is_not_reported(inline, ky) for ky in (inline.ky, *against))

    def _is_not_reported(self, figure: Figure, said: str) -> bool:
        found, period = self.whose.found, self.whose.period(said)
        if found is None or period is None:
            return False
        roll_up, _, don_vi = found
        amount = roll_up.total(figure.ma, Scope(figure.don_vi or don_vi), period.ky).amount
        return amount.number is None and amount.state == "chua_co"

    def _fault(self, row: Hang, code: str, message: str, hint: str) -> None:
        self.whose.tell(row.origin, code, message, hint)


def _words(text: str) -> Run | None:
    return Run(text) if text else None


def _said(node: Cot | Hang) -> _Said:
    """What a node says of the figures in its cells."""
    return {name: value for name in _SAID if (value := getattr(node, name, None))}


def _all(cot: Cot) -> Iterator[Cot]:
    yield cot
    for below in cot.cot:
        yield from _all(below)
