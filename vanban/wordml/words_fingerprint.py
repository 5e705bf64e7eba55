"""Whether two Word files say and show the same: Word, and LibreOffice, save what they have opened in other bytes."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby

from vanban.wordml.package import OF_DOCUMENTS
from vanban.wordml.reading.blocks import Block, Paragraph, Piece, Row, Story
from vanban.wordml.reading.stories import read

# Stands before what is no word of the text: the sign of a change, of a note, of a picture.
_SIGN = "\x01"
# Each section may have its own: LibreOffice writes one for every section that Word has given the same.
_AROUND = ("header", "footer")


def words_fingerprint(docx: bytes) -> str:
    """Of all words, those of notes, comments, text boxes, headers and tracked changes among them, of the numbers that
    Word counts, and of all pictures; whoever strikes words through takes them out. Neither other looks, nor the cutting
    of words into runs, nor what Word works out anew when it opens the file (page numbers, dates) changes it. Raises
    NotAPackage, RefusedPackage."""
    stories = [(story, said) for story in read(docx, OF_DOCUMENTS).stories if (said := _said(story))]
    text = [said for story, said in stories if story.kind not in _AROUND]
    around = sorted({f"{story.kind} {said}" for story, said in stories if story.kind in _AROUND})
    return hashlib.sha256("\n".join([*text, *around]).encode("utf-8", "surrogatepass")).hexdigest()


def _said(story: Story) -> str:
    """The words of a story, one blank between any two."""
    return " ".join(" ".join([story.author, *_blocks(story.blocks)]).split())


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _paragraph(block)
        else:
            yield from (words for row in block.rows for words in _row(row))


def _row(row: Row) -> Iterator[str]:
    yield from [f"{_SIGN}{row.change}"] if row.change else []
    for cell in row.cells:
        yield from _blocks(cell)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    yield paragraph.label
    yield "".join(_words(paragraph.pieces))
    for box in paragraph.boxes:
        yield from _blocks(box.blocks)


def _words(pieces: Iterable[Piece]) -> Iterator[str]:
    """The words of a paragraph; what is tracked, hidden or struck through is marked as that."""
    looks = groupby(pieces, key=lambda piece: (piece.change, piece.is_hidden, piece.is_struck))
    for (change, is_hidden, is_struck), alike in looks:
        words = "".join(map(_piece, alike))
        if is_struck and words.strip():
            words = f"{_SIGN}struck {words}{_SIGN}"
        yield f"{_SIGN}{change}{is_hidden} {words}{_SIGN}" if words.strip() and (change or is_hidden) else words


def _piece(piece: Piece) -> str:
    match piece.kind:
        case _ if piece.field:
            return f"{_SIGN}{piece.field}"
        case "words" | "instruction":
            return piece.text
        case "break":
            return " "
        case "comment":  # what it says is a story; LibreOffice moves the mark into a change beside it
            return ""
        case "field":
            return f"{_SIGN}{piece.text.split()[0].upper()}"
        case "picture":
            return f"{_SIGN}{piece.print}"
        case _:
            return f"{_SIGN}{piece.kind} {piece.text}{_SIGN}"
