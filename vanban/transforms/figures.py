"""Gives figure references their value and their words.

Reads: `muc_tieu` of the documents of the set, the register of indicators. Writes: `value`, `shown` of Figure nodes.
So far a figure is a target of the set, `{{ muc_tieu.<chi_tieu> }}`; figures of units come with the registers
of figures. A target whose number was refused has a value without number and no words.
"""

from dataclasses import replace

from vanban import printer
from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan, MucTieu
from vanban.model.inline import Figure, Inline
from vanban.model.places import Places
from vanban.model.registers import ChiTieu
from vanban.model.value import Amount
from vanban.model.walk import map_inlines
from vanban.setting import Setting
from vanban.text import nearest

TITLE = "số liệu"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the value and the words of every figure; unknown figures, ways to print and indicators are findings."""
    places, indicators = setting.places, setting.registers.chi_tieu
    targets, findings = _targets(bo, places)
    findings += [_unknown_indicator(each, setting) for each in targets.values() if each.chi_tieu not in indicators]

    def resolved(inline: Inline) -> Inline:
        if not isinstance(inline, Figure):
            return inline
        target = targets.get(inline.ma) if inline.nguon_so_lieu and not (inline.don_vi or inline.ky) else None
        if target is None:
            findings.append(_unknown_figure(inline, targets, places))
        elif inline.co_so or inline.cach_in and inline.cach_in not in printer.TARGET_FORMS:
            form = f"{inline.cach_in} {inline.co_so}".strip()
            findings.append(finding(
                "D102", places[inline.origin], f"Không có cách in số liệu “{form}”.",
                f"Bỏ phần sau dấu |, hoặc chọn một trong: {', '.join(printer.TARGET_FORMS)}.",
            ))
        elif indicator := indicators.get(target.chi_tieu):
            value = _value(target, indicator)
            words = None if value.number is None else printer.target(value, target.so_sanh, inline.cach_in)
            return replace(inline, value=value, shown=words)
        return inline

    return bo.map(lambda van_ban: map_inlines(van_ban, resolved)), findings


def _value(target: MucTieu, indicator: ChiTieu) -> Amount:
    state = Amount(None, state="khong_doc_duoc") if target.gia_tri is None else Amount(target.gia_tri)
    return replace(state, unit=indicator.don_vi_tinh, decimals=indicator.so_le, inputs=(target.origin,))


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


def _unknown_figure(figure: Figure, targets: dict[str, MucTieu], places: Places) -> Finding:
    close = nearest(figure.name, [f"muc_tieu.{code}" for code in targets])
    return finding(
        "D101", places[figure.origin], f"Không có số liệu “{figure.name}”.",
        f"Có phải “{close}”?" if close else
        "Khai báo mục tiêu trong “muc_tieu” của kế hoạch rồi dẫn {{ muc_tieu.<mã chỉ tiêu> }}.",
    )


def _unknown_indicator(target: MucTieu, setting: Setting) -> Finding:
    close = nearest(target.chi_tieu, setting.registers.chi_tieu)
    return finding(
        "D101", setting.places[target.origin], f"Chỉ tiêu “{target.chi_tieu}” không có trong sổ chỉ tiêu.",
        f"Có phải “{close}”?" if close else "Thêm chỉ tiêu vào content/dung_chung/chi_tieu.yaml.",
    )
