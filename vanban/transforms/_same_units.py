"""A figure and its base over the units that both have, what is said of that, and how both can be made whole."""

from typing import NamedTuple

from vanban.facts.question import Question
from vanban.facts.reporters import Scope
from vanban.facts.roll_up import RollUp
from vanban.facts.same_units import Gone, accepting, gone
from vanban.model.document import VanBan
from vanban.model.reporting import Ky
from vanban.model.total import Total


class Pair(NamedTuple):
    """Two totals of the same units.

    gone    who was left out of them for that; None: nobody
    uneven  by period those of them whom the document itself does not leave out, by id
    """

    now: Total
    then: Total
    gone: Gone | None = None
    uneven: tuple[tuple[Ky, tuple[str, ...]], ...] = ()


def paired(roll_up: RollUp, scope: Scope, now: Total, then: Total) -> Pair:
    """Both totals as they are where they are of the same units; else over those that both have. What is the same
    everywhere does not change with them. Where nobody has both the figure stays, and there is no base."""
    is_common = all(roll_up.directory.chi_tieu[each.ma].adds == "chung" for each in (now, then))
    if is_common or not (found := gone(roll_up, now, then)):
        return Pair(now, then)
    held = roll_up.answer(now.ma, Question(scope, now.ky, without=found.now))
    if then.ky == now.ky:
        base: Total | None = roll_up.answer(then.ma, Question(scope, then.ky, without=found.then))
    else:
        base = roll_up.base(then.ma, scope, then.ky, found.then)
    return Pair(held if held.used else now, base or then, found, uneven(now, then, found))


def uneven(now: Total, then: Total, found: Gone) -> tuple[tuple[Ky, tuple[str, ...]], ...]:
    """By period who has to be left out of two totals that the document itself does not leave out."""
    by_period: dict[Ky, set[str]] = {}
    for total, units in ((now, found.now), (then, found.then)):
        by_period.setdefault(total.ky, set()).update(units.difference(total.accepted))
    return tuple((ky, tuple(sorted(units))) for ky, units in by_period.items() if units)


def way_out(van_ban: VanBan, own: Ky, pair: Pair) -> str:
    """What makes both whole: that all report, or that whoever has not is left out of both by name."""
    entries = [accepting(ky, own, units) for ky, units in pair.uneven]
    key = "thêm vào chap_nhan_thieu mục" if van_ban.chap_nhan_thieu else "thêm dòng: chap_nhan_thieu:"
    shown = ", ".join(entries) if van_ban.chap_nhan_thieu else f"[{', '.join(entries)}]"
    return f"Chờ đủ báo cáo; không chờ được thì bỏ đơn vị ấy ra khỏi cả hai bên, {key} {shown}."
