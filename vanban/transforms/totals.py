"""Fills total rows with values, and holds those that were typed against the rows that they add up.

Reads: rows and the figures of their cells, `cach_tong` and heads of columns, `quan_he`. Writes: `totals` of total rows.
A typed total always stays. A sum over blanks that are allowed leaves them out and says so in its state. What was not
read is not added up, and told no second time.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from vanban import printer
from vanban.findings import Finding, finding
from vanban.model.adding import Way, is_sure_to_add, relations_for, way
from vanban.model.document import BoVanBan, VanBan
from vanban.model.expression import Column, columns
from vanban.model.places import Places
from vanban.model.table import SO_THU_TU, BangBieu, Cot, Entry, Hang
from vanban.model.value import Amount, added
from vanban.model.walk import map_tables
from vanban.numerals import format_number
from vanban.setting import Setting
from vanban.transforms._added_rows import AddedRows, unmarked
from vanban.transforms._blank_totals import figure, may_be_blank, why_blank
from vanban.transforms._even_columns import EvenColumns, even_columns
from vanban.transforms._worked_out import OF_NOBODY, evaluated, with_value

TITLE = "hàng tổng cộng"



def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with its totals; those that are wrong, cannot be worked out or were left blank by guess are findings."""
    findings: list[Finding] = []

    def totalled(table: BangBieu, even: EvenColumns | None) -> BangBieu:
        if any(row.tong_cong for row in table.rows()):
            table, found = filled(table, setting.places, setting.registers.called, even)
            findings.extend(found)
        else:
            findings.extend(unmarked(table, setting.places, told=()))
        return table

    def of_document(van_ban: VanBan) -> VanBan:
        even = even_columns(bo, van_ban, setting)
        return map_tables(van_ban, lambda table: totalled(table, even))

    return bo.map(of_document), findings


def filled(
    table: BangBieu, places: Places, called: Callable[[str], str] = str, even: EvenColumns | None = None,
) -> tuple[BangBieu, list[Finding]]:
    """One table with its totals, and what is found in it. `called` gives the names of units; `even` knows whether
    figures of units are of the same ones."""
    filler = _Filler(table, places, called, even)
    table = replace(table, hang=filler.level(table.hang))
    return table, [*filler.findings, *filler.guesses(), *unmarked(table, places, filler.refused)]


