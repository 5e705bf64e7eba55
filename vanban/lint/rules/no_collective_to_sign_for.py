"""F135: người ký thay mặt tập thể (TM., T/M) ở cơ quan, văn bản không có tập thể.

Vì sao: “tu_cach_ky: thay_mat” chỉ in một dòng “TM. …”, “T/M …” với tên tập thể; không có tập thể thì dòng ấy trống.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 7, điểm b.
Cách sửa: ghi “tap_the” của cơ quan trong sổ; hoặc chọn tư cách ký khác cho người ấy.

Ví dụ:
    Cơ quan không có “tap_the”, người ký ghi “tu_cach_ky: thay_mat”.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.document import VanBan
from vanban.model.registers import CoQuan

CODE, LEVEL, NAME, BO_QUA = "F135", "error", "no-collective-to-sign-for", False
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 7, điểm b"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each signer who signs for a collective that does not sign the document."""
    for each in subject.signings:
        if each.signer.tu_cach_ky == "thay_mat" and (why := _why_not(each.issuer, subject.bo.van_ban)):
            at = subject.places[each.signer.origin]
            yield Fault(
                each.origin, f"{why}, mà {each.signer.ho_ten} ký “tu_cach_ky: thay_mat”.",
                f"Sửa tư cách ký ở {at.file}:{at.line}, hoặc chọn người ký khác.",
            )


def _why_not(issuer: CoQuan, van_ban: VanBan) -> str:
    """Why nobody signs for the collective of `issuer`; "" where somebody may."""
    if issuer.collective == "":
        return f"{issuer.ten_goi} không có tập thể (“tap_the”) trong sổ cơ quan"
    if issuer.khong_ghi_thay_mat:
        return f"Sổ cơ quan ghi {issuer.ten_goi} không có dòng thay mặt (“khong_ghi_thay_mat”)"
    return "Văn bản ghi “tham_quyen: cap_truong”, người đứng đầu tự quyết định" if van_ban.tham_quyen else ""
