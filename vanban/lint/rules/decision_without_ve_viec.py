"""F151: trích yếu quyết định quy định trực tiếp không mở đầu bằng “Về việc”.

Vì sao: quyết định cá biệt quy định trực tiếp ghi trích yếu “Về việc …” (Mẫu 1.2), quyết định ban hành hoặc phê duyệt
văn bản khác ghi “Ban hành …”, “Phê duyệt …” (Mẫu 1.3). Máy in đúng chữ đã gõ, không tự thêm. Quyết định có văn bản kèm
theo (trừ phụ lục), quyết định quy phạm pháp luật, quyết định của Đảng không bị nêu.
Căn cứ: Phụ lục III, Mẫu 1.2.
Cách sửa: viết “Về việc” ở đầu trích yếu. Cơ quan có lối ghi riêng thì ghi “bo_qua: {F151: lý do}”.

Đạt:
    trich_yeu: Về việc bổ nhiệm công chức
    kem_theo: [phu_luc_nhiem_vu]
    dieu:
      - noi_dung: Bổ nhiệm các công chức có tên tại [[phu_luc_nhiem_vu]].
Không đạt:
    trich_yeu: Bổ nhiệm công chức                    # lỗi: F151 $.trich_yeu
    kem_theo: [phu_luc_nhiem_vu]
    dieu:
      - noi_dung: Bổ nhiệm các công chức có tên tại [[phu_luc_nhiem_vu]].
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.numerals import year_in_number

CODE, LEVEL, NAME, BO_QUA = "F151", "info", "decision-without-ve-viec", True
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2"
_DECISION, _ANNEX, _STATE = "quyet_dinh", "phu_luc", "nha_nuoc"
# What an order by itself begins with: what is done, where “Về việc” should stand in front.
_ORDERS = re.compile(
    r"(?:Bổ nhiệm|Miễn nhiệm|Điều động|Luân chuyển|Biệt phái|Tuyển dụng|Tiếp nhận|Nâng (?:bậc )?lương|Nâng ngạch|"
    r"Kỷ luật|Khen thưởng|Tặng|Cử|Phân công|Giao|Kiện toàn|Thành lập|Tổ chức lại|Giải thể|Sáp nhập|Đổi tên|Cho phép|"
    r"Cho thôi|Thu hồi|Cấp|Xếp|Chuyển|Nghỉ hưu|Cho nghỉ)\b"
)


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where a decision that orders by itself begins its subject with what it orders."""
    van_ban, issuer = subject.bo.van_ban, subject.issuer
    if van_ban.loai_van_ban != _DECISION or issuer is None or issuer.ho_so != _STATE:
        return
    is_legal_text = year_in_number(van_ban.so_van_ban) is not None
    is_indirect = any(part.loai_van_ban != _ANNEX for part in subject.bo if part is not van_ban)
    words = van_ban.trich_yeu.strip()
    if _ORDERS.match(words) and not (is_legal_text or is_indirect):
        yield Fault(
            van_ban.origin_of("trich_yeu"), "Trích yếu quyết định quy định trực tiếp mở đầu bằng “Về việc”.",
            f"Viết “Về việc {words[0].lower()}{words[1:]}”; máy in đúng chữ đã gõ.",
        )
