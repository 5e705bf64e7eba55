"""TheThuc → the page frames: docxtpl templates that hold everything of a document but its body.

quyet_dinh    a decision (Mẫu 1.2, 1.3)
nghi_quyet    a resolution (Mẫu 1.1)
co_ten_loai   a document with a name of type (Mẫu 1.4; giấy mời, Mẫu 1.7)
cong_van      a letter (Mẫu 1.5)
cong_dien     a telegram (Mẫu 1.6)
lien_tich     what two or three bodies issue together, with a name of type; lien_tich_cong_van: a letter of theirs
bien_ban      minutes (Mẫu 1.9): no place and date, two who sign
hai_ben       a paper that two parties sign
khong_trich_yeu  a paper without trích yếu, the rule below its name (Mẫu 1.8)
giay_nghi_phep   the same, with room for who confirms it (Mẫu 1.10)
ban_sao       what stands below the document that is copied (Mẫu 3.1)
kem_theo      a document attached to a decision (Mẫu 1.3, second page): no number, no date, no signature
phu_luc       an annex (Mẫu 2.1)
dang_…        the same of Party documents; what is attached to them has no header

What the forms of two profiles have otherwise in one place (the right cell of the header, what divides, the words) is
data of the_thuc; which of these frames a form is printed in as well (the_thuc.khung_trang).

Jinja stands in word/document.xml only. The variables are the zones (model/zones.py), under their own names, and the
body, `noi_dung`; what is empty is not printed where a frame can do without it. Lists, one paragraph each:

can_cu, noi_nhan, dia_chi   their lines
kinh_gui                    one addressee prints behind "Kính gửi:"; of several each is a line, dash and mark included

Every other value is one text, and may hold line breaks as markup. The engine measures the text over each rule and the
cell that a rule or a stamp stands in, and sets their indents; those that stand here are a sample, as is the choice of
a stamp's box by its words (`do_mat`, `do_khan`). What stands in a margin or at the foot of page 1 has its place in its
style, from the_thuc.vi_tri. What a frame may say in Jinja: vanban/frames/grammar.py.
"""

from collections.abc import Callable

from vanban.frames.making._package import make_package
from vanban.frames.making._xml import Element, paragraph
from vanban.frames.making._zones import (
    address,
    addressees,
    bases,
    below_title,
    body_slot,
    confirmation,
    copy_block,
    copy_rule,
    date,
    each,
    header,
    if_any,
    issuing_header,
    margin_zones,
    number,
    other_party,
    own_party,
    signature,
    signatures_side_by_side,
    signed_as,
    title,
    two_signatures,
)
from vanban.the_thuc import TheThuc


def make_frames(the_thuc: TheThuc) -> dict[str, bytes]:
    """The .docx of each frame of that format, by its file name. The same figures give the same bytes."""
    makers = {
        "quyet_dinh": _quyet_dinh, "nghi_quyet": _nghi_quyet, "cong_dien": _cong_dien, "co_ten_loai": _co_ten_loai,
        "cong_van": _cong_van, "bien_ban": _bien_ban, "hai_ben": _hai_ben,
        "khong_trich_yeu": _khong_trich_yeu, "giay_nghi_phep": _giay_nghi_phep,
        "ban_sao": _ban_sao, "kem_theo": _kem_theo, "phu_luc": _phu_luc,
        "dang_quyet_dinh": _dang_quyet_dinh, "dang_bien_ban": _dang_bien_ban,
        "dang_co_ten_loai": _co_ten_loai, "dang_to_trinh": _to_trinh,
        "lien_tich": _lien_tich, "lien_tich_cong_van": _lien_tich_cong_van, "dang_lien_tich": _lien_tich,
        "dang_lien_tich_to_trinh": _lien_tich_to_trinh, "dang_lien_tich_cong_van": _lien_tich_cong_van,
        "dang_cong_van": _cong_van, "dang_kem_theo": _dang_kem_theo, "dang_phu_luc": _phu_luc,
    }
    names = dict.fromkeys(the_thuc.khung_trang.values())
    return {f"{name}.docx": make_package(the_thuc, name, makers[name](the_thuc)) for name in names}


def _quyet_dinh(the_thuc: TheThuc) -> list[Element]:
    return _deciding(the_thuc, "loi_ban_hanh")


def _dang_quyet_dinh(the_thuc: TheThuc) -> list[Element]:
    """Who decides stands below what that rests on."""
    return [
        issuing_header(the_thuc, number(the_thuc), date()),
        *margin_zones(the_thuc),
        *address(the_thuc),
        *title(the_thuc),
        *bases(),
        paragraph("VB_ThamQuyen", "{{ tham_quyen }}"),
        paragraph("VB_LoiBanHanh", the_thuc.words("loi_ban_hanh")),
        body_slot(),
        *signature(the_thuc),
    ]


def _nghi_quyet(the_thuc: TheThuc) -> list[Element]:
    return _deciding(the_thuc, "loi_quyet_nghi")


def _deciding(the_thuc: TheThuc, words: str) -> list[Element]:
    """What an authority decides in điều, behind its words."""
    return [
        issuing_header(the_thuc, number(the_thuc), date()),
        *margin_zones(the_thuc),
        *address(the_thuc),
        *title(the_thuc),
        paragraph("VB_ThamQuyen", "{{ tham_quyen }}"),
        *bases(),
        paragraph("VB_LoiBanHanh", the_thuc.words(words)),
        body_slot(),
        *signature(the_thuc),
    ]


def _co_ten_loai(the_thuc: TheThuc) -> list[Element]:
    return _named(the_thuc, addressees(the_thuc))


