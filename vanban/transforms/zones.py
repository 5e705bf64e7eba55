"""Composes the zones around the body: names, number, date, căn cứ, "(Kèm theo …)", nơi nhận, signature.

Reads: the resolved set, the register of bodies. Writes: `zones` of each BoVanBan.
Source: the_thuc, and Phụ lục I, II.2 – II.9 and III.1; what signs for whom: Điều 13 and II.7.b.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from vanban.dates import short_date
from vanban.doctypes import DocType
from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import shown_text
from vanban.model.places import Places
from vanban.model.registers import CoQuan, NguoiKy, Registers
from vanban.model.zones import Lines, Zones
from vanban.text import nearest, upper_first
from vanban.the_thuc import TheThuc

# Room to write a number, a day, a month by hand on a draft.
_BLANK = "\N{NO-BREAK SPACE}" * 8
_SHORT_BLANK = "\N{NO-BREAK SPACE}" * 4


def compose_zones(
    bo: BoVanBan, doctypes: Mapping[str, DocType], registers: Registers, the_thuc: TheThuc, places: Places
) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with its zones; an unknown body or signer, or one out of office, is a finding."""
    if not doctypes[bo.van_ban.loai_van_ban].frame:
        return bo, [_unattached(bo.van_ban, doctypes, places)]
    findings = list(_faults(bo, registers, places))
    issuer = registers.co_quan.get(bo.van_ban.co_quan)
    if issuer is None:
        return bo, findings
    composer = _Composer(bo.van_ban, issuer, doctypes, registers, the_thuc)
    attached = tuple(composer.attached(part) for part in bo.kem_theo)
    return replace(bo, zones=composer.issued(), kem_theo=attached), findings


def _unattached(van_ban: VanBan, doctypes: Mapping[str, DocType], places: Places) -> Finding:
    """Of a document that stands alone though its type has no page frame of its own."""
    kind = doctypes[van_ban.loai_van_ban].ten_loai
    if van_ban.co_quan:
        return finding(
            "C104", places[van_ban.origin_of("co_quan")], f"{kind} tự ban hành chưa in được ở bản này.",
            f"Bỏ “co_quan”, soạn quyết định ban hành và ghi “{van_ban.ma}” vào “kem_theo” của quyết định đó.",
        )
    return finding(
        "R110", places[van_ban.origin_of("ma")], f"{kind} “{van_ban.ma}” chưa kèm theo văn bản nào.",
        f"Ghi “{van_ban.ma}” vào “kem_theo” của văn bản ban hành, trong cùng thư mục.",
    )


def _faults(bo: BoVanBan, registers: Registers, places: Places) -> Iterator[Finding]:
    van_ban, day = bo.van_ban, bo.ngay
    issuer = registers.co_quan.get(van_ban.co_quan)
    where = places[van_ban.origin_of("co_quan")]
    if issuer is None and not van_ban.co_quan:
        return  # the schema has told
    if issuer is None:
        close = nearest(van_ban.co_quan, registers.co_quan)
        yield finding(
            "R103", where, f"Cơ quan “{van_ban.co_quan}” không có trong sổ cơ quan.",
            f"Có phải “{close}”?" if close else "Thêm cơ quan vào content/dung_chung/co_quan.yaml.",
        )
        return
    if day and not issuer.hieu_luc.holds(day):
        yield finding(
            "R103", where, f"{issuer.ten_goi} không hoạt động vào ngày {short_date(day)} theo sổ cơ quan.",
            "Kiểm tra ngày của văn bản, hoặc tên cơ quan sau sắp xếp.",
        )
    for key in ("ky_hieu", "dia_danh", "cap_truong"):
        if not getattr(issuer, key):
            at = places[issuer.origin]
            yield finding(
                "S202", where, f"{issuer.ten_goi} ban hành văn bản mà trong sổ cơ quan chưa có “{key}”.",
                f"Thêm dòng “{key}: …” ở {at.file}:{at.line}.",
            )
    signer, where = _signer(van_ban, issuer, day), places[van_ban.origin_of("nguoi_ky")]
    if signer is None and van_ban.nguoi_ky:
        close = nearest(van_ban.nguoi_ky, [person.ma for person in issuer.nguoi_ky])
        yield finding(
            "R104", where, f"Người ký “{van_ban.nguoi_ky}” không có trong danh sách của {issuer.ten_goi}.",
            f"Có phải “{close}”?" if close else "Thêm người ký vào mục nguoi_ky của cơ quan trong co_quan.yaml.",
        )
    elif signer and day and not signer.nhiem_ky.holds(day):
        yield finding(
            "R105", where,
            f"{signer.ho_ten} không giữ chức {signer.chuc_vu} vào ngày {short_date(day)} theo sổ cơ quan.",
            "Chọn người ký đang giữ chức vào ngày đó, hoặc sửa nhiệm kỳ trong co_quan.yaml.",
        )


def _signer(van_ban: VanBan, issuer: CoQuan, day: date | None) -> NguoiKy | None:
    """The one who signs: of several terms of one person the one that holds on `day`, else the last."""
    terms = [person for person in issuer.nguoi_ky if person.ma == van_ban.nguoi_ky]
    return next((term for term in terms if day and term.nhiem_ky.holds(day)), terms[-1] if terms else None)


