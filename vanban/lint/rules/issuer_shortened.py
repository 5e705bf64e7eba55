"""F142: tên cơ quan ban hành ở đầu trang viết tắt.

Vì sao: tên cơ quan ban hành là tên chính thức, đầy đủ; chỉ tên cơ quan chủ quản ở dòng trên được viết tắt các cụm từ
thông dụng.
Căn cứ: Phụ lục I, Phần I, mục II, khoản 2, điểm a.
Cách sửa: ở mục của cơ quan trong sổ viết đầy đủ “ten_dong”, “ten_goi”; tên khi là cơ quan chủ quản ghi ở
“ten_chu_quan”.

Ví dụ:
    Sổ ghi “ten_dong: UBND | tỉnh Ta” thì đầu trang in UBND TỈNH TA trong khi phải là ỦY BAN NHÂN DÂN TỈNH TA.
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.header_names import header_names
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "F142", "warning", "issuer-shortened", True
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 2, điểm a"
_SHORT = re.compile(r"\b(?:UBND|HĐND|ĐBQH|MTTQ|CCHC|THPT|THCS)\b", re.IGNORECASE)


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the name of the issuing body of the State has a common phrase in letters."""
    for name in header_names(subject):
        found = _SHORT.search(name.words)
        if found and name.key == "ten_dong" and subject.issuer and subject.issuer.ho_so == "nha_nuoc":
            at = subject.places[name.origin]
            yield Fault(
                subject.bo.van_ban.origin_of("co_quan"),
                f"Tên cơ quan ban hành “{name.words}” viết tắt “{found[0]}”; tên ấy phải đầy đủ.",
                f"Ở {at.file}:{at.line} viết đầy đủ “ten_dong” (không có thì “ten_goi”).",
            )
