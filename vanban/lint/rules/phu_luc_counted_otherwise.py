"""F108: cơ quan đánh số phụ lục theo lối riêng, khác quy định.

Vì sao: quy định đánh số phụ lục bằng chữ số La Mã; cơ quan ghi “danh_so_phu_luc” trong sổ thì máy theo cơ quan và nêu
để biết.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 1, điểm a.
Cách sửa: không cần sửa nếu đúng ý; muốn theo quy định thì bỏ dòng “danh_so_phu_luc” của cơ quan trong
content/dung_chung/co_quan.yaml.

Ví dụ:
    co_quan.yaml ghi “danh_so_phu_luc: "01"”, văn bản có hai phụ lục: in Phụ lục 01, Phụ lục 02.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.numerals import counted

CODE, LEVEL, NAME, BO_QUA = "F108", "info", "phu-luc-counted-otherwise", True
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 1, điểm a"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault, for information, where a body has a way of its own and a set of it has numbered annexes."""
    law, issuer = subject.the_thuc.danh_so_phu_luc, subject.setting.issuer(subject.bo)
    way = issuer and issuer.danh_so_phu_luc or law.cach
    if issuer and way != law.cach and any(van_ban.mark for van_ban in subject.bo):
        yield Fault(
            subject.bo.van_ban.origin_of("co_quan"),
            f"Phụ lục đánh số {_first_two(way)} theo sổ cơ quan của {issuer.ten_goi}; "
            f"quy định là {_first_two(law.cach)}.",
            f"Muốn theo quy định thì bỏ dòng “danh_so_phu_luc” của cơ quan ở {subject.places.file(issuer.origin)}.",
        )


def _first_two(way: str) -> str:
    return f"{counted(1, way)}, {counted(2, way)}"
