"""Where each character of a value stands in its file: what YAML's quotes, escapes, folds and indents have hidden.

Worked out from the text when somebody asks, for edits that change some words of a value and no other.
"""

import re
from collections.abc import Iterator

from vanban.readers.source import Source
from vanban.readers.spans import Path

# From one offset of the text to another, the last not included.
TextSpan = tuple[int, int]

_FOLD = r"(?P<fold>[ \t]*\r?\n[ \t\r\n]*)"
_ESCAPED_BREAK = r"(?P<nothing>\\[ \t]*\r?\n[ \t]*)"
_ESCAPE = r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)"
# What stands for one character or for a line break, in each way of writing a value inside lines.
_TOKENS = {
    "": re.compile(rf"{_FOLD}|.", re.DOTALL),
    "'": re.compile(rf"{_FOLD}|''|.", re.DOTALL),
    '"': re.compile(rf"{_ESCAPED_BREAK}|{_FOLD}|{_ESCAPE}|.", re.DOTALL),
}
_WORD = re.compile(r"[^ \t\r\n]+")


def scalar_spans(source: Source, path: Path) -> list[TextSpan]:
    """For each character of the value at `path` the offsets in the file's text between which it is written.

    Characters that are written together, as the space that a fold stands for, have the same. Where a value is written
    so that its characters cannot be told apart, each has those of the whole value: no part of it can be changed.
    """
    value, span = str(source.value(path)), source.span(path)
    match span.style:
        case "|":
            found = list(_literal(source, path, value))
        case ">":
            found = _folded(source.text, source.offset(span.line + 1, 0), span.end, value)
        case style:
            quote = 1 if style else 0
            found = list(_inside_lines(source.text, span.start + quote, span.end - quote, style or ""))
    return found if len(found) == len(value) else [(span.start, span.end)] * len(value)


def _literal(source: Source, path: Path, value: str) -> Iterator[TextSpan]:
    """Of a block behind “|”: its lines as they stand; a line end reaches to the first character of the next line."""
    lines = value.split("\n")
    for number, line in enumerate(lines):
        start = source.offset(*source.in_block(path, number, 0))
        yield from ((start + at, start + at + 1) for at in range(len(line)))
        if number + 1 < len(lines):
            is_last = number + 2 == len(lines) and not lines[-1]
            after = len(source.text) if is_last else source.offset(*source.in_block(path, number + 1, 0))
            yield start + len(line), after


def _folded(text: str, start: int, end: int, value: str) -> list[TextSpan]:
    """Of a block behind “>”: the words in their order; the space between two words is one with all that parts them."""
    spans: list[TextSpan] = []
    before = start
    written = _WORD.finditer(text, start, end)
    for word in _WORD.finditer(value):
        there = next(written, None)
        if there is None or there[0] != word[0]:
            return []
        spans += [(before, there.start())] * (word.start() - len(spans))
        spans += ((at, at + 1) for at in range(there.start(), there.end()))
        before = there.end()
    return [*spans, *[(before, end)] * (len(value) - len(spans))]


def _inside_lines(text: str, start: int, end: int, style: str) -> Iterator[TextSpan]:
    """Of a value without quotes or in quotes: a fold is a space, or as many line breaks as it has blank lines."""
    for token in _TOKENS[style].finditer(text, start, end):
        kind = token.lastgroup
        count = 0 if kind == "nothing" else max(1, token[0].count("\n") - 1) if kind == "fold" else 1
        yield from [token.span()] * count
