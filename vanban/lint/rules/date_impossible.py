"""C150: trong bài có một ngày, tháng, quý, giờ không có trong lịch (31/2/2026, ngày 30 tháng 02, tháng 13/2026).

Vì sao: việc hẹn vào ngày không có thì không ai làm được; thường là gõ nhầm một chữ số. Số của văn bản (“số 31/2/2026”),
phân số và phần trích nguyên văn không bị nêu. Ngày gõ ở các mục có dạng ngày do S206 nêu.
Cách sửa: sửa lại ngày, tháng; là số của một văn bản, hồ sơ thì ghi chữ “số” ở trước.

Đạt:
    de_muc:
      - tieu_de: Tiến độ
        noi_dung: Xong trước ngày 28/2/2026, theo Văn bản số 31/2/2026; 31/2 số hồ sơ.
Không đạt:
    de_muc:
      - tieu_de: Tiến độ
        noi_dung: Xong trước ngày 31/2/2026.      # lỗi: C150 $.de_muc[0].noi_dung
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.own_lines import found_in_lines
from vanban.lint.subjects import SetSubject
from vanban.model.typed_dates import impossible

CODE, LEVEL, NAME, BO_QUA = "C150", "warning", "date-impossible-in-text", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each date that no calendar has."""
    for at, found in found_in_lines(subject, impossible):
        yield Fault(at, f"“{found.words}” không có trong lịch: {found.why}.",
                    "Sửa lại ngày, tháng; là số của văn bản, hồ sơ thì ghi chữ “số” ở trước.")
