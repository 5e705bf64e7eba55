"""F136: công văn của cơ quan Đảng ghi đơn vị soạn thảo, mà ký hiệu của Đảng không có phần ấy.

Vì sao: ký hiệu công văn của Đảng gồm chữ viết tắt tên loại và tên cơ quan (05-CV/BTCTU); chữ gõ ở “don_vi_soan_thao”
không in ở đâu.
Cách sửa: bỏ dòng “don_vi_soan_thao”; ký hiệu theo cách riêng thì ghi cả “ky_hieu: …”.

Đạt:
    loai_van_ban: cong_van
    co_quan: so_noi_vu_nghe_an
    nguoi_ky: pham_van_d
    don_vi_soan_thao: CCHC
Không đạt:
    loai_van_ban: cong_van
    co_quan: ban_to_chuc_tu_nghe_an
    nguoi_ky: cao_van_p
    don_vi_soan_thao: CCHC                # lỗi: F136 $.don_vi_soan_thao
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "F136", "warning", "drafting-unit-not-printed", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the symbol has letters of the type, and so no place for the unit that drafts."""
    van_ban, issuer = subject.bo.van_ban, subject.issuer
    if issuer and van_ban.don_vi_soan_thao and subject.setting.kind(van_ban).viet_tat.get(issuer.ho_so):
        yield Fault(
            van_ban.origin_of("don_vi_soan_thao"),
            f"Ký hiệu công văn của {issuer.ten_goi} gồm tên loại và tên cơ quan: “{van_ban.don_vi_soan_thao}” không in "
            "ở đâu.",
            "Bỏ dòng “don_vi_soan_thao”; ký hiệu theo cách riêng thì ghi cả “ky_hieu: …”.",
        )
