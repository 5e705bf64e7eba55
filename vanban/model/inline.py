"""What runs inside a line: text, and the references that the machine gives their words.

`shown` is None until a transform has resolved the node; a writer never meets None (the check stage refuses).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from vanban.model.places import NOWHERE


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one face."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """`{{ ma.don_vi@ky | dinh_dang }}`: a figure; only `ma` must be there. `muc_tieu.x` is the target of x."""

    ma: str
    don_vi: str = ""
    ky: str = ""
    dinh_dang: str = ""
    bold: bool = False
    italic: bool = False
    shown: str | None = None
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """`[[ma]]`: a legal basis, a document of the set, a node of it or a body; the words are composed.

    `ma` of a column is that of its table, a dot, and its own: "ket_qua.tre_han".
    """

    ma: str
    dinh_dang: str = ""
    bold: bool = False
    italic: bool = False
    shown: str | None = None
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class NoteMark:
    """`[^ma]`: the mark of a footnote; `number` counts through the set, 0 until it is counted."""

    ma: str
    number: int = 0
    origin: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """`{XEM LẠI: lý do}`: something a person must settle before issue."""

    ly_do: str
    origin: int = field(default=NOWHERE, compare=False)


Inline = Run | Figure | Reference | NoteMark | Question
Line = tuple[Inline, ...]


def shown_text(inlines: Iterable[Inline]) -> str:
    """The words of a resolved line without its faces; an unresolved reference shows as its source."""
    return "".join(map(_words, inlines))


def _words(inline: Inline) -> str:
    match inline:
        case Run(text=text):
            return text
        case Figure() | Reference():
            return inline.shown if inline.shown is not None else f"[{inline.ma}]"
        case Question(ly_do=reason):
            return f"[XEM LẠI: {reason}]"
        case NoteMark():
            return ""
