"""F134: tư cách ký trong sổ trái với chức vụ của người ký.

Vì sao: người đứng đầu ký, cấp phó ký thay (KT.), người được giao quyền ký Q.; Chánh Văn phòng, Trưởng phòng, Giám đốc
sở chỉ ký thừa lệnh (TL.), thừa ủy quyền (TUQ.). Ghi nhầm “tu_cach_ky” thì chỗ ký thiếu chữ ấy, in “KT. CHỦ TỊCH” trên
“CHỦ TỊCH”, in “TM. ỦY BAN NHÂN DÂN” trên “CHÁNH VĂN PHÒNG”, hay không in chức vụ.
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Phần I, mục II, khoản 7, điểm b và điểm c.
Cách sửa: sửa “tu_cach_ky” của người ấy trong sổ cơ quan: Phó Chủ tịch là cap_pho, Quyền Chủ tịch là quyen_cap_truong,
Chánh Văn phòng là thua_lenh, Phó Chánh Văn phòng là thua_lenh_cap_pho.

Ví dụ:
    nguoi_ky:
      - {chuc_vu: Phó Chủ tịch, tu_cach_ky: cap_truong, tu_ngay: 01/7/2025}
"""

import re
from collections.abc import Iterator
from typing import Literal

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject, Signing
from vanban.model.registers import CoQuan, NguoiKy, TuCachKy
from vanban.said_once import says
from vanban.text import question_in

CODE, LEVEL, NAME, BO_QUA = "F134", "error", "right-against-title", True
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Điều 13; Phụ lục I, Phần I, mục II, khoản 7, điểm b và điểm c"

# What a title says of its holder: that he heads the body that issues, is the deputy of its head, acts as its head, is
# the deputy of its head or of one with such a title, of somebody else, is something else; or it leaves that open.
_Place = Literal["head", "deputy", "acting", "deputy_of_such", "deputy_of_other", "other", "open"]
# The right in which the holder of a title signs in place of the one that the register says.
_RIGHTS: dict[tuple[TuCachKy, _Place], TuCachKy] = {
    ("cap_truong", "acting"): "quyen_cap_truong", ("cap_truong", "deputy"): "cap_pho",
    ("cap_truong", "deputy_of_such"): "cap_pho", ("cap_truong", "deputy_of_other"): "thua_lenh_cap_pho",
    ("cap_pho", "deputy_of_other"): "thua_lenh_cap_pho",
    ("cap_pho", "head"): "cap_truong", ("cap_pho", "acting"): "quyen_cap_truong",
    ("thay_mat", "head"): "cap_truong", ("thay_mat", "deputy"): "cap_pho", ("thay_mat", "acting"): "quyen_cap_truong",
    ("thua_lenh", "head"): "cap_truong", ("thua_lenh", "deputy"): "cap_pho",
    ("thua_lenh", "deputy_of_such"): "thua_lenh_cap_pho", ("thua_lenh", "deputy_of_other"): "thua_lenh_cap_pho",
    ("thua_uy_quyen", "head"): "cap_truong", ("thua_uy_quyen", "deputy"): "cap_pho",
    ("thua_lenh_cap_pho", "other"): "thua_lenh",
}
# In the Party who signs for a committee signs as its secretary does, whatever his title; these hold there too.
_EVERYWHERE = (("cap_truong", "acting"), ("cap_pho", "head"))
# Collectives whose members may sign for them: their titles are those of the act that set them up.
_OF_MEMBERS = ("Ban ", "Đoàn ", "Tổ ")
_COUNCIL = "Hội đồng"
# What stands between two titles of one person.
_APART = re.compile(r"[,;]| - | kiêm ")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault where the title of a signer does not go with the right to sign that the register says."""
    not_provided = subject.the_thuc.words("chuc_vu_khong_ghi").split("|")  # titles that F133 reports
    for each in subject.signings:
        signs_for_none = each.issuer.khong_ghi_thay_mat or subject.bo.van_ban.tham_quyen  # which F135 reports
        if each.signer.tu_cach_ky == "thay_mat" and signs_for_none:
            continue
        if _is_other(each) and any(words in each.signer.chuc_vu.casefold() for words in not_provided):
            continue
        if way_out := _way_out(each.issuer, each.signer):
            signer, at = each.signer, subject.places[each.signer.origin]
            yield Fault(
                each.origin,
                f"{signer.ho_ten} là {signer.chuc_vu} mà sổ cơ quan ghi “tu_cach_ky: {signer.tu_cach_ky}”.",
                f"{way_out} ở {at.file}:{at.line}.",
            )


def _is_other(signing: Signing) -> bool:
    return _place(signing.issuer, signing.signer.chuc_vu) == "other"


def _way_out(issuer: CoQuan, signer: NguoiKy) -> str:
    """What is to be written in place of the right that the register says; "" where that goes with the title."""
    own, place = signer.tu_cach_ky, _place(issuer, signer.chuc_vu)
    is_of_state, is_of_members = issuer.ho_so == "nha_nuoc", _is_of_members(issuer)
    right = _RIGHTS.get((own, place))
    if right and (is_of_state or (own, place) in _EVERYWHERE or not issuer.collective):
        is_open = is_of_members and (own == "thay_mat" or place == "deputy_of_other")
        is_open = is_open or own == "thay_mat" and not issuer.collective
        return "" if is_open else f"Sửa thành “tu_cach_ky: {right}”"
    if is_of_state and not is_of_members and own in ("cap_truong", "cap_pho") and place == "other":
        return (f"Chỉ {issuer.cap_truong} và cấp phó ký như vậy. Chọn người ký khác; người được giao ký thừa lệnh "
                "(TL.), thừa ủy quyền (TUQ.) thì ghi “tu_cach_ky: thua_lenh”, “tu_cach_ky: thua_uy_quyen”")
    return ""


def _place(issuer: CoQuan, chuc_vu: str) -> _Place:
    """What the title says of its holder in the body that issues. That of its head may go on with the name of the body,
    and stand behind another one: "Phó Chủ tịch tỉnh, Trưởng ban"."""
    title, head = chuc_vu.casefold().strip(), issuer.cap_truong.casefold().strip()
    words, others = title.replace(",", " ").split(), _APART.split(title)[1:]
    if words[:1] in (["quyền"], ["q."]):
        return "acting"
    knows_head = bool(head) and not question_in(issuer.cap_truong)
    if knows_head and any(other.strip().startswith(head) for other in others):
        return "open"
    if "phó" in words or title.startswith("thứ trưởng"):
        if title == f"phó {head}":
            return "deputy"
        is_such = says(title, head) or says(head, title.removeprefix("phó "))
        return "deputy_of_other" if knows_head and words[0] == "phó" and not is_such else "deputy_of_such"
    if not knows_head or question_in(chuc_vu):
        return "open"
    if title == head:
        return "head"
    return "open" if says(title, head) or says(head, title) else "other"


def _is_of_members(issuer: CoQuan) -> bool:
    """Whether members may sign for the collective; also where nobody has said yet who decides."""
    return issuer.collective is None or issuer.collective.startswith(_OF_MEMBERS) or issuer.collective == _COUNCIL
