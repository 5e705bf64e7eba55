"""R115: dòng căn cứ viết bằng lời, không gọi văn bản nào trong sổ.

Vì sao: máy không biết dòng ấy viện dẫn văn bản nào, nên không kiểm tra được số, ngày, hiệu lực.
Cách sửa: văn bản có số thì thêm vào can_cu.yaml rồi gọi bằng [[mã]]; lời không viện dẫn văn bản nào thì để nguyên.

Đạt:
    can_cu: ['khoản 1 Mục II [[nq_76_2021]]', Xét đề nghị của Sở Nội vụ]
Không đạt:
    can_cu: [Quy chế làm việc của Ủy ban nhân dân tỉnh]         # lỗi: R115 $.can_cu[0]
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject
from vanban.model.inline import Run

CODE, LEVEL, NAME, BO_QUA = "R115", "info", "basis-in-words", True
TARGET, SOURCE = "document", ""
_PROPOSED = ("Xét đề nghị", "Theo đề nghị")


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each line that is words alone, and may name an act: who proposes is none."""
    van_ban = subject.van_ban
    for index, line in enumerate(van_ban.can_cu):
        if line and isinstance(line[0], Run) and line[0].text.startswith(_PROPOSED):
            continue
        if line and all(isinstance(each, Run) and "_" not in each.text for each in line):  # an id: the schema told
            yield Fault(
                van_ban.origin_of("can_cu", index),
                "Dòng căn cứ này viết bằng lời; máy không kiểm tra được văn bản nào, còn hiệu lực hay không.",
                "Văn bản có số, ngày thì thêm vào can_cu.yaml rồi viết [[mã]]; không có thì để vậy.",
            )
