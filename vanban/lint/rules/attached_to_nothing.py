"""R110: văn bản chỉ để kèm theo mà không văn bản nào kèm theo.

Vì sao: phụ lục, đề cương, kế hoạch không có “co_quan” không tự ban hành được: không có số, ngày, chữ ký của mình. Máy
in riêng như dự thảo, chỗ “Kèm theo” để ngỏ.
Cách sửa: ghi mã của văn bản này vào “kem_theo” của văn bản ban hành, trong cùng thư mục; loại tự ban hành được thì có
thể ghi “co_quan”.

Đạt:
    loai_van_ban: quyet_dinh
    kem_theo: [kh_mau, phu_luc_nhiem_vu]
Không đạt:
    loai_van_ban: phu_luc                 # lỗi: R110 $.ma
    ma: phu_luc_nhiem_vu
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "R110", "error", "attached-to-nothing", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for a set that cannot stand alone."""
    van_ban = subject.bo.van_ban
    if not subject.stands_alone:
        kind = subject.setting.kind(van_ban)
        yield Fault(
            van_ban.origin_of("ma"), f"{kind.ten_loai} “{van_ban.ma}” chưa kèm theo văn bản nào.",
            f"Ghi “{van_ban.ma}” vào “kem_theo” của văn bản ban hành, trong cùng thư mục"
            + ("; nếu tự ban hành, ghi “co_quan”." if kind.frame else "."), is_of_issued=True,
        )
