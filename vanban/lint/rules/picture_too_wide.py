"""F111: độ rộng ghi cho hình lớn hơn chiều rộng vùng chữ của trang.

Vì sao: hình rộng hơn vùng chữ thì lấn lề; máy thu hình lại cho vừa, không theo số đã ghi.
Cách sửa: giảm “do_rong”, hoặc bỏ dòng ấy để máy thu hình cho vừa.

Ví dụ:
    hinh: [{ma: so_do, tep: hinh/so_do.png, do_rong: 300}]     vùng chữ của trang A4 đứng chỉ rộng 165 mm
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.walk import pictures
from vanban.units import Length

CODE, LEVEL, NAME, BO_QUA = "F111", "error", "picture-too-wide", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each picture that asks for more than the page has."""
    for van_ban in subject.bo:
        width = subject.the_thuc.trang.text_width(van_ban.kho_giay)
        for hinh in pictures(van_ban):
            if hinh.image and hinh.do_rong is not None and hinh.do_rong > width:
                yield Fault(
                    hinh.origin_of("do_rong"),
                    f"Hình rộng {_mm(hinh.do_rong)}, vùng chữ của trang chỉ rộng {_mm(width)}.",
                    "Giảm “do_rong”, hoặc bỏ dòng này để máy thu hình cho vừa.",
                )


def _mm(width: Length) -> str:
    return f"{width.mm:.1f}".replace(".", ",").removesuffix(",0") + " mm"
