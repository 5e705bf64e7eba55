"""C157: nghị quyết của Hội đồng nhân dân không ghi đủ khóa, kỳ họp, ngày thông qua: câu thông qua không in, in thiếu.

Vì sao: Hội đồng nhân dân thông qua nghị quyết tại kỳ họp của một khóa; nghị quyết thường kết thúc bằng câu “… được Hội
đồng nhân dân … Khóa …, kỳ họp thứ … thông qua ngày …”. Mẫu 1.1 không in câu ấy nên máy chỉ nhắc, vẫn ban hành được.
Cách sửa: thêm dòng “ky_hop: …”, “ngay_thong_qua: …”; Hội đồng không dùng câu ấy thì ghi lý do ở “bo_qua”.

Ví dụ:
    Nghị quyết của Hội đồng nhân dân tỉnh không có dòng “ngay_thong_qua”, hoặc ghi “ky_hop: kỳ họp thứ 31” thiếu khóa.
"""

from collections.abc import Iterator

from vanban.glossary import labelled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.passing import typed_passing

CODE, LEVEL, NAME, BO_QUA = "C157", "warning", "passing-not-said", True
TARGET, SOURCE = "set", ""
# What the sentence is made of, and what stands behind the name in the way out.
_KEYS = {"ky_hop": "Khóa …, kỳ họp thứ …", "ngay_thong_qua": "ngày/tháng/năm"}
# What a session is said by, and the words that say it.
_PARTS = {"khóa": ("khóa", "khoá", "nhiệm kỳ"), "kỳ họp": ("kỳ họp", "kì họp")}
# Councils that pass what they decide in a session.
_COUNCIL = "Hội đồng nhân dân"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the sentence of passing of a council's resolution, or a part of it, is missing."""
    van_ban, issuer = subject.bo.van_ban, subject.issuer
    if van_ban.loai_van_ban != "nghi_quyet" or issuer is None or not issuer.ten_goi.startswith(_COUNCIL):
        return
    is_typed = any(typed_passing(van_ban))
    if missing := [key for key in _KEYS if not getattr(van_ban, key) and not (is_typed and key == "ngay_thong_qua")]:
        lost = ("không in câu thông qua" if "ngay_thong_qua" in missing else
                "không in kỳ họp dưới tên Hội đồng" if is_typed else "in câu thông qua không có kỳ họp")
        yield Fault(
            van_ban.origin_of("loai_van_ban"),
            f"Nghị quyết của {issuer.ten_goi} thiếu {', '.join(map(labelled, missing))}: máy {lost}.",
            f"Thêm dòng {', '.join(f'“{key}: {_KEYS[key]}”' for key in missing)}.",
        )
    said = van_ban.ky_hop.casefold()
    if said and (lacking := [part for part, words in _PARTS.items() if not any(each in said for each in words)]):
        yield Fault(
            van_ban.origin_of("ky_hop"), f"{labelled('ky_hop')} “{van_ban.ky_hop}” không ghi {', '.join(lacking)}.",
            f"Viết đủ cả hai: “ky_hop: {_KEYS['ky_hop']}”.",
        )
