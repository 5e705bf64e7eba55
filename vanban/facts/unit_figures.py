"""The figure of one unit for one period: as it reported it, else as it follows from what it reported for others.

Only from the same unit's own figures, and only where it has all of them: what six months give less quý I is quý II of
the units that reported both, never of all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from vanban.facts.as_of import Reading, as_of
from vanban.facts.pieces import Pieces
from vanban.model.indicators import ChiTieu
from vanban.model.reporting import CheDoBaoCao, Ky
from vanban.model.so_lieu import SoLieu
from vanban.model.total import Input
from vanban.model.value import Amount, State, worst
from vanban.numerals import total

# A unit's file for a period; None where there is none.
Find = Callable[[str, Ky], SoLieu | None]
_NOT_KNOWN: frozenset[State] = frozenset({"chua_co", "khong_doc_duoc"})


class Figure(NamedTuple):
    """What a unit has for a period; see `Reported` for `number` and `state`."""

    number: Decimal | None
    state: State
    inputs: tuple[Input, ...]

    @property
    def is_known(self) -> bool:
        """Whether the unit has said it: a number, a sign, or that there is nothing to count."""
        return self.state not in _NOT_KNOWN


def files_of(regime: str, files: Iterable[SoLieu]) -> Find:
    """The files of a regime by unit and period. Of two for one unit and period the first by name stands."""
    by_key: dict[tuple[str, Ky], SoLieu] = {}
    for each in sorted(files, key=lambda each: each.tep):
        if each.che_do_bao_cao == regime:
            by_key.setdefault((each.co_quan, each.ky), each)
    return lambda don_vi, ky: by_key.get((don_vi, ky))


def found_by_period(of: Callable[[Ky], Iterable[SoLieu]]) -> Find:
    """The files of a regime by unit and period, where `of` gives those of a period, one for each unit; each period is
    asked for once."""
    known: dict[Ky, dict[str, SoLieu]] = {}

    def find(don_vi: str, ky: Ky) -> SoLieu | None:
        if ky not in known:
            known[ky] = {each.co_quan: each for each in of(ky)}
        return known[ky].get(don_vi)

    return find


class UnitFigures:
    """The figures of one regime as of one day, each file of which is looked for when it is first asked."""

    def __init__(self, regime: CheDoBaoCao, find: Find, day: date | None, pieces: Pieces | None = None) -> None:
        """`pieces` are those of the regime, where somebody has them already."""
        self.regime, self.day = regime, day
        self._find = find
        self._pieces = pieces or Pieces(regime)
        self._readings: dict[tuple[str, Ky], Reading | None] = {}

    def reading(self, don_vi: str, ky: Ky) -> Reading | None:
        """A unit's file for a period as of the day; None where there is none, or its report was signed later."""
        key = (don_vi, ky)
        if key not in self._readings:
            so_lieu = self._find(don_vi, ky)
            is_late = bool(so_lieu and self.day and so_lieu.ngay_bao_cao and so_lieu.ngay_bao_cao > self.day)
            self._readings[key] = as_of(so_lieu, self.day) if so_lieu and not is_late else None
        return self._readings[key]

    def signed_later(self, don_vi: str, ky: Ky) -> date | None:
        """The day of a unit's report that was signed after the day as of which is read; None where there is none."""
        so_lieu = self._find(don_vi, ky)
        day = so_lieu.ngay_bao_cao if so_lieu else None
        return day if day and self.day and day > self.day else None

    def figure(self, don_vi: str, indicator: ChiTieu, ky: Ky) -> Figure | None:
        """What the unit has of an indicator that is reported, not derived; None where it has said nothing of it."""
        return self.stated(don_vi, indicator.ma, ky) or self.follows(don_vi, indicator, ky)

    def stated(self, don_vi: str, ma: str, ky: Ky) -> Figure | None:
        """What the unit has said for this very period."""
        reading = self.reading(don_vi, ky)
        reported = reading.gia_tri.get(ma) if reading else None
        if reading is None or reported is None:
            return None
        made = Input(don_vi, ma, ky, reading.so_lieu.tep, reported, reading.version(ma))
        return Figure(reported.number, reported.state, (made,))

    def follows(self, don_vi: str, indicator: ChiTieu, ky: Ky) -> Figure | None:
        """What follows from its other periods, whatever it has said for this one."""
        match indicator.tinh_chat:
            case "dau_ky":
                return self._same(don_vi, indicator.ma, self._pieces.beginning_with(ky))
            case "cuoi_ky" | "thoi_diem":
                return self._same(don_vi, indicator.ma, self._pieces.ending_with(ky))
            case "phat_sinh" if indicator.adds in ("tong", "chung"):
                return self._put_together(don_vi, indicator.ma, ky)
        return None

    def _same(self, don_vi: str, ma: str, periods: tuple[Ky, ...]) -> Figure | None:
        """What a stock is at the same moment in another period: known if it is known anywhere, else what is wrong."""
        found = [figure for ky in periods if (figure := self.stated(don_vi, ma, ky))]
        known = next((each for each in found if each.is_known), None)
        return known or next((each for each in found if each.state == "khong_doc_duoc"), None)

    def _put_together(self, don_vi: str, ma: str, ky: Ky) -> Figure | None:
        """The sum or the difference of other periods; what was refused only where there is no way past it."""
        others = {
            each: figure for each in self._pieces.beside(ky) if (figure := self.stated(don_vi, ma, each))
        }
        known = {each: figure for each, figure in others.items() if figure.is_known}
        typed = {each: figure for each, figure in others.items() if figure.is_known or figure.state == "khong_doc_duoc"}
        for there in (known, typed):
            if way := self._pieces.way(ky, frozenset(there)):
                return _sum(_signed(there, way))
        return None


def _signed(figures: Mapping[Ky, Figure], way: Iterable[tuple[Ky, bool]]) -> Iterator[Figure]:
    for ky, taken in way:
        number, state, inputs = figures[ky]
        if taken:
            number = number.copy_negate() if number is not None else None
            inputs = tuple(each._replace(taken=True) for each in inputs)
        yield Figure(number, state, inputs)


def _sum(figures: Iterable[Figure]) -> Figure:
    """The sum of figures that are known or refused. Where nothing has come about in any, nothing has in all."""
    parts = list(figures)
    inputs = tuple(each for part in parts for each in part.inputs)
    if any(not part.is_known for part in parts):
        return Figure(None, "khong_doc_duoc", inputs)
    numbers = [part for part in parts if part.number is not None]
    if not numbers:
        came = any(part.state == "khong_phat_sinh" for part in parts)
        return Figure(None, "khong_phat_sinh" if came else "khong_thuoc_tham_quyen", inputs)
    state = worst(Amount(part.number, state=part.state) for part in numbers)
    return Figure(total(part.number for part in numbers if part.number is not None), state, inputs)
