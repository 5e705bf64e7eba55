"""A document that changed → its blocks, tables and parts: what did not change and stands together is folded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from vanban.glossary import names
from vanban.model.change import DocumentChanges
from vanban.reviews._page._blocks import Block
from vanban.reviews._page._columns import Column
from vanban.reviews._page._lines import Line, lines_of
from vanban.reviews._page._marked import Index
from vanban.reviews._page._tables import rows, runs

# So many blocks beside a change are shown with it; fewer than `_LEAST` others are not worth folding.
_BESIDE, _LEAST = 1, 3


@dataclass(frozen=True, slots=True)
class Table:
    """A table that shows both sides; head: its rows of heads, which stand again where it goes on."""

    columns: tuple[Column, ...]
    head: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that stand together, the number of the first one; those of one table, or none of a table."""

    first: int
    blocks: tuple[Block, ...]
    is_folded: bool

    @property
    def unit(self) -> str:
        """What is counted in it."""
        return "hàng" if self.blocks[0].kind == "row" and self.blocks[-1].kind == "row" else "dòng"

    @property
    def heading(self) -> str:
        """The first heading in it."""
        return next((block.lines[0].printed.text for block in self.blocks if block.kind == "heading"), "")


@dataclass(frozen=True, slots=True)
class Drawn:
    """All that is drawn of a document."""

    tables: tuple[Table, ...]
    parts: tuple[Part, ...]

    def places(self) -> Iterator[tuple[int, int]]:
        """The numbers of lines of the new side, each with that of its block."""
        for part in self.parts:
            for number, block in enumerate(part.blocks, part.first):
                yield from ((line.number, number) for line in block.lines if line.is_new)


def drawn(document: DocumentChanges, index: Index) -> Drawn:
    """What is drawn of a document. One that came or went as a whole is folded as a whole."""
    blocks: list[Block] = []
    tables: list[Table] = []
    notes = 0
    for is_cell, same in groupby(lines_of(document, index), lambda line: line.seat is not None):
        for run in runs([*same]) if is_cell else ():
            made, columns = rows(run, len(tables))
            blocks += made
            tables.append(Table(tuple(columns), tuple(row for row in made if row.is_head)))
        for line in () if is_cell else same:
            notes += line.printed.kind == "note" and line.is_new
            blocks.append(_paragraph(line, notes))
    is_one = document.old is None or document.new is None
    return Drawn(tuple(tables), tuple(_parts(blocks, [False] * len(blocks) if is_one else _shown(blocks))))


def _paragraph(line: Line, notes: int) -> Block:
    """A block of a line outside tables; notes: how many there are up to it."""
    printed = line.printed
    match printed.kind:
        case "zone":
            label = names()[printed.name].label
            label = "" if printed.text.startswith(label) else label  # "Căn cứ" says itself what it is
        case "picture":
            label = "Hình"
        case "note":
            label = f"Chú thích {notes}" if line.is_new else "Chú thích"
        case _:
            label = ""
    return Block(printed.kind, line.state, (line,), label)


def _parts(blocks: Sequence[Block], shown: Sequence[bool]) -> Iterator[Part]:
    first = 0
    for is_shown, same in groupby(shown):
        end = first + len([*same])
        yield Part(first, tuple(blocks[first:end]), not is_shown)
        first = end


def _shown(blocks: Sequence[Block]) -> list[bool]:
    """Of each block whether it is shown at once."""
    shown = [False] * len(blocks)
    for at, block in enumerate(blocks):
        if block.changes:
            for near in range(max(0, at - _BESIDE), min(len(blocks), at + _BESIDE + 1)):
                shown[near] = True
    first = 0
    for is_shown, same in groupby([*shown]):
        end = first + len([*same])
        if not is_shown and end - first < _LEAST:
            shown[first:end] = [True] * (end - first)
        first = end
    return shown
