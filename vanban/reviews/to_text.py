"""A review for a terminal: short, by document; a change in a line, its words below it."""

import re
from collections.abc import Iterator

from vanban.model.change import Change, DocumentChanges, Piece
from vanban.model.review import Review
from vanban.reviews._sentences import counted, files, following, renamed, sentence, version
from vanban.reviews._words import has_other_words, is_said, whole_words

SUFFIX, IN_FILE = "txt", False
# Of words that stay so many letters are shown beside what changed, of what was put in or taken out so many.
_BESIDE, _SHOWN = 40, 160
_BOLD, _RED, _GREEN, _GREY, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[90m", "\x1b[0m"
# What would move the cursor of a terminal.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def told(review: Review, colour: bool) -> str:
    """Every change, and what follows of it counted; words that went as [-…-], new ones as {+…+}, or red and green."""
    lines = [f"So sánh {version(review.old)} với {version(review.new)}:"]
    for document in review.comparison:
        title = f"{document.title} ({files(document)}): {len(document.changes)} thay đổi"
        lines += ["", f"{_BOLD}{_clean(title)}{_PLAIN}" if colour else _clean(title)]
        if issued := review.issued.get(document.issuing):
            lines.append(f"  {_clean(issued)}")
        for before, change in zip((None, *document.changes), document.changes, strict=False):
            lines += [f"  {line}" for line in _change(change, is_said(change, before), document, colour)]
    lines += ["", *map(_clean, (*renamed(review), *review.notes))] if [*renamed(review), *review.notes] else []
    lines += ["", f"{counted(review)}."]
    return "\n".join(lines)


def _change(change: Change, said: bool, document: DocumentChanges, colour: bool) -> Iterator[str]:
    """said: the words of the change stand right above."""
    yield _clean(sentence(change))
    if words := "" if said else _words(change, document, colour):
        yield f"  {words}"
    if after := following(change):
        yield f"  {_grey(f'kéo theo {after}', colour)}"
    if change.cause.source:
        yield f"  {_grey(_clean(f'ghi ở {change.cause.source.file}:{change.cause.source.line}'), colour)}"


def _words(change: Change, document: DocumentChanges, colour: bool) -> str:
    if change.deed == "changed" and change.cause.kind != "format" and has_other_words(change):
        return "".join(_piece(piece, at, len(change.pieces), colour) for at, piece in enumerate(change.pieces))
    if change.deed in ("added", "removed") and change.subject != "document":
        return _whole(" / ".join(whole_words(change, document)), "new" if change.new else "old", colour)
    return ""


def _whole(texts: str, side: str, colour: bool) -> str:
    """The lines that were put in or taken out, on one line."""
    return _marked(f"{texts[:_SHOWN].rstrip()} …" if len(texts) > _SHOWN else texts, side, colour)


def _piece(piece: Piece, at: int, count: int, colour: bool) -> str:
    words = piece.words.replace("\n", " / ")
    if piece.of != "both":
        return _marked(words, piece.of, colour)
    words = _clean(words)
    if len(words) <= 2 * _BESIDE:
        return words
    before = f"{words[:_BESIDE].rpartition(' ')[0]} " if at else ""
    behind = f" {words[-_BESIDE:].partition(' ')[2]}" if at < count - 1 else ""
    return f"{before}…{behind}"


def _marked(words: str, side: str, colour: bool) -> str:
    words = _clean(words)
    if not words:
        return ""
    if colour:
        return f"{_RED if side == 'old' else _GREEN}{words}{_PLAIN}"
    return f"[-{words}-]" if side == "old" else f"{{+{words}+}}"


def _grey(words: str, colour: bool) -> str:
    return f"{_GREY}{words}{_PLAIN}" if colour else words


def _clean(words: str) -> str:
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", words)
