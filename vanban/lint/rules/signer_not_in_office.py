"""R105: người ký không giữ chức vào ngày của văn bản.

Vì sao: người ký phải đang giữ chức ghi dưới chữ ký; nhiệm kỳ ghi trong sổ cơ quan (“tu_ngay”, “den_ngay”).
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13 (thẩm quyền ký).
Cách sửa: chọn người đang giữ chức vào ngày đó, hoặc sửa nhiệm kỳ trong content/dung_chung/co_quan.yaml.

Đạt:
    nguoi_ky: nguyen_van_a
Không đạt:
    ngay_du_kien: 15/7/2022
    nguoi_ky: le_van_c                    # lỗi: R105 $.nguoi_ky
"""

from collections.abc import Iterator

from vanban.dates import short_date
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "R105", "error", "signer-not-in-office", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for a signer none of whose terms holds on the day."""
    day = subject.ngay
    for issuer, signer, origin in ((each.issuer, each.signer, each.origin) for each in subject.signings):
        if day and not signer.nhiem_ky.holds(day):
            file = subject.places.file(issuer.origin)
            yield Fault(
                origin,
                f"{signer.ho_ten} không giữ chức {signer.chuc_vu} vào ngày {short_date(day)} theo sổ cơ quan.",
                f"Chọn người ký đang giữ chức vào ngày đó, hoặc sửa nhiệm kỳ ở {file}.", is_of_day=True,
            )
