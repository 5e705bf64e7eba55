"""D107: các số in ra đã làm tròn, quan hệ giữa các cột chỉ đúng với số in hoặc chỉ đúng với số chưa làm tròn.

Vì sao: người nhận chỉ có số in trên giấy; tính lại theo quan hệ in dưới bảng mà lệch thì ngờ cả bảng. Số in khớp mà
số chưa làm tròn không khớp thì có một số ghi chưa đúng.
Cách sửa: tăng “so_le” của chỉ tiêu trong sổ để in đủ số lẻ, hoặc sửa số được nêu.

Đạt:
    loai_van_ban: ke_hoach
    muc_tieu: [{chi_tieu: ty_le_dung_han, so_sanh: bang, gia_tri: "2"}]
    de_muc: [{tieu_de: A, noi_dung: Theo bảng.}]
    bang_bieu:
      - ma: bang_so
        cot: [{ma: mot, tieu_de: M, kieu_o: so}, {ma: hai, tieu_de: H, kieu_o: so}]
        quan_he: [hai = 2 * mot]
        hang: [{mot: "{{ muc_tieu.ty_le_dung_han | so }}", hai: 4}]
Không đạt:
    loai_van_ban: ke_hoach
    muc_tieu: [{chi_tieu: ty_le_dung_han, so_sanh: bang, gia_tri: "1,4"}]
    de_muc: [{tieu_de: A, noi_dung: Theo bảng.}]
    bang_bieu:                            # lỗi: D107 $.bang_bieu[0].hang[0].hai
      - ma: bang_so
        cot: [{ma: mot, tieu_de: M, kieu_o: so}, {ma: hai, tieu_de: H, kieu_o: so}]
        quan_he: [hai = 2 * mot]
        hang: [{mot: "{{ muc_tieu.ty_le_dung_han | so }}", hai: 3}]
"""

from collections.abc import Iterator

from vanban import printer
from vanban.lint.fault import Fault
from vanban.lint.held_relations import Held, Outcome, held_relations
from vanban.lint.subjects import SetSubject
from vanban.numerals import format_number

CODE, LEVEL, NAME, BO_QUA = "D107", "warning", "relation-of-rounded", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where a relation holds for the exact figures or for those that are printed, and not for both."""
    for held in held_relations(subject):
        if held.on_paper and held.exact.holds != held.on_paper.holds:
            yield _fault(held, held.on_paper)


def _fault(held: Held, on_paper: Outcome) -> Fault:
    relation, broken = held.relation, on_paper if held.exact.holds else held.exact
    figures = "tính từ các số in ra (đã làm tròn)" if held.exact.holds else "tính từ các số chưa làm tròn"
    return Fault(
        held.origin, f"Ở {held.where}, cột “{relation.stated.cot}” in {format_number(on_paper.stated)}, "
        f"{figures} thì phải là {format_number(broken.expected, broken.decimals)}.",
        "Tăng “so_le” của chỉ tiêu để in đủ số lẻ, hoặc sửa số: "
        f"{printer.relation(relation.table, relation.stated, relation.elsewhere)}",
    )
