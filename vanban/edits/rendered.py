"""Plain data (text, whole numbers, lists, mappings) → the lines of YAML that an edit puts in."""

import re
from collections.abc import Mapping, Sequence

from vanban.edits.refusals import refuse_unprintable
from vanban.scalars import quoted, scalar

Data = str | int | Sequence["Data"] | Mapping[str, "Data"]

# A text that a literal block gives back as it is: no line of blanks, no blank or tab before the first.
_LITERAL = re.compile(r"(?![ \t\n])(?:[^\n]*[^\s][^\n]*(?:\n+|$))+")


def block(data: Data) -> list[str]:
    """The lines of a value behind a key or a dash: the rest of that line, then those below, not indented yet."""
    if isinstance(data, str):
        return _text(data)
    if isinstance(data, int):
        return [str(data)]
    if not data:
        return [flow(data)]
    if isinstance(data, Mapping):
        return ["", *(line for key, value in data.items() for line in entry(key, value))]
    return ["", *(line for value in data for line in item(value))]


def entry(key: str, value: Data) -> list[str]:
    """A key with its value, as lines that begin where the key stands."""
    refuse_unprintable(key)
    first, *rest = block(value)
    return [f"{scalar(key)}:{first and ' '}{first}", *_indented(rest)]


def item(value: Data) -> list[str]:
    """An item with its dash."""
    first, *rest = block(value)
    if first:
        return [f"- {first}", *_indented(rest)]
    return [f"- {rest[0]}", *_indented(rest[1:])]


def flow(data: Data) -> str:
    """A value on one line, between brackets or braces."""
    if isinstance(data, str):
        refuse_unprintable(data)
        return scalar(data, in_flow=True)
    if isinstance(data, int):
        return str(data)
    if isinstance(data, Mapping):
        return "{" + ", ".join(flow_entry(key, value) for key, value in data.items()) + "}"
    return "[" + ", ".join(map(flow, data)) + "]"


def flow_entry(key: str, value: Data) -> str:
    """A key with its value between braces."""
    return f"{flow(key)}: {flow(value)}"


def _text(text: str) -> list[str]:
    refuse_unprintable(text)
    if "\n" not in text:
        return [scalar(text)]
    if not _LITERAL.fullmatch(text) or text.endswith("\n\n"):
        return [quoted(text)]
    return ["|" if text.endswith("\n") else "|-", *text.removesuffix("\n").split("\n")]


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" if line else "" for line in lines]