class _Composer:
    """The zones of one set: the issuing document, and what its attachments take from it."""

    def __init__(
        self, van_ban: VanBan, issuer: CoQuan, doctypes: Mapping[str, DocType], registers: Registers,
        the_thuc: TheThuc,
    ) -> None:
        self._van_ban, self._issuer, self._doctypes, self._the_thuc = van_ban, issuer, doctypes, the_thuc
        superior = registers.co_quan.get(issuer.truc_thuoc)
        self._superior: Lines = (superior.ten_chu_quan.upper(),) if superior else ()
        self._body = tuple(line.upper() for line in issuer.ten_dong)

    def issued(self) -> Zones:
        """The zones of the issuing document (Mẫu 1.3, first page)."""
        van_ban, issuer = self._van_ban, self._issuer
        signer = _signer(van_ban, issuer, van_ban.ngay_ban_hanh or van_ban.ngay_du_kien)
        return Zones(
            co_quan_chu_quan=self._superior,
            co_quan_ban_hanh=self._body,
            ten_loai=self._kind(van_ban).ten_loai.upper(),
            trich_yeu=_broken(van_ban.trich_yeu),
            so_ky_hieu=self._so_ky_hieu(),
            dia_danh=issuer.dia_danh,
            ngay_thang=self._ngay_thang(),
            tham_quyen=_tham_quyen(issuer),
            can_cu=_punctuated(self._can_cu()),
            noi_nhan=_punctuated(self._noi_nhan()),
            quyen_han=self._quyen_han(signer) if signer else (),
            ho_ten=signer.ho_ten if signer else "",
        )

    def attached(self, bo: BoVanBan) -> BoVanBan:
        """`bo` and what is attached to it, each citing the issuing document, which alone has a number."""
        van_ban, kind = bo.van_ban, self._kind(bo.van_ban)
        is_annex = kind.attached == "phu_luc"
        zones = Zones(
            co_quan_chu_quan=() if is_annex else self._superior,
            co_quan_ban_hanh=() if is_annex else self._body,
            ten_loai=kind.ten_loai.upper(),
            trich_yeu=_broken(van_ban.trich_yeu),
            kem_theo=self._kem_theo(),
            phu_luc=f"{kind.ten_loai} {van_ban.mark}".rstrip() if is_annex else "",
            ten_phu_luc=tuple(line.upper() for line in _broken(van_ban.trich_yeu)) if is_annex else (),
        )
        return replace(bo, zones=zones, kem_theo=tuple(self.attached(part) for part in bo.kem_theo))

    def _kind(self, van_ban: VanBan) -> DocType:
        return self._doctypes[van_ban.loai_van_ban]

    def _so_ky_hieu(self) -> str:
        """"2228/QĐ-UBND"; a number below 10 takes a zero in front, other digits stay as typed."""
        typed = self._van_ban.so_van_ban
        number = self._the_thuc.padded("so_van_ban", typed) if typed else _BLANK
        return f"{number}/{self._kind(self._van_ban).viet_tat}-{self._issuer.ky_hieu}"

    def _ngay_thang(self) -> str:
        day = self._van_ban.ngay_ban_hanh
        return self._the_thuc.long_date(day) if day else f"ngày{_SHORT_BLANK}tháng{_SHORT_BLANK}năm{_SHORT_BLANK}"

    def _kem_theo(self) -> Lines:
        """"(Kèm theo Quyết định số … ngày … của …)": the document, its number; its date, its issuer."""
        return (
            f"({self._the_thuc.words('kem_theo')} {self._kind(self._van_ban).ten_loai} số {self._so_ky_hieu()}",
            f"{self._ngay_thang()} của {self._issuer.ten_goi})",
        )

    def _can_cu(self) -> Iterator[str]:
        for line in self._van_ban.can_cu:
            yield f"{self._the_thuc.words('can_cu')} " + "; ".join(shown_text((act,)) for act in line)
        if self._van_ban.theo_de_nghi:
            yield f"{self._the_thuc.words('theo_de_nghi')} {shown_text(self._van_ban.theo_de_nghi)}"

    def _noi_nhan(self) -> Iterator[str]:
        for line in self._van_ban.noi_nhan:
            yield f"- {upper_first(shown_text(line))}"
        yield f"- {self._the_thuc.words('luu')} {self._van_ban.luu}"

    def _quyen_han(self, signer: NguoiKy) -> Lines:
        """The lines above the signature: for whom, in whose place, as what (Phụ lục I, II.7.b)."""
        issuer, words = self._issuer, self._the_thuc.words
        collective = (f"{words('thay_mat')} {issuer.tap_the}",) if issuer.tap_the else ()
        own = {
            "cap_truong": (signer.chuc_vu,),
            "cap_pho": (f"{words('ky_thay')} {issuer.cap_truong}", signer.chuc_vu),
            "quyen_cap_truong": (f"{words('quyen_cap_truong')} {issuer.cap_truong}",),
        }[signer.tu_cach_ky]
        return tuple(line.upper() for line in (*collective, *own))


def _broken(text: str) -> Lines:
    """The lines of a title; an officer breaks it by sense with |."""
    return tuple(part.strip() for part in text.split("|"))


def _tham_quyen(issuer: CoQuan) -> str:
    """The collective by the name of the body, a head who decides alone by his title."""
    return issuer.ten_goi.upper() if issuer.tap_the else f"{issuer.cap_truong} {issuer.ten_goi}".upper()


def _punctuated(lines: Iterable[str]) -> Lines:
    """A semicolon ends each line, a full stop the last, whatever was typed there."""
    bare = [line.rstrip(" .;,") for line in lines]
    return tuple(line + (";" if count < len(bare) else ".") for count, line in enumerate(bare, 1))
