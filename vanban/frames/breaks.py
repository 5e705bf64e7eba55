"""Where a zone goes to a new line, and where it asks an open question: signs in the value that a frame prints, a `w:br`
or a run of its own once the frame is filled.

The signs are ones that no XML may hold, so that nobody can have typed them. No value opens or closes an element.
"""

import re
from collections.abc import Iterable, Sized
from xml.sax.saxutils import escape

from markupsafe import Markup

from vanban.model.zones import ZoneLine
from vanban.text import parted_by_questions

BREAK = "\3"
# What may stand around a piece of a zone while a frame is filled, so that it is found again on the page. They are no
# letters to a frame that asks for a length.
AROUND = ("\4", "\5")
# Around a question that a draft still asks, {XEM LẠI: …}, which is printed as in running text.
_ASKED = ("\6", "\7")
_SIGNS = re.compile("([\6\7])")
_RUN = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>.*?</w:rPr>)?", re.DOTALL)
_FACE = '<w:rStyle w:val="VB_XemLai"/>'
_ELEMENT = "</w:t><w:br/><w:t>"


def printed(lines: Iterable[ZoneLine]) -> Markup:
    """The value of a variable that shows each of the lines on its own; a question may run over several."""
    return Markup(_asked("\n".join([escape(line.text) for line in lines])).replace("\n", BREAK))


def _asked(text: str) -> str:
    """`text` with signs around open questions."""
    if "XEM" not in text:
        return text
    before, behind = _ASKED
    return "".join([f"{before}{piece}{behind}" if asks else piece for piece, asks in parted_by_questions(text)])


def with_breaks(xml: str) -> str:
    """What a frame was filled to, its signs made line breaks and runs."""
    if _ASKED[0] in xml:
        xml = _with_questions(xml)
    return xml.replace(BREAK, _ELEMENT)


def _with_questions(xml: str) -> str:
    """`xml` with each question in a run of its own, which has the faces of the run around it and is coloured."""
    out, faces = [], ""
    for piece in _SIGNS.split(xml):
        if piece in _ASKED:
            own = _coloured(faces) if piece == _ASKED[0] else faces
            piece = f'</w:t></w:r><w:r>{own}<w:t xml:space="preserve">'
        elif (start := max(piece.rfind("<w:r>"), piece.rfind("<w:r "))) >= 0 and (run := _RUN.match(piece, start)):
            faces = run[1] or ""
        out.append(piece)
    return "".join(out)


def _coloured(faces: str) -> str:
    faces = re.sub(r"<w:rStyle [^>]*/>", "", faces or "<w:rPr></w:rPr>")
    return faces.replace("<w:rPr>", f"<w:rPr>{_FACE}", 1)


def length(value: Sized) -> int:
    """Letters of a value, or lines of a list: what `|length` of a frame gives.

    A line break counts for as many letters as the element that stands for it, as it did when values held the element
    itself: frames of offices ask for lengths that they were tried out with.
    """
    if not isinstance(value, str):
        return len(value)
    return len(value) + value.count(BREAK) * (len(_ELEMENT) - len(BREAK)) - sum(map(value.count, (*AROUND, *_ASKED)))
