"""Another value for a scalar, or other words inside a literal block → the Fix."""

import re

from vanban.edits.layout import line_end
from vanban.edits.lines import replace_lines
from vanban.edits.refusals import refuse_unprintable
from vanban.findings import Fix
from vanban.readers.source import Source
from vanban.readers.spans import Path
from vanban.scalars import quoted, scalar

_WHOLE = re.compile("-?[0-9]+")


def replace_value(source: Source, path: Path, value: str) -> Fix:
    """The fix that gives the scalar at `path` another value, in the style it has: literal, quoted or plain.

    Raises KeyError for a path that is not there, ValueError for a list or mapping, EditRefused for a value that the
    style cannot hold.
    """
    span = source.span(path)
    if span.style is None:
        raise ValueError(f"{path} is not a scalar")
    refuse_unprintable(value)
    if span.style == "|":
        return replace_lines(source, path, value.removesuffix("\n").split("\n") if value else [])
    old = source.text[span.start : span.end]
    if span.style == "'" and "'" not in value and "\n" not in value:
        new = f"'{value}'"
    elif span.style in ('"', "'", ">"):
        new = quoted(value)
    else:
        new = scalar(value, in_flow=True, is_number=_WHOLE.fullmatch(old) is not None)
    if span.style == ">":  # its span ends where the next line begins
        new += line_end(source.text, span.start)
    is_apart = old or source.text[span.start - 1].isspace()
    return Fix(span.start, span.end, new if is_apart else f" {new}")


def replace_text(source: Source, path: Path, start: int, end: int, text: str) -> Fix:
    """The fix that puts `text` for the characters `start` to `end` of a literal block, as `Record` reads it.

    The new text stays on one line, as the old one does.
    """
    span = source.span(path)
    refuse_unprintable(text)
    if span.style != "|" or "\n" in text:
        raise ValueError(f"{path} is not a literal block, or the new text has a line break")
    value = source.value(path)
    if "\n" in value[start:end]:
        raise ValueError("the replaced characters stand on more than one line")
    line = value.count("\n", 0, start)
    column = start - (value.rfind("\n", 0, start) + 1)
    at = source.offset(*source.in_block(path, line, column))
    return Fix(at, at + end - start, text)
