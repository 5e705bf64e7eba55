"""C157: nghị quyết của Hội đồng nhân dân không ghi kỳ họp, ngày thông qua, nên câu thông qua không in hoặc in thiếu.

Vì sao: Hội đồng nhân dân thông qua nghị quyết tại kỳ họp; nghị quyết thường kết thúc bằng câu “… được Hội đồng nhân
dân … Khóa …, kỳ họp thứ … thông qua ngày …”. Mẫu 1.1 không in câu ấy nên máy chỉ nhắc, vẫn ban hành được.
Cách sửa: thêm dòng “ky_hop: …”, “ngay_thong_qua: …”; Hội đồng không dùng câu ấy thì ghi lý do ở “bo_qua”.

Ví dụ:
    Nghị quyết của Hội đồng nhân dân tỉnh không có dòng “ngay_thong_qua”.
"""

from collections.abc import Iterator

from vanban.glossary import labelled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "C157", "warning", "passing-not-said", True
TARGET, SOURCE = "set", ""
# What the sentence is made of, and what stands behind the name in the way out.
_KEYS = {"ky_hop": "Khóa …, kỳ họp thứ …", "ngay_thong_qua": "ngày/tháng/năm"}
# Councils that pass what they decide in a session.
_COUNCIL = "Hội đồng nhân dân"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the sentence of passing of a council's resolution, or a part of it, is missing."""
    van_ban, issuer = subject.bo.van_ban, subject.issuer
    if van_ban.loai_van_ban != "nghi_quyet" or issuer is None or not issuer.ten_goi.startswith(_COUNCIL):
        return
    if missing := [key for key in _KEYS if not getattr(van_ban, key)]:
        lost = "không in câu thông qua" if "ngay_thong_qua" in missing else "in câu thông qua không có kỳ họp"
        yield Fault(
            van_ban.origin_of("loai_van_ban"),
            f"Nghị quyết của {issuer.ten_goi} thiếu {', '.join(map(labelled, missing))}: máy {lost}.",
            f"Thêm dòng {', '.join(f'“{key}: {_KEYS[key]}”' for key in missing)}.",
        )
