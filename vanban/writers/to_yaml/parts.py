"""What every kind of entry is made of: lists, blocks of text, lengths."""

from collections.abc import Iterable
from decimal import Decimal

from vanban.model.inline import Line
from vanban.model.running_text import Text
from vanban.numerals import typed_number
from vanban.units import Length, Mm
from vanban.writers.to_yaml.emit import Entries, Listing, Literal
from vanban.writers.to_yaml.inline import inline_source
from vanban.writers.to_yaml.running_text import text_lines


def listing(entries: Iterable[Entries], *, apart: bool = False) -> Listing | None:
    """A list of mappings; None for an empty one."""
    items = tuple(entries)
    return Listing(items, apart=apart) if items else None


def texts(values: Iterable[str], *, inline: bool = False) -> Listing | None:
    """A list of texts; None for an empty one."""
    items = tuple(values)
    return Listing(items, inline=inline) if items else None


def lines(values: Iterable[Line]) -> Listing | None:
    """A list of lines with inline signs; None for an empty one."""
    return texts(map(inline_source, values))


def block(text: Text, khoan_before: int = 0) -> Literal | None:
    """Running text; None for an empty one. `khoan_before` as in `text_lines`."""
    typed = text_lines(text, khoan_before)
    return Literal(typed) if typed else None


def millimetres(length: Length | None) -> str:
    """The shortest number of millimetres that is this length, as a clerk types it; "" for none. Five decimals always
    are one."""
    if length is None:
        return ""
    exact = Decimal(int(length)) / Decimal(int(Mm(1)))
    return typed_number(next(
        short for places in range(6) if int(Mm(float(short := exact.quantize(Decimal(1).scaleb(-places))))) == length
    ))
