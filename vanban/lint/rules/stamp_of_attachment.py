"""F114: văn bản kèm theo ghi số, ngày, độ mật, độ khẩn hay phạm vi lưu hành mà văn bản ban hành không ghi.

Vì sao: các mục này chỉ in ở trang đầu của văn bản ban hành; kế hoạch mật kèm theo quyết định không có dấu mật thì ra
khỏi cơ quan không có dấu.
Căn cứ: Phụ lục III, Mẫu 1.3; Phụ lục I, Phần I, mục III, khoản 1, điểm c.
Cách sửa: ghi mục ấy ở văn bản ban hành, hoặc xóa dòng ở văn bản kèm theo.

Đạt:
    do_khan: khan
    dieu:
      - noi_dung: Ban hành kèm theo Quyết định này [[kh_mau]].
Không đạt:
    do_khan: khan                         # lỗi: F114 $.do_khan
    de_muc:
      - tieu_de: Nhiệm vụ
        noi_dung: Theo phân công.
"""

from collections.abc import Iterator

from vanban.glossary import labelled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "F114", "error", "stamp-of-attachment", False
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.3"
_STAMPS = ("so_van_ban", "ngay_ban_hanh", "do_mat", "do_khan", "pham_vi_luu_hanh")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each of them that an attachment states otherwise than the issuing document."""
    issued, *attached = subject.bo
    for van_ban in attached:
        for key in _STAMPS:
            if key in van_ban.origins and getattr(van_ban, key) != getattr(issued, key):
                yield Fault(
                    van_ban.origin_of(key),
                    f"Mục {labelled(key)} của văn bản kèm theo không in, và khác văn bản ban hành “{issued.ma}”.",
                    f"Ghi “{key}” ở văn bản ban hành, hoặc xóa dòng này.",
                )
