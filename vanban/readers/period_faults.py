"""The reporting regimes → periods that do not consist of those that they name (`gom_ky`); groups of bodies → those that
are members of themselves."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise

from vanban.dates import short_date
from vanban.findings import Finding, Place, finding
from vanban.model.places import Places
from vanban.model.registers import Registers
from vanban.model.reporting import CheDoBaoCao, KyBaoCao
from vanban.text import upper_first


def period_faults(registers: Registers, places: Places) -> Iterator[Finding]:
    """One finding for each such period, at its entry."""
    for regime in registers.che_do_bao_cao.values():
        for period in regime.ky_bao_cao:
            if words := _circle_of_periods(regime, period) or _parts_fault(regime, period):
                yield _fault("D223", places[period.origin], words)
    for ma, group in registers.nhom_co_quan.items():
        if way := _circle(ma, lambda each: _listed(registers, each)):
            yield _fault("D239", places[group.origin],
                         f"Nhóm “{ma}” gồm chính nó: {' gồm '.join(way)}; bỏ một mã khỏi thanh_vien")


def _circle_of_periods(regime: CheDoBaoCao, period: KyBaoCao) -> str:
    """That a period consists of itself, by whatever steps; "" where it does not."""
    def parts(ma: str) -> tuple[str, ...]:
        found = regime.period(period.ky._replace(ma=ma))
        return found.gom_ky if found else ()

    way = _circle(period.ma, parts)
    return f"Kỳ {period.ma} gồm chính nó: {' gồm '.join(way)}; sửa gom_ky" if way else ""


def _listed(registers: Registers, ma: str) -> tuple[str, ...]:
    group = registers.nhom_co_quan.get(ma)
    return group.thanh_vien if group else ()


def _circle(start: str, below: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from `start` to itself, both ends named; () where there is none."""
    waiting, seen = list[tuple[str, ...]]([(start,)]), {start}
    while waiting:
        way = waiting.pop(0)
        for each in below(way[-1]):
            if each == start:
                return (*way, each)
            if each not in seen:
                seen.add(each)
                waiting.append((*way, each))
    return ()


def _fault(code: str, place: Place, words: str) -> Finding:
    fault, _, way = words.partition("; ")
    return finding(code, place, f"{fault}.", f"{upper_first(way)}{'' if way.endswith('?') else '.'}")


def _parts_fault(regime: CheDoBaoCao, period: KyBaoCao) -> str:
    """Why a period does not consist of the periods that it names; "" where it does, or nothing is said."""
    found = [regime.period(period.ky._replace(ma=ma)) for ma in period.gom_ky]
    parts = [each for each in found if each]
    if missing := next((ma for ma, each in zip(period.gom_ky, found, strict=True) if each is None), ""):
        of_year = f"năm {period.cho_nam} không có kỳ ấy"
        return f"Kỳ {period.ma} gồm kỳ “{missing}” mà {of_year}; sửa gom_ky, hoặc khai thêm kỳ"
    if parts and parts[0].tu_ngay != period.tu_ngay:
        return _days(period, "bắt đầu", parts[0], "bắt đầu")
    if parts and parts[-1].den_ngay != period.den_ngay:
        return _days(period, "kết thúc", parts[-1], "kết thúc")
    for one, other in pairwise(parts):
        if one.den_ngay and other.tu_ngay and one.den_ngay + timedelta(1) != other.tu_ngay:
            return _days(other, "bắt đầu", one, "kết thúc")
    return ""


def _days(one: KyBaoCao, begins: str, other: KyBaoCao, ends: str) -> str:
    def day(period: KyBaoCao, what: str) -> str:
        found = period.tu_ngay if what == "bắt đầu" else period.den_ngay
        return f"{period.ma} {what} ngày {short_date(found) if found else '…'}"

    return f"Kỳ {day(one, begins)} mà {day(other, ends)}, không khớp với gom_ky; sửa ngày, hoặc sửa gom_ky"
