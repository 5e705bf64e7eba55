"""Cells that are bound to figures: what columns and rows say of indicator, unit, period and aspect → the figure, or the
words, that stand in each cell.

They come down from the heads to the column, and from a row to those below it: of what is said twice along one way the
inner one counts. Said by the column and by the row at once it is a fault. A cell is bound where its column, or a head
above it, says anything: a column of remarks beside them stays typed. A row for each unit of a group (`moi_don_vi`) is
written out here too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from vanban.facts.periods import meant
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.findings import Finding, finding
from vanban.model.document import VanBan
from vanban.model.inline import Figure, Inline, Run
from vanban.model.reporting import KyBaoCao
from vanban.model.running_text import Paragraph, Text
from vanban.model.table import BangBieu, CachTong, Cot, Entry, Hang
from vanban.setting import Setting

_SAID = ("so_lieu", "cua_don_vi", "trong_ky", "lay_gi", "so_voi")
# What is held against something, in the words of a figure in text.
_AS_FIGURE = frozenset({"tang_giam", "toc_do", "ty_trong", "danh_gia", "thu_hang", "da_bao_cao", "con_thieu"})
_Said = Mapping[str, str]


def is_bound(table: BangBieu) -> bool:
    """Whether anything of the table speaks of figures."""
    columns = any(_said(each) for cot in table.cot for each in _all(cot))
    return columns or any(_said(row) or row.moi_don_vi for row in table.rows())


def bound(table: BangBieu, van_ban: VanBan, setting: Setting) -> tuple[BangBieu, list[Finding]]:
    """`table` with a row for each unit where one is asked for, and with what stands in its bound cells."""
    work = _Table(table, van_ban, setting)
    rows = tuple(new for row in table.hang for new in work.rows(row, {}))
    work.hold_totals(rows)
    columns = tuple(map(work.column, table.cot))
    return replace(table, cot=columns, hang=rows, typed=(table.cot, table.hang)), work.findings


@dataclass
class _Table:
    table: BangBieu
    van_ban: VanBan
    setting: Setting
    findings: list[Finding] = field(default_factory=list)
    blanks: dict[str, list[str]] = field(default_factory=dict)

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
        """What is printed of a row: itself with its cells, or one for each unit."""
        said = {**above, **_said(row)}
        units = self._units(row) if row.moi_don_vi else ()
        if row.moi_don_vi and row.nhom:
            below = tuple(self._row(replace(row, nhom=(), moi_don_vi=""), {**said, "cua_don_vi": ma}) for ma in units)
            yield replace(row, moi_don_vi="", gom=(*below, *self._below(row, said)))
        elif row.moi_don_vi:
            for ma in units:
                yield self._row(replace(row, moi_don_vi=""), {**said, "cua_don_vi": ma})
        else:
            yield replace(self._row(row, said), gom=self._below(row, said))

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
        if not so_lieu:
            return None
        if (indicator := registers.chi_tieu.get(so_lieu)) is None:  # its key tells of that
            return None
        match what:
            case "ten_goi" | "don_vi_tinh":
                return Run(getattr(indicator, what))
            case "nguoi_bao_cao":
                names = ", ".join(map(registers.called, indicator.nguoi_bao_cao))
                return Run(names) if names else None
            case "muc_tieu":
                return Figure(so_lieu, cach_in="day_du", nguon_so_lieu="muc_tieu", origin=row.origin)
        form = what if what in _AS_FIGURE else ""
        against = said.get("so_voi", "") if form in ("tang_giam", "toc_do", "ty_trong") else ""
        return Figure(so_lieu, unit, said.get("trong_ky", ""), form, against, origin=row.origin)

    def _is_blank(self, row: Hang, ma: str, inline: Inline) -> bool:
        """Whether nobody has reported yet what the form leaves to be filled in."""
        leaf = next(leaf for leaf in self.table.leaves if leaf.ma == ma)
        if not isinstance(inline, Figure) or inline.nguon_so_lieu or not (leaf.de_trong or row.de_trong):
            return False
        if (found := self._regime()) is None:
            return True
        roll_up, own, don_vi = found
        period = meant(roll_up.figures.regime, own, inline.ky)
        if period is None:
            return False
        amount = roll_up.total(inline.ma, Scope(inline.don_vi or don_vi), period.ky).amount
        return amount.number is None and amount.state == "chua_co"

    def _units(self, row: Hang) -> tuple[str, ...]:
        """The members of the group on the last day of the period."""
        found = self._regime()
        if found is None or found[1].den_ngay is None:
            self._fault(row, "D210", "Hàng moi_don_vi cần biết kỳ nào để biết có những đơn vị nào.",
                        "Thêm so_lieu_theo ở văn bản.")
            return ()
        return found[0].directory.reporters.members(row.moi_don_vi, found[1].den_ngay)

    def _regime(self) -> tuple[RollUp, KyBaoCao, str] | None:
        theo, facts = self.van_ban.so_lieu_theo, self.setting.facts
        roll_up = facts.che_do.of(theo.che_do_bao_cao) if theo and facts.che_do else None
        period = roll_up.figures.regime.period(theo.ky) if theo and roll_up else None
        return (roll_up, period, theo.don_vi) if theo and roll_up and period else None

    def _fault(self, row: Hang, code: str, message: str, hint: str) -> None:
        found = finding(code, self.setting.places[row.origin], message, hint)
        if found not in self.findings:
            self.findings.append(found)


def _said(node: Cot | Hang) -> _Said:
    """What a node says of the figures in its cells."""
    return {name: value for name in _SAID if (value := getattr(node, name, None))}


def _all(cot: Cot) -> Iterator[Cot]:
    yield cot
    for below in cot.cot:
        yield from _all(below)