def _to_trinh(the_thuc: TheThuc) -> list[Element]:
    return _named(the_thuc, addressees(the_thuc, "kinh_trinh", "VB_KinhTrinh"))


def _lien_tich(the_thuc: TheThuc) -> list[Element]:
    return _named(the_thuc, addressees(the_thuc), signatures_side_by_side)


def _lien_tich_to_trinh(the_thuc: TheThuc) -> list[Element]:
    return _named(the_thuc, addressees(the_thuc, "kinh_trinh", "VB_KinhTrinh"), signatures_side_by_side)


def _named(
    the_thuc: TheThuc, to_whom: list[Element], signed: Callable[[TheThuc], list[Element]] = signature
) -> list[Element]:
    """A document with a name of type."""
    return [
        issuing_header(the_thuc, number(the_thuc), date()),
        *margin_zones(the_thuc),
        *address(the_thuc),
        *title(the_thuc),
        *to_whom,
        *bases(),
        body_slot(),
        *signed(the_thuc),
    ]


def _cong_dien(the_thuc: TheThuc) -> list[Element]:
    return [
        issuing_header(the_thuc, number(the_thuc), date()),
        *margin_zones(the_thuc),
        *address(the_thuc),
        *title(the_thuc),
        paragraph("VB_CoQuanDien", f"{{{{ tham_quyen }}}} {the_thuc.words('dien')}"),
        *each("kinh_gui", "VB_DienDong"),
        body_slot(),
        *signature(the_thuc),
    ]


def _cong_van(the_thuc: TheThuc) -> list[Element]:
    return _letter(the_thuc, signature)


def _lien_tich_cong_van(the_thuc: TheThuc) -> list[Element]:
    return _letter(the_thuc, signatures_side_by_side)


def _letter(the_thuc: TheThuc, signed: Callable[[TheThuc], list[Element]]) -> list[Element]:
    subject = paragraph("VB_TrichYeuCongVan", f"{the_thuc.words('ve_viec')} {{{{ trich_yeu }}}}")
    return [
        issuing_header(the_thuc, [*number(the_thuc), subject], date()),
        *margin_zones(the_thuc),
        *address(the_thuc),
        *addressees(the_thuc),
        *bases(),
        body_slot(),
        *signed(the_thuc),
    ]


def _bien_ban(the_thuc: TheThuc) -> list[Element]:
    return _minutes(the_thuc, [paragraph("VB_DiaDanhNgay")])


def _dang_bien_ban(the_thuc: TheThuc) -> list[Element]:
    return _minutes(the_thuc, date())


def _minutes(the_thuc: TheThuc, below_quoc_hieu: list[Element]) -> list[Element]:
    return [
        issuing_header(the_thuc, number(the_thuc), below_quoc_hieu),
        *margin_zones(the_thuc),
        *address(the_thuc),
        *title(the_thuc),
        *bases(),
        body_slot(),
        *two_signatures(the_thuc, signed_as(the_thuc, "thu_ky"), signed_as(the_thuc, "chu_toa", with_other=True)),
    ]


def _hai_ben(the_thuc: TheThuc) -> list[Element]:
    return [
        issuing_header(the_thuc, number(the_thuc), date()),
        *margin_zones(the_thuc),
        *address(the_thuc),
        *title(the_thuc),
        *bases(),
        body_slot(),
        *two_signatures(the_thuc, own_party(), other_party()),
    ]


def _khong_trich_yeu(the_thuc: TheThuc) -> list[Element]:
    return [*_without_subject(the_thuc), *signature(the_thuc)]


def _giay_nghi_phep(the_thuc: TheThuc) -> list[Element]:
    return [*_without_subject(the_thuc), *signature(the_thuc, *confirmation(the_thuc))]


def _without_subject(the_thuc: TheThuc) -> list[Element]:
    """All above the signature of a paper that its name alone says the matter of."""
    return [
        issuing_header(the_thuc, number(the_thuc), date()),
        *margin_zones(the_thuc),
        *address(the_thuc),
        paragraph("VB_TenLoai", "{{ ten_loai }}"),
        *below_title(the_thuc),
        body_slot(),
    ]


def _ban_sao(the_thuc: TheThuc) -> list[Element]:
    """Whose copy it is, its number and day, who gets it, who signs; all of it on one page."""
    return [copy_rule(), *copy_block(the_thuc)]


def _kem_theo(the_thuc: TheThuc) -> list[Element]:
    return [header(the_thuc), *_titled(the_thuc)]


def _dang_kem_theo(the_thuc: TheThuc) -> list[Element]:
    return _titled(the_thuc, "VB_TenLoaiDauTrang")


def _titled(the_thuc: TheThuc, style: str = "VB_TenLoai") -> list[Element]:
    """What is attached, from its title on."""
    return [
        paragraph(style, "{{ ten_loai }}"),
        paragraph("VB_TrichYeu", "{{ trich_yeu }}"),
        paragraph("VB_KemTheo", "{{ kem_theo }}"),
        *below_title(the_thuc),
        *bases(),
        body_slot(),
    ]


def _phu_luc(the_thuc: TheThuc) -> list[Element]:
    return [
        paragraph("VB_PhuLuc", "{{ phu_luc }}"),
        paragraph("VB_PhuLucTen", "{{ ten_phu_luc }}"),
        *if_any("phu_de", "VB_PhuLucPhuDe"),
        paragraph("VB_KemTheo", "{{ kem_theo }}"),
        *below_title(the_thuc),
        body_slot(),
    ]
