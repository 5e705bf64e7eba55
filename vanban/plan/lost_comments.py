"""The comments of an old file that its new one has no place for: they stood beside what went."""

from collections import Counter
from collections.abc import Iterator, Sequence

from vanban.readers.comments import Comment, comments_of
from vanban.readers.source import Source
from vanban.readers.spans import Path


def lost_comments(source: Source, new: Source, dropped: Sequence[Path]) -> tuple[Comment, ...]:
    """Those of `source` that `new` has less often, in order. Where the same words stand several times, those beside
    what was `dropped` are the ones that are missing."""
    there = [*comments_of(source)]
    missing = Counter(each.words for each in there) - Counter(each.words for each in comments_of(new))
    if not missing:
        return ()
    gone = [*_lines(source, dropped)]
    nearest = sorted(there, key=lambda each: min((_apart(each.line, lines) for lines in gone), default=0))
    return tuple(sorted(_first_of_each(nearest, missing), key=lambda each: each.line))


def _first_of_each(comments: Sequence[Comment], wanted: Counter[str]) -> Iterator[Comment]:
    left = wanted.copy()
    for each in comments:
        if left[each.words]:
            left[each.words] -= 1
            yield each


def _lines(source: Source, dropped: Sequence[Path]) -> Iterator[tuple[int, int]]:
    """First and last line (from 1) of what goes."""
    for path in dropped:
        span = source.span(path)
        yield span.line + 1, span.end_line + 1


def _apart(line: int, lines: tuple[int, int]) -> int:
    """How many lines lie between a line and these."""
    return max(lines[0] - line, line - lines[1], 0)
