"""Open questions of a set, wherever they are printed: {XEM LẠI: …} in running text, the same or [XEM LẠI: …] in any
other text, names from registers among them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban.glossary import labelled
from vanban.lint.subjects import SetSubject
from vanban.lint.words import all_words, led_home
from vanban.model.places import NOWHERE
from vanban.text import nfc, parted_by_questions, question_in

_OPEN = re.compile(r"[\[{]\s*XEM\s+LẠI", re.IGNORECASE)


class OpenQuestion(NamedTuple):
    """What is asked (": …"; of what is not written as a question, the key that it stands under), and the origin of
    what holds it."""

    words: str
    origin: int


def open_questions(subject: SetSubject) -> Iterator[OpenQuestion]:
    """The questions of a set, in the order of print; what is printed in several places is asked once. What the format
    itself asks, where nothing attaches a document, has a finding of its own."""
    told: set[tuple[int, str]] = set()
    for words, line in all_words(subject):
        for asked in _asked(nfc(words.text)) if words.origin != NOWHERE else ():
            if (key := (words.origin, asked.casefold())) not in told:
                told.add(key)
                found = led_home(words, line, subject)
                yield OpenQuestion(f": {asked}" if asked else f" ở {labelled(found.key)}", found.origin)


def _asked(text: str) -> Iterator[str]:
    """What each question in `text` asks; "" where that is not to be seen."""
    for piece, asks in parted_by_questions(text):
        if asks:
            yield question_in(piece)
        elif _OPEN.search(piece):
            yield ""
