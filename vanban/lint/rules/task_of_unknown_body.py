"""C132: nơi chủ trì, phối hợp ghi bằng tên, không có trong sổ cơ quan.

Vì sao: nơi không có mã thì máy không biết khi nơi ấy đổi tên, sáp nhập, và không gom được việc của từng nơi.
Cách sửa: nơi có tư cách cơ quan thì thêm vào co_quan.yaml rồi ghi mã; nhóm nơi chung chung thì để nguyên.

Đạt:
    loai_van_ban: phu_luc
    nhiem_vu:
      - nhom: Tuyên truyền
        gom:
          - {ma: nv_a, noi_dung: Viết tin, chu_tri: [so_noi_vu_nghe_an], thoi_gian: Hằng quý}
Không đạt:
    loai_van_ban: phu_luc
    nhiem_vu:
      - nhom: Tuyên truyền
        gom:                              # lỗi: C132 $.nhiem_vu[0].gom[0]
          - {ma: nv_a, noi_dung: Viết tin, chu_tri: [Các đoàn thể], thoi_gian: Hằng quý}
"""

from collections.abc import Iterator

from vanban.ids import is_id
from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject

CODE, LEVEL, NAME, BO_QUA = "C132", "info", "task-of-unknown-body", True
TARGET, SOURCE = "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each name, at the first task that has it."""
    told: set[str] = set()
    for group in subject.van_ban.nhiem_vu:
        for task in group.gom:
            named = (name for part in task.phan_cong for name in (*part.chu_tri, *part.phoi_hop)
                     if not is_id(name) and "[[" not in name)  # C116
            for name in dict.fromkeys(named):
                if name not in told:
                    told.add(name)
                    yield Fault(
                        task.origin, f"“{name}” không có mã trong sổ cơ quan; máy in đúng tên đã gõ.",
                        "Là một cơ quan thì thêm vào co_quan.yaml rồi ghi mã; là nhóm nơi nói chung thì để vậy.",
                    )
