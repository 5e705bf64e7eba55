"""Changes and what follows of them → the words of a line, marked: what went and what came among them.

Marked words are as the page has them: text that stayed, or a sign and text: "-" what only the old side has, "+" what
only the new one has.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from vanban.model.change import Change, Consequence, Effect, Piece, Spot
from vanban.model.printed_lines import PrintedLine
from vanban.reviews._page._entries import Entry

Marked = list[str | tuple[str, str]]
# A line of a document, by the name of that on its side.
_At = tuple[str, int]
_SIGNS = {"both": "", "old": "-", "new": "+"}
# Of words that stay beside a change so many letters tell where it is.
_BESIDE = 32


@dataclass(slots=True)
class Index:
    """What happened to the lines of both sides: numbers of changes, what follows of others, marked words."""

    old: dict[_At, list[int]] = field(default_factory=dict)
    new: dict[_At, list[int]] = field(default_factory=dict)
    effects: dict[_At, Effect] = field(default_factory=dict)
    _words: dict[_At, list[Piece]] = field(default_factory=dict)
    _texts: dict[_At, list[Piece]] = field(default_factory=dict)
    _old_alone: dict[_At, list[Piece]] = field(default_factory=dict)
    _new_alone: dict[_At, list[Piece]] = field(default_factory=dict)

    def take(self, number: int, change: Change) -> None:
        """Takes a change in, with what follows of it."""
        for spot, where in ((change.old, self.old), (change.new, self.new)):
            for at in _lines(spot):
                where.setdefault(at, []).append(number)
        self._keep(self._words, change.old, change.new, change.pieces)
        for each in change.consequences:
            self._effect(each)

    def _effect(self, each: Consequence) -> None:
        for at in _lines(each.new):
            self.effects.setdefault(at, each.effect)
        self._keep(self._texts, each.old, each.new, each.pieces)

    def _keep(
        self, kept: dict[_At, list[Piece]], old: Spot | None, new: Spot | None, pieces: Sequence[Piece]
    ) -> None:
        """Keeps the pieces of each line, where both sides have as many, else those of each side apart."""
        if old is None or new is None or not pieces:
            return
        for spot, of, alone in ((old, "old", self._old_alone), (new, "new", self._new_alone)):
            alone |= zip(_lines(spot), _split(each for each in pieces if each.of in ("both", of)), strict=False)
        if len(old.lines) == len(new.lines):
            kept |= zip(_lines(new), _split(pieces), strict=False)

    def effect(self, name: str, line: int) -> str:
        """Why a line of the new side is other by itself; "" for not."""
        return self.effects.get((name, line), "")

    def changes(self, old: str, new: str, entry: Entry) -> tuple[int, ...]:
        """The numbers of the changes that a line takes part in. old, new: the names of its document."""
        here = self.new.get((new, entry.new), []) if entry.new is not None and entry.state != "from" else []
        there = self.old.get((old, entry.old), []) if entry.old is not None and entry.state != "to" else []
        return tuple(dict.fromkeys([*here, *there]))

    def one(self, name: str, line: int, text: str, of: Literal["old", "new"]) -> Marked:
        """The words of a line that one side alone has."""
        pieces = (self._old_alone if of == "old" else self._new_alone).get((name, line), [])
        return marked(pieces) if _read(pieces, of) == text else [(_SIGNS[of], text)]

    def both(self, name: str, line: int, old: PrintedLine, new: PrintedLine) -> Marked:
        """The words of a line that both sides have; of what no change explains both wordings whole."""
        if old.text == new.text:
            return [new.text]
        words, marks = _words(new), [*_marks(old, new)]
        same = [Piece(words, "both")] if words == _words(old) else []
        texts, reworded = self._texts.get((name, line), []), self._words.get((name, line), [])
        for pieces in (texts, [*marks, *reworded], [*marks, *same]):
            if _read(pieces, "old") == old.text and _read(pieces, "new") == new.text:
                return marked(pieces)
        return [("-", old.text), ("+", new.text)]


def marked(pieces: Iterable[Piece]) -> Marked:
    """Pieces as the page has them, those of one kind together."""
    joined = [(of, "".join([each.words for each in same])) for of, same in groupby(pieces, lambda each: each.of)]
    return [words if of == "both" else (_SIGNS[of], words) for of, words in joined]


def shortened(words: Marked) -> Marked:
    """Marked words without most of what stays between them."""
    last = len(words) - 1
    return [each if isinstance(each, tuple) else _short(each, at == 0, at == last) for at, each in enumerate(words)]


def _short(text: str, is_first: bool, is_last: bool) -> str:
    begin = "" if is_first else text[:_BESIDE]
    end = "" if is_last else text[-_BESIDE:]
    if len(text) <= len(begin) + len(end) + 3:
        return text
    return f"{begin}{'' if is_first else ' '}…{'' if is_last else ' '}{end}"


def _words(line: PrintedLine) -> str:
    """A line without its mark."""
    return "".join([each.text for each in line.words])


def _marks(old: PrintedLine, new: PrintedLine) -> Iterator[Piece]:
    """The marks in front of a line, with the space behind them."""
    if old.mark == new.mark:
        yield from [Piece(f"{new.mark} ", "both")] if new.mark else ()
    elif old.mark and new.mark:
        yield from (Piece(old.mark, "old"), Piece(new.mark, "new"), Piece(" ", "both"))
    else:
        yield Piece(f"{old.mark or new.mark} ", "old" if old.mark else "new")


def _split(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces line by line."""
    out: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.words.split("\n")
        out[-1] += [Piece(first, piece.of)] if first else []
        out += [[Piece(words, piece.of)] if words else [] for words in others]
    return out


def _read(pieces: Iterable[Piece], of: Literal["old", "new"]) -> str:
    """What is read of one side."""
    return "".join([each.words for each in pieces if each.of in ("both", of)]).strip()


def _lines(spot: Spot | None) -> list[_At]:
    return [(spot.document, line) for line in spot.lines] if spot else []
