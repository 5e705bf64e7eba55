"""S207: ô của một cột số không đọc được là số.

Vì sao: máy cộng, so và in số theo cột; “1.000” đọc được hai cách (một nghìn hay một), chữ thì không cộng được.
Cách sửa: viết chữ số liền nhau, phần thập phân sau dấu phẩy; chưa có số thì hỏi bằng {XEM LẠI: …}; cột chữ thì bỏ
“kieu_o: so”.

Đạt:
    loai_van_ban: phu_luc
    bang_bieu:
      - {ma: bang_so, cot: [{ma: so, tieu_de: Số, kieu_o: so}], hang: [{so: "1000,5"}]}
Không đạt:
    loai_van_ban: phu_luc
    bang_bieu:                            # lỗi: S207 $.bang_bieu[0].hang[0].so
      - {ma: bang_so, cot: [{ma: so, tieu_de: Số, kieu_o: so}], hang: [{so: "1.000"}]}
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject
from vanban.lint.typed_cells import unreadable
from vanban.numerals import parse_number

CODE, TARGET, SOURCE = "S207", "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault for each cell of a column of figures that holds something else."""
    yield from unreadable(subject, "so", parse_number)
