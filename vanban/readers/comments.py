"""The comments of a source: what stands behind a `#` that no value and no key holds."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.readers.source import Source, spans_of
from vanban.readers.spans import Span


@dataclass(frozen=True, slots=True)
class Comment:
    """Its sign and words, where the sign stands in the text, and its line (from 1)."""

    words: str
    start: int
    line: int


def comments_of(source: Source) -> Iterator[Comment]:
    """All of them, in order."""
    text, at, held = source.text, 0, _Held(source)
    while (at := text.find("#", at)) >= 0:
        if (at and not text[at - 1].isspace()) or held.has(at):
            at += 1
            continue
        end = text.find("\n", at)
        stop = len(text) if end < 0 else end
        yield Comment(text[at:stop].rstrip(), at, source.position(at)[0] + 1)
        at = stop


class _Held:
    """The characters that are those of a value or a key."""

    def __init__(self, source: Source) -> None:
        spans = spans_of(source) if source.data is not None else None
        scalars = [each for each in spans.values.values() if each.style is not None] if spans else []
        keys = [*spans.keys.values()] if spans else []
        self._parts = sorted((_first(source.text, each), each.end) for each in (*scalars, *keys))
        self._starts = [start for start, _ in self._parts]

    def has(self, at: int) -> bool:
        """Whether the character at that offset is one."""
        before = bisect_right(self._starts, at) - 1
        return before >= 0 and at < self._parts[before][1]


def _first(text: str, span: Span) -> int:
    """Where the characters of a value begin; of a block behind the line of its sign, for a comment may be there."""
    if span.style in ("|", ">"):
        return text.find("\n", span.start, span.end) + 1 or span.end
    return span.start
