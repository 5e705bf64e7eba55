"""A review of one set → a document of ours: the table that is laid before whoever decides (bảng so sánh, thuyết minh),
old beside new beside why, a row for each change of the list.

Faces stand for marks, since a table that is signed has no strokes through it: what went is italic on the left, what
came is bold on the right. What follows of a change by itself is counted below it, as in the list.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from vanban.dates import short_date
from vanban.model.change import Change, DocumentChanges, Piece, Spot
from vanban.model.document import BoVanBan, VanBan
from vanban.model.inline import Line, Run
from vanban.model.printed_lines import PrintedLine
from vanban.model.review import Review, Version
from vanban.model.running_text import Paragraph, Text
from vanban.model.table import BangBieu, Cot, Entry, Hang
from vanban.model.zones import Zone, ZoneLine, ZonePiece, Zones
from vanban.reviews._sentences import following, on_paper
from vanban.reviews._words import is_said
from vanban.text import unbroken

NAME = "so_sanh"
_TITLE = "BẢNG SO SÁNH, THUYẾT MINH"
_KEY = "Chữ nghiêng ở cột bên trái là chữ bỏ đi, chữ đậm ở cột giữa là chữ mới trong câu được sửa."
_NOTHING = "Không có."
# The columns, and how much of the width each takes.
_COLUMNS = (("cu", "Bản cũ", 2), ("moi", "Bản mới", 2), ("ly_do", "Lý do, thuyết minh", 1))
# Of what only stands elsewhere now the first line tells which it is.
_GOES_ON = " …"
_ABOVE: Line = (Run("(câu đã nêu ở hàng trên)", italic=True),)


def comparison_table(
    review: Review, title: str, documents: Sequence[DocumentChanges], reasons: Mapping[Change, Sequence[str]],
) -> BoVanBan:
    """The table of `documents`, those of one set in which something changed; it still has to be drawn.

    title    what the set is called
    reasons  why each change was made; where nobody has said so, the cell is left to be filled in
    """
    sides = {(name, side.name): side.lines for each in documents for name in ("old", "new")
             if (side := getattr(each, name))}
    rows: list[Hang] = []
    for document in documents:
        own = [_row(change, document, sides, reasons.get(change, ()), is_said(change, before)) for before, change in
               zip((None, *document.changes), document.changes, strict=False)]
        rows += [Hang(nhom=(Run(document.title),), gom=tuple(own))] if len(documents) > 1 else own
    table = BangBieu(NAME, cot=tuple(_column(*column) for column in _COLUMNS), hang=tuple(rows))
    issued = next((review.issued[each.issuing] for each in documents if each.issuing in review.issued), "")
    opening = [Paragraph((Run(_KEY, italic=True),)), *([Paragraph((Run(issued, italic=True),))] if issued else [])]
    van_ban = VanBan("phu_luc", NAME, f"{_TITLE.capitalize()}: {title}", kho_giay="ngang", bang_bieu=(table,),
                     mo_dau=Text(tuple(opening)))
    between = f"(Bản cũ: {_edition(review.old)}; bản mới: {_edition(review.new)})"
    zones = Zones(phu_luc=_zone(_TITLE), ten_phu_luc=_zone(unbroken(title).upper()), kem_theo=_zone(between))
    return BoVanBan(van_ban, zones=zones)


def _column(ma: str, head: str, share: int) -> Cot:
    return Cot(ma, (Run(head),), ty_le=share, de_trong=True)


def _zone(words: str) -> Zone:
    return Zone((ZoneLine((ZonePiece(words),)),))


def _edition(side: Version) -> str:
    """Which version it is, for paper: a commit by its day and a short name."""
    if side.kind == "folder":
        return f"thư mục {side.name}"
    day = f" ngày {short_date(side.made_on)}" if side.made_on else ""
    return f"lần ghi {side.commit[:7]}{day}" if side.commit else f"{side.name}{day}"


# Rows

_Lines = Mapping[tuple[str, str], Sequence[PrintedLine]]


def _row(
    change: Change, document: DocumentChanges, sides: _Lines, reasons: Sequence[str], is_above: bool
) -> Hang:
    """is_above: the words of the change stand in the row above."""
    old, new = ([_ABOVE] if is_above else _lines(change, name, sides) for name in ("old", "new"))
    said = on_paper(change)
    if change.subject == "document" and change.place not in said:
        said = f"{said}: {document.title}"
    after = following(change)
    cells = (
        [_place(change.old), *old] if change.old else [(Run(_NOTHING, italic=True),)],
        [(Run(f"{said}{':' if new else '.'}", bold=True),), *new,
         *([(Run(f"Kéo theo {after}.", italic=True),)] if after else [])],
        [(Run(words),) for words in reasons],
    )
    return Hang(tuple(Entry(column[0], Text(tuple(map(Paragraph, cell))))
                      for column, cell in zip(_COLUMNS, cells, strict=True)))


def _place(spot: Spot) -> Line:
    place = spot.place
    return (Run(f"{place[:1].upper()}{place[1:]}:", bold=True),)


def _lines(change: Change, name: str, sides: _Lines) -> list[Line]:
    """What stood there, or stands there now: the words of a change line by line."""
    spot: Spot | None = getattr(change, name)
    if spot is None or change.subject == "document":
        return []
    lines = [line for at in spot.lines for line in sides[name, spot.document][at:at + 1]
             if not (line.cell and line.cell.role == "so_cot")]
    if change.deed == "moved":
        first = next(_rows_of(lines), "")
        return [(Run(f"{first}{_GOES_ON if len(lines) > 1 and first == spot.texts[0] else ''}"),)] if first else []
    if change.pieces and change.subject != "layout":
        return _marked(change.pieces, name, [line.mark for line in lines])
    return [(Run(words),) for words in _rows_of(lines)]


def _marked(pieces: Iterable[Piece], side: str, marks: Sequence[str]) -> list[Line]:
    """The words of one side, those apart in their face, behind the marks of their lines."""
    lines: list[list[Run]] = [[]]
    for piece in pieces:
        bold, italic = piece.of == side == "new", piece.of == side == "old"
        for count, words in enumerate(piece.words.split("\n") if piece.of in ("both", side) else ()):
            lines += [[]] if count else []
            lines[-1] += [Run(words, bold, italic)] if words else []
    if len(marks) == len(lines):
        lines = [[Run(f"{mark} "), *line] if mark else line for mark, line in zip(marks, lines, strict=True)]
    return [tuple(line) for line in lines if "".join(run.text for run in line).strip()]


def _rows_of(lines: Iterable[PrintedLine]) -> Iterator[str]:
    """The lines as they read, the cells of a row of a table in one."""
    for (kind, _, row), together in groupby(lines, key=lambda line: (line.kind, line.name, line.row)):
        texts = [text for each in together if (text := each.text.strip())]
        if kind == "cell" and row and texts:
            yield " / ".join(texts)
        else:
            yield from texts
