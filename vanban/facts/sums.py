"""How the figures of units add up: the sum, what is the same everywhere, the weighted mean, or not at all."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, localcontext

from vanban.facts.question import Answers, Question
from vanban.facts.reporters import Scope
from vanban.facts.sorting import Sorted, sort_out
from vanban.facts.unit_figures import Figure
from vanban.model.formula import Term
from vanban.model.indicators import ChiTieu
from vanban.model.total import Total
from vanban.model.value import Amount, State
from vanban.numerals import total

# Digits that hold every quotient of figures well beyond what is printed.
EXACT = 100


def reported(answers: Answers, indicator: ChiTieu, asked: Question) -> Total:
    """The total of what units report. The figure of one unit alone is its own, also where nothing adds up."""
    due = answers.due(indicator, asked)
    if indicator.adds == "khong" and asked.scope.don_vi in due:
        due = (asked.scope.don_vi,)
    if asked.without:
        due = tuple(don_vi for don_vi in due if don_vi not in asked.without)
    figures, ky = answers.figures, asked.ky
    found = sort_out(
        due, answers.left_out(ky), lambda don_vi: figures.figure(don_vi, indicator, ky), answers.left_out)
    if len(due) <= 1 or indicator.adds == "tong":
        return _total(answers, indicator, asked, found, _sum(found))
    match indicator.adds:
        case "chung":
            number, differing = _the_same(found)
            return replace(_total(answers, indicator, asked, found, number), differing=differing)
        case "binh_quan" if indicator.ma in answers.directory.formulas.weights:
            return _mean(answers, indicator, asked, found)
    return replace(_total(answers, indicator, asked, found, None), is_blank=True)


def _total(
    answers: Answers, indicator: ChiTieu, asked: Question, found: Sorted, number: Decimal | None,
    without_number: State = "chua_co",
) -> Total:
    """`number` is what the numbers come to; where there are none, or one was refused, there is none."""
    has_numbers, state = bool(found.numbers), found.state
    if state == "khong_doc_duoc" or not has_numbers:
        number = None
    elif number is None:
        state = without_number
    return Total(
        indicator.ma, asked.scope.don_vi, asked.ky, Amount(number, indicator.don_vi_tinh, indicator.so_le, state),
        found.due, tuple(found.used), tuple(found.missing), tuple(found.outside), tuple(found.accepted),
        tuple(found.refused), found.inputs, as_of=answers.figures.day,
    )


def _sum(found: Sorted) -> Decimal:
    return total(figure.number for figure in found.numbers if figure.number is not None)


def _the_same(found: Sorted) -> tuple[Decimal | None, tuple[str, ...]]:
    """What most say, and who says otherwise; where as many say one thing as another, nothing, and all differ."""
    counted = Counter(figure.number for figure in found.numbers).most_common(2)
    tied = len(counted) == 2 and counted[0][1] == counted[1][1]
    number = counted[0][0] if counted and not tied else None
    return number, tuple(ma for ma, figure in found.used.items() if figure.number not in (None, number))


def _mean(answers: Answers, indicator: ChiTieu, asked: Question, found: Sorted) -> Total:
    """The mean over the units that have both a number and its weight. Whose weight is not known is missing; where all
    weights are 0 nothing has come about. The mean of one number is that number, whatever it weighs."""
    if len(found.numbers) == 1:
        return _total(answers, indicator, asked, found, _sum(found))
    def weight(don_vi: str) -> Figure:
        own = answers.answer(indicator.trong_so, Question(Scope(don_vi, True), asked.ky))
        return Figure(own.amount.number, own.amount.state, own.refused)

    weighed = sort_out(tuple(ma for ma, figure in found.used.items() if figure.number is not None), (), weight)
    unweighed = {*weighed.missing, *weighed.outside}
    refused = {each.don_vi for each in weighed.refused}
    both = replace(
        found, used={ma: figure for ma, figure in found.used.items() if ma not in unweighed | refused},
        missing=[ma for ma in found.due if ma in unweighed or ma in found.missing],
        refused=[*found.refused, *weighed.refused],
    )
    number = _weighted(both, {ma: each.number or Decimal(0) for ma, each in weighed.used.items()})
    whole = answers.answer(indicator.trong_so, Question(asked.scope, asked.ky, units=tuple(weighed.used)))
    made = _total(answers, indicator, asked, both, number, "khong_phat_sinh")
    return replace(made, parts=((Term(indicator.trong_so), whole),))


def _weighted(found: Sorted, weights: Mapping[str, Decimal]) -> Decimal | None:
    """None where all weights are 0."""
    with localcontext(prec=EXACT):
        pairs = [(figure.number, weights[ma]) for ma, figure in found.used.items() if figure.number is not None]
        whole = sum((weight for _, weight in pairs), Decimal(0))
        return sum((number * weight for number, weight in pairs), Decimal(0)) / whole if whole else None
