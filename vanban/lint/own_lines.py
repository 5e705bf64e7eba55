"""The lines that a set prints, whole, and where words of them were typed: for what is read across the pieces of a line.

What a document quotes is another's, and left alone.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Protocol, TypeVar

from vanban.findings import Place
from vanban.lint.quoted import is_quoted, quoted_origins
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import place_of_first
from vanban.lint.words import led_home
from vanban.model.places import NOWHERE
from vanban.model.printed_lines import PrintedLine, PrintedWords


class Words(Protocol):
    """Something that was found in a line: its words, and where they begin."""

    @property
    def words(self) -> str: ...

    @property
    def start(self) -> int: ...


_W = TypeVar("_W", bound=Words)


def found_in_lines(
    subject: SetSubject, look: Callable[[str], Iterable[_W]],
    counts: Callable[[_W, int, PrintedLine], bool] = lambda found, origin, line: True,
) -> Iterator[tuple[Place | int, _W]]:
    """What `look` finds in the lines of a set, each with where it is typed, and once for each node.

    counts  asked of each with the origin of the words that it begins in, in a register too, and its line
    """
    told: set[tuple[int, str]] = set()
    for line in subject.lines:
        text = "".join(words.text for words in line.words)
        for found in look(text):
            words = _words_at(line, found.start)
            if not counts(found, words.origin, line):
                continue
            # what a register says is told at the key that calls it
            origin = words.origin if words.origin == NOWHERE else led_home(words, line, subject).origin
            is_new = origin != NOWHERE and (origin, found.words) not in told
            if is_new and not _is_another(subject, origin, text, found):
                told.add((origin, found.words))
                yield place_of_first(subject.places, origin, [found.words]), found


def _words_at(line: PrintedLine, start: int) -> PrintedWords:
    """The words of a line in which something begins."""
    ends = accumulate(len(words.text) for words in line.words)
    return next(words for words, end in zip(line.words, ends, strict=True) if start < end)


def _is_another(subject: SetSubject, origin: int, text: str, found: Words) -> bool:
    return is_quoted(text, found.start) or origin in quoted_origins(subject.bo)
