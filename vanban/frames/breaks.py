"""Where a zone goes to a new line: a sign in the value that a frame prints, a `w:br` once the frame is filled.

The signs are ones that no XML may hold, so that nobody can have typed them. No value opens or closes an element.
"""

from collections.abc import Iterable, Sized
from xml.sax.saxutils import escape

from markupsafe import Markup

from vanban.model.zones import ZoneLine

BREAK = "\3"
# What may stand around a piece of a zone while a frame is filled, so that it is found again on the page. They are no
# letters to a frame that asks for a length.
AROUND = ("\4", "\5")
_ELEMENT = "</w:t><w:br/><w:t>"


def printed(lines: Iterable[ZoneLine]) -> Markup:
    """The value of a variable that shows each of the lines on its own."""
    return Markup(BREAK.join([escape(line.text) for line in lines]))


def with_breaks(xml: str) -> str:
    """What a frame was filled to, its signs made line breaks."""
    return xml.replace(BREAK, _ELEMENT)


def length(value: Sized) -> int:
    """Letters of a value, or lines of a list: what `|length` of a frame gives.

    A line break counts for as many letters as the element that stands for it, as it did when values held the element
    itself: frames of offices ask for lengths that they were tried out with.
    """
    if not isinstance(value, str):
        return len(value)
    return len(value) + value.count(BREAK) * (len(_ELEMENT) - len(BREAK)) - sum(map(value.count, AROUND))
