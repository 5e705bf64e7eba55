"""Who reports: the members of groups, the bodies under a body, and who is due in a period, each as of a day.

Whoever is asked for a period is who exists on its last day: a commune that was taken over in the middle of a quarter
reports that quarter no more, the one that took it over does.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from vanban.model.indicators import ChiTieu
from vanban.model.registers import CoQuan, Registers
from vanban.model.reporting import CheDoBaoCao, KyBaoCao, NhomCoQuan


class Scope(NamedTuple):
    """Over whom a figure is: all that report through a body, or the members of a group; `alone`: that body itself."""

    don_vi: str
    alone: bool = False


class Reporters:
    """The bodies and groups of the registers. Ids that are not there, and circles of groups, have no members."""

    def __init__(self, registers: Registers) -> None:
        self._bodies: Mapping[str, CoQuan] = registers.co_quan
        self._groups: Mapping[str, NhomCoQuan] = registers.nhom_co_quan
        self._place = {ma: place for place, ma in enumerate(self._bodies)}
        self._under: dict[str, list[str]] = {}
        for ma, body in self._bodies.items():
            self._under.setdefault(body.truc_thuoc, []).append(ma)
        self._known: dict[tuple[str, bool, date], tuple[str, ...]] = {}
        self._named: dict[tuple[tuple[str, ...], date], frozenset[str]] = {}

    def members(self, ma: str, day: date) -> tuple[str, ...]:
        """The bodies that a group has on `day`, those of groups in it too, in the order of the register, each once; of
        a body it alone."""
        return self._remembered(ma, False, day)

    def listing(self, ma: str, day: date) -> tuple[str, ...]:
        """As `members`, in the order in which the groups list them; those that follow from a level in the order of the
        register."""
        found = dict.fromkeys(self._members(ma, day, frozenset()))
        return tuple(each for each in found if self.exists(each, day))

    def through(self, ma: str, day: date) -> tuple[str, ...]:
        """The bodies that report through `ma`: those under it, however deep, and itself; of a group its members."""
        return self._remembered(ma, True, day)

    def due(
        self, regime: CheDoBaoCao, period: KyBaoCao, indicator: ChiTieu, scopes: tuple[Scope, ...],
    ) -> tuple[str, ...]:
        """Who should report an indicator for a period, within `scopes`; in the order of the register, each once.

        Of a period without a last day nobody is known. An indicator of another regime, or one that does not hold on
        that day, nobody is asked for.
        """
        if not (day := period.den_ngay):
            return ()
        within = {
            ma for scope in scopes
            for ma in ((self.members if scope.alone else self.through)(scope.don_vi, day))
        }
        return self.in_order(ma for ma in within if self.is_due(regime, period, indicator, ma))

    def is_due(self, regime: CheDoBaoCao, period: KyBaoCao, indicator: ChiTieu, don_vi: str) -> bool:
        """Whether a body should report an indicator for a period."""
        day, named = period.den_ngay, indicator.nguoi_bao_cao
        if day is None or not indicator.is_of(regime.ma) or not indicator.hieu_luc.holds(day):
            return False
        return don_vi in self._all(regime.nguoi_bao_cao, day) and (not named or don_vi in self._all(named, day))

    def exists(self, ma: str, day: date) -> bool:
        """Whether there is such a body on `day`."""
        body = self._bodies.get(ma)
        return body is not None and body.hieu_luc.holds(day)

    def is_body(self, ma: str) -> bool:
        """Whether it is a body, whenever it exists, and not a group."""
        return ma in self._bodies

    def listed(self, ma: str) -> tuple[str, ...]:
        """What a group lists; () of a group whose members follow from level and superior, and of a body."""
        group = self._groups.get(ma)
        return group.thanh_vien if group else ()

    def _all(self, names: tuple[str, ...], day: date) -> frozenset[str]:
        if (names, day) not in self._named:
            self._named[names, day] = frozenset(ma for name in names for ma in self.members(name, day))
        return self._named[names, day]

    def _remembered(self, ma: str, deep: bool, day: date) -> tuple[str, ...]:
        key = (ma, deep, day)
        if key not in self._known:
            found = self._below(ma) if deep and ma in self._bodies else self._members(ma, day, frozenset())
            self._known[key] = self.in_order({each for each in found if self.exists(each, day)})
        return self._known[key]

    def _members(self, ma: str, day: date, above: frozenset[str]) -> Iterator[str]:
        """Those of a group, the ones that do not exist on `day` among them; `above`: the groups that led here."""
        if ma in self._bodies:
            yield ma
        elif (group := self._groups.get(ma)) and ma not in above and group.hieu_luc.holds(day):
            for each in group.thanh_vien:
                yield from self._members(each, day, above | {ma})
            if group.cap_co_quan:
                yield from self._of_level(group)

    def _of_level(self, group: NhomCoQuan) -> Iterator[str]:
        below = self._below(group.truc_thuoc) if group.truc_thuoc else self._bodies
        found = (ma for ma in below if self._bodies[ma].cap_co_quan == group.cap_co_quan and ma != group.truc_thuoc)
        return iter(self.in_order(found))

    def _below(self, ma: str) -> Iterator[str]:
        """`ma` and the bodies under it, whenever they exist."""
        waiting, seen = [ma], set()
        while waiting:
            if (each := waiting.pop()) not in seen and each in self._bodies:
                seen.add(each)
                waiting += self._under.get(each, ())
                yield each

    def in_order(self, names: Iterable[str]) -> tuple[str, ...]:
        """Bodies in the order of the register."""
        return tuple(sorted(names, key=self._place.__getitem__))
