"""D110: quan hệ giữa các cột nêu một cột không phải cột số.

Vì sao: máy chỉ đọc, cộng và so số ở cột “kieu_o: so”; quan hệ có cột chữ thì có hàng không được so, số sai vẫn lọt.
Cách sửa: thêm “kieu_o: so” cho cột ấy, hoặc bỏ cột ấy khỏi “quan_he”.

Đạt:
    loai_van_ban: phu_luc
    bang_bieu:
      - ma: bang_so
        cot: [{ma: tong, tieu_de: T, kieu_o: so}, {ma: mot, tieu_de: M, kieu_o: so}]
        quan_he: [tong = 2 * mot]
        hang: [{tong: 6, mot: 3}]
Không đạt:
    loai_van_ban: phu_luc
    bang_bieu:                            # lỗi: D110 $.bang_bieu[0].quan_he[0]
      - ma: bang_so
        cot: [{ma: tong, tieu_de: T, kieu_o: so}, {ma: mot, tieu_de: M}]
        quan_he: [tong = 2 * mot]
        hang: [{tong: 6, mot: 3}]
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.expression import Column
from vanban.model.relation import Relation, tables_by_id
from vanban.model.walk import tables

CODE, LEVEL, NAME, BO_QUA = "D110", "error", "relation-over-words", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each relation that names columns without figures, be they its own table's or another's."""
    known = tables_by_id(subject.bo)
    stated = ((table, each) for van_ban in subject.bo for table in tables(van_ban) for each in table.quan_he)
    for relation in (Relation(table, each, known) for table, each in stated):
        if relation.is_sound and (of_words := [each for each in relation.columns if not _has_figures(relation, each)]):
            names = ", ".join(f"“{_name(column)}”" for column in dict.fromkeys(of_words))
            yield Fault(relation.stated.origin, f"Quan hệ nêu cột {names}, không phải cột số.",
                        "Thêm “kieu_o: so” cho cột, hoặc bỏ cột ấy khỏi “quan_he”.")


def _has_figures(relation: Relation, column: Column) -> bool:
    table = relation.table_of(column)
    return table is not None and any(leaf.ma == column.cot and leaf.kieu_o == "so" for leaf in table.leaves)


def _name(column: Column) -> str:
    return f"{column.bang_bieu}.{column.cot}" if column.bang_bieu else column.cot
