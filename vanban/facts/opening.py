"""The opening stock of a period, proposed from what the unit has reported: for a period that begins on the same day,
else what a relation of the register (`hs_ky_truoc = hs_dang_giai_quyet@ky_truoc`) makes of the last closing."""

from collections.abc import Sequence
from decimal import Decimal, localcontext

from vanban.facts.derived import part
from vanban.facts.question import Answers, Question
from vanban.facts.relations import Held
from vanban.facts.reporters import Scope
from vanban.facts.sums import EXACT
from vanban.model.indicators import ChiTieu
from vanban.model.reporting import Ky


def proposed_opening(
    answers: Answers, held: Sequence[Held], indicator: ChiTieu, don_vi: str, ky: Ky,
) -> tuple[Decimal, Ky] | None:
    """The number and the period that it comes from; None where nothing says it."""
    if follows := answers.figures.follows(don_vi, indicator, ky):
        return (follows.number, follows.inputs[0].ky) if follows.number is not None else None
    own = (each for each in held if each.relation.dang_thuc.partition("=")[0].strip() == indicator.ma)
    for each in own:
        terms = each.equation.right.terms
        parts = [part(answers, term, Question(Scope(don_vi, True), ky)) for term in terms]
        numbers = [one.amount.number for one in parts]
        if all(term.ky for term in terms) and all(one.amount.is_whole for one in parts):
            with localcontext(prec=EXACT):
                number = each.right(numbers)
            return (number, parts[0].ky) if number is not None else None
    return None
