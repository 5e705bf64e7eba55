"""F134: tư cách ký trong sổ trái với chức vụ của người ký.

Vì sao: cấp phó ký phải có KT. trước chức vụ cấp trưởng, người được giao quyền phải có Q.; ghi nhầm “tu_cach_ky” thì
chỗ ký thiếu chữ ấy, hoặc in “KT. CHỦ TỊCH” trên “CHỦ TỊCH”.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 7, điểm b.
Cách sửa: sửa “tu_cach_ky” của người ấy trong sổ cơ quan: Phó Chủ tịch là cap_pho, Quyền Chủ tịch là quyen_cap_truong.

Ví dụ:
    nguoi_ky:
      - {chuc_vu: Phó Chủ tịch, tu_cach_ky: cap_truong, tu_ngay: 01/7/2025}
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.registers import CoQuan, NguoiKy, TuCachKy

CODE, LEVEL, NAME, BO_QUA = "F134", "error", "right-against-title", True
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 7, điểm b"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where a deputy or an acting head signs as head, or a head as his deputy."""
    for each in subject.signings:
        signer, right = each.signer, _right(each.issuer, each.signer)
        if right in ("", signer.tu_cach_ky):
            continue
        at = subject.places[signer.origin]
        yield Fault(
            each.origin,
            f"{signer.ho_ten} là {signer.chuc_vu} mà sổ cơ quan ghi “tu_cach_ky: {signer.tu_cach_ky}”.",
            f"Sửa thành “tu_cach_ky: {right}” ở {at.file}:{at.line}.",
        )


def _right(issuer: CoQuan, signer: NguoiKy) -> TuCachKy | str:
    """In which right one with that title signs, of those who sign as head or as deputy; "" where it leaves that open.

    A deputy secretary of the Party signs for the committee as its secretary does.
    """
    first, own = signer.chuc_vu.partition(" ")[0].casefold(), signer.tu_cach_ky
    if own == "cap_truong" and first in ("quyền", "q."):
        return "quyen_cap_truong"
    if own == "cap_truong" and first == "phó" and not (issuer.ho_so == "dang" and issuer.collective):
        return "cap_pho"
    is_head = issuer.cap_truong and signer.chuc_vu.casefold() == issuer.cap_truong.casefold()
    return "cap_truong" if own == "cap_pho" and is_head else ""
