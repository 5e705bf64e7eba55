"""F140: tên cơ quan ở đầu trang không chia được cho vừa ô, sẽ tràn ra hoặc bị ngắt giữa chữ.

Vì sao: ô bên trái của đầu trang rộng 65 mm; tên dài thì chia thành nhiều dòng, nhưng một từ dài hơn ô, hay tên dài hơn
tám dòng thì máy không chia được.
Căn cứ: Phụ lục I, Phần I, mục II, khoản 2, điểm b.
Cách sửa: ở mục của cơ quan trong sổ ghi “ten_dong” (của cơ quan cấp trên là “ten_chu_quan”), chỗ xuống dòng đánh dấu
bằng “ | ”.

Ví dụ:
    “ten_goi: Trung-tâm-Nghiên-cứu-và-Phát-triển …” viết liền bằng gạch nối, không có chỗ để xuống dòng.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.header_names import header_names
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "F140", "warning", "header-name-too-wide", True
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 2, điểm b"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each name that is wider than its cell wherever it is broken."""
    for name in header_names(subject):
        if not name.fits:
            at = subject.places[name.origin]
            yield Fault(
                subject.bo.van_ban.origin_of("co_quan"),
                f"Tên “{name.words}” ở đầu trang không chia được thành các dòng vừa ô rộng {name.room.mm:.0f} mm.",
                f"Ở {at.file}:{at.line} ghi “{name.key}” bằng tên ngắn hơn, hoặc chia dòng bằng dấu “ | ”.",
            )
