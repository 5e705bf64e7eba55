"""A comparison → the same comparison in the words of paper, from which every form of a review is made.

Letters are as they are read, a name or an act that stands in place of another one is replaced whole, what moved says
both of its places so that they differ, a picture says whether it is another one, an annex has its name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vanban.model.change import Cause, Change, Comparison, Consequence, DocumentChanges, DocumentSide, Piece, Spot
from vanban.model.inline import NoteMark, Run, Script
from vanban.model.printed_lines import PrintedLine
from vanban.reviews._letters import Letters, letters, letters_of_text, read_line, read_pieces
from vanban.reviews._page._cells import seats

# Zones that name a person or what he is: nobody becomes another one in part.
_NAMES = frozenset({"ho_ten", "quyen_han", "chuc_vu_khac"})
# The number and symbol of an act.
_SYMBOL = re.compile(r"\d+(?:/\d{4})?/[A-ZĐ]|\d+-[A-ZĐ]")
# Headings by which those below them are not called, the nearest first.
_ABOVE = ("Mục ", "Chương ", "Phần ")
_OLD_PICTURE, _NEW_PICTURE = "hình cũ", "hình mới"


@dataclass(frozen=True, slots=True)
class _Sides:
    """The sides of all documents, as they were compared, by their names on either side."""

    old: Mapping[str, DocumentSide]
    new: Mapping[str, DocumentSide]

    def lines(self, spot: Spot | None, side: str) -> list[PrintedLine]:
        """The lines of a spot; [] where not all are known."""
        known: DocumentSide | None = getattr(self, side).get(spot.document) if spot else None
        if spot is None or known is None or any(at >= len(known.lines) for at in spot.lines):
            return []
        return [known.lines[at] for at in spot.lines]


def as_read(comparison: Comparison) -> Comparison:
    """All of it in the words of paper."""
    documents = comparison.documents
    sides = _Sides({each.old.name: each.old for each in documents if each.old},
                   {each.new.name: each.new for each in documents if each.new})
    return Comparison(tuple(_document(each, sides) for each in documents))


def _document(document: DocumentChanges, sides: _Sides) -> DocumentChanges:
    replaced = _replaced(document)
    return replace(document, old=_side(document.old, replaced[0], _OLD_PICTURE),
                   new=_side(document.new, replaced[1], _NEW_PICTURE),
                   changes=tuple(_change(each, sides) for each in document.changes))


def _replaced(document: DocumentChanges) -> tuple[set[int], set[int]]:
    """The lines of pictures in place of which there are others, on both sides."""
    if not (document.old and document.new):
        return set(), set()
    pairs = [(old, new) for old, new in document.pairs
             if _is_other(document.old.lines[old:old + 1], document.new.lines[new:new + 1])]
    return {old for old, _ in pairs}, {new for _, new in pairs}


def _is_other(old: Sequence[PrintedLine], new: Sequence[PrintedLine]) -> bool:
    """Whether the pictures of two spots are others."""
    one, other = ([line.picture for line in lines if line.kind == "picture"] for lines in (old, new))
    return bool(one and other) and one != other


def _side(side: DocumentSide | None, replaced: set[int], called: str) -> DocumentSide | None:
    if side is None:
        return None
    lines = tuple(read_line(line, called if at in replaced else "") for at, line in enumerate(side.lines))
    return replace(side, lines=lines, title=_title(side))


def _title(side: DocumentSide) -> str:
    """What it is called, of an annex its number and its name."""
    name = " ".join(line.text for line in side.lines if line.kind == "zone" and line.name == "ten_phu_luc")
    is_numbered = any(line.kind == "zone" and line.name == "phu_luc" and line.text.casefold() == side.title.casefold()
                      for line in side.lines)
    return f"{side.title}. {' '.join(name.split())}" if name and is_numbered else side.title


# Changes


def _change(change: Change, sides: _Sides) -> Change:
    old, new = sides.lines(change.old, "old"), sides.lines(change.new, "new")
    pieces = read_pieces(change.pieces, _joined(map(letters, old)), _joined(map(letters, new)))
    if change.subject == "picture" and change.deed == "changed":
        pieces = _of_picture(pieces, old, new)
    elif change.subject == "column":
        pieces = _unnumbered(pieces, old, new)
    else:
        pieces = _whole(change, pieces, old, new)
    calls = (_OLD_PICTURE, _NEW_PICTURE) if change.deed == "changed" and _is_other(old, new) else ("", "")
    spots = _spot(change.old, old, calls[0]), _spot(change.new, new, calls[1])
    if change.deed == "moved":
        spots = _both_places(change, spots, sides)
    return replace(change, old=spots[0], new=spots[1], pieces=pieces, cause=_cause(change, old, new),
                   consequences=tuple(_consequence(each, sides) for each in change.consequences))


def _consequence(each: Consequence, sides: _Sides) -> Consequence:
    old, new = sides.lines(each.old, "old"), sides.lines(each.new, "new")
    pieces = read_pieces(each.pieces, _joined(map(letters_of_text, old)), _joined(map(letters_of_text, new)))
    return replace(each, old=_spot(each.old, old) or each.old, new=_spot(each.new, new) or each.new, pieces=pieces)


def _joined(lines: Iterable[Letters]) -> Letters:
    """The letters of several lines, with the line feeds between them."""
    out: Letters = []
    for count, line in enumerate(lines):
        out += ["\n"] * bool(count) + line
    return out


def _spot(spot: Spot | None, lines: Sequence[PrintedLine], called: str = "") -> Spot | None:
    return replace(spot, texts=tuple(read_line(line, called).text for line in lines)) if spot and lines else spot


def _of_picture(pieces: Sequence[Piece], old: Sequence[PrintedLine], new: Sequence[PrintedLine]) -> tuple[Piece, ...]:
    """The pieces of a picture and its caption: a picture is no words, and another one stands in its place whole."""
    rows = _rows(pieces)
    if len(old) != len(new) or len(rows) != len(new) or not new:
        return tuple(pieces)
    calls = (_OLD_PICTURE, _NEW_PICTURE) if _is_other(old, new) else ("", "")
    one, other = (read_line(line, called).text for line, called in zip((old[0], new[0]), calls, strict=True))
    rows[0] = [Piece(one, "both")] if one == other else [Piece(one, "old"), Piece(other, "new")]
    return _in_rows(rows)


# Names and acts


def _whole(
    change: Change, pieces: tuple[Piece, ...], old: Sequence[PrintedLine], new: Sequence[PrintedLine]
) -> tuple[Piece, ...]:
    """Pieces, those of names and of acts that others have taken the place of as a whole."""
    names = [line.kind == "zone" and line.name in _NAMES for line in (*old, *new)]
    is_other_act = change.subject == "legal_basis" and change.deed == "changed" and change.cause.kind == "text" and all(
        any(_SYMBOL.search(each.words) for each in pieces if each.of == of) for of in ("old", "new"))
    if not any(names) and not is_other_act:
        return pieces
    rows = _rows(pieces)
    if len(old) != len(new) or len(rows) != len(new):
        return tuple(_replaced_row(pieces))
    is_whole = [is_other_act or line.name in _NAMES for line in new]
    out = [_replaced_row(row) if whole else row for row, whole in zip(rows, is_whole, strict=True)]
    return _in_rows(out)


def _unnumbered(pieces: tuple[Piece, ...], old: Sequence[PrintedLine], new: Sequence[PrintedLine]) -> tuple[Piece, ...]:
    """The pieces of a column's head without those of its number, which the machine counts."""
    rows = _rows(pieces)
    if len(rows) != len(new) or len(old) != len(new):
        return pieces
    while rows and (cell := new[len(rows) - 1].cell) and cell.role == "so_cot":
        rows.pop()
    return _in_rows(rows)


