"""Which period of a regime is meant by "ky_truoc", "cung_ky", "nam_truoc", "nam_2021", "quy_1_2024".

A period is known by its first and last day: quý I of a regime may begin in December. Whether two are of one kind
follows from their ids (quy_1, quy_4) or from how many months they last.
"""

import re
from collections.abc import Mapping
from datetime import timedelta

from vanban.model.indicators import ChiTieu
from vanban.model.reporting import ChapNhanThieu, CheDoBaoCao, Ky, KyBaoCao, SoLieuTheo

_DAY = timedelta(days=1)
_WITH_YEAR = re.compile(r"(\w+)_([0-9]{4})")
_DAYS_OF_MONTH = 30.44
_STOCKS = ("cuoi_ky", "thoi_diem")
# How many months the periods last, by their stems.
_MONTHS = {"nam": 12, "chin_thang": 9, "sau_thang": 6, "quy": 3, "thang": 1}


def meant(regime: CheDoBaoCao, period: KyBaoCao, said: str) -> KyBaoCao | None:
    """The period that is called `said` where `period` is spoken of; "" is that one itself. None where the regime has
    none."""
    match said:
        case "":
            return period
        case "ky_truoc":
            return before(regime, period)
        case "cung_ky":
            return regime.period(Ky(period.ma, period.ky.cho_nam - 1))
        case "nam_truoc":
            return regime.period(Ky("nam", period.ky.cho_nam - 1))
    return regime.period(Ky(said, period.ky.cho_nam)) or _of_another_year(regime, said)


def lacking(entry: ChapNhanThieu, theo: SoLieuTheo, regimes: Mapping[str, CheDoBaoCao]) -> Ky:
    """The period whose reports a document is issued without: its own, or the one that `ky_thieu` names, written as
    figures in text name one. One that the regime does not have keeps the words."""
    regime = regimes.get(theo.che_do_bao_cao)
    own = regime.period(theo.ky) if regime else None
    period = meant(regime, own, entry.ky_thieu) if regime and own else None
    return period.ky if period else Ky(entry.ky_thieu or theo.ky.ma, theo.ky.cho_nam)


def written(ky: Ky, own: Ky) -> str:
    """How a period is named where that of the document is `own`: "" for that one, "quy_1", of another year
    "quy_1_2025"."""
    if ky == own:
        return ""
    return ky.ma if ky.cho_nam == own.cho_nam else f"{ky.ma}_{ky.cho_nam}"


def meant_of(regime: CheDoBaoCao, ky: Ky, said: str, indicator: ChiTieu) -> KyBaoCao | None:
    """As `meant`, of an indicator: a stock has one before it wherever a period has ended on the eve."""
    if (period := regime.period(ky)) is None:
        return None
    if said == "ky_truoc" and indicator.tinh_chat in _STOCKS:
        return closed_before(regime, period)
    return meant(regime, period, said)


def before(regime: CheDoBaoCao, period: KyBaoCao) -> KyBaoCao | None:
    """The last one of the same kind that ended before `period` began.

    Six and nine months have none: those of last year ended long before. A gap of up to a quarter of the period is let
    pass, as where a regime was changed.
    """
    if not period.tu_ngay or not period.den_ngay:
        return None
    widest = (period.den_ngay - period.tu_ngay + _DAY) / 4
    ended = [
        each for each in regime.ky_bao_cao
        if each.den_ngay and _DAY <= period.tu_ngay - each.den_ngay <= widest and _is_like(each, period)
    ]
    return max(ended, key=lambda each: (each.den_ngay, each.tu_ngay), default=None)


def closed_before(regime: CheDoBaoCao, period: KyBaoCao) -> KyBaoCao | None:
    """The one whose closing stock `period` opens with: the one before it, else any that ended on the eve of it."""
    on_the_eve = (
        each for each in regime.ky_bao_cao
        if each.den_ngay and period.tu_ngay and each.den_ngay + _DAY == period.tu_ngay
    )
    return before(regime, period) or next(on_the_eve, None)


def is_cut_short(period: KyBaoCao) -> bool:
    """Whether it is shorter than its name says, as a year of which three months are reported."""
    return 0 < _months(period) < _MONTHS.get(_stem(period.ma), 0)


def _of_another_year(regime: CheDoBaoCao, said: str) -> KyBaoCao | None:
    """ "quy_1_2024"; else the only one that has this id, as moments have: "thoi_diem_28_9_2021"."""
    if (parts := _WITH_YEAR.fullmatch(said)) and (found := regime.period(Ky(parts[1], int(parts[2])))):
        return found
    same = [each for each in regime.ky_bao_cao if each.ma == said]
    return same[0] if len(same) == 1 else None


def _is_like(one: KyBaoCao, other: KyBaoCao) -> bool:
    return _stem(one.ma) == _stem(other.ma) or _months(one) == _months(other) != 0


def _stem(ma: str) -> str:
    return ma.rstrip("0123456789_")


def _months(period: KyBaoCao) -> int:
    if not period.tu_ngay or not period.den_ngay:
        return 0
    return round(((period.den_ngay - period.tu_ngay).days + 1) / _DAYS_OF_MONTH)
