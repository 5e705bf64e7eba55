"""The rows that one total row adds up, and what is told where that is not certain or would count a figure twice."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from vanban.findings import Finding, finding
from vanban.model.places import Places
from vanban.model.reporting import Ky
from vanban.model.table import SO_THU_TU, BangBieu, Hang
from vanban.model.total import Total
from vanban.model.total_rows import counted_twice, is_total_by_name, may_be_plain, name_of, possible_addends, runs
from vanban.model.value import Amount, State, added, worst
from vanban.transforms._blank_totals import figure

_Rows = tuple[Hang, ...]
# So many units are named.
_NAMED = 5


@dataclass(frozen=True)
class AddedRows:
    """The rows of `level` that its total row `total` may add up."""

    table: BangBieu
    level: _Rows
    total: Hang

    @cached_property
    def readings(self) -> tuple[_Rows, ...]:
        return possible_addends(self.level, self.total)

    @property
    def rows(self) -> _Rows:
        """All that it may add up."""
        return self.readings[0]

    def sum(self, cot: str) -> Amount | None:
        """What the rows add up to; None where no row has a figure."""
        return _sum(self.rows, cot)

    def are_all_figures(self, cot: str) -> bool:
        """Whether a number stands in the column in each of several rows."""
        values = [figure(row, cot) for row in self.rows]
        return len(values) > 1 and all(value is not None and value.number is not None for value in values)

    def are_of_nobody(self, cot: str) -> bool:
        """Whether all that stands in the column are figures of units that are left out on purpose."""
        own = [[*totals_in(row, cot)] for row in self.rows if figure(row, cot)]
        return bool(own) and all(each and all(one.is_left_out for one in each) for each in own)

    def has_words(self, cot: str) -> bool:
        """Whether what a figure comes to is said in words in one of the cells: "tăng 66 hồ sơ"."""
        entries = (row.entry(cot) for row in self.rows)
        return any(entry.figure and not entry.value for entry in entries if entry)

    def possible_sums(self, cot: str) -> Iterator[Amount]:
        """Each right sum: of every reading, with the rows that may be parts of others and without them."""
        twice = {id(row) for row in self._twice(cot)}
        for rows in self.readings:
            for each in (rows, tuple(row for row in rows if id(row) not in twice)):
                if total := _sum(each, cot):
                    yield total

    def doubts(self, cot: str, places: Places) -> Iterator[tuple[int, Finding]]:
        """Why the machine does not add up a column: the origins of the rows it lies in, and what is told of them."""
        if len(self.readings) > 1:
            yield self.total.origin, finding(
                "D103", places[self.total.origin],
                "Chưa rõ hàng tổng này cộng những hàng nào: cùng mức có hàng tổng khác, hay có hàng ở cả trên và dưới.",
                "Xếp các hàng của mỗi nhóm vào “gom” của một hàng “nhom”, hàng cộng nhóm đặt cuối “gom” ấy; hoặc gõ số "
                "tổng ở hàng này.",
            )
        parts_told = False
        for row in self._twice(cot):
            is_total = is_total_by_name(name_of(self.table, row))
            if is_total or not parts_told:
                yield row.origin, _counted_twice(self.table, row, places)
            parts_told |= not is_total

    def sureness(self, cot: str) -> State:
        """How sure the least sure of the figures is."""
        own = [each.sureness for row in self.rows for each in totals_in(row, cot)]
        return worst(Amount(None, state=each) for each in own)

    def of_units_twice(self, cot: str, called: Callable[[str], str], places: Places) -> Iterator[tuple[int, Finding]]:
        """Of each row that brings in a figure of a unit which a row before it has brought in: its origin, and what is
        told."""
        seen: set[tuple[str, Ky, str]] = set()
        twice: dict[int, dict[str, None]] = {}
        for row in self.rows:
            own = {(each.ma, each.ky, unit) for each in totals_in(row, cot) for unit in each.used}
            if again := sorted({unit for _, _, unit in own & seen}):
                twice.setdefault(row.origin, {}).update(dict.fromkeys(again))
            seen |= own
        for origin, units in twice.items():
            names = ", ".join(map(called, [*units][:_NAMED]))
            more = f" và {len(units) - _NAMED} đơn vị nữa" if len(units) > _NAMED else ""
            yield origin, finding(
                "D108", places[origin],
                f"Số của {names}{more} đã có ở hàng trên: hàng tổng cộng cả hai là tính hai lần.",
                "Để mỗi đơn vị ở một hàng; hoặc ghi “cua_don_vi” ở hàng tổng để máy lấy số tổng hợp của nhóm.",
            )

    def _twice(self, cot: str) -> Iterator[Hang]:
        for level in _levels(self.level, lambda row: bool(row.nhom)):
            for run in runs(level):
                yield from counted_twice(self.table, run, cot)


def totals_in(row: Hang, cot: str) -> Iterator[Total]:
    """What stands in a cell as figures of units; of one that is left blank over rows that have some, what stands in
    these."""
    entry = row.entry(cot)
    if entry and entry.figure and entry.figure.total and entry.value:
        yield entry.figure.total
    elif entry is None:
        for below in (*row.chia_hang, *row.gom):
            if not below.tong_cong:
                yield from totals_in(below, cot)


def unmarked(table: BangBieu, places: Places, told: Collection[int]) -> Iterator[Finding]:
    """One finding for each row that is called a total and not marked as one; not for those whose origins are `told`."""
    for level in _levels(table.hang, lambda row: not row.chia_theo):
        for row in (row for run in runs(level) for row in run if _is_unmarked(table, row, run)):
            if len(level) > 1 and row.origin not in told:
                yield finding(
                    "D109", places[row.origin],
                    f"Hàng “{name_of(table, row)}” chưa ghi “tong_cong: true”: máy coi là một hàng thường, đếm số thứ "
                    "tự và không so với các hàng khác.", "Thêm “tong_cong: true” vào hàng.",
                )


def _is_unmarked(table: BangBieu, row: Hang, run: _Rows) -> bool:
    name = name_of(table, row)
    if not is_total_by_name(name) or may_be_plain(name) and row is not run[-1]:
        return False
    is_numbered = not row.danh_so and any(leaf.ma == SO_THU_TU for leaf in table.leaves)
    return is_numbered or any(row.value(leaf.ma) for leaf in table.leaves if leaf.kieu_o == "so")


def _counted_twice(table: BangBieu, row: Hang, places: Places) -> Finding:
    name = name_of(table, row)
    if is_total_by_name(name):
        return finding("D108", places[row.origin],
                       f"Hàng “{name}” chưa ghi “tong_cong: true”: hàng tổng cộng cả số ở đây là tính hai lần.",
                       "Thêm “tong_cong: true” vào hàng này, hoặc gõ số ở hàng tổng.")
    return finding("D108", places[row.origin],
                   f"Hàng “{name}” là phần của hàng trên: hàng tổng cộng cả hai là tính hai lần.",
                   "Đưa các hàng phần vào “gom” của hàng trên, hoặc gõ số ở hàng tổng.")


def _levels(rows: _Rows, goes_on: Callable[[Hang], bool]) -> Iterator[_Rows]:
    """A level, and those below its rows that `goes_on` says."""
    yield rows
    for row in rows:
        if row.gom and goes_on(row):
            yield from _levels(row.gom, goes_on)


def _sum(rows: Iterable[Hang], cot: str) -> Amount | None:
    return added(figure(each, cot) for each in rows)