def _in_rows(rows: Iterable[Sequence[Piece]]) -> tuple[Piece, ...]:
    return tuple(piece for count, row in enumerate(rows) for piece in ([Piece("\n", "both")] * bool(count) + [*row]))


def _rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.words.split("\n")
        rows[-1] += [Piece(first, piece.of)] if first else []
        if piece.of == "both":
            rows += [[Piece(words, "both")] if words else [] for words in others]
        elif others:  # lines on one side alone: no rows of both
            return []
    return rows


def _replaced_row(row: Sequence[Piece]) -> list[Piece]:
    if all(each.of == "both" for each in row):
        return [*row]
    old, new = ("".join(each.words for each in row if each.of in ("both", of)) for of in ("old", "new"))
    return [piece for piece in (Piece(old, "old"), Piece(new, "new")) if piece.words]


# Moved


_Spots = tuple[Spot | None, Spot | None]


def _both_places(change: Change, spots: _Spots, sides: _Sides) -> _Spots:
    """The places of what moved, with what tells them apart."""
    old, new = spots
    if old is None or new is None:
        return spots
    places = [_told_apart(change, spot, sides, side) for spot, side in ((old, "old"), (new, "new"))]
    return replace(old, place=places[0]), replace(new, place=places[1])


def _told_apart(change: Change, spot: Spot, sides: _Sides, side: str) -> str:
    document: DocumentSide | None = getattr(sides, side).get(spot.document)
    if document is None or not spot.lines:
        return spot.place
    first = spot.lines[0]
    if change.subject == "column":
        seat = seats(document.lines).get(first)
        table = spot.place.partition("”, ")[2] or spot.place
        return f"cột thứ {seat.column + 1}, {table}" if seat else spot.place
    inside = " ".join(_above(document.lines[:first], spot.place))
    return f"{spot.place} {inside}".strip() if spot.place.startswith("Điều ") else spot.place


