"""S311: hàng hay quan hệ của bảng nêu một cột mà bảng không có.

Vì sao: số ghi vào một cột không có thì không in ra; thường là gõ sai mã cột. Số thứ tự do máy đếm, hàng nhóm chạy ngang
cả bảng, nên hàng không ghi hai thứ ấy.
Cách sửa: dùng đúng mã cột khai báo ở “cot”; đọc gợi ý “Có phải …?”.

Đạt:
    loai_van_ban: phu_luc
    bang_bieu:
      - {ma: bang_so, cot: [{ma: ten_goi, tieu_de: Tên}], hang: [{ten_goi: A}]}
Không đạt:
    loai_van_ban: phu_luc
    bang_bieu:                            # lỗi: S311 $.bang_bieu[0].hang[0].ten_goii
      - {ma: bang_so, cot: [{ma: ten_goi, tieu_de: Tên}], hang: [{ten_goi: A, ten_goii: B}]}
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject
from vanban.lint.typed_cells import is_blank
from vanban.model import expression
from vanban.model.table import ROW_WORDS, SO_THU_TU, BangBieu, Cot, Entry
from vanban.slips import Names

CODE, LEVEL, NAME, BO_QUA = "S311", "error", "column-unknown", False
TARGET, SOURCE = "document", ""


@dataclass(frozen=True)
class _Columns:
    """The ids of the columns of a table, and what else a row may name; close: what was looked up, which mostly is the
    same slip in every row."""

    ids: Mapping[str, None]
    others: Iterable[str] = ()
    close: dict[str, str | None] = field(default_factory=dict)

    def hint(self, ma: str) -> str:
        """What to do about an id that is none of them."""
        close = self.near(ma)
        return f"Có phải “{close}”?" if close else self._all

    def near(self, ma: str) -> str | None:
        """The one that an id most likely means."""
        if ma not in self.close:
            self.close[ma] = self._names.nearest(ma)
        return self.close[ma]

    @cached_property
    def _names(self) -> Names:
        return Names([*self.ids, *self.others], are_all=True)

    @cached_property
    def _all(self) -> str:
        return f"Các cột của bảng: {', '.join(each for each in self.ids if each not in ROW_WORDS)}."


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each cell and each relation that names no column of its table; one for a column whose own id has the
    slip, so that no row fills it in."""
    for table in subject.written_tables:
        leaves = dict.fromkeys(leaf.ma for leaf in table.leaves)
        if "" in leaves:  # of a column without an id the schema has told, and so of its cells
            continue
        slips = _slips(table, _Columns(leaves, sorted(ROW_WORDS)))
        for ma, leaf in slips.items():
            yield Fault(leaf.origin, f"Không hàng nào ghi cột “{leaf.ma}”; các hàng ghi “{ma}”, bảng không có cột ấy.",
                        f"Có phải mã của cột là “{ma}”?")
        leaves |= dict.fromkeys(slips)
        yield from _of_rows(table, _Columns(leaves, sorted(ROW_WORDS)))
        yield from _of_relations(table, _Columns(dict.fromkeys(ma for ma in leaves if ma != SO_THU_TU)))


def _slips(table: BangBieu, columns: _Columns) -> dict[str, Cot]:
    """Columns that rows of the table know by an id that is nearly theirs, by that id; no row fills in their own."""
    typed = {entry.cot for row in table.rows() for entry in row.entries}
    unused = {leaf.ma: leaf for leaf in table.leaves if leaf.ma not in typed and leaf.ma != SO_THU_TU}
    strays = Counter(stray.cot for stray in table.strays(row for row in table.rows() if not row.nhom)) if unused else {}
    return {ma: unused.pop(near) for ma, count in strays.items() if count > 1 and (near := columns.near(ma)) in unused}


def _of_rows(table: BangBieu, columns: _Columns) -> Iterator[Fault]:
    for row in table.rows():
        for entry in row.entries:
            if (row.nhom or entry.cot not in columns.ids or entry.cot == SO_THU_TU) and not is_blank(entry):
                yield _no_column(entry, columns, in_group=bool(row.nhom))


def _no_column(entry: Entry, columns: _Columns, *, in_group: bool) -> Fault:
    if entry.cot == SO_THU_TU:
        return Fault(entry.origin, "Số thứ tự do máy đếm, hàng không ghi.",
                     "Xóa dòng này; kiểu số (I / 1 / a)) ghi ở “danh_so” của bảng, hàng không có số thì ghi "
                     "“danh_so: không số”.")
    if in_group:
        return Fault(entry.origin, f"Hàng có “nhom” chạy ngang bảng, không có ô “{entry.cot}”.",
                     "Xóa ô này, hoặc viết thành hàng thường có “gom”.")
    return Fault(entry.origin, f"Bảng không có cột “{entry.cot}”.", columns.hint(entry.cot))


def _of_relations(table: BangBieu, columns: _Columns) -> Iterator[Fault]:
    for relation in table.quan_he:
        own = {column.cot for column in expression.columns(relation.bieu_thuc) if not column.bang_bieu}
        for ma in sorted({relation.cot, *own} - columns.ids.keys()):
            yield Fault(relation.origin, f"Quan hệ nói đến cột “{ma}” mà bảng không có.", columns.hint(ma))
