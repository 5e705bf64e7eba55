"""D243: mục tiêu có nhiều số lẻ hơn số lẻ khai trong sổ chỉ tiêu.

Vì sao: số in ra bị làm tròn theo “so_le” của chỉ tiêu: mục tiêu 95,5 in thành 96, văn bản giao một mục tiêu khác.
Cách sửa: khai đủ “so_le” cho chỉ tiêu trong sổ, hoặc ghi mục tiêu bằng số đã làm tròn.

Đạt:
    muc_tieu: [{chi_tieu: ty_le_dung_han, so_sanh: bang, gia_tri: 95}]
    de_muc: [{tieu_de: Nhiệm vụ}]
Không đạt:
    muc_tieu:                             # lỗi: D243 $.muc_tieu[0].chi_tieu
      - {chi_tieu: ty_le_dung_han, so_sanh: bang, gia_tri: "95,5"}
    de_muc: [{tieu_de: Nhiệm vụ}]
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.numerals import decimals_of, format_number, rounded

CODE, LEVEL, NAME, BO_QUA = "D243", "error", "target-rounded", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each target that would be printed rounded."""
    for target in (each for van_ban in subject.bo for each in van_ban.muc_tieu):
        indicator = subject.setting.registers.chi_tieu.get(target.chi_tieu)
        values = (target.gia_tri, *(each.gia_tri for each in target.lo_trinh))
        for value in values if indicator else ():
            if indicator is None or value is None or (places := decimals_of(value)) <= indicator.so_le:
                continue
            printed = format_number(rounded(value, indicator.so_le), indicator.so_le)
            yield Fault(
                target.origin,
                f"Mục tiêu ghi {format_number(value)} mà sổ khai chỉ tiêu này in {indicator.so_le} số lẻ: sẽ in "
                f"{printed}.",
                f"Khai “so_le: {places}” cho “{indicator.ma}” trong sổ chỉ tiêu, hoặc ghi mục tiêu là {printed}.",
            )
