"""S206: ô của một cột ngày không phải là một ngày có thật.

Vì sao: ngày sai (31/2) thì hạn không có; máy không đoán ngày khác.
Cách sửa: viết ngày/tháng/năm, có trong lịch; cột chữ thì bỏ “kieu_o: ngay”.

Đạt:
    loai_van_ban: phu_luc
    bang_bieu:
      - {ma: bang_han, cot: [{ma: han, tieu_de: Hạn, kieu_o: ngay}], hang: [{han: 30/6/2025}]}
Không đạt:
    loai_van_ban: phu_luc
    bang_bieu:                            # lỗi: S206 $.bang_bieu[0].hang[0].han
      - {ma: bang_han, cot: [{ma: han, tieu_de: Hạn, kieu_o: ngay}], hang: [{han: 31/6/2025}]}
"""

from collections.abc import Iterator

from vanban.dates import parse_date
from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject
from vanban.lint.typed_cells import unreadable

CODE, TARGET, SOURCE = "S206", "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each cell of a column of dates that holds something else."""
    yield from unreadable(subject, "ngay", parse_date)
