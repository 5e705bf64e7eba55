"""F101: dòng "Lưu: …" của Nơi nhận không bắt đầu bằng VT.

Vì sao: bản gốc lưu ở Văn thư; dòng này nói cho người tìm bản gốc biết nó nằm ở đâu.
Căn cứ: Phụ lục I, Phần I, mục II, khoản 9, điểm d (the_thuc: loi_van.van_thu). Văn bản của Đảng thì ngược lại:
chỉ ghi nơi lưu, không ghi VT (the_thuc: loi_van.van_thu_thua).
Cách sửa: viết “luu: VT, <đơn vị soạn thảo>”; văn bản của Đảng viết “luu: Văn phòng …”.

Đạt:
    luu: VT, KSTT
    luu: VT (SNV), VT (STC)               # văn bản liên tịch: mỗi bên lưu một bản
Không đạt:
    luu: KSTT                             # lỗi: F101 $.luu
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_again import rows
from vanban.text import without_end

# Whose registry it is, or how many copies: "VT (SNV)", "VT (02)".
_ASIDE = re.compile(r"\s*\([^()]*\)")
# What stands behind the registry in place of the comma: "VT; TH", "VT. TH", "VT-TH", "VT TH".
_JOINED = re.compile(r"\W")
CODE, LEVEL, NAME, BO_QUA = "F101", "error", "noi-nhan-missing-vt", True
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 9, điểm d"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the issuing document names another keeper before the registry; where the format has no registry
    in that line, one where it names it."""
    bo, the_thuc = subject.bo, subject.the_thuc
    van_thu, unwanted = the_thuc.words("van_thu"), the_thuc.loi_van.get("van_thu_thua")
    typed = rows("thanh_phan")["luu"].pattern(the_thuc).sub("", bo.van_ban.luu, count=1)
    keeper = without_end(_ASIDE.sub("", typed).split(",")[0].strip())
    if van_thu and keeper.startswith(van_thu) and _JOINED.match(keeper, len(van_thu)):
        yield Fault(
            bo.van_ban.origin_of("luu"), f"Sau {van_thu} ở dòng “Lưu” phải là dấu phẩy.",
            f"Viết “luu: {van_thu}, <đơn vị soạn thảo>”.",
        )
    elif keeper and van_thu and keeper != van_thu:
        yield Fault(
            bo.van_ban.origin_of("luu"), f"Dòng “Lưu” phải bắt đầu bằng {van_thu}.",
            f"Viết “luu: {van_thu}, <đơn vị soạn thảo>”.",
        )
    elif unwanted and keeper == unwanted.chu:
        yield Fault(
            bo.van_ban.origin_of("luu"), f"Dòng “Lưu” của văn bản này không ghi {keeper}, chỉ ghi nơi lưu.",
            "Viết “luu: Văn phòng …”.",
        )
