"""F133: chức vụ của người ký ghi “phụ trách”, “thường trực”, là chức vụ Nhà nước không quy định.

Vì sao: người được giao phụ trách, điều hành ký như cấp phó ký thay cấp trưởng (KT.), ghi chức vụ chính thức:
“PHÓ GIÁM ĐỐC”, không ghi “PHÓ GIÁM ĐỐC PHỤ TRÁCH”, “PHỤ TRÁCH SỞ”, cũng không ghi Q. khi chưa được giao quyền.
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13, khoản 1; Phụ lục I, Phần I, mục II, khoản 7, điểm b và điểm c.
Cách sửa: ở người ký ấy trong sổ cơ quan ghi “chuc_vu” chính thức (Phó Giám đốc) và “tu_cach_ky: cap_pho”.

Ví dụ:
    nguoi_ky:
      - {chuc_vu: Phó Giám đốc phụ trách, tu_cach_ky: cap_truong, tu_ngay: 01/7/2025}
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.registers import CoQuan, NguoiKy

CODE, LEVEL, NAME, BO_QUA = "F133", "warning", "title-not-provided", True
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 7, điểm b và điểm c"
# Bodies that advise (tổ chức tư vấn): their titles are those of the act that set them up.
_ADVISING = ("Ban ", "Hội đồng ", "Tổ ", "Đoàn ")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where a state body's signer has a title that the State does not provide for."""
    for each in subject.signings:
        signer = each.signer
        if said := _said(each.issuer, signer, subject.the_thuc.words("chuc_vu_khong_ghi").split("|")):
            at = subject.places[signer.origin]
            yield Fault(
                each.origin,
                f"Chức vụ “{signer.chuc_vu}” của {signer.ho_ten} có chữ “{said}”: Nhà nước không quy định chức vụ ấy.",
                f"Người được giao phụ trách ký như cấp phó (KT.): ở {at.file}:{at.line} ghi “chuc_vu” chính thức và "
                "“tu_cach_ky: cap_pho”.",
            )


def _said(issuer: CoQuan, signer: NguoiKy, listed: list[str]) -> str:
    """The first of the listed words in the title of a signer of a state body, "" for none. Who advises may be called
    "Phó Trưởng ban Thường trực"."""
    if issuer.ho_so != "nha_nuoc":
        return ""
    said = next((words for words in listed if words in signer.chuc_vu.casefold()), "")
    return "" if said != listed[0] and _advises(issuer, signer) else said


def _advises(issuer: CoQuan, signer: NguoiKy) -> bool:
    return bool(signer.chuc_vu_khac) or issuer.ten_goi.startswith(_ADVISING)