class _Filler:
    """Fills the total rows of one table."""

    def __init__(
        self, table: BangBieu, places: Places, called: Callable[[str], str], even: EvenColumns | None,
    ) -> None:
        self._table, self._places, self._called, self._even = table, places, called, even
        self.findings: list[Finding] = []
        self._left_blank: dict[str, Cot] = {}
        self.refused: dict[int, None] = {}  # origins of the total rows, and of rows counted twice, that were told of
        self._of_words: dict[str, Cot] = {}  # columns of figures that are not marked as such
        self._unsure: dict[str, Cot] = {}  # columns of decimals that are added up though nothing says what they are
        self._waiting: dict[int, list[str]] = {}  # columns that wait for an answer, by the origin of the total row

    def level(self, rows: tuple[Hang, ...]) -> tuple[Hang, ...]:
        """Rows of one level, with all that stands below them. Those of a breakdown have no totals."""
        below = tuple(
            replace(row, gom=self.level(row.gom)) if row.gom and not row.chia_theo else row for row in rows
        )
        return tuple(self._total(row, below) if row.tong_cong and not row.nhom else row for row in below)

    def guesses(self) -> Iterator[Finding]:
        """One for each total row that waits for answers; one for the table: the columns that were taken for rates and
        the like, and so have no total; one for those of decimals of which nothing says that they add up."""
        for origin, waiting in self._waiting.items():
            names = ", ".join(f"“{ma}”" for ma in waiting)
            yield finding("D105", self._places[origin], f"Hàng tổng in “{printer.NOT_YET}” ở cột {names}: có hàng còn "
                          "{XEM LẠI: …}.", "Điền số ở các hàng ấy, hoặc gõ số tổng ở hàng này.")
        for leaf in self._of_words.values():
            yield finding("D112", self._places[leaf.origin],
                          f"Hàng tổng để trống cột “{leaf.ma}”: các ô đều là số mà cột chưa ghi “kieu_o: so”.",
                          "Thêm “kieu_o: so” để máy cộng; không phải số để cộng thì để vậy.")
        if self._unsure:
            names = ", ".join(f"“{ma}”" for ma in self._unsure)
            yield finding(
                "D113", self._places[next(iter(self._unsure.values())).origin],
                f"Hàng tổng cộng các số lẻ ở cột {names}; đầu cột không nói là số gì, máy đoán là cộng được.",
                "Ghi đơn vị ở đầu cột hay “don_vi_tinh” của bảng; là tỷ lệ, điểm thì ghi “cach_tong: khong” ở cột.",
            )
        if self._left_blank:
            names = ", ".join(f"“{ma}”" for ma in self._left_blank)
            yield finding(
                "D105", self._places[next(iter(self._left_blank.values())).origin],
                f"Hàng tổng để trống cột {names}: xem đầu cột, đơn vị và quan hệ thì số ở đây không cộng được.",
                "Gõ số tổng ở hàng, hoặc ghi “cach_tong” ở cột: cong (cộng), quan_he (theo quan hệ), khong (để trống).",
            )

    def _total(self, row: Hang, level: tuple[Hang, ...]) -> Hang:
        adds = AddedRows(self._table, level, row)
        leaves = [leaf for leaf in self._table.leaves if leaf.ma and leaf.ma != SO_THU_TU]
        ways = {leaf.ma: way(self._table, leaf, adds.rows) for leaf in leaves}
        for leaf in leaves:
            if typed := row.entry(leaf.ma):
                if ways[leaf.ma].cach_tong == "cong":
                    self._compare(typed, leaf, adds)
            elif leaf.kieu_o == "so" and ways[leaf.ma].cach_tong == "cong":
                row = self._added_up(row, leaf, adds)
                if row.entry(leaf.ma) and not is_sure_to_add(self._table, leaf, adds.rows):
                    self._unsure.setdefault(leaf.ma, leaf)
            elif leaf.kieu_o == "chu" and ways[leaf.ma] == Way("cong") and adds.are_all_figures(leaf.ma):
                self._of_words.setdefault(leaf.ma, leaf)
            elif ways[leaf.ma].cach_tong == "go" and not (may_be_blank(row, leaf) or any(self._table.strays((row,)))):
                self._fault("D103", row.origin, f"Cột “{leaf.ma}” ghi “cach_tong: go” mà hàng tổng chưa có số.",
                            "Gõ số tổng ở hàng này, hoặc đổi “cach_tong” của cột.")
        return self._by_relations(row, leaves, ways, adds.rows)

    def _added_up(self, row: Hang, leaf: Cot, adds: AddedRows) -> Hang:
        total = adds.sum(leaf.ma)
        told = [*adds.doubts(leaf.ma, self._places), *adds.of_units_twice(leaf.ma, self._called, self._places)]
        if total and total.number is not None and told:
            self.findings += (each for origin, each in told if origin not in self.refused)
            self.refused |= dict.fromkeys([row.origin, *(origin for origin, _ in told)])
            return row
        if total and total.number is None and adds.has_words(leaf.ma):
            self._fault("D103", row.origin, f"Cột “{leaf.ma}” in lời so sánh, không phải số, nên máy không cộng được.",
                        "Ghi “cach_tong: khong” ở cột, hoặc gõ số tổng ở hàng này.")
        if total and total.state == "chua_co":
            self._waiting.setdefault(row.origin, []).append(leaf.ma)
        if adds.are_of_nobody(leaf.ma):
            return with_value(row, leaf, OF_NOBODY)
        if total and total.on_paper != total.printed:
            self._not_on_paper(row.origin, leaf, total, total)
        return with_value(row, leaf, total, adds.sureness(leaf.ma)) if total else row

    def _compare(self, typed: Entry, leaf: Cot, adds: AddedRows) -> None:
        """Holds a total that was typed against the rows; one that lacks a cell without leave was told."""
        stated, sums = typed.value, [each for each in adds.possible_sums(leaf.ma) if each.number is not None]
        if not sums or not stated or stated.number is None:
            return
        told = any(figure(each, leaf.ma) is None and not may_be_blank(each, leaf) for each in adds.rows)
        if told or any(_is_right(stated, total) for total in sums):
            return
        if on_paper := next((total for total in sums if total.number == stated.number), None):
            self._not_on_paper(typed.origin, leaf, on_paper, stated)
        else:
            found = " hoặc ".join(dict.fromkeys(format_number(each.number) for each in sums if each.number is not None))
            self._fault(
                "D104", typed.origin,
                f"Số tổng ghi {format_number(stated.number)}, các hàng cộng lại được {found}.",
                "Sửa số tổng hoặc số ở hàng, hay bỏ ô này để máy cộng.",
            )

    def _not_on_paper(self, origin: int, leaf: Cot, total: Amount, stated: Amount) -> None:
        """Tells of a total that is right, and is not what a reader of the page gets who adds up its cells."""
        cells = printer.number(replace(total, number=total.on_paper))
        self._fault(
            "D106", origin,
            f"Cột “{leaf.ma}”: các số in ra đã làm tròn, cộng lại được {cells}; hàng tổng in {printer.number(stated)}.",
            "Tăng “so_le” của chỉ tiêu để in đủ số lẻ, hoặc gõ số tổng ở hàng này: "
            f"{cells} hoặc {printer.number(total)} đều được nhận.",
        )

    def _by_relations(self, row: Hang, leaves: list[Cot], ways: dict[str, Way], rows: tuple[Hang, ...]) -> Hang:
        """The totals that a relation gives, each when those that it stands on are there; then who has none."""
        figures = [leaf for leaf in leaves if leaf.kieu_o == "so" and not row.entry(leaf.ma)]
        waiting = [leaf for leaf in figures if ways[leaf.ma].cach_tong == "quan_he"]
        while ready := [(leaf, value) for leaf in waiting if (value := self._worked_out(row, leaf, rows))]:
            for leaf, value in ready:
                row = with_value(row, leaf, value)
                if value.state == "chua_co" and row.origin not in self.refused:
                    self._waiting.setdefault(row.origin, []).append(leaf.ma)
            waiting = [leaf for leaf in waiting if not row.entry(leaf.ma)]
        for leaf in figures:
            there = added(each.value(leaf.ma) for each in rows)
            if there and there.state != "khong_doc_duoc":
                if row.origin in self.refused:
                    continue
                if ways[leaf.ma].guessed:
                    self._left_blank.setdefault(leaf.ma, leaf)
                elif leaf in waiting:
                    self.findings += why_blank(self._table, row, leaf, rows, self._places)
        return row

    def _worked_out(self, row: Hang, leaf: Cot, rows: tuple[Hang, ...]) -> Amount | None:
        """What the first relation of the column gives of the totals; None while one of them is lacking. Sums over
        blanks go together where all leave out the same rows."""
        for relation in relations_for(self._table, leaf):
            named = {column: row.value(column.cot) for column in columns(relation.bieu_thuc)}
            values = {column: value for column, value in named.items() if value}
            whole = all(value.number is None or value.is_whole for value in values.values())
            if len(values) == len(named) and (whole or _leave_out_the_same(values, rows)):
                if self._even and (found := self._even.fault(row, leaf, relation, rows)):
                    self.findings += [found.told] if found.told else []
                    self.refused[row.origin] = None
                    return found.shown
                return evaluated(relation, values, _decimals(leaf, rows))
        return None

    def _fault(self, code: str, origin: int, message: str, hint: str) -> None:
        self.findings.append(finding(code, self._places[origin], message, hint))


def _leave_out_the_same(values: Mapping[Column, Amount], rows: tuple[Hang, ...]) -> bool:
    """Whether all totals are sums, and of the same rows."""
    blanks = {tuple(figure(row, column.cot) is None for row in rows) for column in values}
    return len(blanks) == 1 and all(value.state == "chua_du" for value in values.values())


def _is_right(stated: Amount, total: Amount) -> bool:
    """Whether a typed total is the sum, rounded as its rows are, or what their printed figures add up to."""
    is_the_sum = stated.number in (total.number, total.printed) and stated.printed == total.printed
    return is_the_sum or stated.printed == total.on_paper


def _decimals(leaf: Cot, rows: tuple[Hang, ...]) -> int:
    """The most decimals that a row shows in a column."""
    return max((value.places for row in rows if (value := row.value(leaf.ma))), default=0)
