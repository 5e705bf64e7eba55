"""F123: cơ quan làm việc theo chế độ thủ trưởng mà sổ cơ quan ghi tập thể, nên ký TM.

Vì sao: ở sở, phòng, văn phòng, trường, bệnh viện … một người đứng đầu chịu trách nhiệm và ký; TM. chỉ ghi khi ký thay
mặt tập thể.
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13, khoản 1 và 2; Phụ lục I, Phần I, mục II, khoản 7, điểm b.
Cách sửa: xóa dòng “tap_the” của cơ quan trong content/dung_chung.

Ví dụ:
    Sở Nội vụ ghi “tap_the: Ban Giám đốc” trong sổ cơ quan thì chỗ ký in TM. BAN GIÁM ĐỐC.
"""

from collections.abc import Iterator

from vanban.body_names import collective_of
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.text import question_in

CODE, LEVEL, NAME, BO_QUA = "F123", "warning", "collective-of-one-head", True
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Điều 13, khoản 1"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the entry names a collective and the name of the body says that there is none."""
    issuer = subject.issuer
    if not issuer or subject.kept or question_in(issuer.tap_the):
        return
    if issuer.collective and collective_of(issuer.ten_goi) == "":
        at = subject.places[issuer.origin]
        yield Fault(
            subject.bo.van_ban.origin_of("co_quan"),
            f"{issuer.ten_goi} làm việc theo chế độ thủ trưởng mà sổ cơ quan ghi tập thể “{issuer.tap_the}”, ký TM.",
            f"Xóa dòng “tap_the” của cơ quan ở {at.file}:{at.line}.",
        )
