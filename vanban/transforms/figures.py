"""Gives figure references their value and their words.

Reads: the store of targets, the register of indicators. Writes: `value`, `shown` of Figure nodes, and `value` of the
cells of tables in which one stands alone: a figure that is called into a cell is a figure.
So far a figure is a target of the set, `{{ muc_tieu.<chi_tieu> }}`; figures of units come with the registers
of figures. A target whose number was refused has a value without number and no words.
"""

from dataclasses import replace

from vanban import printer
from vanban.facts import Key
from vanban.findings import Finding, finding
from vanban.model.document import BoVanBan, MucTieu
from vanban.model.indicators import ChiTieu
from vanban.model.inline import Figure
from vanban.model.places import Places
from vanban.model.table import Entry
from vanban.model.value import Amount
from vanban.model.walk import map_entries, map_inlines
from vanban.setting import Setting
from vanban.slips import Names

TITLE = "số liệu"


def apply(bo: BoVanBan, setting: Setting) -> tuple[BoVanBan, list[Finding]]:
    """`bo` with the value and the words of every figure; unknown figures and ways to print are findings."""
    places, indicators, targets = setting.places, setting.registers.chi_tieu, setting.facts.muc_tieu
    known = Names(f"muc_tieu.{target.key.ma}" for target in targets)
    findings: list[Finding] = []

    def resolved(inline: Figure) -> Figure:
        is_target = inline.nguon_so_lieu and not inline.is_own
        fact = targets.get(Key(inline.ma, inline.don_vi, inline.ky)) if is_target else None
        if fact is None:
            findings.append(_unknown_figure(inline, known, places))
        elif inline.co_so or inline.cach_in and inline.cach_in not in printer.TARGET_FORMS:
            form = f"{inline.cach_in} {inline.co_so}".strip()
            findings.append(finding(
                "D102", places[inline.origin], f"Không có cách in số liệu “{form}”.",
                f"Bỏ phần sau dấu |, hoặc chọn một trong: {', '.join(printer.TARGET_FORMS)}.",
            ))
        elif indicator := indicators.get(fact.key.ma):
            value = _value(fact.value, indicator)
            words = None if value.number is None else printer.target(value, fact.value.so_sanh, inline.cach_in)
            return replace(inline, value=value, shown=words)
        return inline

    return bo.map(lambda van_ban: map_entries(map_inlines(van_ban, resolved, Figure), _cell)), findings


def _cell(entry: Entry) -> Entry:
    """A cell with the value of the figure that stands there; one that was not found has been reported."""
    if not (figure := entry.figure):
        return entry
    unread = Amount(None, state="khong_doc_duoc", inputs=(figure.origin,))
    return replace(entry, value=figure.value or unread)


def _value(target: MucTieu, indicator: ChiTieu) -> Amount:
    state = Amount(None, state="khong_doc_duoc") if target.gia_tri is None else Amount(target.gia_tri)
    return replace(state, unit=indicator.don_vi_tinh, decimals=indicator.so_le, inputs=(target.origin,))


def _unknown_figure(figure: Figure, known: Names, places: Places) -> Finding:
    close = known.nearest(figure.name)
    return finding(
        "D101", places[figure.origin], f"Không có số liệu “{figure.name}”.",
        f"Có phải “{close}”?" if close else
        "Khai báo mục tiêu trong “muc_tieu” của kế hoạch rồi dẫn {{ muc_tieu.<mã chỉ tiêu> }}.",
    )
