"""R103: cơ quan ban hành không có trong sổ cơ quan, hoặc không hoạt động vào ngày của văn bản.

Vì sao: tên, ký hiệu, địa danh, người ký lấy từ sổ; cơ quan đã sáp nhập thì không ban hành được nữa.
Cách sửa: dùng mã có trong content/dung_chung/co_quan.yaml; kiểm tra ngày của văn bản và “tu_ngay”, “den_ngay” của cơ
quan.

Đạt:
    co_quan: ubnd_nghe_an
Không đạt:
    co_quan: ubnd_nghe_ann                # lỗi: R103 $.co_quan
"""

from collections.abc import Iterator

from vanban.dates import short_date
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, TARGET, SOURCE = "R103", "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the issuing body does not work on the day. That it is not there is told as of every key."""
    day = subject.ngay
    for party in subject.parties:
        if day and not party.issuer.hieu_luc.holds(day):
            yield Fault(
                party.origin,
                f"{party.issuer.ten_goi} không hoạt động vào ngày {short_date(day)} theo sổ cơ quan.",
                "Kiểm tra ngày của văn bản, hoặc tên cơ quan sau sắp xếp.", is_of_day=True,
            )
