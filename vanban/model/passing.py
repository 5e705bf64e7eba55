"""A resolution → the sentences in which somebody typed that it was passed: "Nghị quyết này được … thông qua ngày …"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban.model.document import VanBan
from vanban.model.inline import shown_text
from vanban.model.running_text import Insert, Paragraph
from vanban.model.walk import texts

_SAYS_SO = re.compile(r"\b[Nn]ghị quyết này(?: đã)? được [^.;]*?\bthông qua\b[^.;]*")


class TypedPassing(NamedTuple):
    """The words of such a sentence from its subject to its end, and where its paragraph stands."""

    words: str
    origin: int


def typed_passing(van_ban: VanBan) -> Iterator[TypedPassing]:
    """Each such sentence of the document, not those of other texts that it quotes nor that of the machine."""
    for text in texts(van_ban):
        for block in text.walk():
            if isinstance(block, Insert) or isinstance(block, Paragraph) and (block.quoted or block.composed):
                continue
            if found := _SAYS_SO.search(shown_text(block.inlines)):
                yield TypedPassing(found[0], block.origin)
