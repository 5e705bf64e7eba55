"""Where the references of a document stand: what their words depend on besides what they lead to."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vanban.model.address import AddressPart, addresses
from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.inline import Line, Reference, Run, shown_text
from vanban.model.rebuild import found
from vanban.model.running_text import Item, Note, Paragraph

_Parts = tuple[AddressPart, ...]
_SENTENCE_END = re.compile(r"[.?!]\s+\Z|^\s*\Z")


@dataclass(frozen=True, slots=True)
class Spot:
    """here     the address that a reference stands at; () outside of headings and items, as in a cell
    rest     the words behind it in its line
    opens    whether a sentence begins with it
    in_body  False in nơi nhận, Kính gửi and the proposal, where "Như Điều 3" is all that is said
    """

    here: _Parts = ()
    rest: str = ""
    opens: bool = False
    in_body: bool = True


def words_by_origin(van_ban: VanBan, words: Callable[[Reference, Spot], str]) -> dict[int, str]:
    """The words of the open references in the lines of a numbered document, by their origins.

    words  those of one reference; "" where it leads to nothing

    A line is gone through from its end, so that each reference knows what is said behind it.
    """
    out: dict[int, str] = {}
    for line, here, in_body in _lines(van_ban):
        rest = ""
        for index, inline in reversed(list(enumerate(line))):
            said = shown_text((inline,))
            if isinstance(inline, Reference) and not inline.target:
                spot = Spot(here, rest, _opens(line[index - 1 : index]), in_body)
                said = out[inline.origin] = words(inline, spot) or said
            rest = said + rest
    return out


def _opens(before: Line) -> bool:
    """Whether a sentence begins behind what stands before in the line."""
    return not before or isinstance(before[0], Run) and _SENTENCE_END.search(before[0].text) is not None


def _lines(van_ban: VanBan) -> Iterator[tuple[Line, _Parts, bool]]:
    """The lines of a document, each with its address and whether it is of the body."""
    placed: dict[int, _Parts] = {}
    for each, address in addresses(van_ban):
        more = each.paragraphs if isinstance(each, Item) else ()
        placed |= {id(line): address.parts for line in (each, *more)}
    holders: tuple[type[DeMuc | Item | Paragraph | Note], ...] = (DeMuc, Item, Paragraph, Note)
    for node in found(van_ban, *holders):
        yield _line(node), placed.get(id(node), ()), True
    for line in (*van_ban.kinh_gui, van_ban.theo_de_nghi, *van_ban.noi_nhan):
        yield line, (), False


def _line(node: DeMuc | Item | Paragraph | Note) -> Line:
    return node.tieu_de if isinstance(node, DeMuc) else node.inlines
