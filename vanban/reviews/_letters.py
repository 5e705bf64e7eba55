"""A printed line → its letters as they are read on paper, and pieces of words in these letters.

A review has no faces and no breaks by sense: the 2 of m^2^ is the letter ², and the mark of a break in a heading (|) is
no letter. The words that stand for a picture are on no paper, so they are told as what they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vanban.model.change import Piece
from vanban.model.inline import NoteMark, Script, shown_text
from vanban.model.printed_lines import PrintedLine, PrintedWords

# Signs that have a raised or a lowered form; letters stay as they are.
_RAISED = {"tren": str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾"),
           "duoi": str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")}
_BREAK = "|"
# One letter of the words as they were typed each, as it is read; "" for one that is not.
Letters = list[str]


def letters(line: PrintedLine) -> Letters:
    """Those of the words of a line, its mark left out."""
    read: Letters = [*"".join([each.text for each in line.words])]
    if line.kind == "heading" and _BREAK in read:
        read = _unbroken(read)
    if any(isinstance(each, Script) for each in line.inlines):
        read = _raised(line, read)
    return read


def letters_of_text(line: PrintedLine) -> Letters:
    """The same with the mark."""
    own = letters(line)
    return [*line.mark, " ", *own] if line.mark and own else [*line.mark, *own]


def read_line(line: PrintedLine, called: str = "") -> PrintedLine:
    """The line as it is read; called: what is said of a picture in place of the words that stand for it."""
    if line.kind == "picture":
        words = "".join([each.text for each in line.words])
        return replace(line, words=(PrintedWords(f"({called or f'hình: {words}'})", line.origin),))
    if not (line.kind == "heading" or any(isinstance(each, Script) for each in line.inlines)):
        return line
    own, at, parts = letters(line), 0, list[PrintedWords]()
    for each in line.words:
        parts.append(replace(each, text="".join(own[at:at + len(each.text)])))
        at += len(each.text)
    return replace(line, words=tuple(parts))


def read_pieces(pieces: Sequence[Piece], old: Letters, new: Letters) -> tuple[Piece, ...]:
    """Pieces in the letters of the two sides; as they are where they are pieces of something else."""
    counts = (sum(len(each.words) for each in pieces if each.of in ("both", of)) for of in ("old", "new"))
    if [*counts] != [len(old), len(new)]:
        return tuple(pieces)
    return tuple(_read(pieces, old, new))


def _read(pieces: Iterable[Piece], old: Letters, new: Letters) -> Iterator[Piece]:
    at = to = 0
    for each in pieces:
        end, reached = at + len(each.words) * (each.of != "new"), to + len(each.words) * (each.of != "old")
        was, now = "".join(old[at:end]), "".join(new[to:reached])
        at, to = end, reached
        if each.of == "both" and was == now:
            yield from [Piece(now, "both")] if now else ()
        else:
            yield from [Piece(was, "old")] if was else ()
            yield from [Piece(now, "new")] if now else ()


def _unbroken(read: Letters) -> Letters:
    """Without the marks of breaks and the spaces in front of them; a mark between two letters is read as a space."""
    out = [*read]
    for at, letter in enumerate(read):
        if letter == _BREAK:
            is_closed = read[at + 1:at + 2] not in ([], [" "])
            out[at] = " " if is_closed and at and read[at - 1] != " " else ""
            if not is_closed and read[at - 1:at] == [" "]:
                out[at - 1] = ""
    return out


def _raised(line: PrintedLine, read: Letters) -> Letters:
    out, at = [*read], 0
    for each in line.inlines:
        shown = "" if isinstance(each, NoteMark) else shown_text((each,))
        if isinstance(each, Script) and "".join(read[at:at + len(shown)]) == shown:
            raised = shown.translate(_RAISED[each.position])
            out[at:at + len(shown)] = raised
        at += len(shown)
    return out
