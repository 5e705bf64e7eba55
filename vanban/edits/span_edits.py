"""Changes a source file where it stands: the characters of one value, no other.

For the machine's edits (collected figures, next year's plan, tidying): comments, order and layout are the
officer's and stay. No edit gives the same text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vanban.findings import Fix
from vanban.readers.source import Source
from vanban.readers.spans import Path

# A scalar that YAML reads back as it stands, without quotes: letters, digits and what stands inside sentences.
_PLAIN = re.compile(r"[^\W_][^\n:#\[\]{},&*!|>'\"%@`]*(?<! )")


@dataclass(frozen=True, slots=True)
class Overlap(ValueError):
    """Two edits that reach for the same characters: a bug of whoever made them."""

    first: Fix
    second: Fix


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """`text` with each fix in its place. Raises Overlap where two meet."""
    out: list[str] = []
    end = 0
    previous: Fix | None = None
    for fix in sorted(fixes, key=lambda f: (f.start, f.end)):
        if previous and fix.start < end:
            raise Overlap(previous, fix)
        out += text[end : fix.start], fix.text
        end, previous = fix.end, fix
    return "".join([*out, text[end:]])


def replace_value(source: Source, path: Path, value: str) -> Fix:
    """The fix that gives the scalar at `path` another value, in the style it has: literal, quoted or plain.

    Raises KeyError for a path that is not there, ValueError for a list or mapping.
    """
    span = source.values[path]
    if span.style is None:
        raise ValueError(f"{path} is not a scalar")
    if span.style == "|":
        return _literal(source, path, value)
    if span.style == '"' or not _PLAIN.fullmatch(value) or "\n" in value:
        return Fix(span.start, span.end, _double_quoted(value))
    return Fix(span.start, span.end, f"'{value}'" if span.style == "'" else value)


def insert_after(source: Source, path: Path, line: str) -> Fix:
    """The fix that puts a line of its own below the one on which the scalar at `path` ends."""
    span = source.values[path]
    end = source.text.find("\n", max(span.start, span.end - 1))
    ending = "\r\n" if source.text[:end].endswith("\r") else "\n"
    if end < 0:  # the last line of a file that ends without a line break
        return Fix(len(source.text), len(source.text), f"{ending}{line}")
    return Fix(end + 1, end + 1, line + ending)


def replace_text(source: Source, path: Path, start: int, end: int, text: str) -> Fix:
    """The fix that puts `text` for the characters `start` to `end` of a literal block, as `Record` reads it.

    The new text stays on one line, as the old one does.
    """
    span = source.values[path]
    if span.style != "|" or "\n" in text:
        raise ValueError(f"{path} is not a literal block, or the new text has a line break")
    value = source.value(path)
    if "\n" in value[start:end]:
        raise ValueError("the replaced characters stand on more than one line")
    line = value.count("\n", 0, start)
    column = start - (value.rfind("\n", 0, start) + 1)
    at = source.offset(*source.in_block(path, line, column))
    return Fix(at, at + end - start, text)


def _literal(source: Source, path: Path, value: str) -> Fix:
    """Header and indentation stay; the lines between are new."""
    span = source.values[path]
    row, column = source.in_block(path, 0, 0)
    first, indent = source.offset(row, 0), " " * column
    ending = "\r\n" if source.text[:first].endswith("\r\n") else "\n"
    lines = [f"{indent}{line}" if line else "" for line in value.rstrip("\n").split("\n")]
    return Fix(first, span.end, ending.join(lines) + ending)


def _double_quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
