"""R134: một cơ quan ghi hai lần trong văn bản liên tịch.

Vì sao: mỗi cơ quan ban hành có một lần tên ở đầu trang, một lần trong ký hiệu và một chỗ ký; ghi lại thì in thừa. Cơ
quan chủ trì đã đứng ở “co_quan”, không ghi lại trong “lien_tich”.
Cách sửa: xóa mục ghi lại, hoặc chọn mã của cơ quan cùng ban hành khác.

Ví dụ:
    “co_quan: so_noi_vu_nghe_an”, mà “lien_tich” có mục “co_quan: so_noi_vu_nghe_an”.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "R134", "error", "joint-body-twice", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each body beside that leads, or that stood beside it before: by its id or by its full name."""
    issuer = subject.setting.issuer(subject.bo)
    named = {issuer.ten_goi.casefold(): subject.bo.van_ban.origin_of("co_quan")} if issuer else {}
    for ben, body in subject.setting.partners(subject.bo):
        name = body.ten_goi.casefold()
        if name in named:
            yield Fault(ben.origin, f"{body.ten_goi} đã ghi ở dòng {subject.places[named[name]].line}.",
                        "Xóa mục ghi lại, hoặc chọn mã của cơ quan cùng ban hành khác.")
        named.setdefault(name, ben.origin)
