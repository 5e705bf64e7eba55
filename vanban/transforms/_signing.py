"""Who signs: the lines above the signature, the name below it (Điều 13; Phụ lục I, II.7.b and c)."""

from collections.abc import Mapping
from datetime import date

from vanban.model.registers import CoQuan, NguoiKy
from vanban.model.zones import ZoneLine
from vanban.said_once import said_once, says
from vanban.text import question_in
from vanban.the_thuc import TheThuc
from vanban.transforms._zone_text import Pieces, broken, filled, in_capitals, piece

_RIGHTS = ("thay_mat", "ky_thay", "quyen_cap_truong", "thua_lenh", "thua_uy_quyen")
# What a line says that ends with a title.
_OF_A_TITLE = ("{chuc_vu}", "{cap_truong}", "_co_quan}")
Lines = tuple[ZoneLine, ...]


def signature(
    issuer: CoQuan, ma: str, day: date | None, the_thuc: TheThuc, origin: int, *, together: bool
) -> Mapping[str, Lines]:
    """The lines of one signature by the names of their zones: of the signer with the id `ma` on that day, or the
    question in his place.

    origin    where the document names him
    together  whether other bodies sign beside him
    """
    signer = issuer.signer(ma, day)
    if signer is None:
        return {"ho_ten": (ZoneLine(piece(ma, origin)),) if question_in(ma) else ()}
    rights, title = quyen_han(issuer, signer, the_thuc, together=together)
    other = broken(in_capitals(piece(signer.chuc_vu_khac, signer.origin))) if signer.chuc_vu_khac else ()
    return {"quyen_han": rights + title, "quyen_ky": rights, "chuc_vu": title, "chuc_vu_khac": other,
            "ho_ten": (ZoneLine(piece(signer.ho_ten, signer.origin)),)}


def quyen_han(issuer: CoQuan, signer: NguoiKy, the_thuc: TheThuc, *, together: bool = False) -> tuple[Lines, Lines]:
    """For whom and in whose place, one line each; then the line of the title, none where it is not written. All in
    capitals (the_thuc.chu_ky).

    Who signs by order or by authorisation signs for the head; how a collective changes that the format says, and what
    a title says beside those of other bodies.
    """
    own, collective = f"{signer.tu_cach_ky}_tap_the", issuer.collective or ""
    for_all = collective and not issuer.khong_ghi_thay_mat
    beside = f"{signer.tu_cach_ky}_lien_tich" if together else ""
    lines = the_thuc.chu_ky[next(name for name in (own if for_all else "", beside, signer.tu_cach_ky)
                                 if name in the_thuc.chu_ky)]
    words = {name: piece(the_thuc.words(name)) for name in _RIGHTS} | {
        "tap_the": piece(_of_several(issuer) if together else collective, issuer.origin),
        "cap_truong": piece(issuer.cap_truong, issuer.origin),
        "cap_truong_co_quan": _titled(issuer.cap_truong, issuer.origin, issuer),
        "cap_truong_rieng": piece(signer.cap_truong, signer.origin), "chuc_vu": piece(signer.chuc_vu, signer.origin),
        "chuc_vu_co_quan": _titled(signer.chuc_vu, signer.origin, issuer),
    }
    *first, last = (broken(in_capitals(filled(line, words))) for line in lines)
    rights = tuple(each for line in first for each in line)
    return (rights, last) if lines[-1].endswith(_OF_A_TITLE) else (rights + last, ())


def _titled(title: str, origin: int, issuer: CoQuan) -> Pieces:
    """A title and the body that it is of, by the name at the head of the page; by the full name where the head's title
    says that one already, as "Chánh Văn phòng" does for "Văn phòng"."""
    at_the_head = " ".join(issuer.ten_dong)
    called = issuer.ten_goi if says(issuer.cap_truong, at_the_head) else at_the_head
    title, name = said_once(title, called)
    return piece(title, origin) + piece(" " if title and name else "") + piece(name, issuer.origin)


def _of_several(issuer: CoQuan) -> str:
    """The collective and the body that it is of, | where a line ends: by the name at the head of the page where that
    begins with the collective or the full name does not, else by the full name, which the head of the page may not
    have whole."""
    collective = issuer.collective or ""
    at_the_head = "|".join(issuer.ten_dong)
    if not said_once(collective, at_the_head)[0]:
        return at_the_head
    if not collective or said_once(collective, issuer.ten_goi)[0]:
        return "|".join(filter(None, said_once(collective, at_the_head)))
    return f"{collective}|{issuer.ten_goi[len(collective):].strip()}".rstrip("|")
