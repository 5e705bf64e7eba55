"""The rows below the heads: numbers, blanks, merged cells, breakdowns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vanban import printer
from vanban.findings import Finding, finding
from vanban.model.adding import is_of_years
from vanban.model.grid import Align, Cell
from vanban.model.inline import Figure, Line, NoteMark, Reference, Run, Script, shown_text
from vanban.model.places import Places
from vanban.model.running_text import Item, Paragraph, Text
from vanban.model.steps import ROW_STEPS, parse_scheme
from vanban.model.table import SO_THU_TU, BangBieu, Cot, Entry, Hang
from vanban.numerals import has_leading_zero

_ALIGN: dict[str, Align] = {"chu": "trai", "so": "phai", "ngay": "giua"}
_BLANK: tuple[Line, ...] = ((),)
# What columns for the numbers of rows are called.
_NUMBERS = frozenset({"stt", "tt", "số tt", "số thứ tự"})

# A row of the grid in the making, by first column; None: the cell above reaches down to here.
_Cells = dict[int, Cell | None]


class Body:
    """Draws the rows of one table; a row that cannot be drawn as it is written is a finding."""

    def __init__(self, table: BangBieu, places: Places) -> None:
        self._table, self._places = table, places
        self._scheme = _scheme(table.danh_so)
        self._at: dict[str, int] = {}
        self._width = 0
        for leaf in table.leaves:
            self._at[leaf.ma] = self._width
            self._width += leaf.tach
        self._rows: list[_Cells] = []
        self._drawn: list[Hang] = []
        self.keep: set[int] = set()
        self.findings: list[Finding] = []

    def draw(self) -> None:
        self._level(self._table.hang, 0, "")
        for leaf in self._table.leaves:
            if leaf.gop_doc:
                self._merge_down(leaf)

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """What was drawn, left to right."""
        for row in self._rows:
            yield tuple(cell for _, cell in sorted(row.items()) if cell is not None)

    def _level(self, rows: Sequence[Hang], depth: int, outer: str) -> None:
        """Rows of one level with all that stands below them; `outer` is the label of the row above."""
        count = 0
        for row in rows:
            label, mark = "", "" if row.danh_so == "không số" else row.danh_so
            if not (row.danh_so or row.tong_cong) and SO_THU_TU in self._at:
                count += 1
                label, mark = self._number(row, depth, count, outer)
            self._row(row, mark)
            if row.chia_theo:
                self._breakdown(row)
            else:
                self._level(row.gom, depth + 1, label)

    def _number(self, row: Hang, depth: int, count: int, outer: str) -> tuple[str, str]:
        if not self._scheme:
            return "", ""
        if depth >= len(self._scheme):
            self._fault("C103", row.origin, "Hàng ở đây sâu hơn kiểu đánh số của bảng.",
                        "Thêm một bậc vào “danh_so” của bảng, ví dụ: I / 1 / 1.1.")
            return "", ""
        step = ROW_STEPS[self._scheme[depth]]
        try:
            return step.label(count, outer), step.mark(count, outer)
        except IndexError:
            self._fault("C102", row.origin, f"Có quá {count - 1} hàng cùng bậc đánh số bằng chữ cái.",
                        "Đổi “danh_so” của bậc này sang số.")
            return "", ""

    def _row(self, row: Hang, mark: str) -> None:
        if row.gom:
            self.keep.add(len(self._rows))
        if row.tong_cong and self._rows:
            self.keep.add(len(self._rows) - 1)
        if row.nhom:
            self._group(row, mark)
        elif row.chia_hang:
            self._parts(row, mark)
        else:
            cells: _Cells = {}
            for leaf in self._table.leaves:
                cells[self._at[leaf.ma]] = self._cell(row, leaf, mark)
            self._add(row, cells)

    def _add(self, row: Hang, cells: _Cells) -> None:
        self._rows.append(cells)
        self._drawn.append(row)

    def _group(self, row: Hang, mark: str) -> None:
        """Its number, its name across the other columns."""
        numbered = self._at.get(SO_THU_TU) == 0
        number = Cell((_bold((Run(mark),)),), align="giua", origin=row.origin)
        cells: _Cells = {0: number} if numbered else {}
        cells[int(numbered)] = Cell((row.nhom,), columns=self._width - numbered, role="nhom", origin=row.origin)
        self._add(row, cells)

    def _parts(self, row: Hang, mark: str) -> None:
        """A row over rows: what it says itself stands once, beside all its parts."""
        for index, part in enumerate(row.chia_hang):
            if not part.is_plain:
                self._fault("C108", part.origin, "Phần của “chia_hang” chỉ có các ô.",
                            "Đưa các mục khác ra hàng, hoặc viết phần này thành một hàng riêng.")
            cells: _Cells = {}
            for leaf in self._table.leaves:
                if not any(each.entry(leaf.ma) for each in row.chia_hang):
                    if index == 0:
                        whole = self._cell(row, leaf, mark)
                        cells[self._at[leaf.ma]] = whole and replace(whole, rows=len(row.chia_hang))
                    elif leaf.gop_doc and not row.entry(leaf.ma):
                        cells[self._at[leaf.ma]] = None
                    continue
                if index == 0 and row.entry(leaf.ma):
                    self._fault("C108", row.origin, f"Cột “{leaf.ma}” ghi cả ở hàng và ở các phần của hàng.",
                                "Giữ một chỗ: ở hàng nếu chung cho mọi phần, ở từng phần nếu khác nhau.")
                cells[self._at[leaf.ma]] = self._cell(part, leaf, "")
            self._add(part, cells)

    def _breakdown(self, row: Hang) -> None:
        """The rows below, beside the text that they are a breakdown by, in the left part of the column that splits."""
        split = next((leaf for leaf in self._table.leaves if leaf.tach > 1), None)
        if split is None:
            self._fault("C108", row.origin, "Hàng có “chia_theo” mà bảng không có cột nào tách đôi.",
                        "Ghi “tach: 2” ở cột cần tách.")
            return
        for index, below in enumerate(row.gom):
            if not below.is_plain:
                self._fault("C108", below.origin, "Hàng trong phần “chia_theo” chỉ có các ô, không chia tiếp được.",
                            "Đưa các mục khác, các hàng khác ra ngoài “chia_theo”.")
            cells: _Cells = {}
            for leaf in self._table.leaves:
                at = self._at[leaf.ma]
                if leaf.ma == split.ma:
                    if index == 0:
                        cells[at] = Cell((row.chia_theo,), rows=len(row.gom), origin=row.origin)
                    right = self._cell(below, leaf, "")
                    cells[at + 1] = right and replace(right, columns=1)
                elif leaf.ma != SO_THU_TU:
                    cells[at] = self._cell(below, leaf, "")
                elif index == 0:
                    cells[at] = Cell(_BLANK, rows=len(row.gom), origin=row.origin)
            self._add(below, cells)

    def _cell(self, row: Hang, leaf: Cot, mark: str) -> Cell | None:
        """The cell of one row and column; None where it belongs to the one above."""
        if leaf.ma == SO_THU_TU:
            number = _bold((Run(mark),)) if row.tong_cong else (Run(mark),)
            return Cell((number,), leaf.tach, align="giua", origin=row.origin)
        entry = row.entry(leaf.ma)
        if entry and entry.noi_dung.blocks:
            paragraphs = tuple(_paragraphs(entry, leaf))
        elif row.tong_cong:
            paragraphs = _BLANK
        elif leaf.gop_doc:
            return None
        else:
            paragraphs = _BLANK
            # of the column, of what stands there blank, or of a cell for a column that there is not
            told = not leaf.ma or entry and not entry.noi_dung.notes or any(e.cot not in self._at for e in row.entries)
            if not (leaf.de_trong or row.de_trong or told) and _counts_rows(leaf):
                self._not_counted(leaf)
            elif not (leaf.de_trong or row.de_trong or told):
                self._fault("C107", row.origin, f"Hàng này thiếu cột “{leaf.ma}”.",
                            "Điền vào, hoặc ghi “de_trong: true” ở cột hay ở hàng nếu để người khác điền.")
        if row.tong_cong:
            paragraphs = tuple(map(_bold, paragraphs))
        is_list = entry is not None and any(isinstance(block, Item) for block in entry.noi_dung.blocks)
        align = "trai" if is_list else leaf.canh_le or _ALIGN[leaf.kieu_o]
        return Cell(paragraphs, leaf.tach, align=align, origin=entry.origin if entry else row.origin)

    def _not_counted(self, leaf: Cot) -> None:
        """Tells once of a column for the numbers of rows that has another id than the one by which they are counted."""
        message = f"Cột “{leaf.ma}” là cột số thứ tự mà chưa có mã “{SO_THU_TU}”, nên máy không đếm."
        if all(each.message != message for each in self.findings):
            self._fault("C107", leaf.origin, message, f"Đổi mã của cột thành “ma: {SO_THU_TU}”, máy đếm từng hàng.")

    def _merge_down(self, leaf: Cot) -> None:
        at, start = self._at[leaf.ma], -1
        for index, row in enumerate(self._rows):
            if self._drawn[index].nhom or self._drawn[index].tong_cong:
                start = -1
                continue
            above = self._rows[start].get(at) if start >= 0 else None
            if row.get(at):
                start = index
            elif at in row and above:
                self._rows[start][at] = replace(above, rows=above.rows + 1)
            elif at in row:
                self._fault("C108", self._drawn[index].origin, f"Cột “{leaf.ma}” không có ô phía trên để gộp vào.",
                            "Điền cột này ở hàng đầu tiên, và ở hàng đầu tiên dưới mỗi hàng nhóm, hàng tổng.")
                row[at] = Cell(_BLANK, leaf.tach, origin=self._drawn[index].origin)
            elif above is None or index >= start + above.rows:
                start = -1

    def _fault(self, code: str, origin: int, message: str, hint: str) -> None:
        self.findings.append(finding(code, self._places[origin], message, hint))


def _paragraphs(entry: Entry, leaf: Cot) -> Iterator[Line]:
    """The lines of a cell; a figure as it is printed, a year and one that begins with 0 as it was typed ("05"), an item
    behind its mark."""
    for line in _lines(entry.noi_dung):
        typed = [each for each in line if isinstance(each, Run) and each.text.strip()]
        is_figure = leaf.kieu_o == "so" and typed and not (has_leading_zero(typed[0].text.strip()) or is_of_years(leaf))
        words = printer.number(entry.value) if is_figure and entry.value else ""
        if words and not typed[0].text.startswith(f"{words} "):  # which says how sure it is: "1.204 (ước)"
            yield replace(typed[0], text=words), *(each for each in line if isinstance(each, NoteMark))
        else:
            yield line


def _scheme(text: str) -> tuple[str, ...]:
    """How the rows are counted; nothing where the schema has refused what was stated."""
    try:
        return parse_scheme(text or "1", ROW_STEPS)
    except KeyError:
        return ()


def _lines(text: Text) -> Iterator[Line]:
    for block in text.walk():
        if isinstance(block, Item):
            yield (Run(f"{block.mark} "), *block.inlines)
        elif isinstance(block, Paragraph):
            yield block.inlines


def _bold(line: Line) -> Line:
    return tuple(
        replace(inline, bold=True) if isinstance(inline, Run | Script | Figure | Reference) else inline
        for inline in line
    )


def _counts_rows(leaf: Cot) -> bool:
    """Whether a column is there for the numbers of rows, by what it is called."""
    return leaf.ma in _NUMBERS or shown_text(leaf.tieu_de).strip(" .").lower() in _NUMBERS
