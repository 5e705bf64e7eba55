"""Open questions of a set, wherever they are printed: {XEM LẠI: …} in running text, the same or [XEM LẠI: …] in any
other text, names from registers among them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban.glossary import labelled
from vanban.lint.subjects import SetSubject
from vanban.lint.words import words_that
from vanban.model.printed_lines import PrintedWords
from vanban.text import nfc

_OPEN = re.compile(r"[\[{]\s*XEM\s+LẠI", re.IGNORECASE)
# As a question that was read is printed.
_READ = re.compile(r"\[XEM LẠI: (.*)\]", re.DOTALL)


class OpenQuestion(NamedTuple):
    """What is asked (of plain text the key that it stands under), and the origin of what holds it."""

    words: str
    origin: int


def open_questions(subject: SetSubject) -> Iterator[OpenQuestion]:
    """The questions of a set, in the order of print."""
    for words in words_that(subject, _asks):
        question = _READ.fullmatch(words.text)
        yield OpenQuestion(f": {question[1]}" if question else f" ở {labelled(words.key)}", words.origin)


def _asks(words: PrintedWords) -> bool:
    return _OPEN.search(nfc(words.text)) is not None
