"""What is worked out by a formula: from the totals of its terms, never from the results of units.

The terms are taken over the units alone that have all of them, so that numerator and denominator speak of the same
units. A denominator of 0 gives "không phát sinh", never 100 %. What an indicator was in another period (`ma@ky`) is
what it is compared with (`bases`), of the same units: whom one period lacks is left out of the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from vanban.facts.formulas import Work
from vanban.facts.periods import meant_of
from vanban.facts.question import Answers, Question
from vanban.facts.reporters import Scope
from vanban.facts.same_units import were
from vanban.facts.sums import EXACT
from vanban.model.formula import Formula, Term
from vanban.model.indicators import ChiTieu
from vanban.model.reporting import Ky
from vanban.model.total import Input, Total
from vanban.model.value import Amount, State, worst

_STATES: tuple[State, ...] = ("khong_phat_sinh", "khong_thuoc_tham_quyen")
_Parts = tuple[tuple[Term, Total], ...]


@dataclass(frozen=True, slots=True)
class _Units:
    """Who is due for any term; of them those who lack one, those who have none of it, those who are left out.

    beyond     who reports a term and is not asked for the derived one
    elsewhere  of the missing who lacks a term of another period, by period
    """

    due: tuple[str, ...]
    missing: tuple[str, ...]
    outside: tuple[str, ...]
    accepted: tuple[str, ...]
    refused: tuple[Input, ...]
    beyond: frozenset[str]
    elsewhere: tuple[tuple[Ky, tuple[str, ...]], ...] = ()

    @property
    def gone(self) -> frozenset[str]:
        """Whose figures are not to be used in any term."""
        return self.beyond | {*self.missing, *self.outside, *(each.don_vi for each in self.refused)}

    @property
    def used(self) -> tuple[str, ...]:
        gone = self.gone | {*self.accepted}
        return tuple(ma for ma in self.due if ma not in gone)


def derived(answers: Answers, indicator: ChiTieu, asked: Question) -> Total:
    """The total of a derived indicator; one whose formula was refused is as one that could not be read."""
    made = Total(
        indicator.ma, asked.scope.don_vi, asked.ky,
        Amount(None, indicator.don_vi_tinh, indicator.so_le, "khong_doc_duoc"), as_of=answers.figures.day,
    )
    if not (formula := answers.directory.formulas.sound.get(indicator.ma)):
        return made
    parts = _parts(answers, formula, asked)
    units = _units(answers, indicator, asked, [part for term, part in parts if not term.ky])
    units = replace(units, refused=tuple(dict.fromkeys(each for _, part in parts for each in part.refused)))
    earlier = [part for term, part in parts if term.ky]
    units = _held_to(answers, units, earlier)
    if gone := units.gone | (frozenset(units.accepted) if earlier else frozenset()):
        parts = _parts(answers, formula, asked._replace(without=asked.without | gone))
    number, state = _value(answers.directory.formulas.works[indicator.ma], [part for _, part in parts], units)
    if units.due == units.used and len(units.due) == 1 and state == "khong_thuoc_tham_quyen":
        units = replace(units, outside=units.due)
    return replace(
        made, amount=replace(made.amount, number=number, state=state), reporters=units.due, used=units.used,
        missing=units.missing, outside=units.outside, accepted=units.accepted, refused=units.refused, formula=formula,
        parts=parts, elsewhere=units.elsewhere, is_blank=any(part.is_blank for _, part in parts),
    )


def part(answers: Answers, term: Term, asked: Question) -> Total:
    """What a term of a formula is worth."""
    if not term.ky:
        return answers.answer(term.ma, asked)
    indicator, regime = answers.directory.chi_tieu[term.ma], answers.figures.regime
    period = meant_of(regime, asked.ky, term.ky, indicator)
    before = frozenset(each for ma in asked.without for each in were(answers, ma, period.ky)) if period else frozenset()
    found = answers.base(term.ma, asked.scope, period.ky, before) if period else None
    none = Amount(None, indicator.don_vi_tinh, indicator.so_le, "chua_co")
    return found or Total(term.ma, asked.scope.don_vi, period.ky if period else Ky(term.ky, 0), none)


def _parts(answers: Answers, formula: Formula, asked: Question) -> _Parts:
    return tuple((term, part(answers, term, asked)) for term in formula.terms)


def _units(answers: Answers, indicator: ChiTieu, asked: Question, parts: list[Total]) -> _Units:
    needed = {ma for each in parts for ma in each.reporters}
    due = tuple(ma for ma in answers.due(indicator, asked) if ma in needed)
    accepted = {ma for each in parts for ma in each.accepted}
    refused = {each.don_vi for one in parts for each in one.refused}
    missing = {ma for each in parts for ma in each.missing} - refused
    doubtful = {ma for each in parts for ma in each.outside} - missing - refused if len(due) > 1 else set()
    outside = {ma for ma in doubtful if _has_none(answers, indicator.ma, ma, asked.ky)}
    missing_, outside_, accepted_ = (tuple(ma for ma in due if ma in each) for each in (missing, outside, accepted))
    return _Units(due, missing_, outside_, accepted_, (), frozenset(needed.difference(due)))


def _held_to(answers: Answers, units: _Units, earlier: Iterable[Total]) -> _Units:
    """`units`, with those among the missing and the accepted that an earlier period lacks."""
    missing, accepted = {*units.missing}, {*units.accepted}
    by_period: dict[Ky, dict[str, None]] = {}
    for then in earlier:
        for ma in units.used if then.absent else ():
            before = were(answers, ma, then.ky)
            if not {*then.missing}.isdisjoint(before):
                by_period.setdefault(then.ky, {})[ma] = None
                missing.add(ma)
            elif not {*then.accepted}.isdisjoint(before):
                accepted.add(ma)
    missing_, accepted_ = (tuple(ma for ma in units.due if ma in each) for each in (missing, accepted - missing))
    elsewhere = tuple((ky, tuple(named)) for ky, named in by_period.items())
    return replace(units, missing=missing_, accepted=accepted_, elsewhere=elsewhere)


def _has_none(answers: Answers, ma: str, don_vi: str, ky: Ky) -> bool:
    """Whether a derived indicator is nothing that a unit could have: a share without whole, a sum without summand."""
    return answers.answer(ma, Question(Scope(don_vi, True), ky)).amount.state == "khong_thuoc_tham_quyen"


def _value(work: Work, parts: list[Total], units: _Units) -> tuple[Decimal | None, State]:
    """The number, or why there is none."""
    amounts = [each.amount for each in parts]
    states = {each.state for each in amounts}
    if units.refused or "khong_doc_duoc" in states:
        return None, "khong_doc_duoc"
    if units.due and units.due == units.outside:
        return None, "khong_thuoc_tham_quyen"
    if any(each.number is None and each.state == "chua_co" for each in amounts):
        return None, "chua_co"
    number, state = worked_out(work, amounts)
    if units.missing and number is not None:
        return number, "chua_du"
    return number, "chua_co" if units.missing and state != "khong_phat_sinh" else state


def worked_out(work: Work, amounts: Sequence[Amount]) -> tuple[Decimal | None, State]:
    """What known amounts give: those that have not come about count 0, those that are nobody's business not at all."""
    known = [each for each in amounts if each.number is not None]
    if not known:
        return None, min((each.state for each in amounts), key=_STATES.index)
    values = [Decimal(0) if each.state == "khong_phat_sinh" else each.number for each in amounts]
    try:
        with localcontext(prec=EXACT):
            number = work(values)
    except ZeroDivisionError:
        return None, "khong_phat_sinh"
    return number, "khong_thuoc_tham_quyen" if number is None else worst(known)
