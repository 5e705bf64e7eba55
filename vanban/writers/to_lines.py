"""A document as it is printed → its words, a line each: to read without Word.

A row of a table is one line, a note has its number, a picture its words. What a frame prints around the body is put
there by whoever fills the frame (`pipeline/reading_out`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from vanban.model.document import BoVanBan
from vanban.model.grid import Cell, Grid
from vanban.model.inline import Line, NoteMark, shown_text
from vanban.model.printed import Para, Part, PrintedDocument
from vanban.model.printed_lines import PrintedLine, printed_lines

_BETWEEN_CELLS = " | "


def body_lines(printed: PrintedDocument) -> Iterator[str]:
    """The lines of the body, its notes behind it."""
    for part in printed.body:
        yield from _rows(part) if isinstance(part, Grid) else _paragraph(part)
    yield from (_plain(f"{_sign(note.number)} {_words(note.inlines)}") for note in printed.notes)


def lines_at_fault(bo: BoVanBan) -> Iterator[str]:
    """The same of the first document of `bo`, which could be resolved in part only: as far as it is composed."""
    printed = (line for line in printed_lines(replace(bo, kem_theo=())) if line.kind != "zone")
    for (kind, _, row), lines in groupby(printed, key=_together):
        texts = [" ".join(line.text.split()) for line in lines]
        if kind == "cell" and row:
            yield _BETWEEN_CELLS.join(texts)
        else:
            yield from (_shown(kind, text) for text in texts)


def _together(line: PrintedLine) -> tuple[str, str, int]:
    """Equal for what stands in one row."""
    return line.kind, line.name, line.row


def _paragraph(para: Part) -> Iterator[str]:
    """The line of a paragraph; none of one that only keeps a place."""
    assert isinstance(para, Para)
    if para.picture:
        yield _shown("picture", para.picture.mo_ta)
        return
    words = _words(para.line)
    if text := f"{para.mark[0] if para.mark else ''}{words.upper() if para.capitals else words}":
        yield _shown("paragraph", text)


def _rows(grid: Grid) -> Iterator[str]:
    for row in (*grid.head, *grid.rows):
        yield _BETWEEN_CELLS.join(_plain(_cell(cell)) for cell in row)


def _cell(cell: Cell) -> str:
    return " ".join(map(_words, cell.paragraphs))


def _words(line: Line) -> str:
    """The words of a line, with the signs of its notes."""
    return "".join(_sign(each.number) if isinstance(each, NoteMark) else shown_text((each,)) for each in line)


def _sign(number: int) -> str:
    return f"[^{number}]"


def _shown(kind: str, text: str) -> str:
    text = _plain(text)
    return f"[^] {text}" if kind == "note" else f"[{text}]" if kind == "picture" else text


def _plain(text: str) -> str:
    return " ".join(text.split())


def in_lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
