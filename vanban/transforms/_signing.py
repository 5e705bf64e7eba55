"""Who signs for a body, and the lines above the signature (Điều 13; Phụ lục I, II.7.b and c)."""

from datetime import date

from vanban.model.document import VanBan
from vanban.model.registers import CoQuan, NguoiKy
from vanban.model.zones import Lines
from vanban.the_thuc import TheThuc


def signer_of(van_ban: VanBan, issuer: CoQuan, day: date | None) -> NguoiKy | None:
    """The one who signs: of several terms of one person the one that holds on `day`, else the last."""
    terms = [person for person in issuer.nguoi_ky if person.ma == van_ban.nguoi_ky]
    return next((term for term in terms if day and term.nhiem_ky.holds(day)), terms[-1] if terms else None)


def quyen_han(issuer: CoQuan, signer: NguoiKy, the_thuc: TheThuc) -> Lines:
    """For whom, in whose place, as what: one line each, in capitals.

    Who signs by order or by authorisation signs for the head, not for the collective.
    """
    words, head = the_thuc.words, issuer.cap_truong
    collective = (f"{words('thay_mat')} {issuer.tap_the}",) if issuer.tap_the else ()
    lines = {
        "cap_truong": (*collective, signer.chuc_vu),
        "cap_pho": (*collective, f"{words('ky_thay')} {head}", signer.chuc_vu),
        "quyen_cap_truong": (*collective, f"{words('quyen_cap_truong')} {head}"),
        "thua_lenh": (f"{words('thua_lenh')} {head}", signer.chuc_vu),
        "thua_lenh_cap_pho": (
            f"{words('thua_lenh')} {head}", f"{words('ky_thay')} {signer.cap_truong}", signer.chuc_vu
        ),
        "thua_uy_quyen": (f"{words('thua_uy_quyen')} {head}", signer.chuc_vu),
    }[signer.tu_cach_ky]
    return tuple(line.upper() for line in lines)
