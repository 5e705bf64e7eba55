"""Where a zone goes to a new line: a sign in the value that a frame prints, a `w:br` once the frame is filled.

The sign is one that no XML may hold, so that nobody can have typed it. No value opens or closes an element.
"""

from collections.abc import Iterable, Sized
from xml.sax.saxutils import escape

from markupsafe import Markup

BREAK = "\3"
_ELEMENT = "</w:t><w:br/><w:t>"


def printed(lines: Iterable[str]) -> Markup:
    """The value of a variable that shows each of the lines on its own."""
    return Markup(BREAK.join(map(escape, lines)))


def with_breaks(xml: str) -> str:
    """What a frame was filled to, its signs made line breaks."""
    return xml.replace(BREAK, _ELEMENT)


def length(value: Sized) -> int:
    """Letters of a value, or lines of a list: what `|length` of a frame gives.

    A line break counts for as many letters as the element that stands for it, as it did when values held the element
    itself: frames of offices ask for lengths that they were tried out with.
    """
    breaks = value.count(BREAK) if isinstance(value, str) else 0
    return len(value) + breaks * (len(_ELEMENT) - len(BREAK))
