"""S323: một đoạn của bài chỉ có một con số.

Vì sao: con số đứng một mình là số trang theo vào khi dán, hoặc ô của một bảng dán rời từng dòng; in ra thì nó cắt
bài ở giữa và không ai biết là số gì.
Cách sửa: số trang thì xóa (máy tự in), câu bị nó cắt thì viết liền lại; bảng thì nhập ở “bang_bieu”, xem
docs/bang_bieu.md.

Đạt:
    de_muc:
      - tieu_de: Kết quả
        noi_dung: |
          Số hồ sơ: 120.
          - 12
Không đạt:
    de_muc:
      - tieu_de: Kết quả
        noi_dung: |                         # lỗi: S323 $.de_muc[0].noi_dung
          Các đơn vị báo cáo kết quả.

          3
"""

import re
from collections.abc import Iterator

from vanban.lint.also_at import also_at
from vanban.lint.fault import Fault
from vanban.lint.quoted import quoted_origins
from vanban.lint.subjects import SetSubject
from vanban.lint.words import is_running

CODE, LEVEL, NAME, BO_QUA = "S323", "warning", "number-alone", True
TARGET, SOURCE = "set", ""
_NUMBER = re.compile(r"[-–—]?\s*\d{1,4}(?:[.,]\d+)*%?\s*[-–—]?")


def check(subject: SetSubject) -> Iterator[Fault]:
    """One fault for each file, at the first paragraph that is a number and nothing else."""
    places, left_alone = subject.places, quoted_origins(subject.bo)
    found: dict[str, list[tuple[int, str]]] = {}
    for line in subject.lines:
        if is_running(line) and not line.mark and line.origin not in left_alone and _NUMBER.fullmatch(line.text):
            found.setdefault(places.file(line.origin), []).append((line.origin, line.text))
    for (origin, number), *others in found.values():
        yield Fault(
            origin, f"Đoạn này chỉ có con số “{number}”{also_at([places[each] for each, _ in others])}.",
            "Số trang thì xóa, máy tự in; ô của một bảng thì nhập bảng ở “bang_bieu”, xem docs/bang_bieu.md.",
        )
