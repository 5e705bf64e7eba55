"""S309: một chỉ tiêu có hai mục tiêu trong cùng một bộ văn bản.

Vì sao: câu dẫn {{ muc_tieu.<chỉ tiêu> }} không biết lấy số nào; hai nơi của một bộ ghi hai số là trái nhau.
Cách sửa: giữ một mục tiêu, xóa dòng kia.

Đạt:
    muc_tieu: [{chi_tieu: ty_le_dung_han, so_sanh: bang, gia_tri: 95}]
    de_muc: [{tieu_de: Nhiệm vụ}]
Không đạt:
    muc_tieu:                             # lỗi: S309 $.muc_tieu[1].chi_tieu
      - {chi_tieu: ty_le_dung_han, so_sanh: bang, gia_tri: 95}
      - {chi_tieu: ty_le_dung_han, so_sanh: bang, gia_tri: 90}
    de_muc: [{tieu_de: Nhiệm vụ}]
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, TARGET, SOURCE = "S309", "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each target of an indicator that has one before it."""
    for first, second in subject.setting.facts.muc_tieu.twice:
        place = subject.places[first.value.origin]
        yield Fault(
            second.value.origin,
            f"Chỉ tiêu “{second.value.chi_tieu}” đã có mục tiêu ở {place.file}:{place.line}.",
            "Giữ một mục tiêu, xóa dòng kia.",
        )
