"""Composes the zones around the body: names, number, date, căn cứ, "(Kèm theo …)", nơi nhận, signature.

Reads: the resolved set, the register of bodies. Writes: `zones` of each BoVanBan.
Source: the_thuc, and Phụ lục I, II.2 – II.9 and III.
"""

from dataclasses import replace
from typing import Any

from vanban.findings import Finding
from vanban.glossary import names
from vanban.model.document import BoVanBan, DoKhan, DoMat, DuThao, PhamViLuuHanh, VanBan
from vanban.model.registers import CoQuan
from vanban.model.zones import NO_ZONE, SIGNATURES, Zone, ZoneLine, Zones
from vanban.said_once import said_once
from vanban.setting import Setting
from vanban.text import lower_first, question_in
from vanban.the_thuc import TheThuc, nearest
from vanban.transforms._joint import head_lines, listed, superior_of
from vanban.transforms._numbers import Numbers
from vanban.transforms._signing import signature
from vanban.transforms._zone_lists import can_cu, kinh_gui, noi_nhan
from vanban.transforms._zone_text import Pieces, broken, filled, in_capitals, piece

TITLE = "thành phần thể thức"

_DO_KHAN: dict[DoKhan, str] = {"khan": "KHẨN", "thuong_khan": "THƯỢNG KHẨN", "hoa_toc": "HỎA TỐC"}
_DO_MAT: dict[DoMat, str] = {"mat": "MẬT", "toi_mat": "TỐI MẬT", "tuyet_mat": "TUYỆT MẬT"}
_LUU_HANH: dict[PhamViLuuHanh, str] = {
    "xem_xong_tra_lai": "XEM XONG TRẢ LẠI", "luu_hanh_noi_bo": "LƯU HÀNH NỘI BỘ",
}

