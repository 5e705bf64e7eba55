"""Cells of columns that hold figures or dates, read as such: what two rules ask."""

from collections.abc import Callable, Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject
from vanban.model.inline import Figure, Question, shown_text
from vanban.model.inline_signs import HALF_SIGN
from vanban.model.rebuild import found
from vanban.model.running_text import Insert, Item, Paragraph
from vanban.model.table import SO_THU_TU, Entry, KieuO


def unreadable(subject: DocumentSubject, kind: KieuO, parse: Callable[[str], object]) -> Iterator[Fault]:
    """A fault for each cell of such a column that `parse` refuses; its words before and after "; " are the fault and
    the way out."""
    for table in subject.written_tables:
        of_kind = {leaf.ma for leaf in table.leaves if leaf.kieu_o == kind and leaf.ma != SO_THU_TU}
        for row in table.rows():
            for entry in () if row.nhom else row.entries:
                if entry.cot in of_kind and not (is_blank(entry) or _is_open(entry)):
                    yield from _refused(entry, parse)


def _refused(entry: Entry, parse: Callable[[str], object]) -> Iterator[Fault]:
    try:
        parse(_words(entry))
    except ValueError as error:
        said, _, advice = str(error).rpartition("; ")
        yield Fault(entry.origin, f"Cột “{entry.cot}”: {said}.",
                    f"{advice[:1].upper()}{advice[1:]}." if advice else "")


def _words(entry: Entry) -> str:
    return " ".join(
        f"- {shown_text(block.inlines)}" if isinstance(block, Item) else shown_text(block.inlines)
        for block in entry.noi_dung.walk() if not isinstance(block, Insert)
    ).strip()


def is_blank(entry: Entry) -> bool:
    """Whether nothing stands there, which the schema has told of."""
    return not any(isinstance(block, Insert) or block.inlines for block in entry.noi_dung.walk())


def _is_open(entry: Entry) -> bool:
    """Whether nothing but a figure of the registers stands there, or a question, with or without words beside it; or
    half a sign, of which the reader has told."""
    match entry.noi_dung.blocks:
        case (Paragraph(inlines=(Figure(),)),):
            return True
    words = _words(entry)
    return next(found(entry.noi_dung, Question), None) is not None or "{{" in words or bool(HALF_SIGN.search(words))
