"""D249: một năm ghi hai lần trong lộ trình của một mục tiêu.

Vì sao: lệnh plan lấy con số của năm mới ở lộ trình; hai con số cho một năm thì không rõ theo số nào.
Cách sửa: giữ một dòng cho mỗi năm.

Đạt:
    muc_tieu:
      - chi_tieu: ty_le_dung_han
        so_sanh: bang
        gia_tri: 99
        lo_trinh: [{cho_nam: 2026, gia_tri: 96}, {cho_nam: 2027, gia_tri: 97}]
    de_muc: [{tieu_de: Nhiệm vụ}]
Không đạt:
    muc_tieu:                             # lỗi: D249 $.muc_tieu[0].chi_tieu
      - chi_tieu: ty_le_dung_han
        so_sanh: bang
        gia_tri: 99
        lo_trinh: [{cho_nam: 2026, gia_tri: 96}, {cho_nam: 2026, gia_tri: 97}]
    de_muc: [{tieu_de: Nhiệm vụ}]
"""

from collections import Counter
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "D249", "error", "path-year-twice", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each year that stands more than once in the path of a target."""
    for target in (each for van_ban in subject.bo for each in van_ban.muc_tieu):
        counted = Counter(each.cho_nam for each in target.lo_trinh if each.cho_nam)
        for year in (each for each, count in counted.items() if count > 1):
            yield Fault(target.origin, f"Lộ trình của “{target.chi_tieu}” ghi năm {year} {counted[year]} lần.",
                        f"Giữ một dòng cho năm {year}.")
