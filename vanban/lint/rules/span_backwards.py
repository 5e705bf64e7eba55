"""C153: khoảng thời gian trong bài kết thúc trước khi bắt đầu (từ 15/7/2026 đến 10/7/2026; giai đoạn 2030 - 2026).

Vì sao: không ai làm được việc trong khoảng ấy; thường là gõ nhầm một chữ số hay quên đổi năm.
Cách sửa: sửa lại ngày, tháng, năm ở đầu hoặc ở cuối.

Đạt:
    de_muc:
      - tieu_de: Tiến độ
        noi_dung: Làm từ ngày 10/7/2026 đến hết ngày 15/7/2026, giai đoạn 2026 - 2030.
Không đạt:
    de_muc:
      - tieu_de: Tiến độ
        noi_dung: Làm từ ngày 15/7/2026 đến ngày 10/7/2026.      # lỗi: C153 $.de_muc[0].noi_dung
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.own_lines import found_in_lines
from vanban.lint.subjects import SetSubject
from vanban.model.typed_spans import backwards

CODE, LEVEL, NAME, BO_QUA = "C153", "warning", "span-backwards", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each span of time that ends before it begins."""
    for at, found in found_in_lines(subject, backwards):
        yield Fault(at, f"“{found.words}” kết thúc trước khi bắt đầu.", "Sửa lại ngày, tháng, năm ở đầu hoặc ở cuối.")
