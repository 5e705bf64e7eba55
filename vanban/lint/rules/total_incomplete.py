"""D211: số tổng hợp còn thiếu báo cáo của một số đơn vị.

Vì sao: số cộng của 9 đơn vị mà đọc như của 10 đơn vị là số sai; người ký phải biết thiếu ai và chấp nhận điều đó.
Cách sửa: chờ đủ báo cáo; không chờ được thì ghi chap_nhan_thieu như gợi ý, số ấy in kèm “(9/10 đơn vị)” ở chỗ đầu tiên.

Ví dụ:
    so_lieu_theo: {che_do_bao_cao: cchc_dinh_ky, ky_bao_cao: sau_thang, cho_nam: 2026, don_vi: don_vi_bao_cao_mau}
    mo_dau: Tiếp nhận {{ hs_tiep_nhan }}        mà xã Yên Thành chưa báo cáo 6 tháng
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vanban.dates import short_date
from vanban.facts.periods import lacking
from vanban.facts.same_units import NAMED, accepting
from vanban.figure_words.periods import named_in
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.inline import Figure
from vanban.model.reporting import Ky
from vanban.model.walk import inlines

CODE, LEVEL, NAME, BO_QUA = "D211", "error", "total-incomplete", False
TARGET, SOURCE = "set", ""


@dataclass(slots=True)
class _Missing:
    """The units that have not reported for a period, in the order of print, and the figures that lack them."""

    units: dict[str, None] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for the units that are missing, whatever the periods and the places, at the first figure that lacks them:
    an error of what is issued. What follows from that in other places is not told there again."""
    by_period = _missing(subject)
    by_units: dict[frozenset[str], list[Ky]] = {}
    for ky, missing in by_period.items():
        by_units.setdefault(frozenset(missing.units), []).append(ky)
    for periods in by_units.values():
        yield _fault(subject, periods, by_period)


def _missing(subject: SetSubject) -> dict[Ky, _Missing]:
    """By period who is missing; without periods of which a document accepts whoever is."""
    found: dict[Ky, _Missing] = {}
    taken: set[Ky] = set()
    for van_ban in subject.bo:
        theo = subject.bo.so_lieu_theo(van_ban)
        taken |= {lacking(each, theo, subject.setting.registers.che_do_bao_cao) for each in van_ban.chap_nhan_thieu
                  if theo and not each.don_vi_thieu}
        for figure in inlines(van_ban):
            if not isinstance(figure, Figure) or not figure.total:
                continue
            for ky, units in figure.total.missing_by_period:
                missing = found.setdefault(ky, _Missing())
                missing.units.update(dict.fromkeys(units))
                missing.figures.append(figure)
    return {ky: missing for ky, missing in found.items() if ky not in taken}


def _fault(subject: SetSubject, periods: list[Ky], by_period: Mapping[Ky, _Missing]) -> Fault:
    figures = [figure for ky in periods for figure in by_period[ky].figures]
    units = list(by_period[periods[0]].units)
    names = [f"{subject.setting.registers.called(ma)}{_signed_later(subject, ma, periods)}" for ma in units]
    more = f" và {len(names) - NAMED} đơn vị nữa" if len(names) > NAMED else ""
    places = f"; {len(figures)} chỗ in số còn thiếu" if len(figures) > 1 else ""
    held = "; chỗ so sánh chỉ tính đơn vị có số ở cả hai bên" if any(each.uneven for each in figures) else ""
    return Fault(
        figures[0].origin,
        f"Số liệu kỳ {', '.join(_called(subject, ky) for ky in periods)} còn thiếu báo cáo của {len(names)} đơn vị: "
        f"{', '.join(names[:NAMED])}{more}{places}{held}.",
        "Chờ đủ báo cáo; không chờ được thì thêm dòng: chap_nhan_thieu: "
        f"[{_accepted(subject, periods, by_period)}].",
        is_of_issued=True,
    )


def _signed_later(subject: SetSubject, don_vi: str, periods: list[Ky]) -> str:
    """Why a unit is missing whose report lies there: it was signed after the day of the document."""
    facts, theo = subject.setting.facts, subject.bo.van_ban.so_lieu_theo
    roll_up = facts.che_do.of(theo.che_do_bao_cao) if facts.che_do and theo else None
    days = [day for ky in periods if roll_up and (day := roll_up.figures.signed_later(don_vi, ky))]
    return f" (có báo cáo nhưng ký ngày {short_date(days[0])}, sau ngày của văn bản)" if days else ""


def _called(subject: SetSubject, ky: Ky) -> str:
    facts = subject.setting.facts
    known = facts.che_do.known.values() if facts.che_do else ()
    period = next((found for regime in known if (found := regime.period(ky))), None)
    return named_in(period) if period else f"{ky.ma} năm {ky.cho_nam}"


def _accepted(subject: SetSubject, periods: list[Ky], by_period: Mapping[Ky, _Missing]) -> str:
    """The entries that accept them, ready to be pasted; also those for the periods that these are compared with, so
    that both are without them."""
    theo = subject.bo.van_ban.so_lieu_theo
    entries = {ky: by_period[ky].units for ky in periods}
    for ky in periods:
        for figure in by_period[ky].figures:
            for other, units in figure.uneven:
                if other not in by_period:
                    entries[other] = {**entries.get(other, {}), **dict.fromkeys(units)}
    return ", ".join(accepting(ky, theo.ky if theo else None, units) for ky, units in entries.items())
