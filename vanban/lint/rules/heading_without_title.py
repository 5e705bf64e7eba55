"""F121: phần, chương, mục, tiểu mục hay điều không có tiêu đề.

Vì sao: văn bản bố cục theo phần, chương, mục, tiểu mục, điều thì mỗi phần, chương, mục, tiểu mục, điều có tiêu đề nêu
nội dung chính. Điều của quyết định thì không cần: câu đầu in liền sau “Điều 1.”.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm d.
Cách sửa: thêm “tieu_de” ở đề mục ấy.

Đạt:
    loai_van_ban: quy_che
    de_muc:
      - tieu_de: Quy định chung
        de_muc:
          - tieu_de: Phạm vi điều chỉnh
            noi_dung: Quy chế này quy định việc tiếp nhận hồ sơ.
Không đạt:
    loai_van_ban: quy_che
    de_muc:
      - tieu_de: Quy định chung
        de_muc:
          - noi_dung: Quy chế này quy định việc tiếp nhận hồ sơ.   # lỗi: F121 $.de_muc[0].de_muc[0]
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.steps import STEPS, parse_scheme
from vanban.model.walk import de_mucs

CODE, LEVEL, NAME, BO_QUA = "F121", "warning", "heading-without-title", True
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm d"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each phần, chương, mục, tiểu mục, điều that has a number and no title."""
    for van_ban in subject.bo:
        runs_on = parse_scheme(subject.setting.kind(van_ban).danh_so)[0]  # the Điều of a decision
        for node in de_mucs(van_ban.de_muc):
            step = STEPS[node.step]
            if node.mark and not node.tieu_de and (step.alone or step.through and step.key != runs_on):
                yield Fault(node.origin, f"{node.mark.rstrip('.')} không có tiêu đề.", "Thêm “tieu_de” ở đề mục này.")
