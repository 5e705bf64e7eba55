"""The lines above the signature (Điều 13; Phụ lục I, II.7.b and c)."""

from vanban.model.registers import CoQuan, NguoiKy
from vanban.model.zones import ZoneLine
from vanban.the_thuc import TheThuc
from vanban.transforms._zone_text import filled, in_capitals, piece

_RIGHTS = ("thay_mat", "ky_thay", "quyen_cap_truong", "thua_lenh", "thua_uy_quyen")


# What a line says that ends with a title.
_OF_A_TITLE = ("{chuc_vu}", "{cap_truong}")
Lines = tuple[ZoneLine, ...]


def quyen_han(issuer: CoQuan, signer: NguoiKy, the_thuc: TheThuc) -> tuple[Lines, Lines]:
    """For whom and in whose place, one line each; then the line of the title, none where it is not written. All in
    capitals (the_thuc.chu_ky).

    Who signs by order or by authorisation signs for the head; how a collective changes that the format says.
    """
    name = f"{signer.tu_cach_ky}_tap_the"
    collective = issuer.collective or ""
    for_all = collective and not issuer.khong_ghi_thay_mat
    lines = the_thuc.chu_ky[name if for_all and name in the_thuc.chu_ky else signer.tu_cach_ky]
    words = {name: piece(the_thuc.words(name)) for name in _RIGHTS} | {
        "tap_the": piece(collective, issuer.origin), "cap_truong": piece(issuer.cap_truong, issuer.origin),
        "cap_truong_rieng": piece(signer.cap_truong, signer.origin), "chuc_vu": piece(signer.chuc_vu, signer.origin),
    }
    found = tuple(ZoneLine(in_capitals(filled(line, words))) for line in lines)
    return (found[:-1], found[-1:]) if lines[-1].endswith(_OF_A_TITLE) else (found, ())
