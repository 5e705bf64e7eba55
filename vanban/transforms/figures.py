"""Gives figure references their words.

Reads: `muc_tieu` of the documents of the set, the register of indicators. Writes: `shown` of Figure nodes.
So far a figure is a target of the set, `{{ muc_tieu.<chi_tieu> }}`; figures of units come with the registers
of figures.
"""

from dataclasses import replace

from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan, MucTieu, SoSanh
from vanban.model.inline import Figure, Inline
from vanban.model.places import Places
from vanban.model.registers import ChiTieu
from vanban.model.walk import map_inlines
from vanban.numerals import format_number
from vanban.setting import Setting
from vanban.text import nearest

TITLE = "số liệu"

_COMPARED: dict[SoSanh, str] = {
    "bang": "{}", "tu_tro_len": "từ {} trở lên", "tren": "trên {}", "khong_qua": "không quá {}", "duoi": "dưới {}",
}
_FORMATS = ("so", "day_du")


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the words of every figure; unknown figures, formats and indicators are findings."""
    places, indicators = setting.places, setting.registers.chi_tieu
    targets, findings = _targets(bo, places)
    findings += [_unknown_indicator(each, setting) for each in targets.values() if each.chi_tieu not in indicators]

    def resolved(inline: Inline) -> Inline:
        if not isinstance(inline, Figure):
            return inline
        target = targets.get(inline.don_vi) if inline.ma == "muc_tieu" else None
        if target is None:
            findings.append(_unknown_figure(inline, targets, places))
        elif inline.dinh_dang and inline.dinh_dang not in _FORMATS:
            findings.append(finding(
                "D102", places[inline.origin], f"Không có cách in số liệu “{inline.dinh_dang}”.",
                f"Bỏ phần sau dấu |, hoặc chọn một trong: {', '.join(_FORMATS)}.",
            ))
        elif indicator := indicators.get(target.chi_tieu):
            return replace(inline, shown=_words(target, indicator, inline.dinh_dang))
        return inline

    return bo.map(lambda van_ban: map_inlines(van_ban, resolved)), findings


def _targets(bo: BoVanBan, places: Places) -> tuple[dict[str, MucTieu], list[Finding]]:
    """The targets of the set by indicator; a second one for an indicator is a finding."""
    targets: dict[str, MucTieu] = {}
    findings: list[Finding] = []
    for target in (target for van_ban in bo for target in van_ban.muc_tieu if target.chi_tieu):
        first = targets.setdefault(target.chi_tieu, target)
        if first is not target:
            place = places[first.origin]
            findings.append(finding(
                "S309", places[target.origin],
                f"Chỉ tiêu “{target.chi_tieu}” đã có mục tiêu ở {place.file}:{place.line}.",
                "Giữ một mục tiêu, xóa dòng kia.",
            ))
    return targets, findings


def _words(target: MucTieu, indicator: ChiTieu, form: str) -> str:
    value = format_number(target.gia_tri, indicator.so_le)
    if form != "so":
        value += "%" if indicator.don_vi_tinh == "%" else f" {indicator.don_vi_tinh}"
    return _COMPARED[target.so_sanh].format(value) if form == "day_du" else value


def _unknown_figure(figure: Figure, targets: dict[str, MucTieu], places: Places) -> Finding:
    name = f"{figure.ma}.{figure.don_vi}" if figure.don_vi else figure.ma
    close = nearest(name, [f"muc_tieu.{code}" for code in targets])
    return finding(
        "D101", places[figure.origin], f"Không có số liệu “{name}”.",
        f"Có phải “{close}”?" if close else
        "Khai báo mục tiêu trong “muc_tieu” của kế hoạch rồi dẫn {{ muc_tieu.<mã chỉ tiêu> }}.",
    )


def _unknown_indicator(target: MucTieu, setting: Setting) -> Finding:
    close = nearest(target.chi_tieu, setting.registers.chi_tieu)
    return finding(
        "D101", setting.places[target.origin], f"Chỉ tiêu “{target.chi_tieu}” không có trong sổ chỉ tiêu.",
        f"Có phải “{close}”?" if close else "Thêm chỉ tiêu vào content/dung_chung/chi_tieu.yaml.",
    )
