"""What a figure of today is compared with in an earlier period (kỳ gốc).

A body that took over others is compared with the sum of what they were, where each was taken over whole and has
reported; or with what it has itself declared for that period. All that report through a province are those who reported
through it then, and through the provinces that it took over.
"""

from datetime import date

from vanban.facts.question import Answers, Question
from vanban.facts.reporters import Scope
from vanban.model.reporting import Ky
from vanban.model.total import Total


def base(
    answers: Answers, ma: str, scope: Scope, ky: Ky, without: frozenset[str] = frozenset(),
) -> Total | None:
    """The total of `ky`, an earlier period, for what `scope` is today, `without` some of those who reported then; None
    where that cannot be said."""
    period = answers.figures.regime.period(ky)
    if period is None or period.den_ngay is None:
        return None
    if _has_declared(answers, scope, ky, period.den_ngay):
        return answers.answer(ma, Question(scope, ky, units=(scope.don_vi,)))
    then = _then(answers, scope, period.den_ngay, ())
    if not then:
        return None
    total = answers.answer(ma, Question(scope, ky, () if then == (scope,) else then, without=without))
    is_lost = then != (scope,) and any(_is_lost(answers, scope, each) for each in then if each.don_vi in total.missing)
    return None if is_lost or total.is_blank or not (total.reporters or without) else total


def _is_lost(answers: Answers, scope: Scope, missing: Scope) -> bool:
    """Whether a report that is missing will not come any more: of a body that is no more, or whose figures are only a
    part of what another is today. A group lacks its members as any total does."""
    reporters = answers.directory.reporters
    return reporters.is_body(scope.don_vi) or not reporters.exists(missing.don_vi, date.max)


def _has_declared(answers: Answers, scope: Scope, ky: Ky, day: date) -> bool:
    """Whether a body that was not there yet has a file for that period."""
    is_new = not answers.directory.reporters.exists(scope.don_vi, day)
    return is_new and answers.figures.reading(scope.don_vi, ky) is not None


def _then(answers: Answers, scope: Scope, day: date, above: tuple[str, ...]) -> tuple[Scope, ...]:
    """What `scope` was on `day`; () where that cannot be said. Of a group each that it lists counts as it was; who
    follows from level and superior is asked for that day."""
    directory, ma = answers.directory, scope.don_vi
    if directory.reporters.is_body(ma):
        return tuple(Scope(each, scope.alone) for each in directory.predecessors.on(ma, day))
    if not (listed := directory.reporters.listed(ma)) or ma in above:
        return (scope,)
    parts = [_then(answers, Scope(each, True), day, (*above, ma)) for each in listed]
    return tuple(dict.fromkeys(each for part in parts for each in part)) if all(parts) else ()
