"""F122: phần đánh số bằng chữ: “Phần thứ nhất”.

Vì sao: quy định đánh số phần bằng chữ số La Mã, “Phần I”; viết “Phần thứ nhất” là lối quen, máy in theo và nêu để biết.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm đ.
Cách sửa: không cần sửa nếu đúng ý; muốn theo quy định thì viết “Phần I” ở “danh_so”.

Đạt:
    danh_so: Phần I / I. / 1.
    de_muc:
      - tieu_de: Thực trạng
Không đạt:
    danh_so: Phần thứ nhất / I. / 1.      # lỗi: F122 $.danh_so
    de_muc:
      - tieu_de: Thực trạng
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.walk import de_mucs

CODE, LEVEL, NAME, BO_QUA = "F122", "info", "phan-counted-in-words", True
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm đ"
_IN_WORDS = "Phần thứ nhất"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault, for information, for each document with a phần that is counted in words. The Party's texts are left
    alone: we know its rules at second hand."""
    for van_ban in subject.bo:
        if not subject.the_thuc.gian_tiep and any(node.step == _IN_WORDS for node in de_mucs(van_ban.de_muc)):
            yield Fault(
                van_ban.origin_of("danh_so"), "Phần đánh số bằng chữ (“Phần thứ nhất”); quy định là chữ số La Mã.",
                "Muốn theo quy định thì viết “Phần I” ở “danh_so”.",
            )
