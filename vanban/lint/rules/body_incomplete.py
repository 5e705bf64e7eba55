"""S202: cơ quan ban hành văn bản mà trong sổ cơ quan chưa có ký hiệu, địa danh, chức danh người đứng đầu hay địa chỉ.

Vì sao: các mục ấy in ở đầu trang và chỗ ký; dự thảo in chỗ thiếu thành {XEM LẠI: …} và chỉ bị nhắc, còn thiếu thì không
ban hành được.
Cách sửa: thêm dòng còn thiếu vào cơ quan ấy trong content/dung_chung/co_quan.yaml.

Đạt:
    co_quan: ubnd_nghe_an
Không đạt:
    co_quan: cac_so_nganh                 # lỗi: S202 $.co_quan
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, TARGET, SOURCE = "S202", "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each entry that the page needs and the register does not have."""
    van_ban, issuer = subject.bo.van_ban, subject.issuer
    if issuer is None:
        return
    for key in issuer.lacks(with_address=van_ban.in_dia_chi):
        at = subject.places[issuer.origin]
        yield Fault(
            van_ban.origin_of("co_quan"),
            f"{issuer.ten_goi} ban hành văn bản mà trong sổ cơ quan chưa có “{key}”.",
            f"Thêm dòng “{key}: …” ở {at.file}:{at.line}.", is_of_issued=True,
        )
