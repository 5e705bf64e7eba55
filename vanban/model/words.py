"""Every text of a set, typed or composed, and the place that it comes from (the fields are asked, not a list)."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from vanban.model.document import BoVanBan
from vanban.model.inline import Run
from vanban.model.zones import Zone

# What a reader of the page never sees.
_ASIDE = frozenset({"bo_qua", "origins", "ly_do", "target", "loai_van_ban"})


class Words(NamedTuple):
    """A text, the origin of what holds it, the key it stands under.

    is_inline    signs have a meaning in it
    is_composed  it is a zone, made of what stands in keys and registers
    """

    text: str
    origin: int
    key: str
    is_inline: bool = False
    is_composed: bool = False


def words_that(bo: BoVanBan, hold: Callable[[Words], bool]) -> Iterator[Words]:
    """The texts of a set that hold something; not a zone that holds it from a text that was already yielded."""
    found: list[str] = []
    for words in words_of(bo):
        text = words.text.casefold()
        if hold(words) and not (words.is_composed and any(typed in text for typed in found)):
            found.append(text)
            yield words


def words_of(bo: BoVanBan) -> Iterator[Words]:
    """The texts of a set in the order of its fields: those of each document, then those of its zones."""
    van_ban = bo.van_ban
    for field in fields(van_ban):
        if field.name not in _ASIDE:
            yield from _words(getattr(van_ban, field.name), van_ban.origin_of(field.name), field.name)
    for field in fields(bo.zones) if bo.zones else ():
        zone: Zone = getattr(bo.zones, field.name)
        for text in zone.texts:
            yield Words(text, zone.origin, zone.key, is_composed=True)
    for part in bo.kem_theo:
        yield from words_of(part)


def _words(node: Any, origin: int, key: str) -> Iterator[Words]:
    if isinstance(node, str):
        yield Words(node, origin, key)
    elif isinstance(node, Run):
        yield Words(node.text, origin, key, is_inline=True)
    elif isinstance(node, tuple | frozenset):
        for each in node:
            yield from _words(each, origin, key)
    elif is_dataclass(node) and not isinstance(node, type):
        origin = getattr(node, "origin", origin) or origin
        for field in fields(node):
            if field.name not in _ASIDE:
                yield from _words(getattr(node, field.name), origin, key)
