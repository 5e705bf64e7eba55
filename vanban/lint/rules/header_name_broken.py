"""F141: tên cơ quan ở đầu trang do máy chia dòng.

Vì sao: máy chia cho các dòng dài gần bằng nhau, không biết nghĩa; tên dài từ ba dòng trở lên, hay dòng đã chia ở sổ mà
vẫn rộng hơn ô, thì nên xem lại.
Cách sửa: ghi “ten_dong” (của cơ quan cấp trên là “ten_chu_quan”) trong
sổ, chỗ xuống dòng đánh dấu bằng “ | ”.

Ví dụ:
    “ten_goi: Ban Quản lý dự án đầu tư xây dựng các công trình giao thông”, không ghi “ten_dong”, in thành ba dòng.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.header_names import header_names
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "F141", "info", "header-name-broken", False
TARGET, SOURCE = "set", ""
# A name of so many lines is likely broken at the right place by the words it is made of.
_FEW = 2


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each name that was broken where nobody said, at its entry: one for all documents of a body."""
    for name in header_names(subject):
        if name.fits and name.lines != name.typed and (len(name.typed) > 1 or len(name.lines) > _FEW):
            yield Fault(
                subject.places[name.origin],
                f"Tên ở đầu trang do máy chia thành {len(name.lines)} dòng: {' / '.join(name.lines).upper()}.",
                f"Đúng ý thì ghi “{name.key}: {' | '.join(name.lines)}”; muốn khác thì dời các dấu “ | ”.",
            )
