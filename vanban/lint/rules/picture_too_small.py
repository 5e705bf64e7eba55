"""F124: hình in ra bé hơn 1 mm, không ai nhìn thấy.

Vì sao: hình chỉ rộng hay cao vài điểm ảnh, ghi “do_rong” quá nhỏ, hoặc quá dài so với chiều kia thì trên giấy chỉ còn
một vạch hay một chấm.
Cách sửa: tăng “do_rong”, cắt bớt hình cho cân đối, hoặc dùng tệp hình khác.

Ví dụ:
    hinh: [{ma: so_do, tep: hinh/ke.png, do_rong: 100}]     tệp hình 300 × 2 điểm ảnh: in rộng 100 mm, cao 0,7 mm
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.walk import pictures
from vanban.units import Mm

CODE, LEVEL, NAME, BO_QUA = "F124", "warning", "picture-too-small", True
TARGET, SOURCE = "set", ""
_LEAST = Mm(1)


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each picture of which nothing is seen on paper."""
    for van_ban in subject.bo:
        for hinh in pictures(van_ban):
            is_sound = hinh.do_rong is None or hinh.do_rong > 0  # the schema has told
            if is_sound and hinh.drawn and min(hinh.drawn.width, hinh.drawn.height) < _LEAST:
                yield Fault(
                    hinh.origin_of("tep"), "Hình in ra rộng hay cao chưa đến 1 mm nên không nhìn thấy.",
                    "Tăng “do_rong”, cắt bớt hình cho cân đối, hoặc dùng tệp hình khác.",
                )
