"""C108: bảng có hơn một cột tách đôi, hoặc tách cả cột số thứ tự.

Vì sao: hàng “chia_theo” viết phần chia vào bên trái của cột tách đôi; hai cột như thế thì máy không biết viết vào
cột nào.
Cách sửa: bỏ “tach” ở một trong hai cột.

Đạt:
    loai_van_ban: phu_luc
    bang_bieu:
      - {ma: bang_so, cot: [{ma: ten, tieu_de: Tên, tach: 2}, {ma: noi, tieu_de: Nơi}], hang: [{ten: A, noi: B}]}
Không đạt:
    loai_van_ban: phu_luc
    bang_bieu:                            # lỗi: C108 $.bang_bieu[0].cot[1]
      - {ma: bang_so, cot: [{ma: ten, tieu_de: T, tach: 2}, {ma: noi, tieu_de: N, tach: 2}], hang: [{ten: A, noi: B}]}
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject
from vanban.model.table import SO_THU_TU

CODE, TARGET, SOURCE = "C108", "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each column that splits behind the first, and for one of numbers that does."""
    for table in subject.written_tables:
        split = [leaf for leaf in table.leaves if leaf.tach > 1]
        if any(leaf.ma == SO_THU_TU for leaf in split):
            yield Fault(split[0].origin, "Cột số thứ tự không tách đôi được.", "Bỏ “tach” ở cột này.")
        for leaf in split[1:]:
            yield Fault(leaf.origin, "Bảng đã có một cột tách đôi.", "Bỏ “tach” ở một trong hai cột.")
