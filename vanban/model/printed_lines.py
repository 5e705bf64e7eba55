"""A resolved set → everything that is printed of it, line by line, in the order of print, each word with its node.

What is looked for in words, compared or read aloud goes through here; nobody else lists what is printed. Not here: the
words that frames hold themselves ("Nơi nhận:"), and what only typesetting adds (capitals of headings, the end mark).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from vanban.model.body import DeMuc
from vanban.model.document import BoVanBan, VanBan
from vanban.model.grid import Cell
from vanban.model.inline import Figure, Inline, Line, NoteMark, Question, Reference, Run, Script, shown_text
from vanban.model.picture import Hinh
from vanban.model.print_order import Node, in_print_order, opening
from vanban.model.rebuild import found
from vanban.model.running_text import Item, Note, Paragraph, Text
from vanban.model.table import UNIT, BangBieu
from vanban.model.zones import BODY, Zone, order_of

Kind = Literal["zone", "heading", "paragraph", "caption", "picture", "cell", "note"]
# The order in which a page prints the zones of a document, BODY among them.
ZoneOrder = Callable[[BoVanBan], Sequence[str]]


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """Words of one node. `is_plain`: they were typed, or come, as they are printed; signs have no meaning in them."""

    text: str
    origin: int
    is_plain: bool = True


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line: what it is, the mark in front of it, its words, the node or the key that it prints.

    origin  of a zone that of the key it follows from, though its words may stand in a register
    name    of a zone its variable, of what stands in a table or below a picture the id of these; else ""
    row     of a cell its row in the table, heads counted, from 1
    cell    the cell itself; None of what is in none, and of words of a table that could not be drawn
    inlines what its words were made from, marks of footnotes included; () for zones and for what is plain text
    picture of a picture what tells its file from another one; else ""
    """

    kind: Kind
    words: tuple[PrintedWords, ...]
    origin: int
    mark: str = ""
    name: str = ""
    row: int = 0
    inlines: Line = ()
    cell: Cell | None = None
    picture: str = ""

    @property
    def text(self) -> str:
        """What is read: the mark and the words."""
        words = "".join([each.text for each in self.words])
        return f"{self.mark} {words}".strip() if self.mark else words


def printed_lines(bo: BoVanBan, order: ZoneOrder | None = None) -> Iterator[PrintedLine]:
    """The lines of every document of a set, notes behind the document that they stand in.

    order  as a page frame orders the zones; None: as the decree does, all of them
    """
    for part in bo.parts():
        names = order(part) if order else order_of(part.zones)
        body = names.index(BODY)
        yield from _zones(part, names[:body])
        nodes = iter(in_print_order(part.van_ban))
        for node in nodes:
            yield from _lines(node, nodes)
        yield from _zones(part, names[body + 1:])
        yield from _notes(part.van_ban)


def _zones(part: BoVanBan, names: Sequence[str]) -> Iterator[PrintedLine]:
    read = _read_as_lines(part.van_ban)
    for name in names if part.zones else ():
        zone: Zone = getattr(part.zones, name)
        for line in zone.lines:
            words = [PrintedWords(piece.words, piece.origin, piece.origin not in read) for piece in line.pieces]
            yield PrintedLine("zone", tuple(words), zone.origin, name=name)


def _read_as_lines(van_ban: VanBan) -> set[int]:
    """The origins of what zones take from lines in which signs have a meaning."""
    proposal = {van_ban.origin_of("theo_de_nghi")} if van_ban.theo_de_nghi else set()
    return proposal | {van_ban.origin_of(key, index) for key, lines in
                       (("kinh_gui", van_ban.kinh_gui), ("noi_nhan", van_ban.noi_nhan)) for index in range(len(lines))}


def _lines(node: Node, behind: Iterator[Node]) -> Iterator[PrintedLine]:
    """The lines of a node; a heading that runs on takes the paragraph `behind` it."""
    match node:
        case Paragraph():
            yield _line("paragraph", node.inlines, node.origin)
        case Item():
            yield _line("paragraph", node.inlines, node.origin, node.mark)
        case DeMuc() if first := opening(node):
            next(behind)
            yield _line("heading", first.inlines, first.origin, node.mark)
        case DeMuc():
            yield _line("heading", node.tieu_de, node.origin, node.mark)
        case BangBieu():
            yield from _table(node)
        case Hinh():
            yield PrintedLine("picture", (PrintedWords(node.mo_ta, node.origin),), node.origin, name=node.ma,
                              picture=node.image.fingerprint if node.image else node.tep)
            if node.tieu_de:
                yield _line("caption", node.tieu_de, node.origin, f"{node.words}.", node.ma)


def _table(table: BangBieu) -> Iterator[PrintedLine]:
    """Its title, its cells row by row, the notes below it."""
    if table.tieu_de:
        yield _line("caption", table.tieu_de, table.origin, name=table.ma)
    if table.don_vi_tinh:
        yield PrintedLine("caption", (PrintedWords(table.don_vi_tinh, table.origin),), table.origin, UNIT, table.ma)
    if table.grid:
        for number, row in enumerate((*table.grid.head, *table.grid.rows), 1):
            for cell in row:
                yield from _cell(table, cell, number)
    else:  # one that could not be drawn, which is a finding: its words as they were typed
        yield _line("cell", tuple(found((table.cot, table.hang), *_INLINES)), table.origin, name=table.ma)
    yield from _below(table.ghi_chu_cuoi, table.ma)


def _cell(table: BangBieu, cell: Cell, row: int) -> Iterator[PrintedLine]:
    """The paragraphs of a cell. The group names of records are plain text."""
    is_plain = cell.role == "nhom" and bool(table.written_from)
    for line in cell.paragraphs:
        yield PrintedLine("cell", _words(line, cell.origin, is_plain), cell.origin, "", table.ma, row, line, cell)


def _below(text: Text, name: str) -> Iterator[PrintedLine]:
    for block in text.walk():
        if isinstance(block, Item):
            yield _line("paragraph", block.inlines, block.origin, block.mark, name)
        elif isinstance(block, Paragraph):
            yield _line("paragraph", block.inlines, block.origin, name=name)


def _notes(van_ban: VanBan) -> Iterator[PrintedLine]:
    """The footnotes that the text has a mark of, by their numbers."""
    counted = [note for note in found(van_ban, Note) if note.number]
    for note in sorted(counted, key=lambda note: note.number):
        yield _line("note", note.inlines, note.origin)


def _line(kind: Kind, inlines: Line, origin: int, mark: str = "", name: str = "") -> PrintedLine:
    """A line whose words stand in one node."""
    return PrintedLine(kind, _words(inlines, origin), origin, mark, name, inlines=inlines)


def _words(line: Line, origin: int, is_plain: bool = False) -> tuple[PrintedWords, ...]:
    """The words of a line; plain text in it has the `origin`."""
    return tuple([
        PrintedWords(inline.text, origin, is_plain) if isinstance(inline, Run)
        else PrintedWords(shown_text((inline,)), inline.origin)
        for inline in line if not isinstance(inline, NoteMark)
    ])


_INLINES: tuple[type[Inline], ...] = (Run, Script, Figure, Reference, Question)
