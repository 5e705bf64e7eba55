"""From the printed words of a line to the characters that were typed for them, for edits and comments led home.

A map is made when somebody asks, by reading the line once more: nothing of it is kept beside the tree.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from vanban.model.inline import Inline, Run, shown_text
from vanban.readers.body_text import lines_of
from vanban.readers.inline_text import merged, traced_inline
from vanban.readers.scalar_spans import TextSpan, scalar_spans
from vanban.readers.source import Source
from vanban.readers.spans import Path
from vanban.rows import Rows
from vanban.text import nfc

# A letter with the marks that are typed behind it, which NFC makes one character.
_CLUSTER = re.compile("(?s:.)[\u0300-\u036f]*")
# An inline node, and for each of its characters where that was typed; of all but runs one span for the whole.
_Traced = tuple[Inline, list[TextSpan]]


@dataclass(frozen=True, slots=True)
class LineMap:
    """words   a line as it is printed
    spans   for each of its characters the offsets in the file's text of what was typed for it; the characters of a
            figure, a reference, a question have those of the whole sign
    """

    words: str
    spans: tuple[TextSpan, ...]

    def span(self, start: int, end: int) -> TextSpan | None:
        """Where the characters `start` to `end` of the words were typed, to be changed there.

        None where they begin or end inside of what was typed as one (a figure, a reference), or where a sign that
        prints nothing stands among them (a mark of bold, of a footnote), which a change would take away unseen.
        """
        inside = self.spans[start:end]
        if not inside or self._cuts(start) or self._cuts(end):
            return None
        if any(after != before and after[0] != before[1] for before, after in pairwise(inside)):
            return None
        return inside[0][0], inside[-1][1]

    def _cuts(self, position: int) -> bool:
        """Whether what stands before `position` and behind it was typed as one."""
        return 0 < position < len(self.spans) and self.spans[position - 1] == self.spans[position]


def map_of_text(source: Source, path: Path) -> LineMap:
    """The map of a value without signs (kind cau_chu), as `Record.text` reads it."""
    value = str(source.value(path)).rstrip("\n")
    spans = _composed(value, scalar_spans(source, path))
    return LineMap(nfc(value), tuple(spans))


def map_of_line(source: Source, path: Path, shown: Sequence[Inline] = ()) -> LineMap:
    """The map of one line with signs (kind dong_chu), as `Record.line` reads it.

    shown   the line as it was resolved, for the words of its figures and references; none: as it was read
    """
    value = str(source.value(path))
    start = len(value) - len(value.lstrip("\n"))
    return _map(list(_traced(value.strip("\n"), scalar_spans(source, path)[start:])), shown)


@dataclass
class BlockMaps:
    """The maps of a block of running text, which is read once for all of them."""

    source: Source
    path: Path

    def map(self, number: int, shown: Sequence[Inline] = ()) -> LineMap:
        """The map of the paragraph, signed line or footnote that begins on line `number` (from 0) of the block, with
        the lines that go on with it, as `Record.block` reads it; `shown` as above. Raises KeyError where none begins
        there."""
        traced: list[_Traced] = []
        end = 0
        for row, column in self._lines[number]:
            start = self._rows.offset(row, column)
            typed = self._rows.row(row).rstrip()[column:]
            more = list(_traced(typed, self._spans[start:start + len(typed)]))
            if traced and more:
                traced.append((Run(" "), [(self._spans[end - 1][1], self._spans[start][0])]))
            traced += more
            end = start + len(typed)
        return _map(traced, shown)

    @cached_property
    def _rows(self) -> Rows:
        return Rows(str(self.source.value(self.path)))

    @cached_property
    def _spans(self) -> list[TextSpan]:
        return scalar_spans(self.source, self.path)

    @cached_property
    def _lines(self) -> Mapping[int, Sequence[tuple[int, int]]]:
        return lines_of(self._rows.text)


def _traced(line: str, spans: Sequence[TextSpan]) -> Iterator[_Traced]:
    for inline, start, end in traced_inline(line):
        whole = spans[start][0], spans[end - 1][1]
        if not isinstance(inline, Run):
            yield inline, [whole]
        elif nfc(line[start:end]) == inline.text:
            yield inline, _composed(line[start:end], spans[start:])
        else:  # a sign behind a backslash
            yield inline, [whole]


def _composed(typed: str, spans: Sequence[TextSpan]) -> list[TextSpan]:
    """For each character that `typed` has in NFC the offsets of what makes it."""
    if not typed:
        return []
    found: list[TextSpan] = []
    composed = ""
    for cluster in _CLUSTER.finditer(typed):
        made = nfc(cluster[0])
        composed += made
        found += [(spans[cluster.start()][0], spans[cluster.end() - 1][1])] * len(made)
    whole = nfc(typed)
    return found if composed == whole else [(spans[0][0], spans[len(typed) - 1][1])] * len(whole)


def _map(traced: Sequence[_Traced], shown: Sequence[Inline]) -> LineMap:
    """The map of nodes as they are printed, without the spaces that the reader takes from the two ends of a line."""
    resolved = iter([each for each in shown if not isinstance(each, Run)])
    words, spans = "", []
    for inline, of_each in traced:
        printed = shown_text([next(resolved) if shown and not isinstance(inline, Run) else inline])
        words += printed
        spans += of_each if isinstance(inline, Run) else of_each * len(printed)
    first, last = _blanks([inline for inline, _ in traced])
    return LineMap(words[first : len(words) - last], tuple(spans[first : len(words) - last]))


def _blanks(inlines: list[Inline]) -> tuple[int, int]:
    """How many spaces stand at the two ends of a line, outside of signs."""
    whole = merged(inlines)
    if not whole:
        return 0, 0
    first, last = (each.text if isinstance(each, Run) else "" for each in (whole[0], whole[-1]))
    before = len(first) - len(first.lstrip(" "))
    return before, (len(last) - len(last.rstrip(" "))) if len(whole) > 1 or before < len(first) else 0