# Who issues what nothing attaches yet, and to what that belongs.
_UNKNOWN = CoQuan("", "{XEM LẠI: cơ quan ban hành}", ten_dong=("{XEM LẠI: cơ quan ban hành}",))
_ATTACHED_TO_NOTHING = "({XEM LẠI: kèm theo văn bản nào})"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with its zones; without them where the register does not know the issuing body."""
    if not setting.stands_alone(bo.van_ban):
        return _Composer(bo, _UNKNOWN, setting, _ATTACHED_TO_NOTHING).attached(bo), []
    issuer = setting.issuer(bo)
    if issuer is None:
        return bo, []
    composer = _Composer(bo, _asking(issuer, bo.van_ban), setting)
    attached = tuple(composer.attached(part) for part in bo.kem_theo)
    return replace(bo, zones=composer.issued(), kem_theo=attached), []


class _Composer:
    """The zones of one set: the issuing document, and what its attachments take from it. Who decides is the body that
    issues it, or its head alone.

    asked  the question in place of what they are attached to, where nothing issues the set yet
    """

    def __init__(self, bo: BoVanBan, issuer: CoQuan, setting: Setting, asked: str = "") -> None:
        self._asked = asked
        self._van_ban, self._day, self._issuer = bo.van_ban, bo.ngay, issuer
        self._deciding = issuer.by_its_head() if bo.van_ban.tham_quyen == "cap_truong" else issuer
        self._setting, self._the_thuc = setting, setting.the_thuc
        self._partners = tuple((ben, _asking(body, bo.van_ban)) for ben, body in setting.partners(bo))
        self._bodies_named = [issuer, *(body for _, body in self._partners)]
        self._numbers = Numbers(bo.van_ban, issuer, self._partners, bo.ngay, setting)

    def issued(self) -> Zones:
        """The zones of the issuing document."""
        van_ban, issuer = self._van_ban, self._issuer
        return Zones(
            **self._bodies(), **self._title(van_ban), **self._signatures(),
            so_ky_hieu=self._zone("ky_hieu", *self._numbers.at_the_head()),
            dia_danh=self._zone("co_quan", piece(issuer.dia_danh, issuer.origin)),
            ngay_thang=self._zone("ngay_ban_hanh", self._numbers.day()),
            tham_quyen=self._zone("co_quan", _tham_quyen(self._deciding), self._ky_hop()),
            kinh_gui=_zone(van_ban, "kinh_gui", kinh_gui(van_ban, self._the_thuc)),
            noi_nhan=_zone(van_ban, "noi_nhan", noi_nhan(van_ban, self._the_thuc)),
            xac_nhan=self._stated("in_xac_nhan", self._the_thuc.words("xac_nhan") if van_ban.in_xac_nhan else ""),
            **self._parties(),
            thu_ky=self._stated("thu_ky", van_ban.thu_ky),
            chu_toa=self._stated("chu_toa", van_ban.chu_toa),
            do_khan=self._stated("do_khan", _DO_KHAN[van_ban.do_khan] if van_ban.do_khan else ""),
            do_mat=self._stated("do_mat", _DO_MAT[van_ban.do_mat] if van_ban.do_mat else ""),
            pham_vi_luu_hanh=self._stated(
                "pham_vi_luu_hanh", _LUU_HANH[van_ban.pham_vi_luu_hanh] if van_ban.pham_vi_luu_hanh else ""),
            du_thao=self._stated("du_thao", self._du_thao()),
            dia_chi=self._zone("co_quan", *(piece(line, issuer.origin) for line in issuer.dia_chi))
            if van_ban.in_dia_chi else NO_ZONE,
        )

    def attached(self, bo: BoVanBan) -> BoVanBan:
        """`bo` and what is attached to it, each citing the issuing document, which alone has a number."""
        van_ban, kind, in_case = bo.van_ban, self._setting.kind(bo.van_ban), self._the_thuc.in_case
        zones = Zones(**self._title(van_ban), kem_theo=_zone(van_ban, "co_quan", broken(self._kem_theo())))
        if kind.attached == "phu_luc":
            mark = in_case("VB_PhuLuc", f"{kind.ten_loai} {van_ban.mark}".rstrip())
            title = piece(in_case("VB_PhuLucTen", van_ban.trich_yeu), van_ban.origin_of("trich_yeu"))
            zones = replace(
                zones, phu_luc=_zone(van_ban, "loai_van_ban", (ZoneLine(piece(mark, van_ban.origin)),)),
                ten_phu_luc=_zone(van_ban, "trich_yeu", broken(title)),
            )
        else:
            zones = replace(zones, **self._bodies())
        if van_ban.phu_de:
            below = broken(piece(van_ban.phu_de, van_ban.origin_of("phu_de")))
            zones = replace(zones, phu_de=_zone(van_ban, "phu_de", below))
        return replace(bo, zones=zones, kem_theo=tuple(self.attached(part) for part in bo.kem_theo))

    def _zone(self, key: str, *lines: Pieces) -> Zone:
        """A zone of the issuing document that follows from what stands under `key`."""
        return _zone(self._van_ban, key, tuple(map(ZoneLine, filter(None, lines))))

    def _stated(self, key: str, words: str) -> Zone:
        return self._zone(key, piece(words, self._van_ban.origin_of(key)))

    def _parties(self) -> dict[str, Zone]:
        """For whom each of two parties signs, and who signs for the other, where the form has a place for both."""
        if not self._setting.kind(self._van_ban).of_two_parties:
            return {}
        return {"dai_dien": self._stated("dai_dien", self._van_ban.dai_dien.upper()),
                "ben_ky": self._of_other_party("dai_dien", "chuc_vu"), "ten_ben_ky": self._of_other_party("ho_ten")}

    def _beside(self, own: Zone) -> dict[str, Zone]:
        """As what the signer and another one sign, side by side, a paper of one body (giấy ủy quyền)."""
        as_what = self._stated("dai_dien", self._van_ban.dai_dien.upper())
        return {"quyen_han": replace(own, lines=as_what.lines + own.lines) if own else as_what,
                "quyen_han_hai": self._of_other_party("dai_dien", "chuc_vu"),
                "ho_ten_hai": self._of_other_party("ho_ten")}

    def _of_other_party(self, *keys: str) -> Zone:
        """What is said of the other party, a line for each key: its name as it is, for whom and as what in capitals."""
        party = self._van_ban.ben_ky
        words = [getattr(party, key) for key in keys] if party else []
        lines = [piece(each if keys == ("ho_ten",) else each.upper(), party.origin) for each in words if party]
        return self._zone("ben_ky", *lines)

    def _bodies(self) -> dict[str, Zone]:
        """Who issues, below whom."""
        superior = superior_of(self._bodies_named, self._setting.registers.co_quan)
        above = [piece(line.upper(), superior.origin) for line in superior.ten_chu_quan] if superior else []
        return {
            "co_quan_chu_quan": self._zone("co_quan", *above),
            "co_quan_ban_hanh": self._zone("co_quan", *head_lines(self._bodies_named)),
        }

    def _signatures(self) -> dict[str, Zone]:
        """Who signs for each body; that which leads signs at the right, the others to its left."""
        van_ban = self._van_ban
        signing = [(self._deciding, van_ban.nguoi_ky, "nguoi_ky", van_ban.origin_of("nguoi_ky"))]
        signing += [(body, ben.nguoi_ky, "lien_tich", ben.origin) for ben, body in self._partners]
        found: dict[str, Zone] = {}
        for place, (body, ma, key, origin) in zip(SIGNATURES, signing, strict=False):
            lines = signature(body, ma, self._day, self._form_of(body), origin, together=bool(self._partners))
            found |= {f"{name}{place}": Zone(each, key, origin) if each else NO_ZONE for name, each in lines.items()}
        if (van_ban.dai_dien or van_ban.ben_ky) and not self._setting.kind(van_ban).of_two_parties:
            found |= self._beside(found.get("quyen_han", NO_ZONE))
        return found

    def _form_of(self, body: CoQuan) -> TheThuc:
        """The format by which `body` signs, which is its own beside bodies of another profile."""
        return self._the_thuc if body.ho_so == self._issuer.ho_so else nearest(body.ho_so, self._day)

    def _title(self, van_ban: VanBan) -> dict[str, Zone]:
        """Type and trích yếu of a document, and what it rests on."""
        ten_loai = piece(self._setting.kind(van_ban).ten_loai.upper(), van_ban.origin_of("loai_van_ban"))
        trich_yeu = piece(van_ban.trich_yeu, van_ban.origin_of("trich_yeu"))
        return {
            "ten_loai": _zone(van_ban, "loai_van_ban", (ZoneLine(ten_loai),)),
            "trich_yeu": _zone(van_ban, "trich_yeu", broken(trich_yeu) if trich_yeu else ()),
            "can_cu": _zone(van_ban, "can_cu", can_cu(van_ban, self._the_thuc)),
        }

    def _ky_hop(self) -> Pieces:
        """The session, below the name of the council."""
        return piece(self._van_ban.ky_hop.upper(), self._van_ban.origin_of("ky_hop"))

    def _kem_theo(self) -> Pieces:
        """"(Kèm theo Quyết định số … ngày … của …)": the document, its number; its date, its issuer."""
        if self._asked:
            return piece(self._asked)
        van_ban, (number, day) = self._van_ban, self._numbers.cited()
        return filled(self._the_thuc.words("kem_theo"), {
            "ten_loai": piece(self._setting.kind(van_ban).ten_loai, van_ban.origin_of("loai_van_ban")),
            "so_ky_hieu": number, "ngay_thang": day, "co_quan": self._called(),
        })

    def _called(self) -> Pieces:
        """Who issues, in a sentence: who decides where the page says so, else the body; and those beside.

        Mẫu 1.2, ghi chú 2 and 6: what a head decides is issued by his office. The Party's guidance says nothing of it.
        """
        deciding, kind = self._deciding, self._setting.kind(self._van_ban)
        of_head = deciding.collective == "" and deciding.is_of_party
        by_authority = deciding is not self._issuer or kind.names_authority and not of_head
        first = _authority(deciding) if by_authority else piece(deciding.ten_goi, deciding.origin)
        return listed([first, *(piece(body.ten_goi, body.origin) for _, body in self._partners)])

    def _du_thao(self) -> str:
        """The mark of a draft, "DỰ THẢO LẦN 2 (15/6/2025)"; "" once number and date are there."""
        if self._van_ban.is_issued:
            return ""
        stated = self._van_ban.du_thao or DuThao()
        lan = f"LẦN {stated.lan_thu}" if stated.lan_thu else ""
        day = f"({stated.ngay:%d/%m/%Y})" if stated.ngay else ""
        return " ".join(filter(None, ("DỰ THẢO", lan, day)))


def _asking(issuer: CoQuan, van_ban: VanBan) -> CoQuan:
    """The body of a draft with a question in place of what its entry does not say yet: the page shows where."""
    if van_ban.is_issued:
        return issuer
    name = question_in(issuer.ten_ngan).rstrip("?") or issuer.ten_ngan
    asked = {key: f"{{XEM LẠI: {lower_first(names()[key].label)} của {name}}}"
             for key in issuer.lacks(with_address=van_ban.in_dia_chi)}
    said: dict[str, Any] = {key: (words,) if key == "dia_chi" else words for key, words in asked.items()}
    return replace(issuer, **said)


def _zone(van_ban: VanBan, key: str, lines: tuple[ZoneLine, ...]) -> Zone:
    return Zone(lines, key, van_ban.origin_of(key)) if lines else NO_ZONE


def _tham_quyen(issuer: CoQuan) -> Pieces:
    """The collective by the name of the body, a head who decides alone by his title."""
    if question_in(issuer.tap_the):
        return piece(issuer.tap_the, issuer.origin)
    return in_capitals(_authority(issuer))


def _authority(issuer: CoQuan) -> Pieces:
    """Who decides: the collective of the body, else its head, "Giám đốc Sở Nội vụ"; the body where nobody says what its
    head is called. A name that says the one or the other already says it once."""
    who = issuer.collective if issuer.collective != "" else issuer.cap_truong
    if who is None or question_in(issuer.tap_the):
        return piece(issuer.ten_goi, issuer.origin)
    title, name = (piece(words, issuer.origin) for words in said_once(who, issuer.ten_goi))
    return title + piece(" ") + name if title and name else title or name  # each leads home to where it was typed
