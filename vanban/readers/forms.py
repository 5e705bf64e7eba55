"""The forms of scalars that a schema names with `format`, with the code of the finding and the parser of each."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from vanban.dates import parse_date
from vanban.model.column_labels import parse_labels
from vanban.model.deadline import Han, has_form, parse_deadline
from vanban.model.steps import ROW_STEPS, STEPS, Step, parse_scheme
from vanban.numerals import has_leading_zero, parse_number, typed_number
from vanban.slips import nearest


def _possible_deadline(text: str) -> Han | str:
    """The deadline, or `text` where no form reads it: of that the pattern of the schema tells."""
    return parse_deadline(text) if has_form(text) else text


def _value(text: str) -> Decimal:
    """A number that is kept as a value: a zero in front, which a cell prints as it was typed, would be lost."""
    number = parse_number(text)
    if has_leading_zero(text):
        raise ValueError(f"“{text}” có số 0 ở đầu, máy không in lại được; viết {typed_number(number)}")
    return number


def _scheme_of(steps: Mapping[str, Step]) -> Callable[[str], tuple[str, ...]]:
    """A parser of schemes that are made of `steps`."""
    def parse(text: str) -> tuple[str, ...]:
        try:
            return parse_scheme(text, steps)
        except KeyError as error:
            close = nearest(error.args[0], steps)
            hint = f"có phải “{close}”?" if close else f"ghép từ các kiểu: {', '.join(steps)}"
            raise ValueError(f"Không có kiểu đánh số “{error.args[0]}”; {hint}") from None
    return parse


# A parser raises ValueError, its words before and after "; " the fault and the way out.
FORMS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "ngay": ("S206", parse_date), "thoi_gian": ("S206", _possible_deadline), "so": ("S207", _value),
    "danh_so": ("C103", _scheme_of(STEPS)), "danh_so_hang": ("C103", _scheme_of(ROW_STEPS)),
    "danh_so_cot": ("C103", parse_labels),
}
