"""Random histories of communes that merge, split, are renamed and opened anew, held to a sum over the oldest ones.

The communes are those that the communes of today were made of; every figure is made up for the oldest ones, and a body
of any later day reports what those that it consists of come to.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from tests.support.communes import TABLE, communes
from tests.support.examples import examples
from tests.support.figures import body, regime, registers, roll_up, so_lieu
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.model.registers import CoQuan
from vanban.model.reporting import Ky, KyBaoCao
from vanban.model.so_lieu import SoLieu
from vanban.text import fold_ascii

YEARS = (2024, 2025, 2026)
PERIODS = regime(*YEARS).ky_bao_cao
FIRST, LAST = date(2023, 12, 15), date(2026, 12, 14)


@dataclass
class Unit:
    """A body: of which of the oldest it consists, from when to when; `whole`, `part`: what it took over."""

    ma: str
    atoms: frozenset[str]
    first: date | None = None
    last: date | None = None
    whole: tuple[str, ...] = ()
    part: tuple[str, ...] = ()

    def exists(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass
class History:
    """The units of all times, and what the oldest report: `figures[atom, period]` is hồ sơ done and those in time."""

    units: dict[str, Unit] = field(default_factory=dict)
    figures: dict[tuple[str, Ky], tuple[int, int]] = field(default_factory=dict)

    def on(self, day: date) -> list[Unit]:
        return [unit for unit in self.units.values() if unit.exists(day)]

    def end(self, units: list[Unit], day: date) -> None:
        for unit in units:
            unit.last = day - timedelta(1)

    def begin(self, name: str, day: date, atoms: frozenset[str], whole: tuple[str, ...] = (), part: tuple[str, ...] = ()) -> None:
        ma = f"{name}_{len(self.units)}"
        self.units[ma] = Unit(ma, atoms, day, None, whole, part)

    def figure(self, atoms: frozenset[str], ky: Ky) -> tuple[int, int]:
        given = [self.figures[atom, ky] for atom in atoms]
        return sum(done for done, _ in given), sum(in_time for _, in_time in given)

    def bodies(self) -> list[CoQuan]:
        return [body(each.ma, "tinh", each.first, each.last, each.whole, each.part) for each in self.units.values()]

    def files(self, reported: Mapping[str, set[Ky]]) -> list[SoLieu]:
        return [
            so_lieu(unit.ma, ky, dict(zip(("xong", "dung_han"), map(str, self.figure(unit.atoms, ky)), strict=True)))
            for unit in self.units.values() for ky in sorted(reported.get(unit.ma, ()))
        ]


def merge(history: History, chance: Random, day: date) -> None:
    there = history.on(day)
    taken = chance.sample(there, min(len(there), chance.randint(2, 4)))
    history.end(taken, day)
    history.begin("nhap", day, frozenset().union(*(each.atoms for each in taken)), whole=tuple(each.ma for each in taken))


def split(history: History, chance: Random, day: date) -> None:
    """Some of it becomes a new commune, the rest another."""
    large = [unit for unit in history.on(day) if len(unit.atoms) > 1]
    if large:
        unit = chance.choice(large)
        some = frozenset(chance.sample(sorted(unit.atoms), chance.randint(1, len(unit.atoms) - 1)))
        history.end([unit], day)
        for atoms in (some, unit.atoms - some):
            history.begin("tach", day, atoms, part=(unit.ma,))


def rename(history: History, chance: Random, day: date) -> None:
    unit = chance.choice(history.on(day))
    history.end([unit], day)
    history.begin("doi", day, unit.atoms, whole=(unit.ma,))


def join_and_part(history: History, chance: Random, day: date) -> None:
    """One is divided between two others, which are new communes then."""
    there = history.on(day)
    large = [unit for unit in there if len(unit.atoms) > 1]
    if large and len(there) > 2:
        unit = chance.choice(large)
        one, other = chance.sample([each for each in there if each is not unit], 2)
        some = frozenset(chance.sample(sorted(unit.atoms), chance.randint(1, len(unit.atoms) - 1)))
        history.end([unit, one, other], day)
        for atoms, into in ((some, one), (unit.atoms - some, other)):
            history.begin("chia", day, atoms | into.atoms, whole=(into.ma,), part=(unit.ma,))


def reopen(history: History, chance: Random, day: date) -> None:
    """One of the oldest that went into another is there again, under an id of its own."""
    gone = [(unit, old) for unit in history.on(day) for old in history.units.values() if old.last and old.atoms < unit.atoms]
    if gone:
        unit, old = chance.choice(gone)
        history.end([unit], day)
        history.begin(f"lai_{old.ma}", day, old.atoms, part=(unit.ma,))
        history.begin("con_lai", day, unit.atoms - old.atoms, part=(unit.ma,))


EVENTS = (merge, merge, split, rename, join_and_part, reopen)


def history_of(chance: Random, oldest: list[str]) -> History:
    history = History({ma: Unit(ma, frozenset({ma})) for ma in oldest})
    for ma in oldest:
        for period in PERIODS:  # quarters first; longer periods are their sums
            done = chance.randint(0, 900)
            parts = [history.figures[ma, period.ky._replace(ma=each)] for each in period.gom_ky]
            history.figures[ma, period.ky] = (
                (sum(done for done, _ in parts), sum(in_time for _, in_time in parts)) if parts
                else (done, chance.randint(0, done))
            )
    days = sorted(chance.sample(range((LAST - FIRST).days), chance.randint(1, 8)))
    for day in (FIRST + timedelta(days=each) for each in days):
        chance.choice(EVENTS)(history, chance, day)
    return history


def last_day(period: KyBaoCao) -> date:
    assert period.den_ngay is not None
    return period.den_ngay


def came_whole(history: History, unit: Unit, day: date) -> bool:
    """Whether what it was on `day` was taken over whole all the way."""
    if unit.exists(day):
        return True
    return not unit.part and all(came_whole(history, history.units[ma], day) for ma in unit.whole)


def check(history: History, chance: Random) -> None:
    reported = {
        unit.ma: {each.ky for each in PERIODS if unit.exists(last_day(each)) and chance.random() > 0.05}
        for unit in history.units.values()
    }
    files = history.files(reported)
    as_they_were = deepcopy(files)
    rolled = roll_up(files, registers(history.bodies()), YEARS)
    for period in PERIODS:
        check_total(history, rolled, period, reported)
        check_bases(history, rolled, period, reported)
    assert files == as_they_were


def check_total(history: History, rolled: RollUp, period: KyBaoCao, reported: Mapping[str, set[Ky]]) -> None:
    there = history.on(last_day(period))
    total = rolled.total("xong", Scope("tinh"), period.ky)
    assert set(total.reporters) == {unit.ma for unit in there}
    assert total.n <= total.m == len(there)
    assert {unit.ma for unit in there if period.ky in reported[unit.ma]} <= set(total.used)
    if total.n == len(there):
        done, in_time = history.figure(frozenset().union(*(unit.atoms for unit in there)), period.ky)
        assert total.amount.number == done == sum(both[0] for (_, ky), both in history.figures.items() if ky == period.ky)
        rate = rolled.total("ty_le", Scope("tinh"), period.ky).amount.number
        assert rate is None if not done else rate is not None and abs(rate * done - 100 * in_time) < Decimal("1e-9")
    elif total.n:
        assert total.amount.number == sum(history.figure(history.units[ma].atoms, period.ky)[0] for ma in total.used)
        assert total.amount.state == "chua_du"


def check_bases(history: History, rolled: RollUp, period: KyBaoCao, reported: Mapping[str, set[Ky]]) -> None:
    day = last_day(period)
    for unit in history.on(LAST):
        found = rolled.base("xong", Scope(unit.ma), period.ky)
        all_there = all(period.ky in reported[each.ma] for each in history.on(day) if each.atoms & unit.atoms)
        if not came_whole(history, unit, day):
            assert found is None
        elif all_there:
            assert found is not None
            assert found.amount.number == history.figure(unit.atoms, period.ky)[0]
            assert found.n == found.m == len([each for each in history.on(day) if each.atoms & unit.atoms])
        else:  # what is missing may still follow from other periods
            assert found is None or not found.missing or unit.exists(day)
            assert found is None or found.missing or found.amount.number == history.figure(unit.atoms, period.ky)[0]


@pytest.mark.skipif(not TABLE.exists(), reason="no table of the communes beside the project: ../shared/data")
def it_agrees_with_a_sum_over_the_oldest_communes_in_random_histories() -> None:
    made_of = [[fold_ascii(name).lower().replace(" ", "_").strip("_") for name in each.truoc.split(", ")] for each in communes()]
    for seed in range(examples(300)):
        chance = Random(seed)
        begin = chance.randrange(len(made_of) - 3)
        oldest = sorted({f"{name}_{place}" for place, names in enumerate(made_of[begin:begin + 3]) for name in names})[:14]
        check(history_of(chance, oldest), chance)
