"""A paragraph that nobody typed: words composed of other keys and of registers."""

from vanban.model.inline import Question, Run
from vanban.model.running_text import Paragraph
from vanban.text import parted_by_questions


def composed_line(words: str, origin: int, *, centred: bool = False) -> Paragraph:
    """The paragraph; what a register does not say yet asks in it as everywhere."""
    inlines = [Question(piece.removeprefix("[XEM LẠI: ").removesuffix("]"), origin) if asks else Run(piece)
               for piece, asks in parted_by_questions(words)]
    return Paragraph(tuple(inlines), composed=True, centred=centred, origin=origin)
