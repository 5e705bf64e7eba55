"""Open questions of a set, wherever they are printed: {XEM LẠI: …} in running text, the same or [XEM LẠI: …] in any
other text, names from registers among them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban.glossary import labelled
from vanban.model.document import BoVanBan
from vanban.model.inline import Question
from vanban.model.walk import inlines
from vanban.model.words import Words, words_that
from vanban.text import nfc

_OPEN = re.compile(r"[\[{]\s*XEM\s+LẠI", re.IGNORECASE)


class OpenQuestion(NamedTuple):
    """What is asked (of plain text the key that it stands under), and the origin of what holds it."""

    words: str
    origin: int


def open_questions(bo: BoVanBan) -> Iterator[OpenQuestion]:
    """Those of running text, then those of every other text."""
    questions = [inline for van_ban in bo for inline in inlines(van_ban) if isinstance(inline, Question)]
    for question in questions:
        yield OpenQuestion(f": {question.ly_do}", question.origin)
    printed = [f"[XEM LẠI: {question.ly_do}]" for question in questions]

    def holds(words: Words) -> bool:
        text = nfc(words.text)
        for told in printed if "XEM" in text else ():
            text = text.replace(told, "")
        return _OPEN.search(text) is not None

    for words in words_that(bo, holds):
        yield OpenQuestion(f" ở {labelled(words.key)}", words.origin)
