"""Gives citations of acts their words.

Reads: the register of legal bases, the ways to cite of the_thuc (`vien_dan`). Writes: `shown` of References in
`can_cu` and in running text. First and later citations are counted in each văn bản on its own: căn cứ come
first, and cite in full.
"""

from collections.abc import Iterator
from dataclasses import replace

from vanban.dates import short_date
from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import Inline, Reference
from vanban.model.registers import CanCu
from vanban.model.walk import map_inlines
from vanban.setting import Setting
from vanban.text import nearest
from vanban.the_thuc import TheThuc

TITLE = "viện dẫn"

# Types of act that the decree cites in ways of their own (`…_luat`).
_LAWS = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"})
# `[[ma | so_ngay]]`: for a letter whose issuer and subject the sentence has already named.
_NUMBER_AND_DATE = ("ten_loai", "so_ky_hieu", "ngay_ban_hanh")
_FORMS = ("so_ngay", "lan_dau", "lan_sau", "can_cu")


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the words of every cited act. Unknown căn cứ and those not in force on the day of the set are
    findings; an unknown reference in text may be something else and is left to the next transform."""
    findings = [f for van_ban in bo for f in _faults(van_ban, bo, setting)]
    acts, the_thuc = setting.registers.can_cu, setting.the_thuc

    def cited(van_ban: VanBan) -> VanBan:
        seen: set[str] = set()

        def of_basis(reference: Reference) -> Reference:
            if act := acts.get(reference.ma):
                seen.add(act.ma)
                return replace(reference, shown=cite(act, "can_cu", the_thuc))
            return reference

        def of_text(inline: Inline) -> Inline:
            if not isinstance(inline, Reference) or not (act := acts.get(inline.ma)):
                return inline
            if inline.dinh_dang and inline.dinh_dang not in _FORMS:
                findings.append(finding(
                    "S302", setting.places[inline.origin], f"Không có cách viện dẫn “{inline.dinh_dang}”.",
                    f"Bỏ phần sau dấu |, hoặc chọn một trong: {', '.join(_FORMS)}.",
                ))
                return inline
            form = inline.dinh_dang or ("lan_sau" if act.ma in seen else "lan_dau")
            seen.add(act.ma)
            return replace(inline, shown=cite(act, form, the_thuc))

        bases = tuple(tuple(map(of_basis, line)) for line in van_ban.can_cu)
        return map_inlines(replace(van_ban, can_cu=bases), of_text)

    return bo.map(cited), findings


def cite(act: CanCu, form: str, the_thuc: TheThuc) -> str:
    """`act` in one of the forms can_cu, lan_dau, lan_sau (of the_thuc) and so_ngay (ours)."""
    own = f"{form}_luat" if act.ten_loai in _LAWS else form
    parts = _NUMBER_AND_DATE if form == "so_ngay" else the_thuc.vien_dan[own].phan_in
    words = {
        "ten_loai": act.ten_loai,
        "so_ky_hieu": f"số {act.so_ky_hieu}" if act.so_ky_hieu else "",
        "ngay_ban_hanh": the_thuc.composed(
            "ngay_vien_dan", ngay_day_du=the_thuc.long_date(act.ngay_ban_hanh),
            ngay_ngan=the_thuc.short_date(act.ngay_ban_hanh),
        ),
        "co_quan_ban_hanh": f"của {act.co_quan_ban_hanh}" if act.co_quan_ban_hanh else "",
        "trich_yeu": act.trich_yeu,
    }
    return " ".join(words[part] for part in parts if words[part]).replace(" ,", ",")


def _name(act: CanCu) -> str:
    return f"{act.ten_loai} {act.so_ky_hieu or act.trich_yeu}"


def _faults(van_ban: VanBan, bo: BoVanBan, setting: Setting) -> Iterator[Finding]:
    day, acts, places = bo.ngay, setting.registers.can_cu, setting.places
    for line in van_ban.can_cu:
        for reference in line:
            act = acts.get(reference.ma)
            if act is None:
                close = nearest(reference.ma, acts)
                yield finding(
                    "R101", places[reference.origin], f"Căn cứ “{reference.ma}” không có trong sổ căn cứ.",
                    f"Có phải “{close}”? Nếu là văn bản khác, thêm vào content/dung_chung/can_cu.yaml." if close
                    else "Thêm văn bản này vào content/dung_chung/can_cu.yaml.",
                )
            elif day and act.ngay_ban_hanh > day:
                yield finding(
                    "R109", places[reference.origin],
                    f"Căn cứ {_name(act)} ban hành ngày {short_date(act.ngay_ban_hanh)}, sau ngày của văn bản này.",
                    "Kiểm tra ngày ban hành của văn bản và của căn cứ.",
                )
            elif day and not act.hieu_luc.holds(day):
                ended = act.hieu_luc.den_ngay and act.hieu_luc.den_ngay < day
                successor = acts.get(act.thay_the_boi)
                yield finding(
                    "R102", places[reference.origin],
                    f"Căn cứ {_name(act)} {'hết' if ended else 'chưa có'} hiệu lực vào ngày {short_date(day)}.",
                    f"Thay bằng “{successor.ma}” ({_name(successor)})." if successor else
                    "Bỏ căn cứ này hoặc thay bằng văn bản còn hiệu lực.",
                )
