"""F130: ghi “tham_quyen: cap_truong” ở văn bản của cơ quan vốn do người đứng đầu quyết định.

Vì sao: sở, phòng, trường, bệnh viện làm việc theo chế độ thủ trưởng, người đứng đầu luôn là người quyết định; mục này
chỉ đổi điều gì ở cơ quan làm việc theo chế độ tập thể (tên hay “tap_the” trong sổ cơ quan cho biết).
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13, khoản 1.
Cách sửa: bỏ dòng “tham_quyen”; nếu cơ quan làm việc theo chế độ tập thể thì ghi “tap_the” của cơ quan trong sổ.

Đạt:
    co_quan: ubnd_nghe_an
    nguoi_ky: tran_van_b
    tham_quyen: cap_truong
Không đạt:
    co_quan: so_noi_vu_nghe_an
    nguoi_ky: pham_van_d
    tham_quyen: cap_truong                # lỗi: F130 $.tham_quyen
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "F130", "warning", "tham-quyen-needless", True
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Điều 13, khoản 1"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the head of a body that has no collective is said to decide by himself."""
    van_ban, issuer = subject.bo.van_ban, subject.issuer
    if van_ban.tham_quyen and issuer and issuer.collective == "":
        at = subject.places[issuer.origin]
        yield Fault(
            van_ban.origin_of("tham_quyen"),
            f"Văn bản của {issuer.ten_goi} vốn do người đứng đầu quyết định, “tham_quyen” không đổi gì.",
            f"Bỏ dòng “tham_quyen”; nếu đây là cơ quan làm việc theo chế độ tập thể thì ghi “tap_the” ở "
            f"{at.file}:{at.line}.",
        )
