"""F144: số văn bản có năm, là số của văn bản quy phạm pháp luật, mà máy in theo thể thức văn bản hành chính.

Vì sao: số, năm ban hành và ký hiệu (161/2025/QĐ-UBND) chỉ đi với văn bản quy phạm pháp luật; hình thức của loại ấy theo
luật và nghị định riêng, không theo Nghị định 30/2020/NĐ-CP. Máy nhận và in đúng số, ký hiệu; các phần khác in theo Nghị
định 30, chưa bảo đảm đúng mẫu của văn bản quy phạm pháp luật.
Căn cứ: Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15, Nghị định 78/2025/NĐ-CP.
Cách sửa: văn bản hành chính thì bỏ phần năm, ví dụ 161; đúng là văn bản quy phạm pháp luật thì soát hình thức với mẫu
của loại ấy trước khi ký.

Đạt:
    so_van_ban: "161"
Không đạt:
    so_van_ban: 161/2025                  # lỗi: F144 $.so_van_ban
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.numerals import year_in_number

CODE, LEVEL, NAME, BO_QUA = "F144", "warning", "legal-text-number", True
TARGET, SOURCE = "set", "Nghị định 78/2025/NĐ-CP"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the issuing document has the number of a legal normative text."""
    van_ban = subject.bo.van_ban
    if year_in_number(van_ban.so_van_ban):
        yield Fault(
            van_ban.origin_of("so_van_ban"),
            f"Số {van_ban.so_van_ban} có năm, là số của văn bản quy phạm pháp luật; máy in theo thể thức văn bản hành "
            "chính.",
            f"Văn bản hành chính thì chỉ ghi {van_ban.so_van_ban.partition('/')[0]}; đúng là văn bản quy phạm pháp "
            "luật thì soát hình thức với mẫu của loại ấy trước khi ký.",
        )
