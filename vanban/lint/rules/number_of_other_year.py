"""F145: năm trong số văn bản khác năm ban hành.

Vì sao: số của văn bản quy phạm pháp luật gồm số thứ tự và năm ban hành; hai năm khác nhau thì một trong hai đã gõ sai,
mà văn bản được tra cứu theo số.
Căn cứ: Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15, Nghị định 78/2025/NĐ-CP.
Cách sửa: sửa năm trong “so_van_ban” hoặc sửa “ngay_ban_hanh”.

Đạt:
    so_van_ban: 161/2025
    ngay_ban_hanh: 15/7/2025
Không đạt:
    so_van_ban: 161/2024                  # lỗi: F145 $.so_van_ban
    ngay_ban_hanh: 15/7/2025
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.numerals import year_in_number

CODE, LEVEL, NAME, BO_QUA = "F145", "error", "number-of-other-year", False
TARGET, SOURCE = "set", "Nghị định 78/2025/NĐ-CP"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the year in the number of a legal normative text is not that of its day of issue."""
    van_ban = subject.bo.van_ban
    year, day = year_in_number(van_ban.so_van_ban), van_ban.ngay_ban_hanh
    if year and day and year != day.year:
        yield Fault(
            van_ban.origin_of("so_van_ban"),
            f"Số {van_ban.so_van_ban} ghi năm {year}, ngày ban hành {day:%d/%m/%Y} là năm {day.year}.",
            "Sửa năm trong “so_van_ban” hoặc sửa “ngay_ban_hanh”.",
        )
