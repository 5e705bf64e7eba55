"""A review as Markdown, for the comment of a merge request: figures first, then document by document."""

import re
from collections.abc import Iterator

from vanban.model.change import Change, DocumentChanges, FigureChange, Piece
from vanban.model.review import Review
from vanban.reviews._sentences import counted, files, following, place_of, renamed, sentence, version
from vanban.reviews._words import has_other_words, is_said, whole_words

SUFFIX, IN_FILE = "md", False
# Code hosts take no longer comment; what is left out is said.
_MOST = 60_000
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~])")


def told(review: Review, colour: bool) -> str:
    """Every change with its words; what follows of it can be folded out."""
    head = [f"### {counted(review)}", "",
            f"{_escaped(version(review.old))} → {_escaped(version(review.new))}", ""]
    head += [f"- {_escaped(words)}" for words in (*renamed(review), *review.notes)]
    head += _figures(review)
    parts = ["\n".join(_document(document, review.issued.get(document.issuing, ""))) for document in review.comparison]
    return "\n".join([*head, *_within(parts, _MOST - sum(map(len, head)))]).rstrip() + "\n"


def _within(parts: list[str], most: int) -> Iterator[str]:
    """The documents as far as they fit; how many do not."""
    for at, part in enumerate(parts):
        most -= len(part) + 1
        if most < 0:
            yield f"\n… và {len(parts) - at} văn bản nữa; xem đủ bằng `python3 build.py diff`."
            return
        yield part


def _figures(review: Review) -> list[str]:
    rows = [(document, change, figure) for document in review.comparison for change in document.changes
            for figure in change.figures]
    if not rows:
        return []
    return ["", "| Văn bản | Chỗ | Cũ | Mới | Chênh lệch |", "|---|---|--:|--:|--:|",
            *(_row(*row) for row in rows)]


def _row(document: DocumentChanges, change: Change, figure: FigureChange) -> str:
    cells = (document.title, change.place, figure.old, figure.new, figure.difference)
    return f"| {' | '.join(map(_escaped, cells))} |"


def _document(document: DocumentChanges, issued: str) -> Iterator[str]:
    yield f"\n#### {_escaped(document.title)}\n\n`{files(document)}`\n"
    if issued:
        yield f"**{_escaped(issued)}**\n"
    for before, change in zip((None, *document.changes), document.changes, strict=False):
        words = "" if is_said(change, before) else _words(change, document)
        yield f"- **{_escaped(sentence(change))}**{words}"
        if change.consequences:
            yield f"  <details><summary>kéo theo {following(change)}</summary>\n"
            for each in change.consequences:
                yield f"  - {_escaped(place_of(each))}: {''.join(map(_piece, each.pieces))}"
            yield "\n  </details>"


def _words(change: Change, document: DocumentChanges) -> str:
    if has_other_words(change):
        return f": {''.join(map(_piece, change.pieces))}"
    if change.deed not in ("added", "removed") or change.subject == "document":
        return ""
    words = " / ".join(whole_words(change, document))
    return f": {_piece(Piece(words, 'new' if change.new else 'old'))}"


def _piece(piece: Piece) -> str:
    """Removed words struck through, new ones bold; spaces stay outside, where the signs would not be read."""
    words = _escaped(piece.words.replace("\n", " / "))
    bare = words.strip()
    if piece.of == "both" or not bare:
        return words
    sign = "~~" if piece.of == "old" else "**"
    at = words.index(bare)
    return f"{words[:at]}{sign}{bare}{sign}{words[at + len(bare):]}"


def _escaped(words: str) -> str:
    return _SIGNS.sub(r"\\\1", words)
