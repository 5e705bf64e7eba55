"""Where the references of a document stand: what their words depend on besides what they lead to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vanban.model.address import AddressPart, addresses
from vanban.model.body import DeMuc
from vanban.model.document import VanBan
from vanban.model.inline import Line, Reference, shown_text
from vanban.model.rebuild import found
from vanban.model.running_text import Item, Note, Paragraph

_Parts = tuple[AddressPart, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """here     the address that a reference stands at; () outside of headings and items, as in a cell
    rest     the words behind it in its line
    in_body  False in nơi nhận, Kính gửi and the proposal, where "Như Điều 3" is all that is said
    """

    here: _Parts = ()
    rest: str = ""
    in_body: bool = True


def words_by_origin(van_ban: VanBan, words: Callable[[Reference, Spot], str]) -> dict[int, str]:
    """The words of the open references in the lines of a numbered document, by their origins.

    words  those of one reference; "" where it leads to nothing

    A line is gone through from its end, so that each reference knows what is said behind it.
    """
    out: dict[int, str] = {}
    for line, here, in_body in _lines(van_ban):
        rest = ""
        for inline in reversed(line):
            said = shown_text((inline,))
            if isinstance(inline, Reference) and not inline.target:
                said = out[inline.origin] = words(inline, Spot(here, rest, in_body)) or said
            rest = said + rest
    return out


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
