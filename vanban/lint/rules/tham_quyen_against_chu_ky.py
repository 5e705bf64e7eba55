"""F105: thẩm quyền ban hành là tập thể mà người ký không ký thay mặt tập thể.

Vì sao: quyết định ghi thẩm quyền “ỦY BAN NHÂN DÂN …” là của tập thể, phải ký TM.; người ký thừa lệnh, thừa ủy quyền
ký cho người đứng đầu, không ký cho tập thể.
Căn cứ: Phụ lục I, Phần I, mục II, khoản 7, điểm b; Phụ lục III, Mẫu 1.2, ghi chú 6.
Cách sửa: chọn người ký TM.; nếu người đứng đầu tự quyết định thì ghi “tham_quyen: cap_truong”.

Đạt:
    co_quan: ubnd_nghe_an
    nguoi_ky: nguyen_van_a
Không đạt:
    co_quan: ubnd_nghe_an
    nguoi_ky: ky_thua_lenh                # lỗi: F105 $.nguoi_ky
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "F105", "error", "tham-quyen-against-chu-ky", True
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 7, điểm b"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault on the signer of a decision whose authority line names a collective that he does not sign for."""
    bo, issuer = subject.bo, subject.issuer
    zones, for_head = bo.zones, tuple(map(subject.the_thuc.words, ("thua_lenh", "thua_uy_quyen")))
    if zones is None or not zones.quyen_han or bo.van_ban.loai_van_ban not in ("quyet_dinh", "nghi_quyet"):
        return
    of_all = issuer and issuer.ho_so == "nha_nuoc" and issuer.collective and not bo.van_ban.tham_quyen
    if of_all and zones.quyen_han.texts[0].startswith(for_head):
        yield Fault(
            bo.van_ban.origin_of("nguoi_ky"),
            f"Thẩm quyền ban hành là {zones.tham_quyen.text} nhưng người ký ghi {zones.quyen_han.texts[0]}.",
            "Chọn người ký TM.; nếu người đứng đầu tự quyết định thì ghi “tham_quyen: cap_truong”.",
        )
