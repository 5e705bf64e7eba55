"""What a relation between columns gives of the figures of a row, and how it stands in a cell."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, localcontext

from vanban import printer
from vanban.figure_words import sure
from vanban.figure_words.table import said
from vanban.model.expression import Column, divides, evaluate
from vanban.model.inline import Run
from vanban.model.running_text import Paragraph, Text
from vanban.model.table import Cot, Entry, Hang, QuanHe
from vanban.model.value import Amount, State, worst
from vanban.numerals import rounded

# Digits that hold the product of the longest numbers of the longest relation.
_EXACT = 3000
# Decimals of a rate of sums, where its rows have fewer.
_DECIMALS = 2
# What is worked out from figures of nobody but those who are left out on purpose.
OF_NOBODY = Amount(None, state="khong_thuoc_tham_quyen")


def evaluated(relation: QuanHe, values: Mapping[Column, Amount], decimals: int) -> Amount:
    """What a relation gives; without number where one of the values has none, or where it divides by 0."""
    inputs = tuple(origin for value in values.values() for origin in value.inputs)
    numbers = {column: value.number for column, value in values.items() if value.number is not None}
    if len(numbers) < len(values):
        return Amount(None, state=worst(value for value in values.values() if value.number is None), inputs=inputs)
    state = worst(values.values())
    with localcontext(prec=_EXACT):
        try:
            number = evaluate(relation.bieu_thuc, numbers)
        except ZeroDivisionError:
            return Amount(None, state="khong_phat_sinh", inputs=inputs)
        if any(value.number != value.printed for value in values.values()) and not divides(relation.bieu_thuc):
            most = max(decimals, *(value.places for value in values.values()))
            return Amount(rounded(number, most), state=state, inputs=inputs)
        return Amount(_shortest(number, decimals), state=state, inputs=inputs)


def with_value(row: Hang, leaf: Cot, value: Amount, state: State | None = None) -> Hang:
    """`row` with a figure that the machine has worked out for a column. `state`: how sure it is, where `value` says
    something else of it: that a sum leaves out blanks. Of nobody there is none: all are left out on purpose."""
    value = replace(value, of_cells=None)
    words = sure(printer.number(value), state or value.state) if value.number is not None else ""
    run = Run(printer.NOT_YET, italic=True) if value.state == "chua_co" else Run(words)
    run = Run(said("khong_co_so.chap_nhan_thieu")) if value == OF_NOBODY else run
    text = Text((Paragraph((run,)),) if run.text else ())
    return replace(row, totals=(*row.totals, Entry(leaf.ma, text, row.origin, value)))


def _shortest(number: Decimal, decimals: int) -> Decimal:
    """`number` with `decimals`, with up to two where its rows have fewer and it needs them."""
    most = max(decimals, _DECIMALS)
    exact = rounded(number, most)
    return next(short for each in range(decimals, most + 1) if (short := rounded(number, each)) == exact)
