"""A deadline (thời gian hoàn thành): words that are typed ⇄ a value that knows its days.

Nothing of what was typed is lost: `words` of a deadline that was read is the text that was read. A deadline in days has
a last day and mostly a first one, both counted. One that comes again has a rhythm and no days; `in_year` says when it
comes in a year. One that is counted from the signing has its last day when that is known (`from_signing`). The others
(Thường xuyên, what others decide, free words) have neither.

Behind any of them may stand a remark in brackets that names no day, "Quý II/2026 (sau khi có hướng dẫn)", and a draft
may ask about it: "Quý IV/2025 {XEM LẠI: còn làm không}".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from vanban.dates import short_date
from vanban.model.deadline_forms import FORMS, FREE
from vanban.model.deadline_grammar import REMARK, Form, Rhythm, Typed

_ALL = (*FORMS, FREE)
_BY_NAME: Mapping[str, Form] = {form.name: form for form in _ALL}
_EXPRESSIONS = [(form.name, re.compile(form.reading_pattern())) for form in _ALL]
_EXAMPLES = "; ".join(form.example for form in FORMS)

# What a draft asks about a deadline, behind it.
_QUESTION = r"(?: \{XEM LẠI:[^{}\n]*\})?"
_ASKED = re.compile(rf"(.*?)({REMARK})({_QUESTION})", re.DOTALL)

# What the schemas say of a deadline; a pattern that JSON Schema and editors read too.
PATTERN = f"^({'|'.join(form.pattern() for form in _ALL)}){REMARK}{_QUESTION}$"
MESSAGE = f"Không đúng dạng thời gian: chữ đầu viết hoa; ngày, tháng, quý, năm viết theo một trong các mẫu {_EXAMPLES}."
HELP = f"Một trong các cách viết: {_EXAMPLES}; không có ngày, tháng, quý, năm thì viết tự do, như {FREE.example}."


@dataclass(frozen=True, slots=True)
class Han:
    """A deadline: the name of its form, and what was typed into the blanks, in order: "quy", ("IV", "2025").

    Made by `parse_deadline` or `deadline`, which refuse what cannot be.

    spelled   as it was typed, where that is not the usual spelling of its form: "Quý IV năm 2025"
    remark    what stands behind it in brackets, with these and the blank before them
    asked     the question behind it, with its braces and the blank before it
    """

    form: str
    typed: Typed = ()
    spelled: str = ""
    remark: str = ""
    asked: str = ""

    @property
    def words(self) -> str:
        """As it was typed: "Quý IV/2025"."""
        return (self.spelled or _BY_NAME[self.form].write(self.typed)) + self.remark + self.asked

    @property
    def parts(self) -> tuple[str, str]:
        """What it says, and what is asked about it; "" for nothing."""
        asked = self.asked.strip().removeprefix("{XEM LẠI:").removesuffix("}").strip()
        return self.words.removesuffix(self.asked), asked

    @property
    def is_free(self) -> bool:
        """Whether it is in words that no form reads."""
        return self.form == FREE.name

    @property
    def tu_ngay(self) -> date | None:
        """The first day, counted; None where the words name none."""
        return _BY_NAME[self.form].days(self.typed).first

    @property
    def den_ngay(self) -> date | None:
        """The last day, counted: of "Trước ngày 31/7/2025" the 30th. None where the words name none."""
        return _BY_NAME[self.form].days(self.typed).last

    @property
    def rhythm(self) -> Rhythm | None:
        """How often it comes again; None for once, or for ever."""
        return _BY_NAME[self.form].rhythm

    def in_year(self, year: int) -> tuple["Han", ...]:
        """The deadlines that one which comes again means in `year`, in order; () for one that does not come again, and
        for a weekly one: a week has no form of its own."""
        return tuple(deadline(form, *typed) for form, typed in _BY_NAME[self.form].in_year(self.typed, year))

    def from_signing(self, signed: date) -> "Han | None":
        """The deadline in days that one which is counted from the signing means; None for another."""
        last = _BY_NAME[self.form].after(self.typed, signed)
        return deadline("cham_nhat_ngay", short_date(last)) if last else None


def deadline(form: str, *typed: str) -> Han:
    """The deadline of a form. Raises ValueError, in a clerk's words, for days that no calendar has and for an end that
    comes before the beginning."""
    made = Han(form, typed)
    first, last = made.tu_ngay, made.den_ngay
    if first and last and last < first:
        raise ValueError(f"“{made.words}” kết thúc trước khi bắt đầu; {_way_out(made)}")
    return made


def parse_deadline(text: str) -> Han:
    """The deadline that `text` says. Raises ValueError as `deadline` does, and where no form reads it."""
    said, remark, question = _parted(text)
    for form, expression in _EXPRESSIONS:
        if match := expression.fullmatch(said):
            made = deadline(form, *match.groups())
            return replace(made, spelled="" if made.words == said else said, remark=remark, asked=question)
    raise ValueError(f"“{text}” không đúng dạng thời gian; viết theo một trong các mẫu {_EXAMPLES}")


def has_form(text: str) -> bool:
    """Whether a form reads `text`, the free one too, whatever the calendar says."""
    said, _, _ = _parted(text)
    return any(expression.fullmatch(said) for _, expression in _EXPRESSIONS)


def words_of(made: Han | None) -> str:
    """As it was typed; "" for none."""
    return made.words if made else ""


def _parted(text: str) -> tuple[str, str, str]:
    """A deadline, the remark and the question behind it; "" for none."""
    parted = _ASKED.fullmatch(text)
    return (parted[1], parted[2], parted[3]) if parted else (text, "", "")


def _way_out(made: Han) -> str:
    if made.form == "tu_thang_den_thang":
        first, last, year = made.typed
        return f"ghi năm ở cả hai tháng, như “Từ tháng {first}/{int(year) - 1} đến tháng {last}/{year}”"
    return "sửa lại năm đầu hoặc năm cuối"