def _above(lines: Sequence[PrintedLine], place: str) -> Iterator[str]:
    """The mục, the chương and the phần that end in what is behind `lines`, but those that the place says."""
    reached = -1
    for line in reversed(lines):
        step = next((at for at, noun in enumerate(_ABOVE) if line.mark.startswith(noun)), -1)
        if line.kind == "heading" and step > reached:
            reached = step
            mark = line.mark.rstrip(".:")
            yield from [mark] if mark not in place else ()


# Looks


def _cause(change: Change, old: Sequence[PrintedLine], new: Sequence[PrintedLine]) -> Cause:
    """Of what only looks otherwise: how it looked, and how it looks."""
    cause = change.cause
    if cause.kind != "format" or cause.old or cause.new or change.subject == "layout":
        return cause
    before, after = (_face(lines) for lines in (old, new))
    if before != after:
        return replace(cause, old=f"chữ {before}", new=f"chữ {after}")
    marks = [next((line.mark for line in lines), "") for lines in (old, new)]
    return replace(cause, old=marks[0] or "không đánh dấu", new=marks[1] or "không đánh dấu") \
        if marks[0] != marks[1] else cause


def _face(lines: Iterable[PrintedLine]) -> str:
    """"đứng", "đậm", "đậm một phần"."""
    found = {_named(each) for line in lines for each in line.inlines if not isinstance(each, NoteMark)
             and not (isinstance(each, Run) and not each.text.strip())}
    said = " và ".join(sorted(found - {"đứng"}))
    return f"{said} một phần" if said and "đứng" in found else said or "đứng"


def _named(inline: object) -> str:
    faces = [word for word, name in (("đậm", "bold"), ("nghiêng", "italic")) if getattr(inline, name, False)]
    if isinstance(inline, Script):
        faces.append("chỉ số trên" if inline.position == "tren" else "chỉ số dưới")
    return " ".join(faces) or "đứng"
