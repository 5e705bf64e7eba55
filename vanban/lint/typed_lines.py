"""The lines of a document as they were typed, with the node that they stand in; not what it quotes in whole.

Words that the machine composes stand for themselves where they name an act of the register, which is another's; else
they are one sign that nothing looked for holds.
"""

from collections.abc import Iterator

from vanban.lint.subjects import SetSubject
from vanban.model.document import VanBan
from vanban.model.inline import Inline, Line, NoteMark, Reference, Run, shown_text
from vanban.model.rebuild import found
from vanban.model.running_text import Item, Note, Paragraph
from vanban.model.walk import de_mucs

_COMPOSED = "\N{OBJECT REPLACEMENT CHARACTER}"


def typed_lines(subject: SetSubject, van_ban: VanBan) -> Iterator[tuple[int, str]]:
    """The origin and the words of each line of running text, cells and notes too, and of each heading."""
    yield from ((node.origin, _words(subject, node.tieu_de)) for node in de_mucs(van_ban.de_muc) if node.tieu_de)
    kinds: tuple[type[Item | Paragraph | Note], ...] = (Item, Paragraph, Note)
    for block in found(van_ban, *kinds):
        if not (isinstance(block, Paragraph) and block.quoted):
            yield block.origin, _words(subject, block.inlines)


def _words(subject: SetSubject, line: Line) -> str:
    return "".join(each.text if isinstance(each, Run) else _composed(subject, each)
                   for each in line if not isinstance(each, NoteMark))


def _composed(subject: SetSubject, inline: Inline) -> str:
    is_act = isinstance(inline, Reference) and inline.ma in subject.setting.registers.can_cu
    return shown_text((inline,)) if is_act else _COMPOSED
