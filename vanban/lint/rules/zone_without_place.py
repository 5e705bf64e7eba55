"""F220: văn bản có thành phần mà mẫu riêng của cơ quan không có chỗ in.

Vì sao: thành phần ấy (dấu mật, Kính gửi, địa chỉ …) sẽ mất trên giấy; máy không in văn bản thiếu.
Cách sửa: thêm thẻ ấy vào mẫu, chép từ khung cùng tên trong templates/; hoặc bỏ mục ấy ở văn bản.

Ví dụ:
    Văn bản ghi “do_mat: mat”, mẫu của cơ quan không có {{ do_mat }}.
"""

from collections.abc import Iterator

from vanban.glossary import labelled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "F220", "error", "zone-without-place", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each zone of a document that the office's frame for it leaves out."""
    for part in subject.bo.parts():
        name, zones = subject.without_place.get(part.van_ban.ma, ("", frozenset()))
        for zone in sorted(zones):
            if part.zones is not None and bool(getattr(part.zones, zone)):
                yield Fault(
                    part.van_ban.origin,
                    f"Văn bản có {labelled(zone)}, nhưng khung {name}.docx của đơn vị không có chỗ in.",
                    f"Thêm {{{{ {zone} }}}} vào khung, chép từ templates/{name}.docx.",
                )
