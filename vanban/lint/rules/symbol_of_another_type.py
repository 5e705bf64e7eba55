"""F115: “ky_hieu” gõ tay là của một loại văn bản khác.

Vì sao: ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt cơ quan (CT-UBND ở một thông báo là sai loại); ký hiệu công
văn gồm chữ viết tắt của cơ quan và của đơn vị soạn thảo.
Căn cứ: Phụ lục I, Phần I, mục II, khoản 3.
Cách sửa: bỏ dòng “ky_hieu”, máy ghép đúng; chỉ ghi khi cơ quan có lối riêng.

Đạt:
    ky_hieu: QĐ-UBND
Không đạt:
    ky_hieu: CT-UBND                      # lỗi: F115 $.ky_hieu
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.text import question_in

CODE, LEVEL, NAME, BO_QUA = "F115", "error", "symbol-of-another-type", False
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 3"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where a symbol that was typed says another type: that of a named type begins with its letters, that of a
    công văn with those of a body."""
    van_ban, issuer, setting = subject.bo.van_ban, subject.issuer, subject.setting
    if issuer is None or question_in(van_ban.ky_hieu):
        return
    first, kind = re.split("[-/]", van_ban.ky_hieu)[0], setting.kind(van_ban)
    own = kind.viet_tat.get(issuer.ho_so, "")
    others = {each.viet_tat.get(issuer.ho_so, "") for each in setting.doctypes.values()} - {"", issuer.ky_hieu}
    if first and (not first.startswith(own) if own else first in others):
        yield Fault(
            van_ban.origin_of("ky_hieu"), f"Ký hiệu “{van_ban.ky_hieu}” không phải của loại {kind.ten_loai}.",
            f"Ký hiệu của loại này bắt đầu bằng “{own}-”; bỏ dòng này thì máy ghép." if own
            else "Ký hiệu công văn gồm chữ viết tắt của cơ quan và của đơn vị soạn thảo; bỏ dòng này thì máy ghép.",
        )
