"""Composes the zones around the body: names, number, date, căn cứ, "(Kèm theo …)", nơi nhận, signature.

Reads: the resolved set, the register of bodies. Writes: `zones` of each BoVanBan.
Source: the_thuc, and Phụ lục I, II.2 – II.9 and III.
"""

from collections.abc import Iterable
from dataclasses import replace

from vanban.doctypes import DocType
from vanban.findings import Finding
from vanban.model.document import BoVanBan, DoKhan, DoMat, DuThao, PhamViLuuHanh, VanBan
from vanban.model.inline import Line, shown_text
from vanban.model.registers import CoQuan
from vanban.model.zones import Lines, Zones
from vanban.setting import Setting
from vanban.text import upper_first, without_end
from vanban.the_thuc import DauCuoiDong
from vanban.transforms._signing import quyen_han, signer_of

TITLE = "thành phần thể thức"

# Room to write a number, a day, a month by hand on a draft; and where an electronic document leaves them out.
_NBSP = "\N{NO-BREAK SPACE}"
_BLANK, _SHORT_BLANK, _LEFT_OUT = _NBSP * 8, _NBSP * 7, "…"

_DO_KHAN: dict[DoKhan, str] = {"khan": "KHẨN", "thuong_khan": "THƯỢNG KHẨN", "hoa_toc": "HỎA TỐC"}
_DO_MAT: dict[DoMat, str] = {"mat": "MẬT", "toi_mat": "TỐI MẬT", "tuyet_mat": "TUYỆT MẬT"}
_LUU_HANH: dict[PhamViLuuHanh, str] = {
    "xem_xong_tra_lai": "XEM XONG TRẢ LẠI", "luu_hanh_noi_bo": "LƯU HÀNH NỘI BỘ",
}


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with its zones; without them where the register does not know the issuing body."""
    issuer = setting.issuer(bo)
    if issuer is None:
        return bo, []
    composer = _Composer(bo, issuer, setting)
    attached = tuple(composer.attached(part) for part in bo.kem_theo)
    return replace(bo, zones=composer.issued(), kem_theo=attached), []


class _Composer:
    """The zones of one set: the issuing document, and what its attachments take from it."""

    def __init__(self, bo: BoVanBan, issuer: CoQuan, setting: Setting) -> None:
        self._van_ban, self._day, self._issuer = bo.van_ban, bo.ngay, issuer
        self._setting, self._the_thuc = setting, setting.the_thuc
        superior = setting.registers.co_quan.get(issuer.truc_thuoc)
        self._superior: Lines = (superior.ten_chu_quan.upper(),) if superior else ()
        self._body = tuple(line.upper() for line in issuer.ten_dong)

    def issued(self) -> Zones:
        """The zones of the issuing document."""
        van_ban, issuer = self._van_ban, self._issuer
        signer = signer_of(van_ban, issuer, self._day)
        signing = quyen_han(issuer, signer, self._the_thuc) if signer else ()
        ending = self._the_thuc.dau_cuoi_dong
        return Zones(
            co_quan_chu_quan=self._superior,
            co_quan_ban_hanh=self._body,
            ten_loai=self._kind(van_ban).ten_loai.upper(),
            trich_yeu=_broken(van_ban.trich_yeu),
            so_ky_hieu=self._so_ky_hieu(van_ban.so_van_ban),
            dia_danh=issuer.dia_danh,
            ngay_thang=self._ngay_thang(),
            tham_quyen=_tham_quyen(issuer),
            can_cu=self._can_cu(van_ban),
            kinh_gui=_kinh_gui(van_ban.kinh_gui, ending["kinh_gui"]),
            noi_nhan=self._noi_nhan(),
            quyen_han=signing,
            quyen_ky=signing[:-1],
            chuc_vu=signing[-1] if signing else "",
            chuc_vu_khac=_broken(signer.chuc_vu_khac.upper()) if signer and signer.chuc_vu_khac else (),
            ho_ten=signer.ho_ten if signer else "",
            thu_ky=van_ban.thu_ky,
            chu_toa=van_ban.chu_toa,
            do_khan=_DO_KHAN[van_ban.do_khan] if van_ban.do_khan else "",
            do_mat=_DO_MAT[van_ban.do_mat] if van_ban.do_mat else "",
            pham_vi_luu_hanh=_LUU_HANH[van_ban.pham_vi_luu_hanh] if van_ban.pham_vi_luu_hanh else "",
            du_thao=self._du_thao(),
            dia_chi=issuer.dia_chi if van_ban.in_dia_chi else (),
        )

    def attached(self, bo: BoVanBan) -> BoVanBan:
        """`bo` and what is attached to it, each citing the issuing document, which alone has a number."""
        van_ban, kind, in_case = bo.van_ban, self._kind(bo.van_ban), self._the_thuc.in_case
        is_annex = kind.attached == "phu_luc"
        zones = Zones(
            co_quan_chu_quan=() if is_annex else self._superior,
            co_quan_ban_hanh=() if is_annex else self._body,
            ten_loai=kind.ten_loai.upper(),
            trich_yeu=_broken(van_ban.trich_yeu),
            can_cu=self._can_cu(van_ban),
            kem_theo=self._kem_theo(),
            phu_luc=in_case("VB_PhuLuc", f"{kind.ten_loai} {van_ban.mark}".rstrip()) if is_annex else "",
            ten_phu_luc=_broken(in_case("VB_PhuLucTen", van_ban.trich_yeu)) if is_annex else (),
            phu_de=_broken(van_ban.phu_de) if van_ban.phu_de else (),
        )
        return replace(bo, zones=zones, kem_theo=tuple(self.attached(part) for part in bo.kem_theo))

    def _kind(self, van_ban: VanBan) -> DocType:
        return self._setting.kind(van_ban)

    def _ky_hieu(self) -> str:
        """"QĐ-UBND"; of a công văn of the state the body and the unit that drafts, "UBND-NC" (Phụ lục I, II.3.b)."""
        letters = self._kind(self._van_ban).viet_tat.get(self._issuer.ho_so, "")
        composed = self._the_thuc.composed(
            "ky_hieu" if letters else "ky_hieu_cong_van",
            viet_tat=letters, co_quan=self._issuer.ky_hieu, don_vi=self._van_ban.don_vi_soan_thao,
        )
        return self._van_ban.ky_hieu or composed.strip("-/")

    def _numbered(self, number: str) -> str:
        return self._the_thuc.composed("so_ky_hieu", so=number, ky_hieu=self._ky_hieu())

    def _so_ky_hieu(self, number: str) -> str:
        """"2228/QĐ-UBND"; a number below 10 takes a zero in front, other digits stay as typed."""
        return self._numbered(self._the_thuc.padded("so_van_ban", number) if number else _BLANK)

    def _ngay_thang(self) -> str:
        """The date; of a draft blanks to write in, and the year where it is known."""
        if self._van_ban.ngay_ban_hanh:
            return self._the_thuc.long_date(self._van_ban.ngay_ban_hanh)
        year = f" {self._day.year}" if self._day else _SHORT_BLANK
        return f"ngày{_SHORT_BLANK}tháng{_SHORT_BLANK}năm{year}"

    def _kem_theo(self) -> Lines:
        """"(Kèm theo Quyết định số … ngày … của …)": the document, its number; its date, its issuer.

        Drafts have none yet, electronic documents leave number and date out (Phụ lục I, III.1.c).
        """
        van_ban, name = self._van_ban, self._kind(self._van_ban).ten_loai
        on_paper = van_ban.ban == "giay"
        number = self._numbered(_LEFT_OUT)
        day = self._the_thuc.composed("ngay_bo_trong", nam=str(self._day.year) if on_paper and self._day else _LEFT_OUT)
        if on_paper and van_ban.so_van_ban:
            number = self._so_ky_hieu(van_ban.so_van_ban)
        if on_paper and van_ban.ngay_ban_hanh:
            day = self._ngay_thang()
        return _broken(self._the_thuc.composed(
            "kem_theo", ten_loai=name, so_ky_hieu=number, ngay_thang=day, co_quan=self._issuer.ten_goi
        ))

    def _can_cu(self, van_ban: VanBan) -> Lines:
        """The acts that `van_ban` rests on, a line for each entry, and last who proposes it."""
        lines = [
            f"{self._the_thuc.words('can_cu')} " + "; ".join(shown_text((act,)) for act in line)
            for line in van_ban.can_cu
        ]
        if van_ban.theo_de_nghi:
            lines.append(f"{self._the_thuc.words('theo_de_nghi')} {shown_text(van_ban.theo_de_nghi)}")
        return _punctuated(lines, self._the_thuc.dau_cuoi_dong["can_cu"])

    def _noi_nhan(self) -> Lines:
        """Recipients, a group line by line, and the keeper last; behind it who drafted and how many copies (ô 12)."""
        van_ban = self._van_ban
        names = [name for line in van_ban.noi_nhan for name in shown_text(line).split("\n")]
        copies = f" ({van_ban.so_ban_luu})" if van_ban.so_ban_luu else ""
        keeper = f"- {self._the_thuc.words('luu')} {van_ban.luu}{copies}"
        listed = (*(f"- {upper_first(name)}" for name in names), keeper)
        *lines, keeper = _punctuated(listed, self._the_thuc.dau_cuoi_dong["noi_nhan"])
        drafter = f"{van_ban.nguoi_soan_thao}." if van_ban.nguoi_soan_thao else ""
        issued = f"({van_ban.so_ban_phat_hanh})" if van_ban.so_ban_phat_hanh else ""
        return (*lines, " ".join(filter(None, (keeper, drafter + issued))))

    def _du_thao(self) -> str:
        """The mark of a draft, "DỰ THẢO LẦN 2 (15/6/2025)"; "" once number and date are there."""
        if self._van_ban.is_issued:
            return ""
        stated = self._van_ban.du_thao or DuThao()
        lan = f"LẦN {stated.lan_thu}" if stated.lan_thu else ""
        day = f"({stated.ngay:%d/%m/%Y})" if stated.ngay else ""
        return " ".join(filter(None, ("DỰ THẢO", lan, day)))


def _broken(text: str) -> Lines:
    """The lines of a title; an officer breaks it by sense with |."""
    return tuple(part.strip() for part in text.split("|"))


def _tham_quyen(issuer: CoQuan) -> str:
    """The collective by the name of the body, a head who decides alone by his title."""
    by_name = issuer.tap_the or issuer.ten_goi.startswith(issuer.cap_truong)
    return (issuer.ten_goi if by_name else f"{issuer.cap_truong} {issuer.ten_goi}").upper()


def _kinh_gui(addressees: tuple[Line, ...], ending: DauCuoiDong) -> Lines:
    """One addressee as he is called; several with dash and punctuation (Phụ lục I, II.9.d)."""
    names = [upper_first(name) for line in addressees for name in shown_text(line).split("\n")]
    return tuple(names) if len(names) < 2 else _punctuated((f"- {name}" for name in names), ending)


def _punctuated(lines: Iterable[str], ending: DauCuoiDong) -> Lines:
    """The lines of a list with the signs that end them, whatever was typed there."""
    bare = [without_end(line) for line in lines]
    return tuple(line + (ending.giua if count < len(bare) else ending.cuoi) for count, line in enumerate(bare, 1))
