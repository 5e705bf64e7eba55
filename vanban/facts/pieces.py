"""How a period follows from others of its year: nam = quy_1 + quy_2 + quy_3 + quy_4, quy_2 = sau_thang − quy_1.

A period goes from one boundary to another. Two boundaries are one where their days are, or where a period that consists
of others (`gom_ky`) begins, ends or goes from one of them to the next. Periods that lead from the first boundary of a
period to its last, forwards or backwards, make it up; the shortest way is taken, so quy_4 is nam − chin_thang.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from datetime import timedelta

from vanban.model.reporting import CheDoBaoCao, Ky, KyBaoCao

# A period that is added, or taken away.
Piece = tuple[Ky, bool]
_DAY = timedelta(days=1)


class Pieces:
    """The periods of one regime."""

    def __init__(self, regime: CheDoBaoCao) -> None:
        self._ends = _boundaries(regime)
        self._periods = sorted(regime.ky_bao_cao, key=_length)
        self._beside: dict[Ky, tuple[Ky, ...]] = {}
        self._shared: dict[tuple[Ky, int], tuple[Ky, ...]] = {}
        self._ways: dict[tuple[Ky, frozenset[Ky]], tuple[Piece, ...]] = {}

    def beside(self, ky: Ky) -> tuple[Ky, ...]:
        """The other periods of the same year, the shortest first."""
        if ky not in self._beside:
            others = (each.ky for each in self._periods)
            self._beside[ky] = tuple(each for each in others if each.cho_nam == ky.cho_nam and each != ky)
        return self._beside[ky]

    def beginning_with(self, ky: Ky) -> tuple[Ky, ...]:
        """The other periods that begin when `ky` does, the shortest first."""
        return self._sharing(ky, 0)

    def ending_with(self, ky: Ky) -> tuple[Ky, ...]:
        """The other periods that end when `ky` does, the shortest first."""
        return self._sharing(ky, 1)

    def way(self, ky: Ky, known: frozenset[Ky]) -> tuple[Piece, ...]:
        """The fewest of `known` that make up `ky`; () where they do not."""
        if (ky, known) not in self._ways:
            self._ways[ky, known] = self._shortest(ky, known)
        return self._ways[ky, known]

    def _sharing(self, ky: Ky, side: int) -> tuple[Ky, ...]:
        if (ky, side) not in self._shared:
            ends = self._ends.get(ky)
            self._shared[ky, side] = tuple(
                each.ky for each in self._periods if ends and each.ky != ky and self._ends[each.ky][side] == ends[side])
        return self._shared[ky, side]

    def _shortest(self, ky: Ky, known: frozenset[Ky]) -> tuple[Piece, ...]:
        begin, end = self._ends.get(ky, (0, 0))
        ways: dict[int, tuple[Piece, ...]] = {begin: ()}
        waiting = deque([begin])
        while waiting and end not in ways:
            at = waiting.popleft()
            for to, piece in self._steps(at, known):
                if to not in ways:
                    ways[to] = (*ways[at], piece)
                    waiting.append(to)
        return ways.get(end, ())

    def _steps(self, at: int, known: frozenset[Ky]) -> Iterator[tuple[int, Piece]]:
        for each in self._periods:
            if each.ky in known:
                begin, end = self._ends[each.ky]
                if begin == at:
                    yield end, (each.ky, False)
                if end == at:
                    yield begin, (each.ky, True)


def _length(period: KyBaoCao) -> tuple[int, Ky]:
    days = (period.den_ngay - period.tu_ngay).days if period.tu_ngay and period.den_ngay else 0
    return days, period.ky


def _boundaries(regime: CheDoBaoCao) -> Mapping[Ky, tuple[int, int]]:
    """The first and the last boundary of each period, by number."""
    joined: dict[object, object] = {}

    def root(name: object) -> object:
        while name in joined:
            name = joined[name]
        return name

    for one, other in _same(regime):
        if (a := root(one)) != (b := root(other)):
            joined[a] = b
    numbers: dict[object, int] = {}
    return {
        each.ky: (
            numbers.setdefault(root((each.ky, 0)), len(numbers)), numbers.setdefault(root((each.ky, 1)), len(numbers)),
        )
        for each in regime.ky_bao_cao
    }


def _same(regime: CheDoBaoCao) -> Iterator[tuple[object, object]]:
    """Pairs of names for one boundary."""
    there = {each.ky for each in regime.ky_bao_cao}
    for each in regime.ky_bao_cao:
        if each.tu_ngay and each.den_ngay:
            yield (each.ky, 0), each.tu_ngay
            yield (each.ky, 1), each.den_ngay + _DAY
        parts = [each.ky._replace(ma=ma) for ma in each.gom_ky]
        if parts and there.issuperset(parts):
            yield (each.ky, 0), (parts[0], 0)
            yield (each.ky, 1), (parts[-1], 1)
            yield from (((one, 1), (next_one, 0)) for one, next_one in zip(parts, parts[1:], strict=False))
