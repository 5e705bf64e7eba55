"""C131: thời gian hoàn thành viết tự do, máy không biết ngày nào.

Vì sao: việc không có ngày, tháng, quý, năm thì máy không nhắc được khi đến hạn, không tính được sang kế hoạch năm sau.
Cách sửa: có hạn thì viết theo một trong các mẫu (docs/dinh_dang.md); đúng là không có hạn thì để nguyên.

Đạt:
    loai_van_ban: phu_luc
    nhiem_vu:
      - nhom: Tuyên truyền
        gom:
          - {ma: nv_a, noi_dung: Viết tin, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Thường xuyên}
Không đạt:
    loai_van_ban: phu_luc
    nhiem_vu:
      - nhom: Tuyên truyền
        gom:                              # lỗi: C131 $.nhiem_vu[0].gom[0]
          - {ma: nv_a, noi_dung: Viết tin, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Sớm nhất}
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject

CODE, LEVEL, NAME, BO_QUA = "C131", "info", "deadline-free", True
TARGET, SOURCE = "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each way of words, at the first task that has it."""
    told: set[str] = set()
    for group in subject.van_ban.nhiem_vu:
        for task in group.gom:
            typed = (task.thoi_gian, *(moc.thoi_gian for moc in task.cac_moc))
            for words in {han.words: None for han in typed if han and han.is_free and han.words not in told}:
                told.add(words)
                yield Fault(
                    task.origin, f"“{words}” không nói ngày, tháng, quý, năm nào; máy in đúng chữ và không tính hạn.",
                    "Có hạn thì viết theo một mẫu ở docs/dinh_dang.md, như “Quý IV/2026”; không có thì để vậy.",
                )
