"""F131: ghi “tham_quyen: cap_truong” ở văn bản của một tập thể của Đảng.

Vì sao: cấp ủy, ban thường vụ quyết định tập thể, bí thư và phó bí thư ký T/M; không có văn bản của riêng bí thư ký như
quyết định của Chủ tịch Ủy ban nhân dân.
Cách sửa: bỏ dòng “tham_quyen”.

Ví dụ:
    Kế hoạch có “co_quan: btv_tinh_uy” ghi “tham_quyen: cap_truong”.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "F131", "error", "tham-quyen-in-party", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the head of a committee of the Party is said to decide by himself."""
    van_ban, issuer = subject.bo.van_ban, subject.issuer
    if van_ban.tham_quyen and issuer and issuer.collective and issuer.is_of_party:
        yield Fault(
            van_ban.origin_of("tham_quyen"),
            f"{issuer.ten_goi} quyết định tập thể; “tham_quyen: cap_truong” chỉ dùng cho cơ quan nhà nước.",
            "Bỏ dòng “tham_quyen”; người ký ghi T/M.",
        )
