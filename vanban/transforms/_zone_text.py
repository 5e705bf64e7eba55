"""The text of zones, in pieces that know their nodes: put together, broken into lines, ended."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from string import Formatter

from vanban.model.inline import Inline, Line, Run, Script, shown_text
from vanban.model.places import NOWHERE
from vanban.model.scripts import as_characters
from vanban.model.zones import ZoneLine, ZonePiece
from vanban.text import ends_with_and_so_on, without_end
from vanban.the_thuc import DauCuoiDong

Pieces = tuple[ZonePiece, ...]


def piece(words: str, origin: int = NOWHERE) -> Pieces:
    """Words of one node; nothing for none."""
    return (ZonePiece(words, origin),) if words else ()


def filled(form: str, parts: Mapping[str, Pieces]) -> Pieces:
    """A form of the format with its parts: "{so}/{ky_hieu}"."""
    found: list[ZonePiece] = []
    for fixed, name, _, _ in Formatter().parse(form):
        found += piece(fixed)
        found += parts[name] if name else ()
    return tuple(found)


def words_of(line: Line, origin: int) -> Pieces:
    """The words of a resolved line; plain text in it has the `origin`."""
    return tuple([
        ZonePiece(words, origin if isinstance(inline, Run) else inline.origin)
        for inline in line if (words := _words(inline))
    ])


def _words(inline: Inline) -> str:
    """Zones are text of one face: a figure above or below the line is the character that looks so."""
    return as_characters(inline.position, inline.text) if isinstance(inline, Script) else shown_text((inline,))


def in_capitals(pieces: Pieces) -> Pieces:
    return tuple([replace(each, words=each.words.upper()) for each in pieces])


def parted(pieces: Pieces, sign: str) -> Iterator[Pieces]:
    """What stands between the `sign`s."""
    waiting: list[ZonePiece] = []
    for each in pieces:
        first, *others = each.words.split(sign)
        waiting += piece(first, each.origin)
        for words in others:
            yield tuple(waiting)
            waiting = [*piece(words, each.origin)]
    yield tuple(waiting)


def broken(pieces: Pieces) -> tuple[ZoneLine, ...]:
    """The lines of a title; an officer breaks it by sense with |."""
    return tuple([ZoneLine(stripped(line)) for line in parted(pieces, "|")])


def punctuated(lines: Sequence[Pieces], ending: DauCuoiDong) -> tuple[ZoneLine, ...]:
    """The lines of a list with the signs that end them, whatever was typed there."""
    last = len(lines) - 1
    return tuple([_ended(line, ending.giua if count < last else ending.cuoi) for count, line in enumerate(lines)])


def _ended(pieces: Pieces, sign: str) -> ZoneLine:
    """A line with its sign; the full stop of "v.v." stays where it is not that sign."""
    text = _text(pieces)
    bare = without_end(text)
    kept = len(bare) + (sign != "." and ends_with_and_so_on(text))
    return ZoneLine(_shortened(pieces, kept) + piece(sign))


def stripped(pieces: Pieces, signs: str | None = None) -> Pieces:
    """Without the `signs` at both ends, else without the spaces there."""
    text = _text(pieces)
    left = len(text) - len(text.lstrip(signs))
    found: list[ZonePiece] = []
    for each in pieces:
        found += piece(each.words[left:], each.origin)
        left = max(0, left - len(each.words))
    return _shortened(tuple(found), len(text.strip(signs)))


def _shortened(pieces: Pieces, length: int) -> Pieces:
    """The first `length` letters."""
    found: list[ZonePiece] = []
    for each in pieces:
        found += piece(each.words[:max(0, length)], each.origin)
        length -= len(each.words)
    return tuple(found)


def _text(pieces: Pieces) -> str:
    return "".join([each.words for each in pieces])
