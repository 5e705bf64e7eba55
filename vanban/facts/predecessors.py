"""Whose figures of an earlier day make up those of a body of today.

A body that took over others has figures of before only where each of them was taken over whole: what is known of a
commune is not known of the part of it that went elsewhere.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from vanban.model.registers import CoQuan


class Predecessors:
    """The bodies of the register, by what they took over."""

    def __init__(self, bodies: Mapping[str, CoQuan]) -> None:
        self._bodies = bodies
        self._takers = Counter(ma for body in bodies.values() for ma in {each.ma for each in body.tiep_nhan_tu})

    def on(self, ma: str, day: date) -> tuple[str, ...]:
        """The bodies of `day` that are `ma` today: itself, and those that it took over after that day; each of them may
        consist of others again. () where that cannot be said: a part was taken over, or nobody was there."""
        return tuple(found) if (found := self._on(ma, day, ())) is not None else ()

    def _on(self, ma: str, day: date, after: tuple[str, ...]) -> list[str] | None:
        """None where it cannot be said; `after`: the bodies that led here, so that circles end."""
        body = self._bodies.get(ma)
        if body is None or ma in after:
            return None
        own = [ma] if body.hieu_luc.holds(day) else []
        found = list(own)
        for each in body.tiep_nhan_tu:
            if self._was_over(each.ma, day):
                continue
            before = self._on(each.ma, day, (*after, ma))
            if each.phan_nhan != "toan_bo" or self._takers[each.ma] > 1 or before is None:
                return None
            found += before
        return found or None

    def _was_over(self, ma: str, day: date) -> bool:
        """Whether a body had ended by `day`: what it was then belongs to the one that took it over already."""
        body = self._bodies.get(ma)
        return body is not None and body.hieu_luc.den_ngay is not None and body.hieu_luc.den_ngay < day
