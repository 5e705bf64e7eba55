"""D104: số trong bảng không khớp với quan hệ giữa các cột.

Vì sao: quan hệ in ở ghi chú dưới bảng; số không theo quan hệ ấy thì người nhận cộng lại là thấy sai.
Cách sửa: kiểm tra các số của hàng được nêu; sai ở quan hệ thì sửa “quan_he” của bảng.

Đạt:
    loai_van_ban: phu_luc
    bang_bieu:
      - ma: bang_so
        cot: [{ma: tong, tieu_de: T, kieu_o: so}, {ma: mot, tieu_de: M, kieu_o: so}, {ma: hai, tieu_de: H, kieu_o: so}]
        quan_he: [tong = mot + hai]
        hang: [{tong: 9, mot: 3, hai: 6}]
Không đạt:
    loai_van_ban: phu_luc
    bang_bieu:                            # lỗi: D104 $.bang_bieu[0].hang[0].tong
      - ma: bang_so
        cot: [{ma: tong, tieu_de: T, kieu_o: so}, {ma: mot, tieu_de: M, kieu_o: so}, {ma: hai, tieu_de: H, kieu_o: so}]
        quan_he: [tong = mot + hai]
        hang: [{tong: 10, mot: 3, hai: 6}]
"""

from collections.abc import Iterator

from vanban import printer
from vanban.lint.fault import Fault
from vanban.lint.held_relations import Held, held_relations
from vanban.lint.subjects import SetSubject
from vanban.numerals import format_number

CODE, TARGET, SOURCE = "D104", "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where figures do not hold to a relation, neither the exact ones nor those that are printed."""
    for held in held_relations(subject):
        if not held.exact.holds and not (held.on_paper and held.on_paper.holds):
            yield _fault(held)


def _fault(held: Held) -> Fault:
    relation, exact = held.relation, held.exact
    return Fault(
        held.origin, f"Ở {held.where}, cột “{relation.stated.cot}” ghi {format_number(exact.stated)}, "
        f"theo quan hệ phải là {format_number(exact.expected, exact.decimals)}.",
        f"Kiểm tra các số: {printer.relation(relation.table, relation.stated, relation.elsewhere)}",
    )
