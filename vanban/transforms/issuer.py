"""The body that issues a set and the person who signs: there, complete, in office on its day, of the types it writes.

Reads: the register of bodies. Writes: nothing; its findings keep a set from being composed without them.
"""

import re
from collections.abc import Iterator

from vanban.dates import short_date
from vanban.findings import Finding, finding
from vanban.model.deciding_day import DecidingDay, weighed
from vanban.model.document import BoVanBan, VanBan
from vanban.model.places import Places
from vanban.model.registers import CoQuan, HoSo
from vanban.setting import Setting
from vanban.text import nearest
from vanban.transforms._signing import signer_of

TITLE = "cơ quan ban hành, người ký"

# What the header and the signature take from the register.
_NEEDED = ("ky_hieu", "dia_danh", "cap_truong")
_PROFILES: dict[HoSo, str] = {"nha_nuoc": "cơ quan nhà nước", "dang": "cơ quan Đảng"}


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` as it is, and the faults of its body and its signer."""
    return bo, _faults(bo, setting)


def _faults(bo: BoVanBan, setting: Setting) -> list[Finding]:
    """The faults of the issuing document's body and signer; of a type that only is attached, that it stands alone."""
    van_ban, places = bo.van_ban, setting.places
    kind = setting.kind(van_ban)
    if not kind.frame or kind.attached and not van_ban.co_quan:
        return [finding(
            "R110", places[van_ban.origin_of("ma")], f"{kind.ten_loai} “{van_ban.ma}” chưa kèm theo văn bản nào.",
            f"Ghi “{van_ban.ma}” vào “kem_theo” của văn bản ban hành, trong cùng thư mục"
            + ("; nếu tự ban hành, ghi “co_quan”." if kind.frame else "."),
        )]
    issuer = setting.issuer(bo)
    if issuer is None:
        return list(_unknown_body(bo, setting))
    return [
        *_attached(bo, setting), *_symbol(bo.van_ban, issuer, setting), *_day(bo, places), *_types(bo, issuer, setting),
        *_body(bo, issuer, places), *_signer(bo, issuer, places),
    ]


def _unknown_body(bo: BoVanBan, setting: Setting) -> Iterator[Finding]:
    ma = bo.van_ban.co_quan
    if ma:  # where it is missing the schema has told
        close = nearest(ma, setting.registers.co_quan)
        yield finding(
            "R103", setting.places[bo.van_ban.origin_of("co_quan")], f"Cơ quan “{ma}” không có trong sổ cơ quan.",
            f"Có phải “{close}”?" if close else "Thêm cơ quan vào content/dung_chung/co_quan.yaml.",
        )


def _symbol(van_ban: VanBan, issuer: CoQuan, setting: Setting) -> Iterator[Finding]:
    """A symbol typed by hand that says another type: that of a named type begins with its letters (Phụ lục I, II.3.b),
    that of a công văn with those of a body."""
    first, kind = re.split("[-/]", van_ban.ky_hieu)[0], setting.kind(van_ban)
    own = kind.viet_tat.get(issuer.ho_so, "")
    others = {each.viet_tat.get(issuer.ho_so, "") for each in setting.doctypes.values()} - {"", issuer.ky_hieu}
    if first and (not first.startswith(own) if own else first in others):
        yield finding(
            "F115", setting.places[van_ban.origin_of("ky_hieu")],
            f"Ký hiệu “{van_ban.ky_hieu}” không phải của loại {kind.ten_loai}.",
            f"Ký hiệu của loại này bắt đầu bằng “{own}-”; bỏ dòng này thì máy ghép." if own
            else "Ký hiệu công văn gồm chữ viết tắt của cơ quan và của đơn vị soạn thảo; bỏ dòng này thì máy ghép.",
            "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 3",
        )


def _attached(bo: BoVanBan, setting: Setting) -> Iterator[Finding]:
    """Documents that another names in `kem_theo` and that are always issued by themselves."""
    for part in bo.kem_theo:
        kind = setting.kind(part.van_ban)
        if not kind.attached:
            others = ", ".join(each.ten_loai for each in setting.doctypes.values() if each.attached)
            yield finding(
                "R112", setting.places[bo.van_ban.origin_of(f"kem_theo.{part.van_ban.ma}")],
                f"{kind.ten_loai} không kèm theo văn bản khác.",
                f"Bỏ dòng này, ban hành văn bản đó riêng; kèm theo được: {others}.",
            )
        yield from _attached(part, setting)


def _day(bo: BoVanBan, places: Places) -> Iterator[Finding]:
    """Tells which day was taken where nobody stated one. A day that was typed and cannot be has been told already."""
    day, van_ban = bo.deciding_day, bo.van_ban
    if day and day.is_stated or {"ngay_ban_hanh", "ngay_du_kien"} & van_ban.origins.keys():
        return
    yield finding("R113", places[van_ban.origin_of("ma")], _taken(day), "Thêm dòng “ngay_du_kien: …”, ngày dự kiến ký.")


def _taken(day: DecidingDay | None) -> str:
    if day is None:
        return ("Văn bản chưa ghi ngày và không nằm trong thư mục của năm nào: máy theo quy định mới nhất, chưa xét "
                "hiệu lực của căn cứ, cơ quan, người ký.")
    why = "cuối năm trước năm ghi ở “cho_nam”" if day.way == "cho_nam" else "cuối năm của thư mục"
    return (f"Văn bản chưa ghi ngày: máy lấy ngày {short_date(day.ngay)}, {why}, để chọn quy định, người ký và xét "
            "hiệu lực của căn cứ, cơ quan.")


def _types(bo: BoVanBan, issuer: CoQuan, setting: Setting) -> Iterator[Finding]:
    """Documents of the set that bodies of that profile do not write."""
    who = _PROFILES[issuer.ho_so]
    for van_ban in bo:
        kind = setting.kind(van_ban)
        if issuer.ho_so not in kind.viet_tat:
            own = [name for name, each in setting.doctypes.items()
                   if issuer.ho_so in each.viet_tat and bool(each.frame) == (van_ban is bo.van_ban)]
            yield finding(
                "F107", setting.places[van_ban.origin_of("loai_van_ban")],
                f"Máy không có {kind.ten_loai} theo thể thức văn bản của {who}, mà {issuer.ten_goi} là {who}.",
                f"Chọn một trong: {', '.join(own)}; hoặc sửa “ho_so” của {issuer.ten_goi} trong co_quan.yaml.",
            )


def _body(bo: BoVanBan, issuer: CoQuan, places: Places) -> Iterator[Finding]:
    where, day = bo.van_ban.origin_of("co_quan"), bo.ngay
    if day and not issuer.hieu_luc.holds(day):
        yield weighed(finding(
            "R103", places[where], f"{issuer.ten_goi} không hoạt động vào ngày {short_date(day)} theo sổ cơ quan.",
            "Kiểm tra ngày của văn bản, hoặc tên cơ quan sau sắp xếp.",
        ), bo.deciding_day)
    needed = (*_NEEDED, "dia_chi") if bo.van_ban.in_dia_chi else _NEEDED
    for key in needed:
        if not getattr(issuer, key):
            at = places[issuer.origin]
            yield finding(
                "S202", places[where], f"{issuer.ten_goi} ban hành văn bản mà trong sổ cơ quan chưa có “{key}”.",
                f"Thêm dòng “{key}: …” ở {at.file}:{at.line}.",
            )


def _signer(bo: BoVanBan, issuer: CoQuan, places: Places) -> Iterator[Finding]:
    van_ban, day = bo.van_ban, bo.ngay
    where = van_ban.origin_of("nguoi_ky")
    signer = signer_of(van_ban, issuer, day)
    if signer is None and van_ban.nguoi_ky:
        close = nearest(van_ban.nguoi_ky, [person.ma for person in issuer.nguoi_ky])
        yield finding(
            "R104", places[where], f"Người ký “{van_ban.nguoi_ky}” không có trong danh sách của {issuer.ten_goi}.",
            f"Có phải “{close}”?" if close else _choice(issuer),
        )
    elif signer and day and not signer.nhiem_ky.holds(day):
        yield weighed(finding(
            "R105", places[where],
            f"{signer.ho_ten} không giữ chức {signer.chuc_vu} vào ngày {short_date(day)} theo sổ cơ quan.",
            "Chọn người ký đang giữ chức vào ngày đó, hoặc sửa nhiệm kỳ trong co_quan.yaml.",
        ), bo.deciding_day)


def _choice(issuer: CoQuan) -> str:
    """Those who can sign, by id and office."""
    signers = [f"{person.ma} ({person.chuc_vu})" for person in issuer.nguoi_ky]
    if not signers:
        return "Thêm người ký vào mục nguoi_ky của cơ quan trong co_quan.yaml."
    return f"Chọn một trong: {', '.join(signers)}."
