"""Over whom and for which period a figure is asked, and who answers."""

from collections.abc import Collection
from typing import NamedTuple, Protocol

from vanban.facts.directory import Directory
from vanban.facts.reporters import Scope
from vanban.facts.unit_figures import UnitFigures
from vanban.model.indicators import ChiTieu
from vanban.model.reporting import Ky
from vanban.model.total import Total


class Question(NamedTuple):
    """What is asked of an indicator.

    scopes   where it is looked for, if that is not `scope` itself: at the bodies that were there before
    units    who is due, where that does not follow from scope and period
    without  those that are left out because something else that is needed of them is not there
    """

    scope: Scope
    ky: Ky
    scopes: tuple[Scope, ...] = ()
    units: tuple[str, ...] | None = None
    without: frozenset[str] = frozenset()


class Answers(Protocol):
    """Who knows all totals of a regime: what one total asks for the others that it is made of."""

    @property
    def directory(self) -> Directory: ...

    @property
    def figures(self) -> UnitFigures: ...

    def answer(self, ma: str, asked: Question) -> Total:
        """The total of an indicator of the register."""

    def base(self, ma: str, scope: Scope, ky: Ky, without: frozenset[str] = frozenset()) -> Total | None:
        """What a figure of `scope` today is compared with in an earlier period; None where there is nothing."""

    def due(self, indicator: ChiTieu, asked: Question) -> tuple[str, ...]:
        """Who should have reported, in the order of the register, those left out too."""

    def left_out(self, ky: Ky) -> Collection[str]:
        """The units that a document leaves out on purpose."""
