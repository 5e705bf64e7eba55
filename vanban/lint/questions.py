"""Open questions of a set, wherever they are printed: {XEM LẠI: …} in running text, the same or [XEM LẠI: …] in any
other text, names from registers among them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban.findings import Place
from vanban.glossary import labelled
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import place_of_first
from vanban.lint.words import all_words, led_home
from vanban.model.places import NOWHERE
from vanban.text import nfc, parted_by_questions, question_in

_OPEN = re.compile(r"[\[{]\s*XEM\s+LẠI", re.IGNORECASE)

# How a question is typed.
_FORMS = ("{XEM LẠI: ", "[XEM LẠI: ", "{XEM LẠI:", "[XEM LẠI:", "XEM LẠI")


class OpenQuestion(NamedTuple):
    """What is asked (": …"; of what is not written as a question, the key that it stands under), and the place where
    it is typed, in a register too; the origin of what holds it where it is typed in another form."""

    words: str
    at: Place | int


def open_questions(subject: SetSubject) -> Iterator[OpenQuestion]:
    """The questions of a set, in the order of print; what is printed in several places is asked once. What the format
    itself asks, where nothing attaches a document, has a finding of its own."""
    told: set[tuple[int, str]] = set()
    for words, line in all_words(subject):
        for asked in _asked(nfc(words.text), words.is_plain) if words.origin != NOWHERE else ():
            if (key := (words.origin, asked.casefold())) not in told:
                told.add(key)
                found = led_home(words, line, subject)
                origin = words.origin if _is_typed_at(words.origin, subject) else found.origin
                at = place_of_first(subject.places, origin, [*(form + asked for form in _FORMS), *_FORMS])
                yield OpenQuestion(f": {asked}" if asked else f" ở {labelled(found.key)}", at)


def _is_typed_at(origin: int, subject: SetSubject) -> bool:
    """Whether a question is typed there, and not asked by the machine where an entry lacks something."""
    typed = subject.places.typed(origin)
    return typed is not None and "xem" in typed.text[typed.start : typed.end].casefold()


def _asked(text: str, is_plain: bool) -> Iterator[str]:
    """What each question in `text` asks; "" where that is not to be seen. In text that has signs the reader has told of
    a brace that opens none."""
    for piece, asks in parted_by_questions(text):
        if asks:
            yield question_in(piece).strip()
        elif (found := _OPEN.search(piece)) and (is_plain or found[0][0] == "["):
            yield ""
