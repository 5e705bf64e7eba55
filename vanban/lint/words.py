"""Looking for something in the words of a set: every printed line is read, and what is found is led home."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from vanban.lint.subjects import SetSubject
from vanban.model.places import NOWHERE
from vanban.model.printed_lines import PrintedLine, PrintedWords

_KEYS = re.compile("[a-z_]+")


class FoundWords(NamedTuple):
    """Words that hold what was looked for, the origin to tell it at, the key that stands there."""

    text: str
    origin: int
    key: str


def words_that(subject: SetSubject, hold: Callable[[PrintedWords], bool]) -> Iterator[FoundWords]:
    """The words of a set that hold something, once for each node, however often that is printed."""
    told: set[int] = set()
    for words, line in all_words(subject):
        if words.origin not in told and hold(words):
            told.add(words.origin)
            yield led_home(words, line, subject)


def all_words(subject: SetSubject) -> Iterator[tuple[PrintedWords, PrintedLine]]:
    """All words of a set, each with its line, in the order of print."""
    return ((words, line) for line in subject.lines for words in line.words)


def led_home(words: PrintedWords, line: PrintedLine, subject: SetSubject) -> FoundWords:
    """Told where it was typed; what a register says, at the key of the document that calls it."""
    places = subject.places
    typed_here = words.origin != NOWHERE and places.file(words.origin) == places.file(line.origin)
    origin = words.origin if typed_here else line.origin
    keys = _KEYS.findall(places[origin].path)
    return FoundWords(words.text, origin, keys[-1] if keys else line.name)


def is_running(line: PrintedLine) -> bool:
    """Whether it is a line of running text, signed or not, and not one of a table or below it."""
    return line.kind == "paragraph" and not line.name
