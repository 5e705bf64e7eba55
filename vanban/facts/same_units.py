"""Two totals that are held against each other, over the same units alone.

Whom one of the two lacks is taken out of the other: what three communes had in quý I is no base for what two of them
have in quý II. Bodies that were taken over since stand for the one that they are today.
"""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import NamedTuple

from vanban.facts.periods import written
from vanban.facts.question import Answers
from vanban.model.reporting import Ky
from vanban.model.total import Total

# So many units are named in an entry.
NAMED = 12


class Gone(NamedTuple):
    """Who is to be left out of the figure, and who of its base, so that both are of the same units."""

    now: frozenset[str]
    then: frozenset[str]


def gone(answers: Answers, now: Total, then: Total) -> Gone | None:
    """The units that one of the two lacks; None where the other lacks them too, or nobody is missing at all."""
    if not now.absent and not then.absent:
        return None
    bodies = {ma: were(answers, ma, then.ky) for ma in now.reporters}
    absent = {*then.absent}
    out = frozenset(ma for ma in now.reporters
                    if ma in now.absent or ma not in now.outside and absent.intersection(bodies[ma]))
    before = frozenset(each for ma in out for each in bodies[ma]).intersection(then.reporters)
    is_even = out <= {*now.absent} and before <= {*then.absent, *then.outside}
    return None if is_even else Gone(out, before)


def accepting(ky: Ky, own: Ky | None, units: Iterable[str]) -> str:
    """The entry of `chap_nhan_thieu` that leaves units out of a period, ready to be pasted; `own`: the period of the
    document."""
    other = f"ky_thieu: {written(ky, own)}, " if own and ky != own else ""
    return f"{{{other}don_vi_thieu: [{', '.join(islice(units, NAMED))}], ly_do: …}}"


def were(answers: Answers, ma: str, ky: Ky) -> tuple[str, ...]:
    """What a body of today was in an earlier period; itself where that cannot be said."""
    period = answers.figures.regime.period(ky)
    day: date | None = period.den_ngay if period else None
    return (day and answers.directory.predecessors.on(ma, day)) or (ma,)
