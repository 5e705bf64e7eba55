"""S202: công văn, thư công của cơ quan nhà nước không ghi đơn vị soạn thảo.

Vì sao: loại văn bản ấy không có chữ viết tắt tên loại; ký hiệu gồm chữ viết tắt tên cơ quan và tên đơn vị soạn thảo
hoặc lĩnh vực (SNV-CCHC). Công văn của Đảng có chữ viết tắt tên loại (CV-BTCTU) nên không cần.
Căn cứ: Phụ lục I, Phần I, mục II, khoản 3, điểm b.
Cách sửa: thêm dòng “don_vi_soan_thao: …”; ký hiệu theo cách riêng thì ghi cả “ky_hieu: …”.

Ví dụ:
    Công văn của Sở Nội vụ không có dòng “don_vi_soan_thao”.
"""

from collections.abc import Iterator

from vanban.keys import document_types
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, TARGET = "S202", "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 3, điểm b"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the symbol is made of the drafting unit and neither that nor the symbol is typed."""
    van_ban, issuer = subject.bo.van_ban, subject.issuer
    if issuer is None or van_ban.don_vi_soan_thao or van_ban.ky_hieu:
        return
    has_unit = "don_vi_soan_thao" in document_types()[van_ban.loai_van_ban].keys
    if has_unit and not subject.setting.kind(van_ban).viet_tat.get(issuer.ho_so):
        yield Fault(
            van_ban.origin_of("loai_van_ban"), "Thiếu mục bắt buộc “don_vi_soan_thao” (Đơn vị soạn thảo).",
            "Thêm dòng “don_vi_soan_thao: …”: chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực, phần cuối của ký hiệu. "
            "Ví dụ: CCHC để in SNV-CCHC.",
        )
